"""What the clerks sell: three kinds, every tender, each written down by hand as it is done."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from db.actor import Actor
from db.ids import BookingId, CustomerId
from db.states import InstrumentKind, Kind, Tender
from desktop.config import TIME_ZONE
from desktop.services.domain.booking import Hold
from desktop.services.domain.payment_request import TakePaymentRequest, TenderPart
from desktop.services.domain.quote import BasketItem, QuoteRequest
from desktop.services.errors import NotPermitted
from tests.two_days.shop import Desk, Shop

CODES = ("DLX", "GOA21", "SINH", "HERI")
REFERENCES = {
    Tender.OWN_UPI: "{:012d}",
    Tender.BANK_TRANSFER: "{:012d}",
    Tender.CHEQUE: "{:06d}",
    Tender.CARD: "{:06d}",
}


@dataclass(frozen=True)
class Sold:
    """A booking that was sold, and which tender gave how much."""

    booking_id: BookingId
    customer_id: CustomerId
    parts: tuple[tuple[Tender, int], ...]


def took(shop: Shop, desk: Desk, tender: Tender, paise: int, customer_id: CustomerId) -> None:
    shop.book.took(desk.person, tender, paise, shift=desk.shift, customer=customer_id, day=shop.today())


def customer(shop: Shop, desk: Desk, number: int) -> CustomerId:
    """Return the customer with this number."""
    return desk.services.save_customer(f"98{number:08d}", f"Guest {number}", actor=desk.actor).id


def hold(shop: Shop, desk: Desk, customer_id: CustomerId, code: str = "", wanted: int = 1) -> Hold:
    """Hold the proposal of some offering, some days ahead."""
    services = desk.services
    code = code or shop.random.choice(CODES)
    offering = next(one for one in services.list_offerings() if one.code == code)
    today = shop.clock().astimezone(ZoneInfo(TIME_ZONE)).date()
    for ahead in range(2, 80):
        first = today + timedelta(days=ahead)
        last = first + timedelta(days=1) if offering.kind is Kind.ROOM else first
        try:
            found = services.find_availability(offering.id, first, last, wanted)
        except Exception as error:
            if type(error).__name__ != "NotOnSale":
                raise
            continue
        if len(found.suggested_unit_ids) >= wanted:
            break
    item = BasketItem(offering.id, found.suggested_unit_ids[:wanted], first, last)
    quote = services.make_quote(QuoteRequest((item,), customer_id=customer_id), actor=desk.actor)
    return services.place_hold(quote.id, customer_id, shop.key(), actor=desk.actor)


def parts_of(shop: Shop, tenders: Sequence[tuple[Tender, int]]) -> tuple[TenderPart, ...]:
    """Return the parts with slips that nobody has entered before."""
    made = []
    for tender, paise in tenders:
        form = REFERENCES.get(tender, "")
        number = 700_000 + next(shop.keys)
        made.append(TenderPart(tender, paise, form.format(number) if form else ""))
    return tuple(made)


def take(
    shop: Shop, desk: Desk, hold: Hold, customer_id: CustomerId, tenders: Sequence[tuple[Tender, int]]
) -> None:
    """Take these tenders in one act, and write them down."""
    request = TakePaymentRequest(hold.booking_id, shop.key(), parts_of(shop, tenders))
    desk.services.take_payment(request, actor=desk.actor)
    for tender, paise in tenders:
        took(shop, desk, tender, paise, customer_id)


def sell(shop: Shop, desk: Desk, number: int, *tenders: Tender, code: str = "") -> Sold:
    """Sell one thing; the tenders share the total, the wallet first."""
    customer_id = customer(shop, desk, number)
    held = hold(shop, desk, customer_id, code)
    parts = shares(shop, held.total_paise, tenders)
    take(shop, desk, held, customer_id, parts)
    shop.book.note("sale")
    return Sold(held.booking_id, customer_id, tuple(parts))


def shares(shop: Shop, total_paise: int, tenders: Sequence[Tender]) -> list[tuple[Tender, int]]:
    """Split a total among tenders in whole rupees; the last gets the rest."""
    left, parts = total_paise, []
    for tender in tenders[:-1]:
        paise = left * shop.random.randrange(2, 6) // 1000 * 100
        parts.append((tender, paise))
        left -= paise
    return [*parts, (tenders[-1], left)]


def sell_by_gateway(shop: Shop, desk: Desk, number: int) -> Sold:
    """Sell by a QR code of the gateway, which the customer pays."""
    customer_id = customer(shop, desk, number)
    held = hold(shop, desk, customer_id)
    services = desk.services
    begun = services.begin_gateway_payment(
        held.booking_id, 0, InstrumentKind.QR, shop.key(), actor=desk.actor
    )
    codes = shop.practice.state()["qr_codes"]
    mine = next(code["id"] for code in codes if dict(code["notes"] or {}).get("attempt") == begun.id)
    shop.practice.pay(mine)
    services.check_gateway_payment(begun.id, actor=desk.actor)
    took(shop, desk, Tender.RAZORPAY, held.total_paise, customer_id)
    shop.book.note("sale")
    return Sold(held.booking_id, customer_id, ((Tender.RAZORPAY, held.total_paise),))


def top_up(shop: Shop, desk: Desk, number: int, paise: int) -> None:
    """Take cash for a wallet."""
    customer_id = customer(shop, desk, number)
    desk.services.top_up_wallet(customer_id, paise, shop.key(), actor=desk.actor)
    shop.book.took(desk.person, Tender.CASH, paise, shift=desk.shift, customer=customer_id)
    shop.book.took(desk.person, Tender.WALLET, -paise, shift=desk.shift, customer=customer_id)
    shop.book.note("top_up")


def take_back_top_up(shop: Shop, desk: Desk, number: int) -> None:
    """Take back the newest top-up of a customer."""
    customer_id = customer(shop, desk, number)
    newest = desk.services.list_top_ups(customer_id)[0]
    desk.services.reverse_top_up(newest.id, "mistyped", shop.key(), actor=desk.actor)
    paise = newest.amount_paise
    shop.book.took(desk.person, Tender.CASH, -paise, shift=desk.shift, customer=customer_id)
    shop.book.took(desk.person, Tender.WALLET, paise, shift=desk.shift, customer=customer_id)
    shop.book.note("reversal")


def cancel(shop: Shop, desk: Desk, sold: Sold, actor: Actor | None = None, *, void: bool = False) -> int:
    """Cancel all of a booking and hand back what the plan on the screen says; return that."""
    services = desk.services
    plan = services.preview_cancellation(sold.booking_id, void=void)
    services.cancel_booking(
        sold.booking_id, "plans changed", plan, frozenset(), shop.key(), actor=actor or desk.actor
    )
    for leg in plan.legs:
        if leg.back_to is Tender.CARD:
            shop.book.note("card_refund_planned")
            continue
        if leg.back_to is not Tender.RAZORPAY:
            took(shop, desk, leg.back_to, -leg.back_paise, sold.customer_id)
    shop.book.note("void" if void else "cancellation")
    return plan.refund_paise


def correct(shop: Shop, desk: Desk, sold: Sold, right: Tender, actor: Actor | None = None) -> None:
    """The only tender of a sale was entered wrong: put the right one in its place."""
    services = desk.services
    payment = services.find_booking(sold.booking_id).payments[0]
    (part,) = parts_of(shop, [(right, payment.amount_paise)])
    services.correct_tender(payment.id, right, part.reference, "wrong key", actor=actor or desk.actor)
    took(shop, desk, payment.tender, -payment.amount_paise, sold.customer_id)
    took(shop, desk, right, payment.amount_paise, sold.customer_id)
    shop.book.note("correction")


def approved(shop: Shop, desk: Desk, refused: NotPermitted) -> Actor:
    """Let Meena say yes to what was refused; return who does it again."""
    yes = desk.services.approve(refused, "90", "730264", "a regular", actor=desk.actor)
    shop.book.note("override")
    return replace(desk.actor, approval_id=yes)
