"""Two desks act on one booking at its deadline; what may come of it and what may not."""

import random
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import select

from db.database import Database
from db.ids import OfferingId, RequestKey, UnitId
from db.schema import claim, refund
from db.states import BookingState
from desktop.services.cancelling.cancel_booking import CancelBooking
from desktop.services.cancelling.preview_cancellation import PreviewCancellation
from desktop.services.customers.save_customer import SaveCustomer
from desktop.services.customers.top_up_wallet import TopUpWallet
from desktop.services.domain.booking import Booking, Hold
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.domain.quote import BasketItem, Quote, QuoteRequest
from desktop.services.errors import (
    AlreadyDone,
    HoldExpired,
    PlanChanged,
    SlotTaken,
    WalletTooLow,
    WrongState,
)
from desktop.services.holding.place_hold import PlaceHold
from desktop.services.holding.release_expired_holds import ReleaseExpiredHolds
from desktop.services.holding.release_hold import ReleaseHold
from desktop.services.paying.take_payment import TakePayment
from desktop.services.quoting.make_quote import MakeQuote
from desktop.services.records.booking_record import read_booking
from tests.actors import actor_of
from tests.counter import parts_of
from tests.races.arena import DAYS, first_day
from tests.races.turns import EdgeClock, SteppedDatabase, Turns

FACTS = DeskSettings("Asia/Kolkata", practice=True)
REFUSALS = (AlreadyDone, HoldExpired, PlanChanged, SlotTaken, WalletTooLow, WrongState)
SCENARIOS = (
    "pay/sweep",
    "pay/take over",
    "pay/cancel",
    "pay/release",
    "pay/pay",
    "pay/same pay",
    "cancel/sweep",
    "cancel/cancel",
    "cancel paid/cancel paid",
    "release/take over",
)
# Each scenario's whole list: what the first did, what the second did, where the booking stands.
ALLOWED = {
    "pay/sweep": {
        "done+0 confirmed",
        "HoldExpired+0 expired",
        "HoldExpired+1 expired",
        "WrongState+1 expired",
    },
    "pay/take over": {
        "done+SlotTaken confirmed",
        "HoldExpired+done expired",
        "HoldExpired+SlotTaken expired",
    },
    "pay/cancel": {
        "done+PlanChanged confirmed",
        "WrongState+done cancelled",
        "HoldExpired+WrongState expired",
    },
    "pay/release": {
        "done+WrongState confirmed",
        "WrongState+done cancelled",
        "HoldExpired+WrongState expired",
    },
    "pay/pay": {
        "done+WrongState confirmed",
        "WrongState+done confirmed",
        "HoldExpired+HoldExpired expired",
    },
    "pay/same pay": {"done+done confirmed", "HoldExpired+HoldExpired expired"},
    "cancel/sweep": {
        "done+0 cancelled",
        "WrongState+0 expired",
        "WrongState+1 expired",
    },
    "cancel/cancel": {
        "done+AlreadyDone cancelled",
        "AlreadyDone+done cancelled",
        "WrongState+WrongState expired",
    },
    "cancel paid/cancel paid": {"done+AlreadyDone cancelled", "AlreadyDone+done cancelled"},
    "release/take over": {
        "done+SlotTaken cancelled",
        "done+done cancelled",
        "WrongState+done expired",
        "WrongState+SlotTaken expired",
    },
}


@dataclass(frozen=True)
class Outcome:
    """What came of it: `words` for the list, the rest for the judge."""

    words: str
    booking: Booking
    wallet_before_paise: int


