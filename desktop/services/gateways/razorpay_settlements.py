"""Settlements: what of the account has been paid out to the bank, a page of a day at a time."""

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from db.ids import GatewayPaymentId
from desktop.services.domain.settlements import SettledItem
from desktop.services.gateways import razorpay_answers, razorpay_ids
from desktop.services.gateways.clock_offset import ClockOffset
from desktop.services.gateways.port import Unknown
from desktop.services.gateways.razorpay_answers import Answer
from desktop.services.gateways.razorpay_calls import Ask

PAGE = 1000
"""The most that the report gives at once (Razorpay Docs, "Settlement Recon", `count`)."""
ITEM = re.compile(r"[a-z]{2,12}_[0-9A-Za-z]{1,40}")
TYPE = re.compile(r"[a-z_]{2,40}")
TEXT_MAX = 300
INDIA = ZoneInfo("Asia/Kolkata")
NOON = time(12)


def settled_on(ask: Ask, clock: ClockOffset, day: date, *, skip: int) -> tuple[SettledItem, ...]:
    """Return one page of what was settled on a day; the gateway's own clock says which day that is there."""
    there = datetime.fromtimestamp(clock.there(datetime.combine(day, NOON, INDIA)), INDIA)
    query = {"year": there.year, "month": there.month, "day": there.day, "count": PAGE, "skip": skip}
    found = razorpay_answers.items(ask(lambda client: client.settlement.report(query)))
    return tuple(_item(one, clock) for one in found)


def _item(answer: Answer, clock: ClockOffset) -> SettledItem:
    entity_id, entity_type = _named(answer, "entity_id", ITEM), _named(answer, "type", TYPE)
    if answer.get("currency") != "INR":
        raise Unknown("bad_currency")
    settled_at = razorpay_answers.moment(answer, "settled_at", clock)
    if settled_at is None and answer.get("settled") is True:
        raise Unknown("bad_settled_at")
    fee, tax = razorpay_answers.paise(answer, "fee"), razorpay_answers.paise(answer, "tax")
    if tax > fee:
        raise Unknown("bad_tax")
    payment_id = entity_id if entity_type == "payment" else razorpay_answers.text(answer, "payment_id")
    if entity_type == "payment" and razorpay_ids.PAYMENT.fullmatch(payment_id) is None:
        raise Unknown("bad_entity_id")
    return SettledItem(
        entity_id=entity_id,
        entity_type=entity_type,
        settlement_id=razorpay_answers.text(answer, "settlement_id"),
        utr=razorpay_answers.text(answer, "settlement_utr"),
        settled_at=settled_at if answer.get("settled") is True else None,
        amount_paise=razorpay_answers.paise(answer, "amount"),
        credit_paise=razorpay_answers.paise(answer, "credit"),
        debit_paise=razorpay_answers.paise(answer, "debit"),
        fee_paise=fee,
        tax_paise=tax,
        payment_id=GatewayPaymentId(payment_id) if payment_id else None,
        dispute_id=razorpay_answers.text(answer, "dispute_id"),
        description=razorpay_answers.text(answer, "description")[:TEXT_MAX],
    )


def _named(answer: Answer, name: str, form: re.Pattern[str]) -> str:
    value = answer.get(name)
    if not isinstance(value, str) or form.fullmatch(value) is None:
        raise Unknown(f"bad_{name}")
    return value
