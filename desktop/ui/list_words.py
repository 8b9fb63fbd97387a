"""The words of the lists of a day: on the screen in its language, on paper in that of the paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, QTranslator

from db.catalogue_words import Gender
from desktop.services.domain.day_lists import ListKind, Mark
from desktop.ui import formats
from desktop.ui.theme import RESOURCES

if TYPE_CHECKING:
    from desktop.services.domain.day_lists import DayList, ListRow

# Says a text of the context "Lists" in a language.
Say = Callable[[object], str]
CONTEXT = "Lists"
KINDS: Mapping[ListKind, object] = {
    ListKind.ARRIVALS: QT_TRANSLATE_NOOP("Lists", "Arrivals"),
    ListKind.IN_HOUSE: QT_TRANSLATE_NOOP("Lists", "In house"),
    ListKind.DEPARTURES: QT_TRANSLATE_NOOP("Lists", "Departures"),
    ListKind.CHART: QT_TRANSLATE_NOOP("Lists", "Passenger chart"),
    ListKind.TOUR: QT_TRANSLATE_NOOP("Lists", "Tour list"),
}
MARKS: Mapping[Mark, object] = {
    Mark.EXPECTED: QT_TRANSLATE_NOOP("Lists", "expected"),
    Mark.ARRIVED: QT_TRANSLATE_NOOP("Lists", "✓ came {time}"),
    Mark.DEPARTED: QT_TRANSLATE_NOOP("Lists", "✓ left {time}"),
    Mark.NO_SHOW: QT_TRANSLATE_NOOP("Lists", "▲ no-show"),
    Mark.CANCELLED: QT_TRANSLATE_NOOP("Lists", "× cancelled"),
    Mark.NOT_RUNNING: QT_TRANSLATE_NOOP("Lists", "× does not run"),
}
GENDERS: Mapping[Gender, object] = {
    Gender.FEMALE: QT_TRANSLATE_NOOP("Lists", "F"),
    Gender.MALE: QT_TRANSLATE_NOOP("Lists", "M"),
    Gender.OTHER: QT_TRANSLATE_NOOP("Lists", "X"),
}
UNITS: Mapping[ListKind, object] = {
    ListKind.CHART: QT_TRANSLATE_NOOP("Lists", "Seat"),
    ListKind.TOUR: QT_TRANSLATE_NOOP("Lists", "Place"),
}
WHENS: Mapping[ListKind, object] = {
    ListKind.ARRIVALS: QT_TRANSLATE_NOOP("Lists", "Leaves"),
    ListKind.IN_HOUSE: QT_TRANSLATE_NOOP("Lists", "Leaves"),
    ListKind.DEPARTURES: QT_TRANSLATE_NOOP("Lists", "Came"),
    ListKind.CHART: QT_TRANSLATE_NOOP("Lists", "Boards"),
    ListKind.TOUR: QT_TRANSLATE_NOOP("Lists", "Starts"),
}
ROOM = QT_TRANSLATE_NOOP("Lists", "Room")
MARK, GUEST = QT_TRANSLATE_NOOP("Lists", "Here"), QT_TRANSLATE_NOOP("Lists", "Guest")
PERSONS, TELEPHONE = QT_TRANSLATE_NOOP("Lists", "People"), QT_TRANSLATE_NOOP("Lists", "Telephone")
BOOKING, NOTES = QT_TRANSLATE_NOOP("Lists", "Booking"), QT_TRANSLATE_NOOP("Lists", "Notes")
BEFORE = QT_TRANSLATE_NOOP("Lists", "before {unit}")
GETS_OFF = QT_TRANSLATE_NOOP("Lists", "to {stop}")
BOOKED_BY = QT_TRANSLATE_NOOP("Lists", "booked by {name}")
TO_PAY = QT_TRANSLATE_NOOP("Lists", "to pay {amount}")
COUNTS = QT_TRANSLATE_NOOP("Lists", "{expected} expected, {arrived} came, {persons} people")
FREE = QT_TRANSLATE_NOOP("Lists", "Empty ({count}): {units}")
HELD = QT_TRANSLATE_NOOP("Lists", "Held: {units}")
BLOCKED = QT_TRANSLATE_NOOP("Lists", "Blocked: {units}")
SOLD = QT_TRANSLATE_NOOP("Lists", "{count} sold")
CALLED_OFF = QT_TRANSLATE_NOOP("Lists", "CANCELLED BY THE HOUSE")


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: how it says a text, and how it writes a day."""

    say: Say
    locale: QLocale


def screen_tongue() -> Tongue:
    """Return the language of the screen as it is now."""
    return Tongue(lambda text: QCoreApplication.translate(CONTEXT, str(text)), QLocale())


def paper_tongue(*, is_hindi: bool) -> Tongue:
    """Return the language of a paper, whatever the screen speaks. Raises OSError without its translation."""
    if not is_hindi:
        return Tongue(str, QLocale("en_IN"))
    translator = QTranslator()
    if not translator.load("counterfoil_hi", str(RESOURCES / "translations")):
        raise OSError("the translation of the program into hi is missing")
    return Tongue(lambda text: translator.translate(CONTEXT, str(text)) or str(text), QLocale("hi_IN"))


