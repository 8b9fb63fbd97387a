"""The customer's side: approve, decline or only authorize a payment on an order, link or QR code."""

from desktop.practice.account.entities import Entity
from desktop.practice.answers.envelopes import Document, Unpayable
from desktop.practice.api import attempts, instruments
from desktop.practice.api.means import METHODS, Means
from desktop.practice.api.signatures import checkout_signature, link_signature
from desktop.practice.faults.declines import TIMED_OUT, decided_by_simulator, decline
from desktop.practice.gateway import Call, Gateway

OUTCOMES = ("approve", "decline", "authorize")
MOST_UPI_PAISE = 10_000_000
"""NPCI's limit of Rs 1,00,000 for one UPI payment to a merchant of no higher class."""
LATE_AFTER = 60


def pay(gateway: Gateway, call: Call, wish: Document) -> Document:
    """Does what `wish` says: target, outcome, perhaps amount, method, vpa, decline_reason. Returns the ids
    and signatures that the customer's browser would carry back. Unpayable if it cannot be paid."""
    instrument, amount, means = _terms(gateway, call, wish)
    instrument = instruments.with_order(gateway, instrument)
    payment = _begin(gateway, call, instrument, amount, means)
    reason = wish.get("decline_reason") if wish["outcome"] == "decline" else None
    reason = reason or decided_by_simulator(amount, means.method, means.vpa)
    if "late_success" in call.faults:
        attempts.fail(gateway, payment, TIMED_OUT)
        late_at = gateway.clock.now() + call.number("late_success", "seconds", default=LATE_AFTER)
        gateway.schedule.add(late_at, "succeed_late", payment.id)
    elif wish["outcome"] == "decline" or reason is not None:
        attempts.fail(gateway, payment, decline(reason))
    else:
        _succeed(gateway, call, instrument, payment, wish["outcome"])
        if "duplicate_payment" in call.faults and payment.shown["captured"]:
            twin = _begin(gateway, call, instrument, amount, means)
            attempts.authorize(gateway, twin)
            attempts.capture(gateway, twin)
    return _carried_back(gateway, instrument, payment)


def check(gateway: Gateway, call: Call, wish: Document) -> None:
    """Unpayable if `wish` cannot be paid at this moment; does nothing else."""
    _terms(gateway, call, wish)


def _terms(gateway: Gateway, call: Call, wish: Document) -> tuple[instruments.Instrument, int, Means]:
    """What is paid, how many paise, and by which means."""
    instrument = instruments.find(gateway, wish["target"])
    closed_too = "pay_after_close" in call.faults
    amount = instruments.amount_to_pay(gateway, instrument, wish.get("amount"), closed_too=closed_too)
    return instrument, amount, _means(instrument, wish, amount)


def _means(instrument: instruments.Instrument, wish: Document, amount: int) -> Means:
    target = instrument.target
    allowed = ["upi"] if target.kind == "qr_code" else target.hidden.get("methods") or list(METHODS)
    preferred = [name for name in allowed if name != "upi" or amount <= MOST_UPI_PAISE]
    method = wish.get("method") or ("upi" if "upi" in preferred else next(iter(preferred), "upi"))
    if method not in allowed or method not in METHODS:
        raise Unpayable("method_not_allowed", f"{method} is not offered here.")
    if method == "upi" and amount > MOST_UPI_PAISE:
        raise Unpayable("above_upi_limit", "UPI carries at most Rs 1,00,000 in one payment.")
    return Means(method, wish.get("vpa") if method == "upi" else None)


def _begin(
    gateway: Gateway, call: Call, instrument: instruments.Instrument, amount: int, means: Means
) -> Entity:
    return attempts.begin(
        gateway,
        instrument,
        amount,
        means,
        visible_after=call.number("delayed_visibility", "seconds", default=30),
        settle_days=1 if "settled_next_day" in call.faults else 2,
        without_notes="qr_notes_absent" in call.faults and instrument.order is None,
    )


def _succeed(
    gateway: Gateway, call: Call, instrument: instruments.Instrument, payment: Entity, outcome: str
) -> None:
    attempts.authorize(gateway, payment)
    if "delayed_capture" in call.faults:
        captured_at = gateway.clock.now() + call.number("delayed_capture", "seconds", default=30)
        gateway.schedule.add(captured_at, "capture", payment.id)
    elif outcome == "approve" and instrument.captures_itself:
        attempts.capture(gateway, payment)


def _carried_back(gateway: Gateway, instrument: instruments.Instrument, payment: Entity) -> Document:
    """What the checkout hands to the page, or the link's redirect to its callback; none after a failure."""
    answer: Document = {"payment_id": payment.id}
    if payment.status == "failed" or instrument.order_id is None:
        return answer
    answer["razorpay_order_id"] = instrument.order_id
    if instrument.target.kind == "order":
        answer["razorpay_signature"] = checkout_signature(gateway.key_secret, instrument.order_id, payment.id)
        return answer
    link = gateway.fetch("payment_link", instrument.target.id).shown
    parameters = {
        "razorpay_payment_id": payment.id,
        "razorpay_payment_link_id": link["id"],
        "razorpay_payment_link_reference_id": link["reference_id"],
        "razorpay_payment_link_status": link["status"],
    }
    signature = link_signature(
        gateway.key_secret, link["id"], link["reference_id"], link["status"], payment.id
    )
    parameters["razorpay_signature"] = answer["razorpay_signature"] = signature
    answer["callback_params"] = parameters
    return answer
