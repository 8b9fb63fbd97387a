"""What the desk sells and what is left of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.states import Kind
from desktop.services.domain.boarding import next_boarding
from desktop.services.domain.business_date import first_day_proposed
from desktop.services.domain.kinds import TRAITS, Begins
from desktop.services.domain.titles import short_day
from desktop.ui import formats
from desktop.ui.desk.ending_notice import ends_soon

if TYPE_CHECKING:
    from datetime import date, datetime

    from desktop.services.application import Services
    from desktop.services.domain.catalogue import DaySale, Offering

translate = QCoreApplication.translate
DAYS_AHEAD = 7


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One offering: a room tonight, a bus or tour when it is sold next. `free_count` None when it is not.

    `starts` of a room is told where tonight began yesterday.
    """

    code: str
    name: str
    kind: Kind
    starts: str
    free_count: int | None
    price_paise: int
    # The last day on sale, where that is near or has gone by.
    ends: date | None = None
    # What the command field would be told to quote this; without a day it is the next one.
    line: str = ""
    starts_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """Everything that the desk sells."""

    offerings: tuple[Offering, ...]
    rows: tuple[BoardRow, ...]
    today: date
    # The night, departure or date after the one in `rows`, the soonest first.
    then: tuple[BoardRow, ...] = ()

    def on_sale_until(self, kind: Kind) -> date | None:
        """Return the last day on which everything of a kind is on sale."""
        days = [one.last_day for one in self.offerings if one.kind is kind and one.last_day is not None]
        return min(days, default=None)


def read_board(services: Services, now: datetime) -> Board:
    """Ask for every offering what is left of it: a query each, so never on the GUI thread."""
    offerings = services.list_offerings()
    today = formats.local_day(now, services.time_zone)
    both = [_rows(services, offering, now) for offering in offerings]
    then = [second for _first, second in both if second is not None]
    then.sort(key=lambda row: (row.starts_at or now, row.code))
    return Board(offerings, tuple(first for first, _second in both), today, tuple(then))


def _rows(services: Services, offering: Offering, now: datetime) -> tuple[BoardRow, BoardRow | None]:
    """Return what is sold next of an offering, and what after that, if it is on sale within the week."""
    first = first_day_proposed(offering, now, boarding_minutes=offering.last_boarding_minutes)
    found = services.find_availability(offering.id, first, first + timedelta(days=DAYS_AHEAD), 1)
    sellable = [sale for sale in found.days if _can_be_sold(sale, found.as_of)]
    days = sellable
    if TRAITS[offering.kind].has_business_night:
        sellable = [sale for sale in sellable if sale.day == first]
    today = formats.local_day(now, offering.time_zone)
    ends = offering.last_day if ends_soon(offering.last_day, today) else None
    sale = next((sale for sale in sellable if sale.free_count), sellable[0] if sellable else None)
    if sale is None:
        return BoardRow(offering.code, offering.name, offering.kind, "", None, 0, ends), None
    after = next((one for one in days if one.day > sale.day), None)
    return _row(offering, sale, now, ends), None if after is None else _later(offering, after, now)


def _later(offering: Offering, sale: DaySale, now: datetime) -> BoardRow:
    """Return the night or departure after the next one; its line names its day."""
    row, today = _row(offering, sale, now, None), formats.local_day(now, offering.time_zone)
    starts = row.starts or formats.weekday(sale.day)
    line = f"{offering.code} {short_day(sale.day, today)}"
    return replace(row, starts=starts, line=line, starts_at=sale.starts_at)


def _row(offering: Offering, sale: DaySale, now: datetime, ends: date | None) -> BoardRow:
    return BoardRow(
        code=offering.code,
        name=offering.name,
        kind=offering.kind,
        starts=_starts(offering, sale, now),
        free_count=sale.free_count,
        price_paise=sale.price_paise,
        ends=ends,
    )


def _can_be_sold(sale: DaySale, now: datetime) -> bool:
    return not (sale.stopped or sale.cancelled or sale.sold_until <= now)


def _starts(offering: Offering, sale: DaySale, now: datetime) -> str:
    """When the night began, where that was yesterday; else when somebody can still get in or join."""
    today = formats.local_day(now, offering.time_zone)
    if TRAITS[offering.kind].begins is Begins.CHECK_IN:
        if sale.day >= today:
            return ""
        return translate("Board", "since {day}").format(day=formats.short_day(sale.day))
    boards_at = next_boarding(offering.boarding, sale.starts_at, now)
    at, day = formats.clock(boards_at, offering.time_zone), formats.local_day(boards_at, offering.time_zone)
    if day == today:
        return translate("Board", "today {time}").format(time=at)
    return f"{formats.weekday(day)} {at}"
