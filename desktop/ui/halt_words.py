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
        case HaltKind.READ_ONLY:
            return _read_only(halt)
        case HaltKind.DAMAGED:
            return _with_backup(
                halt,
                translate(
                    "Halts",
                    "The books are damaged: nothing is sold. Reading still works; the page Books has more.",
                ),
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
        case HaltKind.STANDBY:
            return translate("Halts", "This is a standby server: reading works, selling does not.")
        case HaltKind.CLOCK:
            return translate("Halts", "Day and time are in question: look at the clock before you sell.")


def _read_only(halt: Halt) -> str:
    as_of = halt.facts.get("as_of")
    if as_of is None:
        return translate("Halts", "These books are only read: nothing can be changed here.")
    said = translate("Halts", "Read only, as of {moment}: nothing can be changed here.")
    if halt.facts.get("is_copied"):
        said = translate(
            "Halts",
            "Read only, as of {moment}, from a copy in a temporary folder, because the program that wrote"
            " these books broke off: nothing can be changed here.",
        )
    zone = halt.facts["time_zone"]
    moment = f"{formats.day_and_year(formats.local_day(as_of, zone))} {formats.clock(as_of, zone)}"
    return said.format(moment=moment)


def _with_backup(halt: Halt, said: str) -> str:
    """Add the last good backup and the line that brings it back, where one is known."""
    backup = halt.facts.get("backup")
    if backup is None:
        return said
    way = translate("Halts", "The last good backup is of {moment} UTC; end every desk and type: {line}")
    line = f'python -m desktop restore "{backup.file}"'
    return f"{said} {way.format(moment=f'{backup.moment:%Y-%m-%d %H:%M}', line=line)}"
