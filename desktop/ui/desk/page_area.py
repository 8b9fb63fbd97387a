"""The place of a page in the desk: scrolls where the window is too low, and to what gets the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLineEdit, QScrollArea, QWidget

from desktop.ui.widgets.bring_into_view import bring_into_view

SMALL = (QLineEdit, QAbstractButton)


class PageArea(QScrollArea):
    """Scrolls up and down only. Qt follows the Tab key; this follows mnemonics and the program as well."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        page = self.widget()
        if page is not None and isinstance(now, SMALL) and page.isAncestorOf(now):
            # What has just come has its place only after the layout has had its turn.
            QTimer.singleShot(0, now, lambda: bring_into_view(now))
