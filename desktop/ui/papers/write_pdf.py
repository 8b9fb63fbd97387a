"""The document as a PDF file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, QMarginsF
from PySide6.QtGui import QPageSize, QPdfWriter

from desktop.ui.papers.build_document import build_document

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.services.domain.z_slip import Paper

DOTS_PER_INCH = 300


def write_pdf(document: Paper, path: Path, *, size: QPageSize.PageSizeId = QPageSize.PageSizeId.A5) -> None:
    """Write the document on A5 (or A4) with its fonts inside. Raises OSError when it can't be written."""
    file = QFile(str(path))
    if not file.open(QFile.OpenModeFlag.WriteOnly):
        raise OSError(f"the document could not be written to {path}: {file.errorString()}")
    writer = QPdfWriter(file)
    writer.setPageSize(QPageSize(size))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(document.number)
    writer.setCreator("Counterfoil")
    build_document(document).print_(writer)
    del writer
    file.close()
    if file.error() is not QFile.FileError.NoError:
        raise OSError(f"the document could not be written to {path}: {file.errorString()}")
