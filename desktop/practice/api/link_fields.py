"""What a payment link's body may say, field by field."""

import calendar
from datetime import UTC, datetime

from desktop.practice.answers.envelopes import ApiError, Document, link_invalid
from desktop.practice.api.fields import Fields
from desktop.practice.api.means import METHODS
from desktop.practice.gateway import Gateway

# Razorpay Docs, "Create a Standard Payment Link": it lives at least 15 minutes and at most six months. The
# notes' length is from the text of its error.
SHORTEST = 900
LONGEST_MONTHS = 6
REFERENCE_LENGTH = 40
NOTE_LENGTH = 255
ALREADY_ATTEMPTED = "payment link creation with reference ID already attempted"


class LinkFields(Fields):
    """The same for payment links, which answer in their own style."""

    note_length = NOTE_LENGTH

    def refuse(self, description: str, field: str) -> ApiError:
        return link_invalid(f"{field}: {description[:1].lower()}{description[1:]}")

    def long_note(self) -> ApiError:
        return link_invalid(f"value: the length must not be greater than {self.note_length}")


def reference(gateway: Gateway, fields: LinkFields, own_id: str | None) -> str:
    reference_id = fields.text("reference_id", most=REFERENCE_LENGTH) or ""
    if reference_id:
        others = gateway.entities.listed("payment_link", reference=reference_id)
        if any(other.id != own_id for other in others):
            raise link_invalid(ALREADY_ATTEMPTED)
    return reference_id


def expire_by(gateway: Gateway, fields: LinkFields) -> int:
    """0 stands for "not given": six months then."""
    wanted = fields.whole("expire_by")
    if not wanted:
        return 0
    now = gateway.clock.now()
    if wanted < now + SHORTEST:
        raise link_invalid("timestamp must be atleast 15 minutes in future")
    if wanted > half_a_year_after(now):
        raise link_invalid("timestamp must be within 6 months in future")
    return wanted


def half_a_year_after(instant: int) -> int:
    start = datetime.fromtimestamp(instant, UTC)
    year, month = divmod(start.year * 12 + start.month - 1 + LONGEST_MONTHS, 12)
    day = min(start.day, calendar.monthrange(year, month + 1)[1])
    return int(start.replace(year=year, month=month + 1, day=day).timestamp())


def callback(fields: LinkFields) -> Document:
    url = fields.text("callback_url")
    method = fields.choice("callback_method", ("get",))
    if (url is None) != (method is None):
        raise link_invalid("callback_method: callback_url and callback_method must be sent together.")
    return {"callback_method": method or "", "callback_url": url or ""}


def customer(fields: LinkFields) -> dict[str, str]:
    inner = LinkFields(fields.group("customer"), {"name", "email", "contact"})
    given = {name: inner.text(name) for name in ("contact", "email", "name")}
    return {name: text for name, text in given.items() if text is not None}


def notify(fields: LinkFields) -> dict[str, bool]:
    inner = LinkFields(fields.group("notify"), {"sms", "email", "whatsapp"})
    return {name: inner.flag(name) for name in ("email", "sms", "whatsapp")}


def methods(fields: LinkFields) -> list[str] | None:
    """The methods that `options.checkout.method` leaves: those it switches on, or all but those it switches
    off. None if it says nothing."""
    checkout = LinkFields(fields.group("options"), {"checkout", "order", "hosted_page"}).group("checkout")
    chosen = checkout.get("method")
    if chosen is None:
        return None
    if not isinstance(chosen, dict) or not chosen:
        raise link_invalid("options: checkout.method must name methods.")
    switched_on = [name for name, on in chosen.items() if on in (True, 1, "1")]
    left = switched_on or [name for name in METHODS if name not in chosen]
    if not left:
        raise link_invalid("options: checkout.method must leave a method.")
    return left
