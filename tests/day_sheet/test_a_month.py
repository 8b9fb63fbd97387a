"""Many days of acts of every kind: each day's sheet says what its postings say, and the days the month."""

from collections import Counter as Tally
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from db import ledger, shifts
from db.database import Database
from db.ids import RequestKey
from db.states import AccountKind, PaymentState, Tender
from desktop.services.cancelling.enter_refund_slip import EnterRefundSlip
from desktop.services.customers.list_top_ups import ListTopUps
from desktop.services.customers.reverse_top_up import ReverseTopUp
from desktop.services.day_sheet.read_day_sheet import ListFigure, ReadDaySheet
from desktop.services.deposits.deposit_rules import SaveDepositRules
from desktop.services.domain.booking import Hold
from desktop.services.domain.day_sheet import Axis, Choice, Figure, SheetOf
from desktop.services.domain.deposits import DepositRule
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.errors import DeskError
from desktop.services.paying.correct_tender import CorrectTender
from desktop.services.paying.take_payment import TakePayment
from tests.conftest import Recorder, SteppedClock
from tests.counter import FACTS, ZONE, Counter, parts_of
from tests.day_sheet.by_ledger import Sums, by_ledger, of_sheet
from tests.staff import open_next_shift

SEED = 20261130
DAYS = 45
ACTS_A_DAY = 10
CODES = ("DLX", "GOA21", "SINH", "HERI")
TENDERS = ("cash", "card", "own_upi", "bank_transfer", "cheque")
FIFTH = DepositRule("any", 2_000)


class Month:
    """A counter at which something of every kind is done, by chance."""

    def __init__(self, counter: Counter, clock: SteppedClock) -> None:
        self.counter = counter
        self.clock = clock
        self.random = Random(SEED)
        self.slips = 700_000
        self.sold: list[Hold] = []
        self.open: list[Hold] = []
        self.done: Tally[str] = Tally()
        acts: tuple[Callable[[], None], ...] = (
            *(self.sell,) * 5,
            *(self.cancel,) * 2,
            self.sell_on_deposit,
            self.pay_balance,
            self.top_up,
            self.spend,
            self.correct,
            self.enter_slip,
            self.lapse,
        )
        self.acts = acts

    def live(self) -> None:
        """Let the days pass."""
        for _ in range(DAYS):
            for _ in range(ACTS_A_DAY):
                self.clock.advance(self.random.randrange(60, 5_000))
                act = self.random.choice(self.acts)
                try:
                    act()
                except DeskError:
                    continue
                self.done[act.__name__] += 1
            self.clock.advance(self.random.randrange(3_600, 40_000))
            # A drawer that has given back more than was in it can't be counted.
            if self.random.random() < 0.5 and self.drawer_paise() >= 0:
                open_next_shift(self.counter)

    def drawer_paise(self) -> int:
        """Return what the books say is in the drawer."""
        with self.counter.database.read() as session:
            row = shifts.find_open(session, self.counter.actor.desk_id)
            return ledger.posted_paise(session, AccountKind.DRAWER, row.id) if row else 0

    def hold(self) -> Hold:
        counter = self.counter
        who = counter.customer(mobile=f"98765{self.random.randrange(40):05d}")
        items = [counter.item(self.random.choice(CODES), ahead=self.random.randrange(2, 30))]
        if self.random.random() < 0.3:
            items.append(counter.item("GOA21", ahead=self.random.randrange(2, 30)))
        return counter.hold(counter.quote(*items, customer=who), who)

    def parts(self, paise: int, tender: str) -> dict[str, Any]:
        self.slips += 1
        if tender == "cash":
            return {"cash_paise": paise}
        form = "{:06d}" if tender in ("card", "cheque") else "{:012d}"
        return {f"{tender}_paise": paise, f"{tender}_reference": form.format(self.slips)}

    def sell(self) -> None:
        held = self.hold()
        first, second = self.random.sample(TENDERS, 2)
        part = held.total_paise * self.random.randrange(0, 3) // 400 * 100
        both = self.parts(held.total_paise - part, first) | (self.parts(part, second) if part else {})
        self.counter.pay(held, **both)
        self.sold.append(held)

    def sell_on_deposit(self) -> None:
        held = self.hold()
        paise = held.total_paise // 200 * 100
        request = TakePaymentRequest(
            held.booking_id,
            RequestKey(self.counter.key()),
            parts_of(**self.parts(paise, self.random.choice(TENDERS))),
            deposit_paise=paise,
        )
        TakePayment(self.counter.database, FACTS, self.counter.publish)(request, actor=self.counter.actor)
        self.open.append(held)
        self.sold.append(held)

    def pay_balance(self) -> None:
        if self.open:
            held = self.open.pop(self.random.randrange(len(self.open)))
            due = self.counter.booking(held).due_paise
            self.counter.pay(held, **self.parts(due, self.random.choice(TENDERS)))

    def cancel(self) -> None:
        held = self.random.choice(self.sold)
        lines = [line.number for line in self.counter.booking(held).lines]
        numbers = self.random.sample(lines, self.random.randrange(1, len(lines) + 1))
        self.counter.cancel(held, self.counter.plan(held, numbers))

    def top_up(self) -> None:
        who = self.counter.customer(5_000_00, mobile=f"98765{self.random.randrange(40):05d}")
        if self.random.random() < 0.3:
            newest = ListTopUps(self.counter.database)(who.id)[0]
            ReverseTopUp(self.counter.database)(
                newest.id, "mistyped", RequestKey(self.counter.key()), actor=self.counter.actor
            )

    def spend(self) -> None:
        who = self.counter.customer(9_000_00, mobile=f"98765{self.random.randrange(40):05d}")
        held = self.counter.hold(customer=who)
        paise = min(held.total_paise, 4_000_00)
        rest = held.total_paise - paise
        self.counter.pay(held, wallet_paise=paise, **(self.parts(rest, "cash") if rest else {}))
        self.sold.append(held)

    def correct(self) -> None:
        found = self.counter.booking(self.random.choice(self.sold)).payments
        payment = next((one for one in found if one.tender is Tender.CASH), None)
        if payment is None:
            return
        assert payment.state is PaymentState.CAPTURED
        self.slips += 1
        CorrectTender(self.counter.database, self.counter.publish)(
            payment.id, Tender.CARD, f"{self.slips:06d}", "wrong key", actor=self.counter.actor
        )

    def enter_slip(self) -> None:
        for held in self.sold:
            for refund in self.counter.booking(held).refunds:
                if refund.tender is Tender.CARD and refund.state == "planned":
                    self.slips += 1
                    EnterRefundSlip(self.counter.database, self.counter.publish)(
                        refund.id, f"{self.slips:06d}", actor=self.counter.actor
                    )
                    return

    def lapse(self) -> None:
        self.hold()
        self.clock.advance(700)
        self.counter.sweep()


