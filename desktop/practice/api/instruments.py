"""What can be paid: an order, a payment link or a QR code, seen as one thing by the payment."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.practice.account.entities import Entity
from desktop.practice.answers.envelopes import Unpayable
from desktop.practice.api import orders, payment_links, qr_codes
from desktop.practice.gateway import Gateway

EMAIL = "void@razorpay.com"
CONTACT = "+919999999999"
KINDS: Mapping[str, str] = {"order": "order", "plink": "payment_link", "qr": "qr_code"}


@dataclass(frozen=True, slots=True)
class Instrument:
    """`order` is the order of the payment: the target itself, the link's own, or None for a QR code."""

    target: Entity
    order: Entity | None
    payment_description: str | None
    payment_notes: object
    email: str = EMAIL
    contact: str = CONTACT
    customer_id: str | None = None

    @property
    def order_id(self) -> str | None:
        return None if self.order is None else self.order.id

    @property
    def captures_itself(self) -> bool:
        return self.order is None or self.order.hidden.get("capture", "automatic") == "automatic"

    @property
    def manual_expiry_minutes(self) -> int | None:
        return None if self.order is None else self.order.hidden.get("manual_expiry_minutes")


def find(gateway: Gateway, target_id: str) -> Instrument:
    """Unpayable if there is no such order, link or QR code. A link has no order before its first attempt."""
    kind = KINDS.get(target_id.partition("_")[0])
    target = None if kind is None else gateway.entities.find(kind, target_id)
    if target is None:
        raise Unpayable("unknown_target", f"There is nothing to pay under {target_id}.")
    if target.kind == "order":
        return Instrument(target, target, None, target.shown["notes"])
    if target.kind == "qr_code":
        return Instrument(
            target, None, "QRv2 Payment", target.shown["notes"], customer_id=target.shown["customer_id"]
        )
    customer = target.shown["customer"]
    order_id = target.hidden.get("order_id")
    return Instrument(
        target,
        None if order_id is None else gateway.entities.find("order", order_id),
        f"#{target.id.removeprefix('plink_')}",
        target.shown["notes"] or [],
        email=customer.get("email") or EMAIL,
        contact=customer.get("contact") or CONTACT,
    )


def of_payment(gateway: Gateway, payment: Entity) -> Instrument:
    return find(gateway, payment.reference or "")


def with_order(gateway: Gateway, instrument: Instrument) -> Instrument:
    """The same with the order that a link opens when it is first paid; counts the attempt."""
    order = instrument.order
    if instrument.target.kind == "payment_link" and order is None:
        order = payment_links.open_order(gateway, instrument.target)
    if order is not None:
        orders.note_attempt(gateway, order)
    return replace(instrument, order=order)


def amount_to_pay(gateway: Gateway, instrument: Instrument, wanted: int | None, *, closed_too: bool) -> int:
    """Paise that the customer will pay. Unpayable if it is closed, paid, or the amount is not asked for."""
    target = instrument.target
    due, partial, least = _terms(target, closed_too=closed_too)
    if not closed_too and _is_pending(gateway, instrument):
        raise Unpayable("payment_pending", "Another payment is authorized and waits for its capture.")
    amount = due if wanted is None else wanted
    if amount is None or amount <= 0:
        raise Unpayable("amount_missing", "The amount has to be given.")
    if due is not None and (amount > due or (amount < due and (not partial or amount < least))):
        raise Unpayable("wrong_amount", f"{amount} paise cannot be paid where {due} paise are asked for.")
    return amount


def note_capture(gateway: Gateway, payment: Entity) -> None:
    """Tells the order, the link or the QR code that money was captured."""
    instrument = of_payment(gateway, payment)
    amount = int(payment.shown["amount"])
    if instrument.order is not None:
        orders.note_capture(gateway, instrument.order, amount)
    if instrument.target.kind == "payment_link":
        payment_links.note_capture(gateway, instrument.target, amount)
    elif instrument.target.kind == "qr_code":
        qr_codes.note_capture(gateway, instrument.target, amount)


def _terms(target: Entity, *, closed_too: bool) -> tuple[int | None, bool, int]:
    """Paise due (None: the customer types it), whether less may be paid, and the least of it."""
    if target.kind == "order":
        return _order_terms(target)
    if target.kind == "payment_link":
        return payment_links.terms(target, closed_too=closed_too)
    return qr_codes.terms(target, closed_too=closed_too)


def _order_terms(order: Entity) -> tuple[int, bool, int]:
    if order.status == "paid":
        raise Unpayable("paid", "The order is paid.")
    least = order.hidden.get("first_payment_min_amount") if not order.shown["amount_paid"] else None
    return int(order.shown["amount_due"]), bool(order.hidden.get("partial_payment")), int(least or 1)


def _is_pending(gateway: Gateway, instrument: Instrument) -> bool:
    if instrument.target.shown.get("usage") == "multiple_use":
        return False
    parent = instrument.order_id or instrument.target.id
    return bool(gateway.entities.listed("payment", parent=parent, status="authorized"))
