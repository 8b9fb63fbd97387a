"""Lists of a day as PDF files."""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, QMarginsF
from PySide6.QtGui import QGuiApplication, QPageSize, QPdfWriter

from desktop.ui.papers.list_paper import ListPaper, paint_list

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.services.domain.day_lists import DayList
    from desktop.services.domain.evening_lists import EveningLists

DOTS_PER_INCH = 300


def write_lists(evening: EveningLists, folder: Path) -> list[Path]:
    """Write each list into the folder of its day below `folder`; return the files. Raises OSError."""
    target = folder / evening.day.isoformat()
    target.mkdir(mode=0o700, parents=True, exist_ok=True)
    files = []
    for found in evening.lists:
        paper = ListPaper(found, evening.is_hindi, evening.practice, found.as_of)
        file = target / f"{list_name(found)}.pdf"
        write_list_pdf(paper, file)
        files.append(file)
    return files


def list_name(found: DayList) -> str:
    """Return a name for the file of a list that every system allows."""
    return re.sub(r"[^\w-]+", "-", f"{found.query.kind.value} {found.code}").strip("-")


def write_list_pdf(paper: ListPaper, path: Path) -> None:
    """Write a list on A4 with its fonts inside, whole or not at all; in any thread. Raises OSError."""
    if QGuiApplication.instance() is None:
        # Qt would end the process where it lays out text without its application.
        raise OSError("lists are drawn by a running window alone")
    written = path.with_name(f".{path.stem}-{secrets.token_hex(4)}.new")
    try:
        _write(paper, written)
        written.replace(path)
    finally:
        written.unlink(missing_ok=True)


def _write(paper: ListPaper, path: Path) -> None:
    file = QFile(str(path))
    if not file.open(QFile.OpenModeFlag.WriteOnly):
        raise OSError(f"the list could not be written to {path}: {file.errorString()}")
    writer = QPdfWriter(file)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(paper.number)
    writer.setCreator("Counterfoil")
    paint_list(paper, writer)
    del writer
    file.close()
    if file.error() is not QFile.FileError.NoError:
        raise OSError(f"the list could not be written to {path}: {file.errorString()}")
