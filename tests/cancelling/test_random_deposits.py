"""Random bookings on deposits: parts of the balance, lines that end, departures that the house cancels.

After every act the books have to hold to the paisa: what stayed of the payments is what was sold and what is
still an advance, and the audit finds nothing.
"""

from datetime import timedelta
from random import Random
from typing import Any

import pytest

from db.catalogue_words import BalanceDue
from db.deposits import DepositRuleRow
from db.states import BookingState
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.domain.booking import Hold
from desktop.services.errors import DeskError
from desktop.services.holding.complete_bookings import CompleteBookings
from tests.conftest import SteppedClock
from tests.counter import Counter
from tests.paying.test_companies import may_owe
from tests.paying.test_deposits import set_rules, take_deposit
from tests.paying.test_take_payment import house_paise

STEPS = 16
CODES = ("DLX", "EXE", "GOA21", "HERI")


class House:
    """Sells on deposits at random, and checks the books after each act."""

    def __init__(self, counter: Counter, clock: SteppedClock, random: Random) -> None:
        self.counter, self.clock, self.random = counter, clock, random
        self.sold: list[Hold] = []
        self.customer = counter.customer(wallet_paise=20_000_00)
        may_owe(counter, self.customer.id, 1_00_000_00)

    def sell(self) -> None:
        """Confirm a basket against some part."""
        items = []
        for code in self.random.sample(CODES, self.random.randint(1, 3)):
            ahead = self.random.randint(2, 6)
            if self.counter.look(code, ahead, 2).suggested_unit_ids:
                items.append(self.counter.item(code, ahead=ahead, nights=2))
        try:
            hold = self.counter.hold(self.counter.quote(*items, customer=self.customer), self.customer)
            take_deposit(self.counter, hold, self.random.randrange(hold.total_paise))
        except DeskError:
            return
        self.sold.append(hold)

    def pay(self) -> None:
        """Take some of the balance, or all of it, by some tender."""
        hold = self.random.choice(self.sold)
        due = self.counter.booking(hold).due_paise
        part = self.random.choice((due, self.random.randint(1, max(due, 1))))
        tender = self.random.choice(("cash", "wallet", "on_account"))
        try:
            tenders: dict[str, Any] = {f"{tender}_paise": part}
            result = self.counter.pay(hold, **tenders)
        except DeskError:
            return
        assert result.due_paise == due - part

    def cancel(self) -> None:
        """End some lines, or all; what is kept and goes back is never more than was paid."""
        hold = self.random.choice(self.sold)
        before = self.counter.booking(hold)
        live = [line.number for line in before.live_lines]
        numbers = self.random.sample(live, self.random.randint(1, len(live))) if live else [1]
        try:
            plan = self.counter.plan(hold, numbers)
            self.counter.cancel(hold, plan)
        except DeskError:
            return
        after = self.counter.booking(hold)
        assert 0 <= plan.refund_paise <= before.kept_paise
        assert after.kept_paise == before.kept_paise - plan.refund_paise
        if after.state is BookingState.CONFIRMED and before.owes_balance:
            assert after.due_paise == plan.balance_paise
            assert after.owes_balance == (plan.balance_paise > 0)

    def call_off(self) -> None:
        """The house cancels a departure: its lines give nothing to the house."""
        code = self.random.choice(("GOA21", "HERI"))
        offering, day = self.counter.offering(code), self.counter.day(self.random.randint(1, 5))
        try:
            CancelDeparture(self.counter.database, self.counter.publish)(
                offering.id, day, "rain", actor=self.counter.actor
            )
        except DeskError:
            return

    def wait(self) -> None:
        """Let some hours pass; what is used up and sold is completed, an open balance never."""
        self.clock.advance(timedelta(hours=self.random.randint(1, 30)).total_seconds())
        CompleteBookings(self.counter.database, self.counter.publish)(actor=self.counter.actor)
        for hold in self.sold:
            booking = self.counter.booking(hold)
            assert booking.state is not BookingState.COMPLETED or booking.due_paise == 0

    def check(self) -> None:
        """The money that stayed is what was sold and what is still an advance."""
        bookings = [self.counter.booking(hold) for hold in self.sold]
        stayed = sum(booking.kept_paise for booking in bookings)
        sold = -house_paise(self.counter, "sales") - house_paise(self.counter, "tax_payable")
        advance = -house_paise(self.counter, "advance_received")
        assert stayed == sold + advance
        assert advance == sum(
            booking.kept_paise
            - sum(
                line.total_paise - line.refund_paise - line.unpaid_paise
                for line in booking.lines
                if not line.is_live
            )
            for booking in bookings
            if booking.owes_balance
        )
        assert self.counter.faults() == []


@pytest.mark.parametrize("seed", range(3))
def test_random_deposits_keep_the_books(any_counter: Counter, clock: SteppedClock, seed: int) -> None:
    random = Random(seed)
    set_rules(
        any_counter,
        DepositRuleRow("any", 20_00, 500_00, BalanceDue.AT_ARRIVAL, 0, True),
        DepositRuleRow("bus", 50_00, 0, BalanceDue.BEFORE_START, 2, True),
    )
    house = House(any_counter, clock, random)
    house.sell()
    house.sell()
    for _ in range(STEPS):
        act = random.choice((house.sell, house.pay, house.pay, house.cancel, house.call_off, house.wait))
        if house.sold or act == house.sell:
            act()
        house.check()
