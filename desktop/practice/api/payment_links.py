"""Payment links: created, then paid (perhaps in parts), cancelled or expired."""

from desktop.practice.account.entities import Entity
from desktop.practice.account.identifiers import is_id
from desktop.practice.answers.envelopes import Document, Unpayable, link_invalid
from desktop.practice.api import link_fields, orders
from desktop.practice.api.fields import MOST_PAISE
from desktop.practice.api.link_fields import LinkFields
from desktop.practice.gateway import Call, Gateway

DESCRIPTION_LENGTH = 2048
"""Razorpay Docs, "Create a Standard Payment Link"."""
EXPIRY_LAG = 12
"""A link stays payable for up to so many seconds after `expire_by`, as in the documentation's sample."""
OPEN = ("created", "partially_paid")
ALLOWED = frozenset(
    {
        "accept_partial",
        "amount",
        "callback_method",
        "callback_url",
        "currency",
        "customer",
        "description",
        "expire_by",
        "first_min_partial_amount",
        "notes",
        "notify",
        "options",
        "reference_id",
        "reminder_enable",
        "upi_link",
    }
)
EDITABLE = frozenset({"accept_partial", "expire_by", "notes", "reference_id", "reminder_enable"})


def create(gateway: Gateway, call: Call) -> Document:
    fields = LinkFields(
        call.body,
        ALLOWED,
        most_paise=call.number("amount_limit", "paise", default=MOST_PAISE, inactive=MOST_PAISE),
    )
    amount = fields.required_paise("amount")
    if fields.flag("upi_link"):
        raise link_invalid("UPI Payment Links is not supported in Test Mode")
    accept_partial = fields.flag("accept_partial")
    least = fields.paise("first_min_partial_amount") or 0
    if least and (not accept_partial or least > amount):
        raise link_invalid(
            "first_min_partial_amount: needs accept_partial and may not be greater than the amount."
        )
    reference_id = link_fields.reference(gateway, fields, None)
    expire_by = link_fields.expire_by(gateway, fields)
    link = gateway.add(
        "payment_link",
        {
            "accept_partial": accept_partial,
            "amount": amount,
            "amount_paid": 0,
            **link_fields.callback(fields),
            "cancelled_at": 0,
            "currency": fields.currency(required=False),
            "customer": link_fields.customer(fields),
            "description": fields.text("description", most=DESCRIPTION_LENGTH) or "",
            "expire_by": expire_by,
            "expired_at": 0,
            "first_min_partial_amount": least,
            "notes": fields.notes() or None,
            "notify": link_fields.notify(fields),
            "payments": None,
            "reference_id": reference_id,
            "reminder_enable": fields.flag("reminder_enable"),
            "reminders": {"status": "failed"},
            "short_url": "",
            "status": "created",
            "updated_at": gateway.clock.now(),
            "upi_link": False,
            "user_id": "",
            "whatsapp_link": False,
        },
        reference=reference_id or None,
        hidden={"methods": link_fields.methods(fields)},
    )
    _schedule_expiry(gateway, link)
    return shown(gateway, link)


def fetch(gateway: Gateway, call: Call) -> Document:
    return shown(gateway, _link(gateway, call))


def fetch_all(gateway: Gateway, call: Call) -> Document:
    """All of them, newest first: only `payment_id` and `reference_id` are documented for this list."""
    if "payment_id" in call.query:
        payment = gateway.entities.find("payment", call.query["payment_id"])
        link = None if payment is None else gateway.entities.find("payment_link", payment.reference or "")
        found = [] if link is None else [link]
    elif "reference_id" in call.query:
        found = gateway.entities.listed("payment_link", reference=call.query["reference_id"])
    else:
        found = gateway.entities.listed("payment_link")
    return {"payment_links": [shown(gateway, link) for link in found]}


def edit(gateway: Gateway, call: Call) -> Document:
    link = _link(gateway, call)
    fields = LinkFields(call.body, EDITABLE)
    if link.status not in OPEN:
        raise link_invalid(f"update can only be made in {' or '.join(OPEN)} state")
    if fields.has("reference_id"):
        link.reference = link.shown["reference_id"] = link_fields.reference(gateway, fields, link.id)
    if fields.has("expire_by"):
        link.shown["expire_by"] = link_fields.expire_by(gateway, fields)
    if fields.has("notes"):
        link.shown["notes"] = fields.notes() or None
    for name in ("accept_partial", "reminder_enable"):
        link.shown[name] = fields.flag(name, default=link.shown[name])
    _touch(gateway, link)
    _schedule_expiry(gateway, link)
    return shown(gateway, link)


