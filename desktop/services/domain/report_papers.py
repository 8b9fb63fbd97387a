"""Reports as papers on A4: what is asked for as JSON has it, and what their process is handed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from db.ids import ShiftId, SiteId, SlotId
from desktop.services.domain.day_lists import DayList, DayListQuery, ListKind
from desktop.services.domain.day_sheet import DayKind, DaySheet, SheetOf

DAY_LIST = "day_list"
"""The report of a list of a day."""
DAY_SHEET = "day_sheet"
"""The report of the figures of days or of a shift."""


@dataclass(frozen=True, slots=True)
class PrintedList:
    """A list of a day as it was when its turn came."""

    found: DayList
    practice: bool
    made_at: datetime

    @property
    def number(self) -> str:
        """What the printer's queue and a file call it."""
        query = self.found.query
        return f"{query.kind} {self.found.code} {query.day}"


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A day sheet as it was when its turn came."""

    sheet: DaySheet
    time_zone: str
    practice: bool

    @property
    def number(self) -> str:
        """What the printer's queue and a file call it."""
        of = self.sheet.of
        if of.shift_id is not None:
            return f"shift {self.sheet.desk} {self.sheet.since:%Y-%m-%d %H.%M}"
        return f"day sheet {of.first}" if of.first == of.last else f"day sheet {of.first} {of.last}"


def told_list(query: DayListQuery) -> dict[str, object]:
    """Return what is asked for of a list."""
    return {"kind": query.kind, "day": f"{query.day}", "site": query.site_id, "slot": query.slot_id}


def asked_list(told: Mapping[str, object]) -> DayListQuery:
    """Return which list is asked for. Raises KeyError or ValueError for what is none."""
    site, slot = (_name(told.get(name)) for name in ("site", "slot"))
    return DayListQuery(
        ListKind(f"{told['kind']}"),
        date.fromisoformat(f"{told['day']}"),
        SiteId(site) if site else None,
        SlotId(slot) if slot else None,
    )


def told_sheet(of: SheetOf) -> dict[str, object]:
    """Return what is asked for of a day sheet."""
    return {"first": f"{of.first}", "last": f"{of.last}", "days": of.days, "shift": of.shift_id}


def asked_sheet(told: Mapping[str, object]) -> SheetOf:
    """Return which sheet is asked for. Raises KeyError or ValueError for what is none."""
    first, last = (date.fromisoformat(f"{told[name]}") for name in ("first", "last"))
    shift = _name(told.get("shift"))
    return SheetOf(first, last, DayKind(f"{told['days']}"), ShiftId(shift) if shift else None)


def _name(told: object) -> str | None:
    if told is not None and not isinstance(told, str):
        raise ValueError("an id is a text")
    return told
