"""The sentence for every halt: what is wrong with the books and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from db.halt import HaltKind
from desktop.services.errors import DeskError
from desktop.services.halted import SalesHalted
from desktop.ui import formats
from desktop.ui.clock_words import clock_sentence

if TYPE_CHECKING:
    from db.halt import Halt

translate = QCoreApplication.translate
TABLES_NAMED = 4


def halt_sentence(halt: Halt) -> str:
    """Return what is wrong and what to do, in one sentence or two."""
    words: dict[HaltKind, Callable[[Halt], str]] = {
        HaltKind.READ_ONLY: _read_only,
        HaltKind.DAMAGED: _damaged,
        HaltKind.FOREIGN: _foreign,
        HaltKind.SCHEMA: _schema,
        HaltKind.MOVED: _moved,
        HaltKind.TAKEN_OVER: _taken_over,
        HaltKind.BEHIND: _behind,
        HaltKind.STANDBY: _standby,
        HaltKind.CLOCK: clock_sentence,
    }
    return words[halt.kind](halt)


def short_halt_sentence(halt: Halt) -> str:
    """Return the same without the line to type: that stands on the page Books."""
    facts = {name: fact for name, fact in halt.facts.items() if name != "backup"}
    return halt_sentence(replace(halt, facts=facts))


def checking_sentence(per_cent: int | None) -> str:
    """Return that the books are being checked; how far it has got, where that is known."""
    if per_cent is None:
        return translate("Halts", "◌ The books are being checked; the first sale waits for it.")
    said = translate("Halts", "◌ The books are being checked, {done} %; the first sale waits for it.")
    return said.format(done=per_cent)


def _schema(_halt: Halt) -> str:
    return translate(
        "Halts", "A newer Counterfoil has changed these books. End this program, start the newer one."
    )


def _moved(halt: Halt) -> str:
    if "to" not in halt.facts:
        return translate("Halts", "These books were moved: sell at their new place.")
    return translate(
        "Halts", "These books were moved to {place} on {day}: sell there. Reading still works here."
    ).format(place=halt.facts["to"], day=formats.day_and_year(halt.facts["at"].astimezone().date()))


def _taken_over(halt: Halt) -> str:
    if "since" not in halt.facts:
        return translate(
            "Halts", "Another PC works as this desk: nothing is sold here. Go on there, or end it there."
        )
    since = halt.facts["since"].astimezone()
    facts = {
        "code": halt.facts["code"],
        "host": halt.facts["host"] or translate("Halts", "another PC"),
        "moment": f"{formats.day_and_year(since.date())} {since:%H:%M}",
    }
    return translate(
        "Halts",
        "Desk {code} was opened on {host} on {moment}, while this PC was silent: nothing is sold here. Go on"
        " there, or end it there.",
    ).format(**facts)


def _behind(halt: Halt) -> str:
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


def _standby(halt: Halt) -> str:
    if halt.facts.get("unconfirmed"):
        return translate(
            "Halts",
            "The standby does not answer; sales are not confirmed, so nothing is sold. Reading works.",
        )
    return translate(
        "Halts", "The server only reads now, as a standby does: nothing is sold until it takes writes again."
    )


def _damaged(halt: Halt) -> str:
    names = halt.facts.get("tables", ())
    tables = ", ".join(names[:TABLES_NAMED]) + (" …" if len(names) > TABLES_NAMED else "")
    if not tables:
        said = translate(
            "Halts", "The books are damaged: nothing is sold. Reading still works; the page Books has more."
        )
        return _with_backup(halt, said)
    said = translate(
        "Halts",
        "The books are damaged ({tables}): nothing is sold. Reading still works; the page Books has more.",
    )
    return _with_backup(halt, said.format(tables=tables))


def _foreign(halt: Halt) -> str:
    if halt.facts.get("replaced"):
        return translate(
            "Halts",
            "The file of the books was exchanged while the desk was open: nothing is sold. End this program"
            " and start it again.",
        )
    said = translate("Halts", "These are not the books that were here: nothing is sold.")
    return _with_backup(halt, said)


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


def adopted_sentence(paper: str) -> str:
    """Return the notice of books that this PC sees for the first time."""
    if not paper:
        return translate("Halts", "This PC sees these books for the first time.")
    return translate(
        "Halts", "This PC sees these books for the first time: compare your last paper with {paper}."
    ).format(paper=paper)


SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    SalesHalted: lambda error: halt_sentence(error.halt),
}