def cancel(gateway: Gateway, call: Call) -> Document:
    link = _link(gateway, call)
    if link.status in ("paid", "partially_paid"):
        raise link_invalid("cannot cancel or expire an already paid/partially paid link")
    if link.status != "created":
        ended = "an expired" if link.status == "expired" else "an already cancelled"
        raise link_invalid(f"cannot cancel or expire {ended} link")
    link.shown |= {"status": "cancelled", "cancelled_at": gateway.clock.now()}
    _touch(gateway, link)
    gateway.schedule.cancel("expire_payment_link", link.id)
    return shown(gateway, link)


def notify(gateway: Gateway, call: Call) -> Document:
    """Sends nothing; remembers that the customer was told by sms or email."""
    link = _link(gateway, call)
    medium = call.parameters["medium"]
    contact = {"sms": "contact", "email": "email"}.get(medium)
    if contact is None:
        raise link_invalid(f"invalid input [medium] = [{medium}]")
    if link.status not in OPEN:
        raise link_invalid("notification can only be sent in created or partially_paid state")
    if not link.shown["customer"].get(contact):
        raise link_invalid(f"customer {contact} is required to send a notification by {medium}")
    link.hidden["notified"] = [*link.hidden.get("notified", []), medium]
    gateway.entities.save(link)
    return {"success": True}


def expire(gateway: Gateway, link: Entity) -> None:
    if link.status == "created":
        link.shown |= {"status": "expired", "expired_at": gateway.clock.now()}
        _touch(gateway, link)


def terms(link: Entity, *, closed_too: bool) -> tuple[int, bool, int]:
    """Paise still due, whether less may be paid, and the least of it."""
    total, paid = int(link.shown["amount"]), int(link.shown["amount_paid"])
    if link.status == "paid" or paid >= total:
        raise Unpayable("paid", "The payment link is paid.")
    if link.status not in OPEN and not closed_too:
        raise Unpayable(link.status, f"The payment link is {link.status}.")
    least = int(link.shown["first_min_partial_amount"]) if paid == 0 else 0
    return total - paid, bool(link.shown["accept_partial"]), max(least, 1)


def open_order(gateway: Gateway, link: Entity) -> Entity:
    """The order behind the link, opened when the customer first tries to pay."""
    hidden = {
        "capture": "automatic",
        "partial_payment": link.shown["accept_partial"],
        "first_payment_min_amount": link.shown["first_min_partial_amount"] or None,
    }
    receipt = link.shown["reference_id"] or None
    order = orders.open_order(gateway, int(link.shown["amount"]), "INR", receipt, {}, hidden)
    link.hidden["order_id"] = order.id
    gateway.entities.save(link)
    return order


def note_capture(gateway: Gateway, link: Entity, amount: int) -> None:
    """Money for a link that was cancelled or has expired is counted, but does not revive it."""
    total = int(link.shown["amount"])
    link.shown["amount_paid"] = min(total, int(link.shown["amount_paid"]) + amount)
    if link.status in OPEN:
        link.shown["status"] = "paid" if link.shown["amount_paid"] == total else "partially_paid"
    link.shown["order_id"] = link.hidden["order_id"]
    _touch(gateway, link)


def shown(gateway: Gateway, link: Entity) -> Document:
    """`payments` lists what was captured and can be seen by now; until then it is null."""
    listed = gateway.entities.listed("payment", at=gateway.clock.now(), reference=link.id)
    payments = [
        {
            "amount": payment.shown["amount"],
            "created_at": payment.created_at,
            "method": payment.shown["method"],
            "payment_id": payment.id,
            "plink_id": link.id,
            "status": payment.status,
            "updated_at": payment.hidden["captured_at"],
        }
        for payment in listed
        if payment.shown["captured"]
    ]
    return {**link.shown, "short_url": f"{gateway.base_url}/phone/{link.id}", "payments": payments or None}


def _link(gateway: Gateway, call: Call) -> Entity:
    link_id = call.parameters["id"]
    link = gateway.entities.find("payment_link", link_id) if is_id(link_id, "plink") else None
    if link is None:
        raise link_invalid(f"invalid input [id] = [{link_id}]")
    return link


def _touch(gateway: Gateway, link: Entity) -> None:
    link.shown["updated_at"] = gateway.clock.now()
    gateway.entities.save(link)


def _schedule_expiry(gateway: Gateway, link: Entity) -> None:
    expires_at = link.shown["expire_by"] or link_fields.half_a_year_after(link.created_at)
    lag = gateway.identifiers.below("expiry_lag", EXPIRY_LAG)
    gateway.schedule.move(expires_at + lag, "expire_payment_link", link.id)
