"""What a new printer is tried with."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.services.domain.printing import TestPage
    from desktop.ui.papers.markup import Markup


def test_page_html(page: TestPage, markup: Markup) -> str:
    """Return the page as markup: both scripts, figures, the rupee sign and the right edge."""
    words = markup.language.translate(
        "Documents", "If you can read this to the right edge, papers come out of this printer."
    )
    return (
        f'<body><p class="title">{escape(page.number)}</p><p>{escape(page.printer)}</p>'
        f"<p>{escape(words)}</p><hr/><p>₹ 1,23,456.78  ·  0123456789</p>"
        '<p>Deluxe 203 · शिवनेरी सह्याद्रि</p><p align="right">→|</p></body>'
    )
