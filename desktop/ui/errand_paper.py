"""Lays out whatever a printer is sent: a document, a slip of a shift, a list, the figures of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.print_words import CopyMark, PaperLanguage
from desktop.services.domain.report_papers import PrintedList, PrintedSheet

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from desktop.services.domain.printing import Errand


def built_paper(errand: Errand) -> QTextDocument:
    """Return the paper in its size; a figure sheet speaks the language of its process."""
    content = errand.content
    if isinstance(content, PrintedList):
        from desktop.ui.papers.list_paper import ListPaper, build_paged

        is_hindi = errand.language is PaperLanguage.HINDI
        return build_paged(ListPaper(content.found, is_hindi, content.practice, content.made_at))
    if isinstance(content, PrintedSheet):
        from desktop.ui.day_sheet.sheet_paper import build_sheet

        return build_sheet(content.sheet, content.time_zone, practice=content.practice)
    from desktop.ui.papers.lay_out import lay_out

    return lay_out(
        content,  # type: ignore[arg-type]  # a paper, as the queue has read it
        errand.paper,
        errand.language.value,
        is_duplicate=errand.mark is CopyMark.DUPLICATE,
    )
