"""Paints a paper page by page, with the number of each sheet at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QFont, QPainter, QPalette

from desktop.ui import tokens
from desktop.ui.theme import FAMILIES

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice, QTextDocument

# The height of the line with the page's number, of the margin at the foot.
NUMBER_PART = 0.9


def paint_page(painter: QPainter, document: QTextDocument, number: int) -> None:
    """Paint page `number`, from 0 on, at the painter's origin in the units of the document."""
    page = document.pageSize()
    painter.save()
    painter.translate(0, -number * page.height())
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, QColor(tokens.LIGHT["print"]))
    context.clip = QRectF(0, number * page.height(), page.width(), page.height())
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()
    text = page_text(document, number)
    if text:
        margin = document.documentMargin()
        font = QFont(FAMILIES)
        font.setPixelSize(round(document.defaultFont().pixelSize() * 0.82))
        painter.setFont(font)
        painter.setPen(QColor(tokens.LIGHT["print"]))
        foot = QRectF(margin, page.height() - margin * NUMBER_PART, page.width() - 2 * margin, margin)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, text)


def page_text(document: QTextDocument, number: int) -> str:
    """Return what the foot of a sheet says; nothing on a roll, which is one page."""
    words = document.property(PAGE_WORDS)
    return str(words).format(page=number + 1, pages=document.pageCount()) if words else ""


PAGE_WORDS = "pageWords"
"""The property of a document that holds "Page {page} of {pages}" in its language."""


def print_pages(document: QTextDocument, device: QPagedPaintDevice) -> None:
    """Print all pages on a device whose page has the shape of the document's. Raises OSError."""
    painter = QPainter()
    if not painter.begin(device):
        raise OSError("the paper could not be begun")
    scale = device.width() / document.pageSize().width()
    painter.scale(scale, scale)
    for number in range(document.pageCount()):
        if number:
            device.newPage()
        paint_page(painter, document, number)
    painter.end()
