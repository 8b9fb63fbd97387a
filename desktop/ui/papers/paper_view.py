"""The document as it will lie on the counter: pages of white paper, whatever the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.papers.print_pages import paint_page
from desktop.ui.theme import color, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

GAP = 12


class PaperView(QWidget):
    """Draws the pages one below the other at the zoom of the program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: QTextDocument | None = None
        self._scale = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._fit)

    def show_document(self, document: QTextDocument, scale: float = 1.0) -> None:
        """Show the pages, `scale` times as large as they are laid out; a screen reader gets their text."""
        self._document = document
        self._scale = scale
        self.setAccessibleName(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
        self.setAccessibleDescription(document.toPlainText())
        self._fit()

    def sizeHint(self) -> QSize:
        if self._document is None:
            return QSize(0, 0)
        page, pages, zoom = self._document.pageSize(), self._document.pageCount(), self._zoom()
        height = pages * page.height() * zoom + (pages - 1) * GAP
        return QSize(round(page.width() * zoom), round(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        document = self._document
        if document is None:
            return
        page, zoom = document.pageSize(), self._zoom()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number in range(document.pageCount()):
            painter.save()
            painter.translate(0, number * (page.height() * zoom + GAP))
            painter.scale(zoom, zoom)
            painter.fillRect(QRectF(0, 0, page.width(), page.height()), color("paper"))
            paint_page(painter, document, number)
            painter.restore()
        painter.end()

    def _zoom(self) -> float:
        return theme.zoom * self._scale

    def _fit(self) -> None:
        self.updateGeometry()
        self.resize(self.sizeHint())
        self.setMinimumSize(self.sizeHint())
        self.update()
