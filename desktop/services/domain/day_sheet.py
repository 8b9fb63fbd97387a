"""The day sheet: what was sold, given back and taken, each figure by its own moment. All amounts in paise.

A sheet is the sum of its acts, and so is each of its parts: whatever a figure is divided by, it adds up.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from db.ids import BookingId, BookingReference, ShiftId
from db.states import Tender


class Figure(StrEnum):
    """What is added up."""

    # What was sold, as it was priced.
    SOLD = "sold"
    BASE = "base"
    DISCOUNT = "discount"
    FEE = "fee"
    # What ended of it: its price, what of that the customer gets back, and what the house keeps.
    CANCELLED = "cancelled"
    BACK = "back"
    KEPT = "kept"
    # Kept of what a deposit had been paid for and was never sold: its sale.
    FORFEITED = "forfeited"
    # Sold less what comes back, and what was kept of deposits; then value and levies of that.
    NET = "net"
    TAXABLE = "taxable"
    CGST = "cgst"
    SGST = "sgst"
    UTGST = "utgst"
    IGST = "igst"
    TAX = "tax"
    # Money for bookings, and what was given back of it.
    TAKEN = "taken"
    GIVEN_BACK = "given_back"
    PUT_RIGHT = "put_right"
    BILLS = "bills"
    TOP_UPS = "top_ups"
    TOP_UPS_BACK = "top_ups_back"
    # All of them: what came less what went.
    MONEY = "money"
    # Parts of what was taken.
    WALLET_SPENT = "wallet_spent"
    ON_ACCOUNT = "on_account"
    DEPOSITS = "deposits"
    BALANCES = "balances"
    ROUNDING = "rounding"
    # The gateway's money without a booking: it waits, and was decided.
    SET_ASIDE = "set_aside"
    DECIDED = "decided"
    # Cash without a sale.
    CASH_IN = "cash_in"
    DROPPED = "dropped"
    PAID_OUT = "paid_out"


class Axis(StrEnum):
    """What a figure is divided by."""

    DAY = "day"
    HOUR = "hour"
    DESK = "desk"
    PERSON = "person"
    KIND = "kind"
    TENDER = "tender"
    TAX = "tax"


class DayKind(StrEnum):
    """When a day begins: at midnight, or when its night has ended."""

    CALENDAR = "calendar"
    BUSINESS = "business"


@dataclass(frozen=True, slots=True)
class SheetOf:
    """Which sheet: days from the first to the last, or one shift."""

    first: date
    last: date
    days: DayKind = DayKind.CALENDAR
    shift_id: ShiftId | None = None


@dataclass(frozen=True, slots=True)
class DayAct:
    """One act with its figures. `parts`: what it is called on each axis on which it has a part.

    `amounts` may hold 0: something was sold for nothing, and is among what was sold.
    """

    at: datetime
    booking_id: BookingId | None
    reference: BookingReference | None
    parts: Mapping[Axis, str]
    amounts: Mapping[Figure, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """A sum, and of how many bookings; acts that are about none count one each."""

    paise: int
    count: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A figure of a sheet, or its part on an axis."""

    figure: Figure
    axis: Axis | None = None
    part: str = ""

    def takes(self, act: DayAct) -> bool:
        """Tell whether an act is in the sum."""
        is_part = self.axis is None or act.parts.get(self.axis) == self.part
        return is_part and self.figure in act.amounts


@dataclass(frozen=True, slots=True)
class DaySheet:
    """The sums. `whose`: the person of the shift, and its desk; empty for whole days."""

    of: SheetOf
    since: datetime
    until: datetime
    cells: Mapping[Choice, Cell]
    whose: str = ""
    desk: str = ""
    is_open: bool = False

    def paise(self, figure: Figure, axis: Axis | None = None, part: str = "") -> int:
        """Return a sum; 0 where nothing was added to it."""
        found = self.cells.get(Choice(figure, axis, part))
        return found.paise if found else 0

    def parts(self, axis: Axis, *figures: Figure) -> tuple[str, ...]:
        """Return the parts of an axis that one of the figures has, in their order."""
        found = {one.part for one in self.cells if one.axis is axis and one.figure in figures}
        return tuple(sorted(found, key=lambda part: _place(axis, part)))


@dataclass(frozen=True, slots=True)
class ChosenBooking:
    """What a booking adds to a sum, and when last; None: acts that are about no booking."""

    booking_id: BookingId | None
    reference: BookingReference | None
    at: datetime
    paise: int
    person: str
    desk: str


@dataclass(slots=True)
class _Sum:
    paise: int = 0
    bookings: set[str] = field(default_factory=set)
    others: int = 0


TENDER_PLACES = {str(tender): place for place, tender in enumerate(Tender)}


def _place(axis: Axis, part: str) -> tuple[int, str]:
    return (TENDER_PLACES.get(part, 0) if axis is Axis.TENDER else 0, part)


def add_up(acts: Iterable[DayAct]) -> dict[Choice, Cell]:
    """Return every sum: of each figure, and of its parts on every axis that its acts have."""
    sums: dict[Choice, _Sum] = defaultdict(_Sum)
    for act in acts:
        for figure, paise in act.amounts.items():
            _add(sums[Choice(figure)], act, paise)
            for axis, part in act.parts.items():
                _add(sums[Choice(figure, axis, part)], act, paise)
    return {choice: Cell(one.paise, len(one.bookings) + one.others) for choice, one in sums.items()}


def _add(found: _Sum, act: DayAct, paise: int) -> None:
    found.paise += paise
    if act.booking_id is None:
        found.others += 1
    else:
        found.bookings.add(act.booking_id)


def bookings_of(acts: Iterable[DayAct], choice: Choice) -> tuple[ChosenBooking, ...]:
    """Return the bookings whose sum a figure is, in the order of their last act; the others one by one."""
    found: dict[str, ChosenBooking] = {}
    for number, act in enumerate(sorted((act for act in acts if choice.takes(act)), key=lambda one: one.at)):
        name = act.booking_id or f"act {number}"
        before = found.pop(name, None)
        found[name] = ChosenBooking(
            act.booking_id,
            act.reference,
            act.at,
            act.amounts[choice.figure] + (before.paise if before else 0),
            act.parts.get(Axis.PERSON, ""),
            act.parts.get(Axis.DESK, ""),
        )
    return tuple(found.values())
