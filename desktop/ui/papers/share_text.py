"""A paper in a few lines, for a mail or a messenger: no name, no number of a customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.states import DocumentKind
from desktop.ui import formats
from desktop.ui.papers import document_lines
from desktop.ui.papers.build_document import PAPERS

if TYPE_CHECKING:
    from desktop.services.domain.document import Document


def share_text(document: Document) -> str:
    """Return whose paper it is, its number, what it is about and what it comes to."""
    lines = [] if document.seller is None else [document.seller.name]
    lines += [f"{PAPERS[document.kind].title} {document.number}", document.booking.reference]
    made_on = formats.local_day(document.made_at, document.time_zone)
    lines += [f"{row.what}, {row.when}" for row in document_lines.sold_rows(document.lines, made_on)]
    if document.kind is DocumentKind.RECEIPT:
        heavy = [row for row in document_lines.price_rows(document) if row.heavy]
        lines += [f"{row.word}: {row.amount}" for row in heavy]
    return "\n".join(lines)
