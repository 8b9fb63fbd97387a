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
            tables = ", ".join(halt.facts.get("tables", ()))
            if tables:
                return translate(
                    "Halts",
                    "The books are damaged ({tables}): nothing is sold. Reading still works; the page Books"
                    " has more.",
                ).format(tables=tables)
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
        case HaltKind.BEHIND:
            return translate(
                "Halts",
                "The books lack what this desk has written: nothing is sold until that is read and accepted.",
            )
        case HaltKind.STANDBY if halt.facts.get("unconfirmed"):
            return translate(
                "Halts",
                "The standby does not answer; sales are not confirmed, so nothing is sold. Reading works.",
            )
        case HaltKind.STANDBY:
            return translate(
                "Halts",
                "The server only reads now, as a standby does: nothing is sold until it takes writes again.",
            )
        case HaltKind.CLOCK:
            return translate("Halts", "Day and time are in question: look at the clock before you sell.")


def checking_sentence(per_cent: int | None) -> str:
    """Return that the books are being checked; how far it has got, where that is known."""
    if per_cent is None:
        return translate("Halts", "◌ The books are being checked; the first sale waits for it.")
    said = translate("Halts", "◌ The books are being checked, {done} %; the first sale waits for it.")
    return said.format(done=per_cent)
