"""paper-pictures: each kind of paper as a picture, in both languages, for the page that shows them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from db.print_words import PaperSize
from desktop.ui import tokens
from desktop.ui.fonts import load_fonts
from desktop.ui.language import LANGUAGES
from desktop.ui.papers.lay_out import lay_out
from desktop.ui.papers.print_pages import paint_page
from desktop.ui.papers.sample_papers import sample_papers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextDocument

OUT = Path("docs/pictures/papers")
KINDS_OF_ROLL = ("ticket-invoice", "payment-slip", "money-receipt", "refund-slip")
ON_SHEET_A4 = ("tax-invoice", "invoice-cum-bill")
PICTURE_WIDTH = 420
"""Pixels: what can be read on a page beside others."""


def run_paper_pictures(arguments: Sequence[str]) -> int:
    """Draw the papers into a folder (the docs' own without one) and say how many. Raises OSError."""
    out = Path(arguments[0]) if arguments else OUT
    application = QApplication.instance() or QApplication(["counterfoil"])
    load_fonts()
    out.mkdir(parents=True, exist_ok=True)
    count = 0
    for name, paper in sample_papers().items():
        size = PaperSize.ROLL_80 if name in KINDS_OF_ROLL else PaperSize.A5
        size = PaperSize.A4 if name in ON_SHEET_A4 else size
        for language in LANGUAGES:
            path = out / f"{name}-{language}.png"
            grey = _picture(lay_out(paper, size, language)).convertToFormat(QImage.Format.Format_Grayscale8)
            if not grey.save(str(path)):
                raise OSError(f"{path} could not be written")
            count += 1
    sys.stdout.write(f"{count} pictures in {out}\n")
    del application
    return 0


def _picture(made: QTextDocument) -> QImage:
    """Return all pages of a paper below each other."""
    page, pages = made.pageSize(), made.pageCount()
    scale = PICTURE_WIDTH / page.width()
    picture = QImage(PICTURE_WIDTH, round(pages * page.height() * scale), QImage.Format.Format_RGB32)
    picture.fill(tokens.LIGHT["paper"])
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(scale, scale)
    for number in range(pages):
        painter.save()
        painter.translate(0, number * page.height())
        paint_page(painter, made, number)
        painter.restore()
    painter.end()
    return picture
