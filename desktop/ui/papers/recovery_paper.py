"""The paper with a manager's recovery code."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

from PySide6.QtGui import QFont, QTextDocument

from desktop.ui.paper_language import translate
from desktop.ui.theme import FAMILIES

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


def build_recovery(paper: RecoveryPaper) -> QTextDocument:
    """Return the paper as a text document."""
    built = QTextDocument()
    font = QFont(FAMILIES)
    font.setPixelSize(13)
    built.setDefaultFont(font)
    built.setDocumentMargin(34)
    title = translate("Documents", "Recovery code")
    whose = translate("Documents", "{business}: manager {manager}").format(
        business=paper.business, manager=paper.manager
    )
    advice = translate(
        "Documents", "With it the manager gets a new PIN. Keep it where no clerk finds it; show it to nobody."
    )
    built.setHtml(
        f"<body><h2>{escape(title)}</h2><p>{escape(whose)}</p><h1>{escape(paper.code)}</h1>"
        f"<p>{escape(advice)}</p></body>"
    )
    return built
