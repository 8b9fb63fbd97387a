"""The document as a PDF file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPdfWriter

from db.print_words import PaperSize
from desktop.ui.papers.lay_out import lay_out
from desktop.ui.papers.paper_size import Edition, shape_of
from desktop.ui.papers.print_pages import print_pages
from desktop.ui.papers.searchable import add_words

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QTextDocument

    from desktop.services.domain.z_slip import Paper
    from desktop.ui.papers.recovery_paper import RecoveryPaper

DOTS_PER_INCH = 300
POINTS_PER_INCH = 72
SHEETS = {PaperSize.A4: QPageSize.PageSizeId.A4, PaperSize.A5: QPageSize.PageSizeId.A5}


USUAL = Edition()


def write_pdf(document: Paper | RecoveryPaper, path: Path, edition: Edition = USUAL) -> None:
    """Write the document with its fonts inside, so that its words can be found and copied.

    Raises OSError when it can't be written.
    """
    made = lay_out(document, edition.size, edition.language, is_duplicate=edition.is_duplicate)
    write_built(made, path, edition.size, document.number)


def write_built(made: QTextDocument, path: Path, size: PaperSize, title: str) -> None:
    """Write a paper that was laid out for this size. Raises OSError when it can't be written."""
    data = pdf_of(made, size, title)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise OSError(f"the document could not be written to {path}: {error}") from error


def pdf_of(made: QTextDocument, size: PaperSize, title: str) -> bytes:
    """Return a paper that is laid out as PDF."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(page_size_of(made, size))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(title)
    writer.setCreator("Counterfoil")
    print_pages(made, writer)
    del writer
    buffer.close()
    return add_words(bytes(data.data()), made)


def page_size_of(made: QTextDocument, size: PaperSize) -> QPageSize:
    """Return the page that a paper is printed on; of a roll so much as it needs."""
    if not shape_of(size).is_roll:
        return QPageSize(SHEETS[size])
    points = made.pageSize() * (POINTS_PER_INCH / shape_of(size).per_inch)
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    return QPageSize(QSizeF(points), QPageSize.Unit.Point, size.value, exact)
