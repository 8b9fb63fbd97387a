"""One customer at the counter, from the first question to the money, and perhaps back again.

A sale is a generator: it yields the seconds until its next act. Whatever a desk forgets when it ends, the
clerk finds in the database again, or asks for with the same key.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from db import payments
from db.ids import PaymentId, RequestKey
from db.states import BookingState, InstrumentKind, Kind, PaymentState
from desktop.config import TIME_ZONE
from desktop.services.domain.booking import Booking, Hold, Payment
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.domain.people import Customer
from desktop.services.domain.quote import BasketItem, Quote, QuoteRequest
from tests.counter import parts_of
from tests.simulation.opening import OpenDesk
from tests.simulation.phones import visit
from tests.simulation.world import DESKS, World

Acts = Iterator[float]
TRIES, HOLD_TRIES = 3, 12
CUSTOMERS = 400
FIRST_MOBILE = 9_876_500_000
# How a customer wants to pay, and of a hundred how many do.
WAYS = {
    "wallet": 12,
    "wallet_qr": 16,
    "cash": 8,
    "cash_card": 6,
    "cash_qr": 10,
    "qr": 22,
    "link": 8,
    "card_link": 6,
    "qr_then_cash": 6,
    "nothing": 6,
}
CANCELS = 0.3


@dataclass
class Sale:
    """One customer and what is known of the purchase so far."""

    world: World
    desk: str
    customer: Customer | None = None
    hold: Hold | None = None

    def act(self, do: Callable[[OpenDesk], object]) -> bool:
        """Do it, again with the same key if the desk ended in the middle; False when it was refused."""
        for _ in range(TRIES):
            before = self.world.counts["desk restarts"]
            if self.world.at(self.desk, do) is not None:
                return True
            if self.world.counts["desk restarts"] == before:
                return False
        return False

    def booking(self) -> Booking | None:
        """Return the booking as it is now."""
        hold = self.hold
        if hold is None:
            return None
        return self.world.at(self.desk, lambda desk: desk.built.services.find_booking(hold.booking_id))


def mobiles() -> list[str]:
    """Return every customer's number."""
    return [str(FIRST_MOBILE + number) for number in range(CUSTOMERS)]


def sell(world: World) -> Acts:
    """Play one sale from the beginning to its end."""
    random = world.random
    sale = Sale(world, random.choice(DESKS))
    way = random.choices(list(WAYS), list(WAYS.values()))[0]
    world.counts[f"way {way}"] += 1
    mobile = random.choice(mobiles())
    sale.customer = world.at(
        sale.desk,
        lambda desk: desk.built.services.save_customer(
            mobile, "Asha Verma", actor=desk.built.services.actor()
        ),
    )
    if sale.customer is None or not _hold(sale):
        world.counts["not held"] += 1
        return
    yield random.randint(5, 40)
    yield from _pay(sale, way)
    if random.random() < CANCELS:
        yield random.randint(60, 6000)
        yield from _cancel(sale)


def _hold(sale: Sale) -> bool:
    """Hold something; many tries, for the house may be full or the seat not for everybody."""
    promos = [sale.world.random.choice(("", "", "UTSAV10")), *[""] * (HOLD_TRIES - 1)]
    return any(_try_to_hold(sale, sale.world.key(), promo) for promo in promos)


def _try_to_hold(sale: Sale, key: str, promo: str) -> bool:
    """Hold one or two units somewhere in the next weeks. Some days are sought by everybody."""
    world, random, customer = sale.world, sale.world.random, sale.customer
    offering = random.choice(world.offerings)
    ahead = random.choice((2, 3, 4)) if random.random() < 0.3 else random.randint(2, 80)
    day = (world.clock() + timedelta(days=ahead)).astimezone(ZoneInfo(TIME_ZONE)).date()
    last = day + timedelta(days=random.choice((1, 1, 2))) if offering.kind is Kind.ROOM else None
    units = tuple(random.sample(world.units[offering.id], random.choice((1, 1, 2))))

    quoted: list[Quote] = []

    def hold(desk: OpenDesk) -> Hold:
        assert customer is not None
        item = BasketItem(offering.id, units, day, last)
        if not quoted:  # a repeat after a lost answer is for the same quote
            request = QuoteRequest((item,), promo, customer.id)
            quoted.append(desk.built.services.make_quote(request, actor=desk.built.services.actor()))
        sale.hold = desk.built.services.place_hold(
            quoted[0].id, customer.id, RequestKey(key), actor=desk.built.services.actor()
        )
        return sale.hold

    return sale.act(hold)


