"""The sentence for every halt: what is wrong with the books and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.halt import HaltKind
from desktop.ui import formats

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
            return translate("Halts", "These are not the books that were here: nothing is sold.")
        case HaltKind.SCHEMA:
            return translate(
                "Halts",
                "A newer Counterfoil has changed these books. End this program, start the newer one.",
            )
        case HaltKind.MOVED:
            if "to" not in halt.facts:
                return translate("Halts", "These books were moved: sell at their new place.")
            return translate(
                "Halts", "These books were moved to {place} on {day}: sell there. Reading still works here."
            ).format(place=halt.facts["to"], day=formats.day_and_year(halt.facts["at"].astimezone().date()))
        case HaltKind.BEHIND:
            return translate(
                "Halts",
                "The books lack what this desk has written: nothing is sold until that is read and accepted.",
            )
        case HaltKind.STANDBY:
            return translate("Halts", "This is a standby server: reading works, selling does not.")
        case HaltKind.CLOCK:
            return translate("Halts", "Day and time are in question: look at the clock before you sell.")
