"""A paper as the bytes of a slip printer: the page as pixels, so that every script and code is right."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from db.print_words import PaperSize

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

DOTS = {PaperSize.ROLL_80: 576, PaperSize.ROLL_58: 384}
RESET = b"\x1b@"
BAND_ROWS = 512
"""As many as a small buffer takes at once."""
FEED_AND_CUT = b"\x1bd\x03\x1dVB\x00"
BLACK = QColor(0, 0, 0).rgb()


def slip_bytes(document: QTextDocument, size: PaperSize) -> bytes:
    """Return what prints the document on a roll: reset, its picture in bands, feed, cut."""
    picture = rastered(document, DOTS[size])
    across, rows = picture.width() // 8, picture.height()
    pixels = bytes(picture.constBits())
    stride = picture.bytesPerLine()
    lines = [pixels[row * stride : row * stride + across] for row in range(rows)]
    bands = [lines[first : first + BAND_ROWS] for first in range(0, rows, BAND_ROWS)]
    return RESET + b"".join(_band(band, across) for band in bands) + FEED_AND_CUT


def rastered(document: QTextDocument, dots: int) -> QImage:
    """Return the document as wide as so many dots, one bit each; a set bit prints black."""
    scale = dots / document.pageSize().width()
    # Ends with text, not with the height of a page.
    rows = max(1, ceil(document.size().height() * scale))
    page = QImage(dots, rows, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.scale(scale, scale)
    document.drawContents(painter)
    painter.end()
    painter = QPainter(page)
    # Thin strokes are grey, and half of them would be lost: what is grey gets darker, white stays white.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.drawImage(0, 0, page.copy())
    painter.end()
    flags = Qt.ImageConversionFlag.MonoOnly | Qt.ImageConversionFlag.ThresholdDither
    picture = page.convertToFormat(QImage.Format.Format_Mono, flags)
    if picture.color(1) != BLACK:
        picture.invertPixels()
    return picture


def _band(lines: list[bytes], across: int) -> bytes:
    """Return GS v 0: bytes across and rows, the low byte first, then the pixels."""
    head = b"\x1dv0\x00" + across.to_bytes(2, "little") + len(lines).to_bytes(2, "little")
    return head + b"".join(lines)