def _pay(sale: Sale, way: str) -> Acts:
    assert sale.hold is not None
    assert sale.customer is not None
    total, random = sale.hold.total_paise, sale.world.random
    share = 0
    if way in ("wallet", "wallet_qr"):
        share = total if way == "wallet" else random.randint(1, total - 1)
        _fill_wallet(sale, share)
    if way == "wallet":
        _take(sale, wallet_paise=total)
    elif way == "cash":
        _take(sale, cash_paise=total)
    elif way == "cash_card":
        _take(sale, cash_paise=total // 3, card_paise=total - total // 3)
    elif way == "nothing":
        if random.random() < 0.5:
            hold = sale.hold
            sale.act(
                lambda desk: desk.built.services.release_hold(
                    hold.booking_id, actor=desk.built.services.actor()
                )
            )
    else:
        if way == "cash_qr":
            _take(sale, cash_paise=total // 4)
            yield 5
        kind = {"link": "link", "card_link": "card_link"}.get(way, "qr")
        yield from _by_gateway(sale, kind, share, changes_mind=way == "qr_then_cash")


def _fill_wallet(sale: Sale, amount: int) -> None:
    customer, key = sale.customer, sale.world.key()
    assert customer is not None
    missing = amount - customer.wallet_paise
    if missing > 0:
        sale.act(
            lambda desk: desk.built.services.top_up_wallet(
                customer.id, missing, RequestKey(key), actor=desk.built.services.actor()
            )
        )


def _take(sale: Sale, wallet_paise: int = 0, cash_paise: int = 0, card_paise: int = 0) -> bool:
    assert sale.hold is not None
    request = TakePaymentRequest(
        sale.hold.booking_id,
        RequestKey(sale.world.key()),
        parts_of(
            wallet_paise=wallet_paise,
            cash_paise=cash_paise,
            card_paise=card_paise,
            card_reference="SLIP 42" if card_paise else "",
        ),
        slip_again=True,
    )
    return sale.act(lambda desk: desk.built.services.take_payment(request, actor=desk.built.services.actor()))


def _by_gateway(sale: Sale, kind: str, share: int, *, changes_mind: bool) -> Acts:
    """Ask for the rest by an instrument and let the customer deal with it. Refused or lost: try once more."""
    for _ in range(2):
        _begin(sale, kind, share)
        yield 3
        payment = open_payment(sale)
        for _ in range(8):
            if payment is None or payment.state is PaymentState.WAITING:
                break
            yield 12
            _check(sale, payment)
            payment = open_payment(sale)
        if payment is None:
            continue
        if payment.state is PaymentState.WAITING:
            yield from visit(sale.world, instrument_of(sale, payment))
            if changes_mind:
                _take_cash_instead(sale, payment)
        return


def _begin(sale: Sale, kind: str, share: int) -> None:
    assert sale.hold is not None
    booking_id, key = sale.hold.booking_id, sale.world.key()
    sale.act(
        lambda desk: desk.built.services.begin_gateway_payment(
            booking_id, share, InstrumentKind(kind), RequestKey(key), actor=desk.built.services.actor()
        )
    )


def _check(sale: Sale, payment: Payment) -> None:
    sale.act(
        lambda desk: desk.built.services.check_gateway_payment(payment.id, actor=desk.built.services.actor())
    )


def _take_cash_instead(sale: Sale, payment: Payment) -> None:
    sale.act(
        lambda desk: desk.built.services.stop_gateway_payment(payment.id, actor=desk.built.services.actor())
    )
    booking = sale.booking()
    if booking is not None and booking.state is BookingState.HELD and booking.open_payment is None:
        _take(sale, cash_paise=booking.due_paise)


def open_payment(sale: Sale) -> Payment | None:
    """Return the payment that waits for the gateway."""
    booking = sale.booking()
    return booking.open_payment if booking else None


def instrument_of(sale: Sale, payment: Payment) -> str:
    """Return the id behind the picture that the customer sees."""
    with sale.world.desks[sale.desk].database.read() as session:
        row = payments.find(session, PaymentId(payment.id))
    return str(row.instrument_id) if row else ""


def _cancel(sale: Sale) -> Acts:
    """Cancel as the preview shows it; some of the money perhaps to the wallet instead."""
    assert sale.hold is not None
    world, booking_id, key = sale.world, sale.hold.booking_id, sale.world.key()
    booking = sale.booking()
    if booking is None or booking.state is not BookingState.CONFIRMED:
        return
    plan = world.at(sale.desk, lambda desk: desk.built.services.preview_cancellation(booking_id))
    if plan is None:
        return
    yield 4
    # Not in the order of the ids, which are drawn anew in each run.
    legs = sorted(plan.legs, key=lambda leg: leg.tender)
    chosen = frozenset(leg.payment_id for leg in legs if world.random.random() < 0.2)
    sale.act(
        lambda desk: desk.built.services.cancel_booking(
            booking_id, "plans changed", plan, chosen, RequestKey(key), actor=desk.built.services.actor()
        )
    )
