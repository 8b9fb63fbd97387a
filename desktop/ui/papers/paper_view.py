"""The document as it will lie on the counter: pages of white paper, whatever the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPalette, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import color, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

GAP = 12


class PaperView(QWidget):
    """Draws the pages one below the other at the zoom of the program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: QTextDocument | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._fit)

    def show_document(self, document: QTextDocument) -> None:
        """Show the pages; a screen reader gets their text."""
        self._document = document
        self.setAccessibleName(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
        self.setAccessibleDescription(document.toPlainText())
        self._fit()

    def sizeHint(self) -> QSize:
        if self._document is None:
            return QSize(0, 0)
        page, pages = self._document.pageSize(), self._document.pageCount()
        height = pages * page.height() * theme.zoom + (pages - 1) * GAP
        return QSize(round(page.width() * theme.zoom), round(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        document = self._document
        if document is None:
            return
        page = document.pageSize()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, color("print"))
        for number in range(document.pageCount()):
            painter.save()
            painter.translate(0, number * (page.height() * theme.zoom + GAP))
            painter.scale(theme.zoom, theme.zoom)
            painter.fillRect(QRectF(0, 0, page.width(), page.height()), color("paper"))
            painter.translate(0, -number * page.height())
            context.clip = QRectF(0, number * page.height(), page.width(), page.height())
            painter.setClipRect(context.clip)
            document.documentLayout().draw(painter, context)
            painter.restore()
        painter.end()

    def _fit(self) -> None:
        self.updateGeometry()
        self.resize(self.sizeHint())
        self.setMinimumSize(self.sizeHint())
        self.update()