def heads(kind: ListKind, tongue: Tongue) -> tuple[str, ...]:
    """Return the heads of the columns."""
    unit = UNITS.get(kind, ROOM)
    words = (MARK, unit, GUEST, PERSONS, WHENS[kind], TELEPHONE, BOOKING, NOTES)
    return tuple(tongue.say(word) for word in words)


def cells(row: ListRow, found: DayList, tongue: Tongue) -> tuple[str, ...]:
    """Return a row's texts, one for each column."""
    return (
        mark_text(row, found.time_zone, tongue),
        row.unit_name,
        guest_text(row, tongue),
        f"{row.adults}+{row.children}" if row.children else str(row.adults),
        when_text(row, found, tongue),
        row.telephone,
        row.reference,
        notes_text(row, found.query.kind, tongue),
    )


def mark_text(row: ListRow, time_zone: str, tongue: Tongue) -> str:
    """Return whether the guest came, and when."""
    moment = row.departed_at or row.arrived_at
    time = formats.clock(moment, time_zone) if moment else ""
    return tongue.say(MARKS[row.mark]).format(time=time)


def guest_text(row: ListRow, tongue: Tongue) -> str:
    """Return the name, and whether it is a woman, where that was asked."""
    return f"{row.guest_name} ({tongue.say(GENDERS[row.gender])})" if row.gender else row.guest_name


def when_text(row: ListRow, found: DayList, tongue: Tongue) -> str:
    """Return when a stay ends or began, or where and when somebody boards."""
    kind = found.query.kind
    if kind in (ListKind.ARRIVALS, ListKind.IN_HOUSE):
        return formats.day(row.until, tongue.locale)
    if kind is ListKind.DEPARTURES:
        return formats.day(row.first_day, tongue.locale)
    at = formats.clock(row.begins_at, found.time_zone)
    # A coach of the evening boards after midnight, too.
    day = formats.local_day(row.begins_at, found.time_zone)
    later = "" if day == found.query.day else f" {formats.day(day, tongue.locale)}"
    return f"{row.stop} {at}{later}".strip()


def notes_text(row: ListRow, kind: ListKind, tongue: Tongue) -> str:
    """Return what else is to be known: where it was before, who booked it, what is left to pay."""
    details = row.details
    if kind is ListKind.CHART and details:
        details = tongue.say(GETS_OFF).format(stop=details)
    parts = [details]
    if row.came_from:
        parts.append(tongue.say(BEFORE).format(unit=row.came_from))
    if row.customer_name != row.guest_name:
        parts.append(tongue.say(BOOKED_BY).format(name=row.customer_name))
    if row.balance_paise:
        parts.append(tongue.say(TO_PAY).format(amount=formats.amount(row.balance_paise)))
    return " · ".join(part for part in parts if part)


def title_text(found: DayList, tongue: Tongue) -> str:
    """Return "Passenger chart · Goa 21:30 · 24 Nov 2026"."""
    title = found.title
    if found.starts_at is not None:
        at = formats.clock(found.starts_at, found.time_zone)
        title = title if at in title else f"{title} {at}"
    day = formats.day_and_year(found.query.day, tongue.locale)
    return f"{tongue.say(KINDS[found.query.kind])} · {title} · {day}"


def counts_text(found: DayList, tongue: Tongue) -> str:
    """Return how many are expected and came."""
    return tongue.say(COUNTS).format(expected=found.expected, arrived=found.arrived, persons=found.persons)


def foot_texts(found: DayList, tongue: Tongue) -> list[str]:
    """Return what is told below the rows: how many at each stop, and the units without anybody."""
    at_stops = [
        f"{stop.name} {formats.clock(stop.at, found.time_zone)}: {stop.count}" for stop in found.stops
    ]
    texts = ["   ".join(at_stops)] if at_stops else []
    if found.free:
        texts.append(tongue.say(FREE).format(count=len(found.free), units=" ".join(found.free)))
    for word, names in ((HELD, found.held), (BLOCKED, found.blocked)):
        if names:
            texts.append(tongue.say(word).format(units=" ".join(names)))
    return texts


def records() -> dict[str, str]:
    """Return what the journal's records about lists and guests are called, by their tags."""
    translate = QCoreApplication.translate
    return {
        "GUEST_ARRIVED": translate("Review", "Guest or passenger came"),
        "GUEST_ARRIVAL_TAKEN_BACK": translate("Review", "Did not come after all"),
        "GUEST_DEPARTED": translate("Review", "Guest left"),
        "GUEST_DEPARTURE_TAKEN_BACK": translate("Review", "Did not leave after all"),
        "GUEST_ENTERED": translate("Review", "Guest entered in the register"),
        "GUEST_CHANGED": translate("Review", "Entry of the register changed"),
        "GUEST_ERASED": translate("Review", "Entry of the register erased"),
        "GUEST_FORM_SENT": translate("Review", "Form of a guest handed in"),
        "GUESTS_BLANKED": translate("Review", "Old entries of the register erased"),
        "GUESTS_EXPORTED": translate("Review", "Register of guests saved as a file"),
        "LISTS_PRINTED": translate("Review", "Lists of a day made by themselves"),
        "LIST_RULES_SAVED": translate("Review", "Rules of lists and register changed"),
    }