@pytest.fixture
def month(database: Database, clock: SteppedClock, publish: Recorder) -> Month:
    counter = Counter(database, clock, publish)
    SaveDepositRules(database)((FIFTH,), actor=counter.actor)
    return Month(counter, clock)


def without_moments(sums: Sums) -> Sums:
    """Leave out by whom and at what hour: a tender put right in its own shift is told when it was taken."""
    return Tally({key: paise for key, paise in sums.items() if key[1] in (None, Axis.DESK)})


def test_every_day_says_what_its_postings_say(month: Month) -> None:
    counter = month.counter
    first = counter.day(0)
    month.live()
    last = counter.day(0)
    assert all(month.done[name] for name in ("sell", "cancel", "sell_on_deposit", "top_up", "spend"))
    read, of_days = ReadDaySheet(counter.database, FACTS), []
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        sheet = read(SheetOf(day, day), actor=counter.actor)
        of_days.append(sheet)
        found, told = of_sheet(sheet), by_ledger(counter.database, sheet.since, sheet.until, ZONE)
        assert without_moments(found) == without_moments(told), day
        assert sheet.since == _midnight(day)
    whole = read(SheetOf(first, last), actor=counter.actor)
    assert (
        of_sheet(whole)[Figure.MONEY, None, ""]
        == by_ledger(counter.database, whole.since, whole.until, ZONE)[Figure.MONEY, None, ""]
    )
    for choice, cell in whole.cells.items():
        if choice.axis not in (Axis.DAY,):
            assert cell.paise == sum(
                sheet.paise(choice.figure, choice.axis, choice.part) for sheet in of_days
            )
    for choice in (Choice(Figure.NET), Choice(Figure.BACK), Choice(Figure.MONEY), Choice(Figure.SOLD)):
        found_there = ListFigure(counter.database, FACTS)(whole.of, choice, actor=counter.actor)
        assert sum(one.paise for one in found_there) == whole.cells[choice].paise
        assert len(found_there) == whole.cells[choice].count
    assert counter.faults() == []


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(ZONE))
