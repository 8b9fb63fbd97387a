"""What stands on a receipt or voucher, as rows of text: worked out without Qt's documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.states import DocumentKind, RefundRule, RefundState
from desktop.services.domain.gstin import STATES
from desktop.services.domain.spans import Span, spans_of
from desktop.ui import formats
from desktop.ui.levy_words import is_in_tax, levy_groups, levy_sums
from desktop.ui.line_times import LineTimes, line_name
from desktop.ui.line_words import printed_rule
from desktop.ui.paper_language import PAPER, translate
from desktop.ui.tender_words import tender_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.services.domain.booking import BookingLine
    from desktop.services.domain.cancellation import PolicyTier
    from desktop.services.domain.document import Document
    from desktop.services.domain.paper import PaidBy

TIMES = LineTimes(translate, PAPER)
BACK_SLIPS = (DocumentKind.REFUND_SLIP, DocumentKind.REFUND_VOUCHER)


@dataclass(frozen=True, slots=True)
class SoldRow:
    """One stay, seat or place of a booking on paper; `levies`: the value and levies of each line of it."""

    what: str
    note: str
    when: str
    rate: str
    amount: str
    levies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EndedRow:
    """One line that ended: what was paid for it and what came back."""

    what: str
    note: str
    when: str
    paid: str
    back: str


@dataclass(frozen=True, slots=True)
class TicketRow:
    """One line that is valid."""

    what: str
    note: str
    when: str


@dataclass(frozen=True, slots=True)
class SumRow:
    """A word and an amount; heavy rows are the ones that are looked for."""

    word: str
    amount: str
    heavy: bool = False


def sold_rows(lines: Sequence[BookingLine], made_on: date) -> tuple[SoldRow, ...]:
    """Return a row for each stay in a room, each seat and each place; amounts before discount and tax.

    Prices are those frozen at the hold, times those of the slot now, in the zone of the site. The year is
    told where it is not that of `made_on`.
    """
    return tuple(_sold_row(span, made_on) for span in spans_of(lines))


def _sold_row(span: Span[BookingLine], made_on: date) -> SoldRow:
    first = span.first
    levies = [group.words(translate("Documents", "each")) for group in levy_groups(span.lines)]
    rates = sorted({line.tax_rate_bp for line in span.lines if is_in_tax(line)})
    return SoldRow(
        what=line_name(first),
        note=_joined(first.guest_name, first.details, *TIMES.notes(span, made_on)),
        when=_joined(TIMES.when(span, made_on), TIMES.stop(span), sign=", "),
        rate=", ".join(formats.per_cent(rate) for rate in rates),
        amount=formats.amount(sum(line.base_paise for line in span.lines)),
        levies=(*levies, *_places(span.lines)),
    )


def _places(lines: Sequence[BookingLine]) -> list[str]:
    """Return where lines are supplied that bear the one levy of another State."""
    word = translate("Documents", "Place of supply: {state} ({code})")
    places = dict.fromkeys(line.place_state for line in lines if line.igst_paise and line.place_state)
    return [word.format(state=STATES.get(code, ""), code=code) for code in places]


def ended_rows(document: Document) -> tuple[EndedRow, ...]:
    """Return what ended with a voucher: what was paid for it, what came back, by which rule."""
    made_on = _made_on(document)
    return tuple(
        EndedRow(
            what=line_name(span.first),
            note=_joined(span.first.guest_name, span.first.details, _rule(span.first)),
            when=_joined(TIMES.when(span, made_on), TIMES.stop(span), sign=", "),
            paid=formats.amount(sum(_paid_paise(line) for line in span.lines)),
            back=formats.amount(sum(line.refund_paise for line in span.lines)),
        )
        for span in spans_of(document.content.lines, _rule)
    )


def ticket_rows(document: Document) -> tuple[TicketRow, ...]:
    """Return the lines that are valid, each with the units where it was before."""
    rows, made_on = [], _made_on(document)
    for span in spans_of(document.content.lines):
        first = span.first
        before = dict.fromkeys(one.from_name for one in first.moves if one.moved_at <= document.made_at)
        was = translate("Documents", "was {unit}").format(unit=", ".join(before)) if before else ""
        note = _joined(was, first.guest_name, first.details, *TIMES.notes(span, made_on))
        when = _joined(TIMES.when(span, made_on), TIMES.stop(span), sign=", ")
        rows.append(TicketRow(line_name(first), note, when))
    return tuple(rows)


def _made_on(document: Document) -> date:
    return formats.local_day(document.made_at, document.time_zone)


def _joined(*parts: str, sign: str = " · ") -> str:
    return sign.join(part for part in parts if part)


def _rule(line: BookingLine) -> str:
    if line.refund_rule is None:
        return ""
    return printed_rule(line, line.refund_rule, line.refund_paise)


def _paid_paise(line: BookingLine) -> int:
    """Return what was paid for a line that ended: of a hold only what had been taken, which comes back."""
    return line.refund_paise if line.refund_rule is RefundRule.HOLD else line.total_paise - line.unpaid_paise


def price_rows(document: Document) -> tuple[SumRow, ...]:
    """Return what leads from the lines to the total: discount, fee, each levy as it adds up, total."""
    content, lines = document.content, document.content.counted_lines
    discount, fee = sum(line.discount_paise for line in lines), sum(line.fee_paise for line in lines)
    taxed = bool(content.levies.tax_paise)
    first = translate("Documents", "Before tax") if taxed else translate("Documents", "Price")
    rows = [SumRow(first, formats.amount(sum(line.base_paise for line in lines)))]
    if discount:
        code = content.booking.promo_code if content.booking else ""
        word = translate("Documents", "Discount {code}").format(code=code).strip()
        rows.append(SumRow(word, formats.amount(-discount)))
    if fee:
        rows.append(SumRow(translate("Documents", "Fee"), formats.amount(fee)))
    if discount or fee:
        rows.append(SumRow(translate("Documents", "Value"), formats.amount(content.value_paise)))
    rows += [SumRow(name, formats.amount(paise)) for name, paise in levy_sums(lines).items()]
    rows.append(SumRow(translate("Documents", "Total"), formats.rupees(content.total_paise), heavy=True))
    if rounding := sum(one.rounding_paise for one in content.paid):
        rows.append(SumRow(translate("Documents", "Round off in cash"), formats.amount(rounding)))
        to_pay = formats.rupees(sum(one.taken_paise for one in content.paid))
        rows.append(SumRow(translate("Documents", "Paid"), to_pay, heavy=True))
    return tuple(rows)


def tender_rows(document: Document) -> tuple[SumRow, ...]:
    """Return what was paid by which tender, or on a voucher what goes back to which."""
    if document.kind not in BACK_SLIPS:
        return _paid_rows(document)
    refunds = document.content.back
    rows, back = [], sum(refund.given_paise for refund in refunds)
    if rounding := sum(refund.rounding_paise for refund in refunds):
        rows.append(SumRow(translate("Documents", "Due back"), formats.amount(back - rounding)))
        rows.append(SumRow(translate("Documents", "Round off in cash"), formats.amount(rounding)))
    rows += [
        SumRow(
            f"{tender_words(refund.tender).printed}, {refund_word(refund.state)}",
            formats.amount(refund.given_paise),
        )
        for refund in refunds
    ]
    rows.append(SumRow(translate("Documents", "Given back"), formats.rupees(back), heavy=True))
    kept = sum(_paid_paise(line) - line.refund_paise for line in document.content.lines)
    if kept > 0:
        rows.append(SumRow(translate("Documents", "Kept by the house"), formats.amount(kept)))
    return tuple(rows)


def _paid_rows(document: Document) -> tuple[SumRow, ...]:
    """Return what was paid by what; of a deposit what that leaves, and until when."""
    content = document.content
    rows = [SumRow(tender_text(one), formats.amount(one.taken_paise)) for one in content.paid]
    if content.kept_before_paise:
        word = translate("Documents", "Kept of it for what was cancelled")
        rows.append(SumRow(word, formats.amount(content.kept_before_paise)))
    if content.left_paise:
        paid = sum(one.amount_paise for one in content.paid)
        rows.append(SumRow(translate("Documents", "Paid so far"), formats.rupees(paid), heavy=True))
        left = translate("Documents", "Left to pay")
        rows.append(SumRow(left, formats.rupees(document.content.left_paise), heavy=True))
    return tuple(rows)


def balance_text(document: Document) -> str:
    """Return until when what is left has to be paid; empty where nothing says so."""
    if document.content.balance_by is None or not document.content.left_paise:
        return ""
    day = formats.day_and_year(formats.local_day(document.content.balance_by, document.time_zone), PAPER)
    clock = formats.clock(document.content.balance_by, document.time_zone)
    until = translate("Documents", "Left to pay: {left}, by {day}, {clock}.")
    return until.format(left=formats.rupees(document.content.left_paise), day=day, clock=clock)


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


def tender_text(payment: PaidBy) -> str:
    """Return a tender with its reference, if there is one, and as what it was entered at first."""
    words = (tender_words(payment.tender).printed, payment.account, payment.reference)
    text = "  ".join(word for word in words if word)
    if payment.corrected_from in (None, payment.tender):
        return text
    was = translate("Documents", "entered as {tender} at first").format(
        tender=tender_words(payment.corrected_from).printed
    )
    return f"{text} ({was})"


def refund_word(state: RefundState) -> str:
    """Return where a refund stands, for the customer."""
    if state is RefundState.DONE:
        return translate("Documents", "given back")
    if state is RefundState.FAILED:
        return translate("Documents", "not yet, the desk is looking after it")
    return translate("Documents", "on its way, 5 to 7 days")
