"""Random baskets whose lines are cancelled, voided, moved and completed at random moments.

A small book of its own says what each line must give back and which units must be taken; the program has to
agree after every act, to the paisa.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

import pytest

from db.ids import SlotId, UnitId
from db.states import BookingState, RefundRule
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.domain.booking import Booking, BookingLine, Hold
from desktop.services.errors import AlreadyDone, DeskError, NotVoidable, WrongLines, WrongState
from desktop.services.holding.complete_bookings import CompleteBookings
from desktop.services.moving.list_free_units import ListFreeUnits
from desktop.services.moving.move_booking_lines import MoveBookingLines
from tests.conftest import SteppedClock
from tests.counter import FACTS, Counter

STEPS = 30
HOUR = 3_600
CODES = ("DLX", "EXE", "GOA21", "HERI")
REFUSALS = (AlreadyDone, NotVoidable, WrongLines, WrongState)


@dataclass
class Book:
    """What must be so: the live lines' units, and what has been given back."""

    counter: Counter
    random: Random
    sold: list[Hold] = field(default_factory=list)
    taken: dict[tuple[SlotId, UnitId], str] = field(default_factory=dict)
    back_paise: dict[str, int] = field(default_factory=dict)

    def sell(self) -> None:
        """Sell one to three things for the next days, if they are free."""
        items = []
        for code in self.random.sample(CODES, self.random.randint(1, 3)):
            ahead, nights = self.random.randint(1, 6), self.random.randint(1, 3)
            if self.counter.look(code, ahead, nights).suggested_unit_ids:
                items.append(self.counter.item(code, ahead=ahead, nights=nights))
        try:
            hold = self.counter.hold(self.counter.quote(*items))
        except DeskError:
            return
        self.counter.pay(hold)
        self.sold.append(hold)
        self.back_paise[hold.booking_id] = 0
        for line in self.counter.booking(hold).lines:
            assert (line.slot_id, line.unit_id) not in self.taken
            self.taken[line.slot_id, line.unit_id] = hold.booking_id

    def cancel(self) -> None:
        """Give some lines back, or all, or void the sale."""
        hold = self.random.choice(self.sold)
        before = self.counter.booking(hold)
        numbers = self._some(before)
        void = self.random.random() < 0.2
        try:
            plan = self.counter.plan(hold, () if void else numbers, void=void)
            result = self.counter.cancel(hold, plan)
        except REFUSALS:
            return
        ended = [line for line in before.lines if line.number in plan.numbers]
        assert all(line.is_live for line in ended)
        due = {line.number: self.due_paise(before, line, void=void) for line in ended}
        assert {line.number: line.back_paise for line in plan.lines} == due
        assert result.refund_paise == sum(due.values())
        assert result.claims_released == len(ended)
        self.back_paise[hold.booking_id] += result.refund_paise
        for line in ended:
            assert self.taken.pop((line.slot_id, line.unit_id)) == hold.booking_id

    def _some(self, booking: Booking) -> list[int]:
        live = [line.number for line in booking.live_lines]
        return self.random.sample(live, self.random.randint(1, len(live))) if live else [1]

    def due_paise(self, booking: Booking, line: BookingLine, *, void: bool) -> int:
        """What a line gives back now, worked out from what was frozen with it alone."""
        if void or line.departure_cancelled:
            return line.total_paise
        first = min(one.starts_at for one in booking.lines if one.stay == line.stay)
        ahead = first - self.counter.now()
        rates = [tier.refund_bp for tier in line.tiers if ahead >= timedelta(hours=tier.hours_before)]
        rate = max(rates, default=0) if ahead >= timedelta(0) else 0
        return (line.total_paise * rate + 5_000) // 10_000

    def move(self) -> None:
        """Put a line on another free unit, all nights of its room together."""
        hold = self.random.choice(self.sold)
        booking = self.counter.booking(hold)
        if not booking.live_lines:
            return
        chosen = self.random.choice(booking.live_lines)
        group = [
            line
            for line in booking.live_lines
            if (line.stay, line.unit_id) == (chosen.stay, chosen.unit_id) and not line.is_over
        ]
        numbers = [line.number for line in group]
        try:
            free = ListFreeUnits(self.counter.database)(hold.booking_id, numbers)
        except REFUSALS:
            return
        for unit in free[:1]:
            move = MoveBookingLines(self.counter.database, FACTS, self.counter.publish)
            move(hold.booking_id, numbers, unit.id, "wish", actor=self.counter.actor)
            for line in group:
                assert (line.slot_id, unit.id) not in self.taken
                self.taken[line.slot_id, unit.id] = self.taken.pop((line.slot_id, line.unit_id))

    def call_off(self) -> None:
        """The house cancels a departure of the last or the next days."""
        code = self.random.choice(("GOA21", "HERI"))
        day = self.counter.day(self.random.randint(-1, 4))
        cancel = CancelDeparture(self.counter.database, self.counter.publish)
        try:
            cancel(self.counter.offering(code).id, day, "landslide", actor=self.counter.actor)
        except DeskError:
            return

    def complete(self) -> None:
        """Write down what has been used up."""
        CompleteBookings(self.counter.database, self.counter.publish)(actor=self.counter.actor)

    def check(self) -> None:
        """Compare everything with what the program holds."""
        live: dict[tuple[SlotId, UnitId], str] = {}
        for hold in self.sold:
            booking = self.counter.booking(hold)
            for line in booking.live_lines:
                live[line.slot_id, line.unit_id] = hold.booking_id
            assert (booking.state is BookingState.CANCELLED) == (not booking.live_lines)
            back = sum(refund.amount_paise for refund in booking.refunds)
            assert back == self.back_paise[hold.booking_id] == sum(one.refund_paise for one in booking.lines)
            assert back <= booking.total_paise == booking.paid_paise
            assert all((one.refund_rule is None) == one.is_live for one in booking.lines)
            assert RefundRule.HOLD not in {one.refund_rule for one in booking.lines}
        assert live == self.taken
        assert self.counter.faults() == []


def moments(random: Random) -> Iterator[float]:
    """Yield how long to wait before each act: now and then minutes, mostly hours."""
    for _ in range(STEPS):
        yield random.choice((0, 60, 14 * 60, 3 * HOUR, 9 * HOUR))


@pytest.mark.parametrize("seed", range(6))
def test_every_line_follows_its_own_rule_and_sums_and_stock_are_exact(
    counter: Counter, clock: SteppedClock, seed: int
) -> None:
    random = Random(seed)
    book = Book(counter, random)
    book.sell()
    for wait in moments(random):
        clock.advance(wait)
        acts = (book.sell, book.cancel, book.cancel, book.move, book.call_off, book.complete)
        random.choice(acts)()
        book.check()
    assert sum(book.back_paise.values()) > 0
