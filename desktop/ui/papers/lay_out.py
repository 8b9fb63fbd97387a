"""Any paper laid out for the size of a printer's paper."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSizeF
from PySide6.QtGui import QFont, QTextCursor, QTextDocument

from db.print_words import PaperSize
from desktop.services.domain.printing import TestPage
from desktop.ui.papers.build_document import build_document
from desktop.ui.papers.recovery_paper import RecoveryPaper, build_recovery
from desktop.ui.theme import FAMILIES

if TYPE_CHECKING:
    from desktop.services.domain.z_slip import Paper

# How wide a text document of a roll is laid out; whoever draws it scales it to the dots of the printer.
ROLL_WIDTH = {PaperSize.ROLL_80: 384, PaperSize.ROLL_58: 292}
ROLL_MARGIN = 4
PAGE_WIDTH = 559


def lay_out(paper: Paper | RecoveryPaper | TestPage, size: PaperSize) -> QTextDocument:
    """Return a paper for this size. Of a roll the height is that of the text; pages have theirs."""
    if isinstance(paper, RecoveryPaper):
        built = build_recovery(paper)
    elif isinstance(paper, TestPage):
        built = _test_page(paper)
    else:
        built = build_document(paper)
    if size in ROLL_WIDTH:
        built.setDocumentMargin(ROLL_MARGIN)
        built.setTextWidth(ROLL_WIDTH[size])
        built.setPageSize(QSizeF(ROLL_WIDTH[size], built.size().height()))
    return built


def put_on_top(built: QTextDocument, words: str) -> None:
    """Write a line above everything else, such as whose copy it is."""
    cursor = QTextCursor(built)
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    cursor.insertHtml(f'<p style="font-size: 13px; font-weight: 600">{escape(words)}</p>')
    cursor.insertBlock()
    page = built.pageSize()
    if page.width() in ROLL_WIDTH.values():
        built.setPageSize(QSizeF(page.width(), -1))
        built.setPageSize(QSizeF(page.width(), built.size().height()))


def _test_page(page: TestPage) -> QTextDocument:
    built = QTextDocument()
    font = QFont(FAMILIES)
    font.setPixelSize(13)
    built.setDefaultFont(font)
    built.setDocumentMargin(34)
    words = QCoreApplication.translate(
        "Papers", "If you can read this to the right edge, papers come out of this printer."
    )
    built.setHtml(
        f'<body style="color: #000000"><h2>{escape(page.number)}</h2><p>{escape(page.printer)}</p>'
        f"<p>{escape(words)}</p><hr/><p>₹ 1,23,456.78  ·  0123456789</p>"
        '<p>Deluxe 203 · शिवनेरी सह्याद्रि</p><p align="right">→|</p></body>'
    )
    built.setPageSize(QSizeF(PAGE_WIDTH, PAGE_WIDTH * 2**0.5))
    return built
