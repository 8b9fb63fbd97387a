"""The sentence for every halt: what is wrong with the books and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.halt import HaltKind

if TYPE_CHECKING:
    from db.halt import Halt

translate = QCoreApplication.translate


def halt_sentence(halt: Halt) -> str:
    """Return what is wrong and what to do, in one sentence or two."""
    match halt.kind:
        case HaltKind.DAMAGED:
            return translate(
                "Halts",
                "The books are damaged: nothing is sold. Reading still works; the page Books has more.",
            )
        case HaltKind.FOREIGN:
            if halt.facts.get("replaced"):
                return translate(
                    "Halts",
                    "The file of the books was exchanged while the desk was open: nothing is sold. End this"
                    " program and start it again.",
                )
            return translate("Halts", "These are not the books that were here: nothing is sold.")
        case HaltKind.SCHEMA:
            return translate(
                "Halts",
                "A newer Counterfoil has changed these books. End this program, start the newer one.",
            )
        case HaltKind.BEHIND:
            if count := halt.facts.get("records"):
                return translate(
                    "Halts",
                    "The books lack {count} records that this desk has written: nothing is sold until that is"
                    " read and accepted on the page Books.",
                ).format(count=count)
            return translate(
                "Halts",
                "The books lack what this desk has written: nothing is sold until that is read and accepted.",
            )
        case HaltKind.STANDBY:
            return translate("Halts", "This is a standby server: reading works, selling does not.")
        case HaltKind.CLOCK:
            return translate("Halts", "Day and time are in question: look at the clock before you sell.")


def adopted_sentence(paper: str) -> str:
    """Return the notice of books that this PC sees for the first time."""
    if not paper:
        return translate("Halts", "This PC sees these books for the first time.")
    return translate(
        "Halts", "This PC sees these books for the first time: compare your last paper with {paper}."
    ).format(paper=paper)
