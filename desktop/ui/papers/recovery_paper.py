"""The paper with a manager's recovery code."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.ui.papers.markup import Markup

# What stands on it instead of the number of a paper: it has none.
TITLE = "Counterfoil"


@dataclass(frozen=True, slots=True)
class RecoveryPaper:
    """Whose code it is, of which business; the code is told to nobody but the printer."""

    business: str
    manager: str
    code: str = field(repr=False)

    @property
    def number(self) -> str:
        """What the printer's queue calls it: never the code."""
        return TITLE


def recovery_html(paper: RecoveryPaper, markup: Markup) -> str:
    """Return the paper as markup."""
    translate = markup.language.translate
    title = translate("Documents", "Recovery code")
    whose = translate("Documents", "{business}: manager {manager}").format(
        business=paper.business, manager=paper.manager
    )
    advice = translate(
        "Documents", "With it the manager gets a new PIN. Keep it where no clerk finds it; show it to nobody."
    )
    return (
        f'<body><p class="title">{escape(title)}</p>{markup.paragraphs([whose])}'
        f'<p class="title" style="margin-top: 12px; margin-bottom: 12px">{escape(paper.code)}</p>'
        f"{markup.paragraphs([advice])}</body>"
    )
