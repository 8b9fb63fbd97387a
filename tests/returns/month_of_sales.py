"""Five weeks at a counter: rooms, rides and tours, to buyers of all kinds, paid, part paid, given back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from sqlalchemy import update

from db import deposits
from db.catalogue_words import BalanceDue
from db.deposits import DepositRuleRow
from db.ids import RequestKey
from db.schema import offering, stop_point
from desktop.services.customers.save_buyer import SaveBuyer
from desktop.services.domain.booking import Hold
from desktop.services.domain.financial_year import issued_on
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.domain.people import Customer
from desktop.services.holding.complete_bookings import CompleteBookings
from desktop.services.paying.take_payment import TakePayment
from tests.conftest import SteppedClock
from tests.counter import FACTS, Counter, parts_of
from tests.returns.paper_maker import KARNATAKA

TWENTY = DepositRuleRow("any", 20_00, 0, BalanceDue.AT_ARRIVAL, 0, True)
DAY_SECONDS = 86_400
BASKETS = (("DLX",), ("GOA21",), ("HERI",), ("DLX", "HERI"), ("GOA21", "SHR08"), ("SHR08",), ("EXE",))


@dataclass
class Month:
    """What was done, with the bookings that a part has confirmed and those that may still be given back."""

    counter: Counter
    clock: SteppedClock
    random: Random
    open_deposits: list[Hold] = field(default_factory=list)
    sold: list[Hold] = field(default_factory=list)
    acts: int = 0
    guests: int = 0

    def sell(self) -> None:
        """Sell a basket to a new guest: paid whole, or a fifth of it."""
        buyer = self._buyer()
        codes = self.random.choice(BASKETS)
        ahead = self.random.randrange(2, 12)
        items = [self.counter.item(code, ahead=ahead) for code in codes]
        hold = self.counter.hold(self.counter.quote(*items, customer=buyer), buyer)
        self.acts += 3
        if self.random.random() < 0.3:
            self._take(hold, -(-hold.total_paise // 500) * 100)
            self.open_deposits.append(hold)
        else:
            self.counter.pay(hold, **self._tenders(hold.total_paise))
            self.sold.append(hold)

    def pay_balance(self) -> None:
        """Take what is left of a deposit."""
        if self.open_deposits:
            hold = self.open_deposits.pop(0)
            booking = self.counter.booking(hold)
            self.counter.pay(hold, **self._tenders(booking.due_paise))
            self.sold.append(hold)
            self.acts += 1

    def cancel(self, *, part: bool) -> None:
        """Give back a sale or a deposit, or one line of it, as far as it can be."""
        holds = self.open_deposits if self.random.random() < 0.3 and self.open_deposits else self.sold
        if not holds:
            return
        hold = holds.pop(self.random.randrange(len(holds)))
        lines = self.counter.booking(hold).live_lines
        numbers = [line.number for line in lines if line.starts_now_at > self.clock()]
        if not numbers:
            return
        numbers = numbers[:1] if part else numbers
        self.counter.cancel(hold, self.counter.plan(hold, numbers))
        self.acts += 1

    def complete(self) -> None:
        """Let what was used be completed."""
        self.acts += CompleteBookings(self.counter.database, self.counter.publish)(actor=self.counter.actor)

    def _take(self, hold: Hold, paise: int) -> None:
        request = TakePaymentRequest(
            hold.booking_id, RequestKey(self.counter.key()), parts_of(cash_paise=paise), deposit_paise=paise
        )
        TakePayment(self.counter.database, FACTS, self.counter.publish)(request, actor=self.counter.actor)
        self.acts += 1

    def _tenders(self, paise: int) -> dict[str, Any]:
        self.acts += 1
        if self.random.random() < 0.5:
            return {"card_paise": paise, "card_reference": f"SLIP{self.acts:06d}"}
        return {"cash_paise": paise}

    def _buyer(self) -> Customer:
        self.guests += 1
        buyer = self.counter.customer(mobile=f"98{self.guests:08d}", name=f"Guest {self.guests}")
        gstin, state = self.random.choice((("", ""), ("", ""), (KARNATAKA, ""), ("", "29")))
        if gstin or state:
            SaveBuyer(self.counter.database)(buyer.id, gstin, state, actor=self.counter.actor)
        return buyer


def sell_for(counter: Counter, clock: SteppedClock, days: int, each_day: int, seed: int = 12) -> Month:
    """Sell for so many days; some seats are exempt, some board in another State, some rooms bear no tax."""
    with counter.database.write(counter.actor) as session:
        deposits.write_rules(session, [TWENTY])
        session.execute(update(offering).where(offering.c.code == "EXE").values(registration="NONE"))
        session.execute(update(stop_point).values(state_code="30"))
    month = Month(counter, clock, Random(seed))
    for _ in range(days):
        for _ in range(each_day):
            clock.advance(600 + month.random.randrange(1_200))
            month.sell()
        for act in _acts(month):
            clock.advance(300)
            act()
        _to_next_morning(clock)
        month.complete()
    return month


def _acts(month: Month) -> list[Callable[[], None]]:
    return [
        month.pay_balance,
        lambda: month.cancel(part=False),
        lambda: month.cancel(part=True),
    ]


def _to_next_morning(clock: SteppedClock) -> None:
    today = issued_on(clock())
    while issued_on(clock()) == today:
        clock.advance(3_600)
    clock.advance(5 * 3_600)


def day_of(clock: SteppedClock) -> date:
    """Return the Indian date."""
    return issued_on(clock())
