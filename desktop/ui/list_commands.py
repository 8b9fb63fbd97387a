"""The words of the command field for lists of a day: "arrivals", "departures 24 nov", "chart goa21 sat"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.day_lists import LIST_OF, ListKind
from desktop.ui.routes import OpenLists, OpenRegister
from desktop.ui.typed.day_text import names_days
from desktop.ui.typed.offering_match import match_offerings, split_command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.services.domain.catalogue import Offering

translate = QCoreApplication.translate


def list_pages() -> tuple[tuple[OpenLists | OpenRegister, str], ...]:
    """Return each list as a page among the others: where it leads, and what it is called."""
    return (
        (OpenLists(ListKind.ARRIVALS), translate("Commands", "Arrivals today")),
        (OpenLists(ListKind.IN_HOUSE), translate("Commands", "In house tonight")),
        (OpenLists(ListKind.DEPARTURES), translate("Commands", "Departures today")),
        (OpenLists(ListKind.CHART), translate("Commands", "Chart of a departure")),
        (OpenLists(ListKind.TOUR), translate("Commands", "Tour list")),
        (OpenRegister(), translate("Commands", "Register of guests")),
    )


def named_lists(line: str, offerings: Sequence[Offering]) -> list[tuple[OpenLists, str, str]]:
    """Return the lists that a line calls by their word and a day or service: goal, title and detail."""
    found: list[tuple[OpenLists, str, str]] = []
    for kind, words in _words().items():
        rest = next((text for word in words if (text := _after(line, word))), "")
        if not rest:
            continue
        title = words[-1].capitalize()
        if kind in LIST_OF.values():
            found += _of_services(kind, title, rest, offerings)
        elif names_days(rest):
            found.append((OpenLists(kind, when=rest), title, rest))
    return found


def _of_services(
    kind: ListKind, title: str, rest: str, offerings: Sequence[Offering]
) -> list[tuple[OpenLists, str, str]]:
    if names_days(rest):
        return [(OpenLists(kind, when=rest), title, rest)]
    listed = [one for one in offerings if one.kind in LIST_OF]
    command = split_command(rest, listed)
    matched = match_offerings(listed, command.what)
    return [
        (
            OpenLists(LIST_OF[one.kind], one.code, command.when),
            f"{title}  {one.code}  {one.name}",
            command.when,
        )
        for one in matched
    ]


def _words() -> dict[ListKind, tuple[str, str]]:
    """Return what each list is called: in English, and in the language of the screen."""
    return {
        ListKind.ARRIVALS: ("arrivals", translate("Commands", "arrivals")),
        ListKind.IN_HOUSE: ("in house", translate("Commands", "in house")),
        ListKind.DEPARTURES: ("departures", translate("Commands", "departures")),
        ListKind.CHART: ("chart", translate("Commands", "chart")),
        ListKind.TOUR: ("tour list", translate("Commands", "tour list")),
    }


def _after(line: str, word: str) -> str:
    """Return what follows a word at the start of a line."""
    start = f"{word} ".casefold()
    return line[len(start) :].strip() if line.casefold().startswith(start) else ""
