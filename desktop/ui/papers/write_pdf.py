"""The document as a PDF file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from db.print_words import PaperSize
from desktop.ui.papers.build_document import build_document

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QTextDocument

    from desktop.services.domain.z_slip import Paper

DOTS_PER_INCH = 300
PAGES = {PaperSize.A4: QPageSize.PageSizeId.A4, PaperSize.A5: QPageSize.PageSizeId.A5}
ROLL_MM = {PaperSize.ROLL_80: 80.0, PaperSize.ROLL_58: 58.0}


def write_pdf(document: Paper, path: Path, *, size: QPageSize.PageSizeId = QPageSize.PageSizeId.A5) -> None:
    """Write the document on A5 (or A4) with its fonts inside. Raises OSError when it can't be written."""
    _write(build_document(document), path, _plain(QPageSize(size)), document.number)


def write_built(built: QTextDocument, path: Path, paper: PaperSize, title: str) -> None:
    """Write a paper that was laid out for this size. Raises OSError when it can't be written."""
    _write(built, path, page_layout(built, paper), title)


def page_layout(built: QTextDocument, paper: PaperSize) -> QPageLayout:
    """Return the page of this size; of a roll it is as long as the text."""
    if paper in PAGES:
        return _plain(QPageSize(PAGES[paper]))
    width = ROLL_MM[paper]
    height = width * built.size().height() / built.pageSize().width()
    return _plain(QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter))


def _plain(size: QPageSize) -> QPageLayout:
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def _write(built: QTextDocument, path: Path, layout: QPageLayout, title: str) -> None:
    file = QFile(str(path))
    if not file.open(QFile.OpenModeFlag.WriteOnly):
        raise OSError(f"the document could not be written to {path}: {file.errorString()}")
    writer = QPdfWriter(file)
    writer.setPageLayout(layout)
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(title)
    writer.setCreator("Counterfoil")
    built.print_(writer)
    del writer
    file.close()
    if file.error() is not QFile.FileError.NoError:
        raise OSError(f"the document could not be written to {path}: {file.errorString()}")
