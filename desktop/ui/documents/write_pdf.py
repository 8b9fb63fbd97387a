"""The document as a PDF file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageSize, QPdfWriter

from desktop.ui.documents.build_document import build_document

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.services.domain.booking import Document

DOTS_PER_INCH = 300


def write_pdf(
    document: Document, path: Path, *, size: QPageSize.PageSizeId = QPageSize.PageSizeId.A5
) -> None:
    """Write the document on A5 (or A4) with its fonts inside. Raises OSError when it can't be written."""
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(size))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(document.number)
    writer.setCreator("Counterfoil")
    build_document(document).print_(writer)
    del writer
    if not path.is_file() or path.stat().st_size == 0:
        raise OSError(f"the document could not be written to {path}")
