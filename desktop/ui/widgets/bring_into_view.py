"""Scrolls to what gets the cursor from the program; Qt does so only for the Tab key."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QWidget

from desktop.ui.theme import scaled

AROUND = 64


def bring_into_view(widget: QWidget, part: QRect | None = None) -> None:
    """Scroll every area around the widget so that it, or a part of it, is seen with what belongs to it."""
    box = part or widget.rect()
    around = widget.parentWidget()
    while around is not None:
        content = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and content is not None:
            middle = box.center() if content is widget else widget.mapTo(content, box.center())
            _show(around, middle, box.height() // 2 + scaled(AROUND if part is None else 8))
        around = around.parentWidget()


def _show(area: QScrollArea, point: QPoint, margin: int) -> None:
    area.ensureVisible(point.x(), point.y(), 0, margin)


class MarkedInSight(QObject):
    """Keeps the marked row of a list in sight when the list gets another size or its rows another height."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again once everything has its new place."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            QTimer.singleShot(0, self, self._show)
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        marked = self._view.currentIndex()
        if marked.isValid():
            self._view.scrollTo(marked)
