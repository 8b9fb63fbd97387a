"""UPI QR codes: active until paid (single use), closed on demand, or expired at `close_by`."""

from dataclasses import replace
from urllib.parse import quote

from desktop.practice.account.entities import EVERYTHING, Entity
from desktop.practice.answers.envelopes import Document, Unpayable, invalid, url_not_found
from desktop.practice.api.fields import MOST_PAISE, Fields, shown_notes
from desktop.practice.api.listing import collection, window
from desktop.practice.gateway import Call, Gateway

# Razorpay Docs, "Create a QR Code": `close_by` in seconds from now.
SHORTEST = 120
LONGEST = 7200
SHORTEST_IN_OLDER_PAGES = 900
"""Razorpay Docs, "QR Code Entity" and the SDK's own pages."""
ALLOWED = frozenset(
    {
        "type",
        "name",
        "usage",
        "fixed_amount",
        "payment_amount",
        "description",
        "customer_id",
        "close_by",
        "notes",
    }
)


def create(gateway: Gateway, call: Call) -> Document:
    if "qr_not_enabled" in call.faults:
        raise url_not_found()
    fields = Fields(
        call.body,
        ALLOWED,
        most_paise=call.number("amount_limit", "paise", default=MOST_PAISE, inactive=MOST_PAISE),
    )
    fields.choice("type", ("upi_qr",), required=True)
    usage = fields.choice("usage", ("single_use", "multiple_use"), required=True)
    fixed_amount, amount = _amount(fields, usage)
    close_by = _close_by(gateway, call, fields, usage)
    customer_id = fields.text("customer_id")
    if customer_id is not None:
        gateway.fetch("customer", customer_id)
    qr_code = gateway.add(
        "qr_code",
        {
            "entity": "qr_code",
            "name": fields.text("name"),
            "usage": usage,
            "type": "upi_qr",
            "image_url": None,
            "payment_amount": amount,
            "status": "active",
            "description": fields.text("description"),
            "fixed_amount": fixed_amount,
            "payments_amount_received": 0,
            "payments_count_received": 0,
            "notes": shown_notes(fields.notes()),
            "customer_id": customer_id,
            "close_by": close_by,
            "closed_at": None,
            "close_reason": None,
        },
        hidden={"image_content": "image_content_absent" not in call.faults},
    )
    if close_by is not None:
        gateway.schedule.add(close_by, "expire_qr_code", qr_code.id)
    return shown(gateway, qr_code)


def fetch(gateway: Gateway, call: Call) -> Document:
    return shown(gateway, gateway.fetch("qr_code", call.parameters["id"]))


def fetch_all(gateway: Gateway, call: Call) -> Document:
    page = window(call.query)
    if "payment_id" in call.query:
        payment = gateway.fetch("payment", call.query["payment_id"])
        paid = gateway.entities.find("qr_code", payment.reference or "")
        return collection([] if paid is None else [shown(gateway, paid)])
    if "customer_id" in call.query:
        everyone = gateway.entities.listed("qr_code", replace(page, count=EVERYTHING.count, skip=0))
        theirs = [one for one in everyone if one.shown["customer_id"] == call.query["customer_id"]]
        return collection(shown(gateway, one) for one in theirs[page.skip : page.skip + page.count])
    return collection(shown(gateway, one) for one in gateway.entities.listed("qr_code", page))


def fetch_payments(gateway: Gateway, call: Call) -> Document:
    qr_code = gateway.fetch("qr_code", call.parameters["id"])
    found = gateway.entities.listed("payment", window(call.query), at=gateway.clock.now(), parent=qr_code.id)
    return collection(payment.shown for payment in found)


def edit(gateway: Gateway, call: Call) -> Document:
    qr_code = gateway.fetch("qr_code", call.parameters["id"])
    fields = Fields(call.body, {"notes"})
    fields.require("notes")
    qr_code.shown["notes"] = shown_notes(fields.notes())
    gateway.entities.save(qr_code)
    return shown(gateway, qr_code)


def close(gateway: Gateway, call: Call) -> Document:
    qr_code = gateway.fetch("qr_code", call.parameters["id"])
    if qr_code.status != "active":
        raise invalid("The QR code is already closed.")
    end(gateway, qr_code, "on_demand")
    return shown(gateway, qr_code)


def end(gateway: Gateway, qr_code: Entity, reason: str) -> None:
    """Closes an active code with the reason on_demand, paid or expired; a closed one stays as it is."""
    if qr_code.status != "active":
        return
    qr_code.shown |= {"status": "closed", "closed_at": gateway.clock.now(), "close_reason": reason}
    gateway.entities.save(qr_code)
    gateway.schedule.cancel("expire_qr_code", qr_code.id)


def terms(qr_code: Entity, *, closed_too: bool) -> tuple[int | None, bool, int]:
    """Amount due (None: the customer types it), whether less may be paid, and the least of it."""
    if qr_code.status != "active" and not closed_too:
        raise Unpayable("closed", "The QR code is closed.")
    return qr_code.shown["payment_amount"], False, 1


def note_capture(gateway: Gateway, qr_code: Entity, amount: int) -> None:
    qr_code.shown["payments_amount_received"] += amount
    qr_code.shown["payments_count_received"] += 1
    gateway.entities.save(qr_code)
    if qr_code.shown["usage"] == "single_use":
        end(gateway, qr_code, "paid")


def content(qr_code: Entity) -> str:
    """The text inside the code, with the amount in rupees if it is fixed."""
    paise = qr_code.shown["payment_amount"]
    note = quote((qr_code.shown["description"] or "Practice")[:50], safe="")
    amount = "" if paise is None else f"&am={paise // 100}.{paise % 100:02d}"
    reference = f"RZP{qr_code.id.removeprefix('qr_')}qrv2"
    return f"upi://pay?pa=practice.rzp@practice&pn=Practice&tr={reference}&tn={note}{amount}&cu=INR&mc=5411"


def shown(gateway: Gateway, qr_code: Entity) -> Document:
    body = {**qr_code.shown, "image_url": f"{gateway.base_url}/phone/qr/{qr_code.id}.png"}
    if qr_code.hidden["image_content"]:
        body["image_content"] = content(qr_code)
    return body


def _amount(fields: Fields, usage: str | None) -> tuple[bool, int | None]:
    fixed_amount = fields.flag("fixed_amount")
    if usage == "single_use" and not fixed_amount:
        raise invalid("The fixed amount should be true for single use QR codes.", "fixed_amount")
    if fixed_amount:
        return True, fields.required_paise("payment_amount")
    if fields.has("payment_amount"):
        raise invalid("The payment amount is not required when fixed amount is false.", "payment_amount")
    return False, None


def _close_by(gateway: Gateway, call: Call, fields: Fields, usage: str | None) -> int | None:
    """Null and too far become two hours; too near, or any for multiple use, is refused."""
    wanted = fields.whole("close_by")
    if usage == "multiple_use":
        if wanted is not None:
            raise invalid("The close by field is not allowed for multiple use QR codes.", "close_by")
        return None
    now = gateway.clock.now()
    if "close_by_overridden" in call.faults:
        return now + call.number("close_by_overridden", "seconds", default=LONGEST)
    if wanted is None:
        return now + LONGEST
    shortest = SHORTEST_IN_OLDER_PAGES if "close_by_refused" in call.faults else SHORTEST
    if wanted < now + shortest:
        raise invalid(f"close_by should be at least {shortest // 60} minutes after current time", "close_by")
    return min(wanted, now + LONGEST)