@dataclass
class Duel:
    """One booking, two desks, one seed."""

    judge: Database
    desks: tuple[SteppedDatabase, SteppedDatabase]
    clock: EdgeClock
    seed: int
    scenario: str
    answers: dict[str, str] = field(default_factory=dict)

    def fight(self) -> Outcome:
        """Prepare, let both act, tidy up an hour later, and look."""
        dice = random.Random(self.seed)
        self.clock.dice, self.clock.step_microseconds = dice, 0
        hold, second, wallet_paise = self._prepare()
        acts = [self._act(name, index, hold, second) for index, name in enumerate(self.scenario.split("/"))]
        self.clock.now = hold.expires_at - timedelta(microseconds=dice.randint(0, 4))
        self.clock.step_microseconds = 3
        if "cancel paid" in self.scenario:
            self.clock.now += timedelta(minutes=5)
        self._run(acts, dice)
        self.clock.step_microseconds = 0
        self.clock.now += timedelta(hours=1)
        ReleaseExpiredHolds(self.judge, _nobody)(actor=actor_of(self.judge))
        with self.judge.read() as session:
            booking = read_booking(session, hold.booking_id)
        return Outcome(f"{self.answers['0']}+{self.answers['1']} {booking.state}", booking, wallet_paise)

    def _prepare(self) -> tuple[Hold, Quote, int]:
        first = first_day(self.judge) + timedelta(days=self.seed // 8 % DAYS)
        item = BasketItem(
            OfferingId("ROOMS"), (UnitId(f"ROOMS-{self.seed % 8}"),), first, first + timedelta(days=1)
        )
        customer = SaveCustomer(self.judge)(str(6_000_000_000 + self.seed), "", actor=actor_of(self.judge))
        customer = TopUpWallet(self.judge)(
            customer.id, 5_000_00, RequestKey(f"top-up-{self.seed}"), actor=actor_of(self.judge)
        )
        request = QuoteRequest((item,))
        quote = MakeQuote(self.judge)(request, actor=actor_of(self.judge))
        hold = PlaceHold(self.judge, _nobody)(
            quote.id, customer.id, RequestKey(f"hold-{self.seed}"), actor=actor_of(self.judge)
        )
        if "cancel paid" in self.scenario:
            TakePayment(self.judge, FACTS, _nobody)(self._payment(hold, "before"), actor=actor_of(self.judge))
        self.clock.now += timedelta(minutes=5)
        return hold, MakeQuote(self.judge)(request, actor=actor_of(self.judge)), customer.wallet_paise

    def _payment(self, hold: Hold, key: str) -> TakePaymentRequest:
        return TakePaymentRequest(
            hold.booking_id, RequestKey(f"{key}-{self.seed}"), parts_of(wallet_paise=hold.total_paise)
        )

    def _act(self, name: str, index: int, hold: Hold, second: Quote) -> Callable[[], object]:
        desk = self.desks[index]
        if name in ("pay", "same pay"):
            key = "pay" if "same pay" in self.scenario else f"pay-{index}"
            pay, request = TakePayment(desk, FACTS, _nobody), self._payment(hold, key)
            return lambda: pay(request, actor=actor_of(desk))
        if name == "sweep":
            return lambda: ReleaseExpiredHolds(desk, _nobody)(actor=actor_of(desk))
        if name == "release":
            return lambda: ReleaseHold(desk, _nobody)(hold.booking_id, actor=actor_of(desk))
        if name == "take over":
            customer = SaveCustomer(self.judge)("7000000000", "", actor=actor_of(self.judge))
            return lambda: PlaceHold(desk, _nobody)(
                second.id, customer.id, RequestKey(f"second-{self.seed}"), actor=actor_of(desk)
            )
        plan = PreviewCancellation(self.judge)(hold.booking_id)
        cancel, key = CancelBooking(desk, FACTS, _nobody), f"cancel-{self.seed}-{index}"
        return lambda: cancel(
            hold.booking_id, "race", plan, frozenset(), RequestKey(key), actor=actor_of(desk)
        )

    def _run(self, acts: Sequence[Callable[[], object]], dice: random.Random) -> None:
        turns = Turns(dice, {"0", "1"})
        threads = [
            threading.Thread(target=self._take_part, args=(str(index), act, turns))
            for index, act in enumerate(acts)
        ]
        for index, desk in enumerate(self.desks):
            desk.turns, desk.who = turns, str(index)
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for desk in self.desks:
            desk.turns = None

    def _take_part(self, who: str, act: Callable[[], object], turns: Turns) -> None:
        try:
            answer = act()
            self.answers[who] = str(answer) if isinstance(answer, int) else "done"
        except REFUSALS as refusal:
            self.answers[who] = type(refusal).__name__
        except Exception as error:  # noqa: BLE001  whatever else comes is what the duel looks for
            self.answers[who] = repr(error)
        finally:
            turns.done(who)


def refuted(duel: Duel, outcome: Outcome) -> str:
    """Return what is wrong with an outcome; '' when it is one of those allowed and the rows agree."""
    if outcome.words not in ALLOWED[duel.scenario]:
        return "not among the allowed outcomes"
    booking = outcome.booking
    with duel.judge.read() as session:
        held = select(claim.c.expires_at).where(claim.c.booking_id == booking.id)
        claims = session.execute(held).scalars().all()
        back = session.execute(select(refund.c.amount_paise).where(refund.c.booking_id == booking.id))
        refunds = back.scalars().all()
    is_sold = booking.state is BookingState.CONFIRMED
    spent = booking.total_paise if is_sold else 0
    if claims != ([None] if is_sold else []):
        return f"claims {claims}"
    if outcome.wallet_before_paise - booking.customer.wallet_paise != spent:
        return f"the wallet has {booking.customer.wallet_paise} of {outcome.wallet_before_paise}"
    if booking.paid_paise - sum(refunds) != spent:
        return f"paid {booking.paid_paise}, given back {refunds}"
    return ""


def _nobody(_: object) -> None:
    """Nobody listens."""
