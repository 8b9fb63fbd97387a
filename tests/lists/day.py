"""Lists of the sample's day for tests: its rows in a few words, and the mark of a row."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.actor import Actor
from desktop.services.domain.booking import Hold
from desktop.services.domain.day_lists import ArrivalAct, DayList, DayListQuery, ListKind, ListRow
from desktop.services.domain.people import Customer
from desktop.services.domain.quote import Guest
from desktop.services.lists.mark_arrival import MarkArrival
from desktop.services.lists.read_day_list import ListDayChoices, ReadDayList
from desktop.services.moving.move_booking_lines import MoveBookingLines
from tests.counter import FACTS, ZONE, Counter

ACT = ArrivalAct


@dataclass
class Lists:
    """The lists of a counter's books."""

    counter: Counter

    def rooms(self, kind: ListKind, ahead: int, actor: Actor | None = None) -> DayList:
        """Return a list of the hotel."""
        query = DayListQuery(kind, self.counter.day(ahead))
        return ReadDayList(self.counter.database)(query, actor or self.counter.actor)

    def slot(self, code: str, ahead: int, actor: Actor | None = None) -> DayList:
        """Return the chart of a departure, or the list of a tour date."""
        day = self.counter.day(ahead)
        choices = ListDayChoices(self.counter.database, ZONE)(day)
        (found,) = (one for one in choices.slots if one.code == code)
        query = DayListQuery(found.kind, day, slot_id=found.id)
        return ReadDayList(self.counter.database)(query, actor or self.counter.actor)

    def on(self, kind: ListKind, day: date) -> list[str]:
        """Return the rooms of a list of that day, with their guests."""
        found = ReadDayList(self.counter.database)(DayListQuery(kind, day), self.counter.actor)
        return told(found.rows)

    def mark(self, row: ListRow, act: ArrivalAct = ACT.ARRIVED, **rest: Any) -> int:
        """Mark a row as it was read."""
        moments = row.departed_at if act is ACT.NOT_DEPARTED else row.arrived_at
        seen = rest.pop("seen", [moments] if moments else [])
        actor = rest.pop("actor", self.counter.actor)
        act_on = MarkArrival(rest.pop("database", self.counter.database), self.counter.publish)
        return act_on(row.booking_id, row.numbers, act, seen, actor=actor)


def told(rows: Iterable[ListRow]) -> list[str]:
    """Return the rows as "203 Asha"."""
    return [f"{row.unit_name} {row.guest_name}" for row in rows]


def sell(counter: Counter, *items: Any, customer: Customer | None = None) -> Hold:
    """Sell a basket, paid in cash."""
    who = customer or counter.customer()
    hold = counter.hold(counter.quote(*items, customer=who), who)
    counter.pay(hold, wallet_paise=0, cash_paise=hold.total_paise)
    return hold


def guests(*names: str) -> tuple[Guest, ...]:
    """Return one adult of each name."""
    return tuple(Guest(name) for name in names)


def move(counter: Counter, hold: Hold, numbers: list[int], code: str, name: str) -> None:
    """Put lines on another unit."""
    act = MoveBookingLines(counter.database, FACTS, counter.publish)
    act(hold.booking_id, numbers, counter.units(code, name)[0], "noise", actor=counter.actor)
