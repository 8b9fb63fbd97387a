"""What stands on a receipt or voucher, as rows of text: worked out without Qt's documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.states import DocumentKind, PaymentState, RefundState
from desktop.services.domain.kinds import TRAITS, Begins
from desktop.ui import formats
from desktop.ui.paper_language import PAPER, translate
from desktop.ui.tender_words import tender_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.services.domain.booking import Document, Payment
    from desktop.services.domain.cancellation import PolicyTier
    from desktop.services.domain.quote import QuoteLine


@dataclass(frozen=True, slots=True)
class SoldRow:
    """One line of a booking on paper."""

    what: str
    note: str
    when: str
    rate: str
    amount: str


@dataclass(frozen=True, slots=True)
class SumRow:
    """A word and an amount; heavy rows are the ones that are looked for."""

    word: str
    amount: str
    heavy: bool = False


def sold_rows(lines: Sequence[QuoteLine], time_zone: str, made_on: date) -> tuple[SoldRow, ...]:
    """Return every line as it was frozen at the hold; amounts before discount and tax."""
    return tuple(
        SoldRow(
            what=line.description,
            note=" · ".join(part for part in (line.guest_name, line.details) if part),
            when=_when(line, time_zone, made_on),
            rate=formats.per_cent(line.tax_rate_bp),
            amount=formats.amount(line.base_paise),
        )
        for line in lines
    )


def price_rows(document: Document) -> tuple[SumRow, ...]:
    """Return what leads from the lines to the total: discount, fee, tax by its rate, total."""
    booking = document.booking
    rows = [SumRow(translate("Documents", "Before tax"), formats.amount(booking.base_paise))]
    if booking.discount_paise:
        word = translate("Documents", "Discount {code}").format(code=booking.promo_code).strip()
        rows.append(SumRow(word, formats.amount(-booking.discount_paise)))
    if booking.fee_paise:
        rows.append(SumRow(translate("Documents", "Fee"), formats.amount(booking.fee_paise)))
    for rate_bp in sorted({line.tax_rate_bp for line in booking.lines}):
        taxed = [line for line in booking.lines if line.tax_rate_bp == rate_bp]
        on_paise = sum(line.base_paise - line.discount_paise + line.fee_paise for line in taxed)
        word = translate("Documents", "GST {rate} on {amount}").format(
            rate=formats.per_cent(rate_bp), amount=formats.amount(on_paise)
        )
        rows.append(SumRow(word, formats.amount(sum(line.tax_paise for line in taxed))))
    rows.append(SumRow(translate("Documents", "Total"), formats.rupees(booking.total_paise), heavy=True))
    return tuple(rows)


def tender_rows(document: Document) -> tuple[SumRow, ...]:
    """Return what was paid by which tender, or on a voucher what goes back to which."""
    if document.kind is DocumentKind.RECEIPT:
        paid = [p for p in document.booking.payments if p.state is PaymentState.CAPTURED]
        return tuple(SumRow(tender_text(payment), formats.amount(payment.amount_paise)) for payment in paid)
    rows = [
        SumRow(
            f"{tender_words(refund.tender).printed}, {refund_word(refund.state)}",
            formats.amount(refund.amount_paise),
        )
        for refund in document.refunds
        if refund.state is not RefundState.REPLACED
    ]
    back = sum(r.amount_paise for r in document.refunds if r.state is not RefundState.REPLACED)
    rows.append(SumRow(translate("Documents", "Given back"), formats.rupees(back), heavy=True))
    kept = document.booking.paid_paise - back
    if kept > 0:
        rows.append(SumRow(translate("Documents", "Kept by the house"), formats.amount(kept)))
    return tuple(rows)


def policy_text(tiers: Sequence[PolicyTier]) -> str:
    """Return the cancellation policy in one sentence, the earliest limit first."""
    back = [tier for tier in sorted(tiers, key=lambda tier: -tier.hours_before) if tier.refund_bp]
    if not back:
        return translate("Documents", "Not refundable.")
    parts = [
        translate("Documents", "{rate} back until {hours} h before the start").format(
            rate=formats.per_cent(tier.refund_bp), hours=tier.hours_before
        )
        if tier.hours_before
        else translate("Documents", "{rate} back until the start").format(
            rate=formats.per_cent(tier.refund_bp)
        )
        for tier in back
    ]
    return f"{', '.join(parts)}."


def tender_text(payment: Payment) -> str:
    """Return a tender with its reference, if there is one."""
    return f"{tender_words(payment.tender).printed}  {payment.reference}".strip()


def refund_word(state: RefundState) -> str:
    """Return where a refund stands, for the customer."""
    if state is RefundState.DONE:
        return translate("Documents", "given back")
    if state is RefundState.FAILED:
        return translate("Documents", "not yet, the desk is looking after it")
    return translate("Documents", "on its way, 5 to 7 days")


def _when(line: QuoteLine, time_zone: str, made_on: date) -> str:
    day = formats.dated(line.day, made_on, PAPER)
    if TRAITS[line.kind].begins is Begins.CHECK_IN:
        return day
    return f"{day}, {formats.clock(line.starts_at, time_zone)}"
