"""A scroll area that is as high as what it holds, and scrolls only when the window is lower than that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class ContentScroll(QScrollArea):
    """Scrolls up and down only; what stands below it in the layout follows its content."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        content.setProperty("role", "scrolled")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        """Return the content's size at the present width."""
        content = self._content
        hint = content.sizeHint()
        if content.hasHeightForWidth() and self.width() > 0:
            hint.setHeight(content.heightForWidth(self.width()))
        return hint

    def minimumSizeHint(self) -> QSize:
        """Return the content's least width, so that nothing is cut at the side, and a few lines."""
        least = self._content.minimumSizeHint()
        return QSize(least.width(), min(least.height(), self.fontMetrics().height() * 6))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take another height when the content changes its own."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width changes how lines break."""
        super().resizeEvent(event)
        if self._content.hasHeightForWidth():
            self.updateGeometry()
