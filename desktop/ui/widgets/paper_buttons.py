"""Papers that can be opened: a button and a digit for each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.ui import formats
from desktop.ui.language import spoken
from desktop.ui.paper_language import paper_language
from desktop.ui.papers.titles import TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.ids import DocumentId
    from db.states import DocumentKind
    from desktop.services.domain.document import Document

DIGITS = 9
Offered = tuple["DocumentId", str]


class PaperButtons(QWidget):
    """`chosen` carries the id of the paper that was asked for. No more than nine are offered."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[Offered, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.buttons = tuple(QPushButton() for _ in range(DIGITS))
        for place, button in enumerate(self.buttons):
            button.clicked.connect(partial(self.choose, place))
            button.setProperty("role", "plain")
            column.addWidget(button)
        self.offer(())

    def offer(self, papers: Sequence[Offered]) -> None:
        """Offer papers, each with what it is called."""
        self._offered = tuple(papers[:DIGITS])
        for place, button in enumerate(self.buttons):
            is_there = place < len(self._offered)
            button.setVisible(is_there)
            button.setText(f"{self._offered[place][1]}   {place + 1}" if is_there else "")
        self.setVisible(bool(self._offered))

    def choose(self, place: int, *_checked: bool) -> None:
        """Ask for the paper at a place, from 0 on; nothing where there is none."""
        if place < len(self._offered):
            self.chosen.emit(self._offered[place][0])


def paper_name(kind: DocumentKind, number: str, total_paise: int = 0) -> str:
    """Return "Tax invoice D1-I-2627-000001 4,830.00" in the language of the screen."""
    amount = formats.amount(total_paise) if total_paise else ""
    parts = (paper_language(spoken()).say(TITLES[kind]), number, amount)
    return "  ".join(part for part in parts if part)


def offered(papers: Sequence[Document]) -> tuple[Offered, ...]:
    """Return papers as they are offered, the newest first."""
    return tuple((one.id, paper_name(one.kind, one.number, one.content.total_paise)) for one in papers[::-1])
