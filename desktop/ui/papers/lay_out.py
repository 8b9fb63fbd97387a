"""The door to every paper: laid out in a size and a language, for the screen, a PDF and a printer."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF, QUrl
from PySide6.QtGui import QColor, QFont, QImage, QTextDocument, QTextTable, QTextTableCell

from db.print_words import PaperSize
from desktop.services.domain.printing import TestPage
from desktop.services.domain.z_slip import Paper, ZSlip
from desktop.ui import tokens
from desktop.ui.paper_language import paper_language
from desktop.ui.papers.build_document import document_html
from desktop.ui.papers.build_z_slip import Z_TITLE, z_slip_html
from desktop.ui.papers.markup import Markup
from desktop.ui.papers.parties import CODE_PICTURE, IRN_PICTURE
from desktop.ui.papers.print_pages import PAGE_WORDS
from desktop.ui.papers.recovery_paper import TITLE, RecoveryPaper, recovery_html
from desktop.ui.papers.test_page import test_page_html
from desktop.ui.papers.titles import title_of
from desktop.ui.theme import FAMILIES

if TYPE_CHECKING:
    from desktop.services.domain.document import Document

# Of a roll: so much is fed after the last line.
FEED = 12
MODULE_DOTS = 8


def lay_out(
    paper: Paper | RecoveryPaper | TestPage,
    size: PaperSize = PaperSize.A5,
    language: str | None = None,
    *,
    is_duplicate: bool = False,
) -> QTextDocument:
    """Return the paper in a size, in a language (en, hi), or in the one that it was printed in first.

    A sheet is laid out in pixels of 96 an inch, a roll as one page in the dots of its printer (576 or 384).
    `is_duplicate`: the invoice that the supplier keeps.
    """
    if language is None:
        language = "en" if isinstance(paper, (ZSlip, RecoveryPaper, TestPage)) else paper.content.language
    markup = Markup(size, paper_language(language))
    made = _write(paper, markup, is_duplicate=is_duplicate, keeps_last=False)
    if made.pageCount() > 1 and _are_totals_alone(made):
        made = _write(paper, markup, is_duplicate=is_duplicate, keeps_last=True)
    return made


def _write(
    paper: Paper | RecoveryPaper | TestPage, markup: Markup, *, is_duplicate: bool, keeps_last: bool
) -> QTextDocument:
    shape, language = markup.shape, markup.language
    made = QTextDocument()
    font = QFont(FAMILIES)
    font.setPixelSize(shape.text)
    # A ligature of letters is found by no search in a PDF.
    font.setFeature(QFont.Tag("liga"), 0)
    made.setDefaultFont(font)
    made.setDocumentMargin(shape.margin)
    made.setDefaultStyleSheet(markup.style())
    title = TITLE
    if isinstance(paper, RecoveryPaper):
        made.setHtml(recovery_html(paper, markup))
    elif isinstance(paper, TestPage):
        made.setHtml(test_page_html(paper, markup))
    elif isinstance(paper, ZSlip):
        made.setHtml(z_slip_html(paper, markup))
        title = f"{language.say(Z_TITLE)} {paper.number}"
    else:
        kind = QTextDocument.ResourceType.ImageResource.value
        made.addResource(kind, QUrl(CODE_PICTURE), _code(_reference(paper)))
        if paper.irn is not None and paper.irn.signed_qr:
            made.addResource(kind, QUrl(IRN_PICTURE), _code(paper.irn.signed_qr, "l"))
        made.setHtml(document_html(paper, markup, is_duplicate=is_duplicate, keeps_last=keeps_last))
        title = f"{title_of(paper, language)} {paper.number}"
    if shape.is_roll:
        made.setTextWidth(shape.width)
        made.setPageSize(QSizeF(shape.width, math.ceil(made.size().height()) + FEED))
    else:
        made.setPageSize(QSizeF(shape.width, shape.height))
        made.setProperty(PAGE_WORDS, language.translate("Documents", "Page {page} of {pages}"))
    made.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
    return made


def _are_totals_alone(made: QTextDocument) -> bool:
    """Whether the totals end on another page than the last line."""
    tables = [frame for frame in made.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    headed = [place for place, table in enumerate(tables) if table.format().toTableFormat().headerRowCount()]
    if not headed or headed[-1] + 1 == len(tables):
        return False
    layout, height = made.documentLayout(), made.pageSize().height()
    begin = _last_row(tables[headed[-1]]).firstCursorPosition().block()
    last = int(layout.blockBoundingRect(begin).top() // height)
    end = layout.frameBoundingRect(tables[headed[-1] + 1]).bottom()
    return last != int((end - 1) // height)


def _last_row(table: QTextTable) -> QTextTableCell:
    """Return the cell with which the last line begins: what is told below it goes over all columns."""
    rows = range(table.rows() - 1, -1, -1)
    return next(cell for cell in (table.cellAt(row, 0) for row in rows) if cell.columnSpan() == 1)


def _reference(document: Document) -> str:
    return document.content.booking.reference if document.content.booking else document.number


def _code(text: str, error: str = "m") -> QImage:
    """Return the code drawn eight pixels a module: sharp on paper. `error` is segno's level."""
    import segno

    rows = [list(row) for row in segno.make(text, error=error, micro=False).matrix_iter(border=2)]
    picture = QImage(len(rows), len(rows), QImage.Format.Format_RGB32)
    ink, paper = QColor(tokens.LIGHT["print"]), QColor(tokens.LIGHT["paper"])
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            picture.setPixelColor(x, y, ink if dark else paper)
    return picture.scaled(len(rows) * MODULE_DOTS, len(rows) * MODULE_DOTS)
