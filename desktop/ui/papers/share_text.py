"""A paper in a few lines, for a mail or a messenger: no name, no number of a customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui import formats
from desktop.ui.paper_language import ENGLISH, PaperLanguage
from desktop.ui.papers.document_lines import made_on_of, sold_rows
from desktop.ui.papers.titles import title_of

if TYPE_CHECKING:
    from desktop.services.domain.document import Document


def share_text(document: Document, language: PaperLanguage = ENGLISH) -> str:
    """Return whose paper it is, its number, what it is about and what it comes to."""
    content = document.content
    lines = [content.seller.name, f"{title_of(document, language)} {document.number}"]
    lines.append(content.booking.reference if content.booking else "")
    rows = sold_rows(content.counted_lines or content.lines, made_on_of(document), language)
    lines += [f"{row.what}, {row.when}" for row in rows]
    if content.amounts or content.paid or content.back:
        total = language.translate("Documents", "Total")
        lines.append(f"{total}: {formats.rupees(content.total_paise)}")
    return "\n".join(line for line in lines if line)
