"""What the booking page shows, worked out without widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.states import BookingState, PaymentState, RefundState
from desktop.services.domain.spans import spans_of
from desktop.ui import formats
from desktop.ui.levy_words import is_in_tax
from desktop.ui.lifecycle_words import refund_text
from desktop.ui.line_times import LineTimes, line_name
from desktop.ui.line_words import before_text, ended_text
from desktop.ui.tender_words import tender_word

if TYPE_CHECKING:
    from datetime import date

    from db.ids import DocumentId
    from desktop.services.domain.booking import Booking, Payment, Refund

translate = QCoreApplication.translate
TIMES = LineTimes()


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the page: what, something about it, an amount; `ended` is told weaker than what lives."""

    what: str
    note: str
    amount: str
    heavy: bool = False
    ended: bool = False


@dataclass(frozen=True, slots=True)
class BookingView:
    """The page for one booking; `can_*` say which keys do something.

    `voucher_id`: the newest voucher while a part of it goes on; once all has ended it is the receipt's place.
    """

    reference: str
    state: str
    role: str
    title: str
    who: str
    when: str
    lines: tuple[Row, ...]
    money: tuple[Row, ...]
    can_pay: bool
    can_move: bool
    can_cancel: bool
    # All of it was used: nothing can be cancelled, only given back by permission.
    gives_back: bool
    can_reopen: bool
    has_receipt: bool
    paper: str
    voucher_id: DocumentId | None


def view_booking(booking: Booking, time_zone: str) -> BookingView:
    """Return what to show of a booking as of its reading."""
    word, role = _state(booking)
    customer = booking.customer
    is_sold = booking.state in (BookingState.CONFIRMED, BookingState.COMPLETED)
    is_used = is_sold and bool(booking.live_lines) and not booking.endable_lines
    return BookingView(
        reference=booking.reference,
        state=word,
        role=role,
        title=booking.title,
        who=f"{customer.name}   {customer.masked_mobile}",
        when=_when(booking, time_zone),
        lines=_lines(booking, time_zone, formats.local_day(booking.as_of, time_zone)),
        money=_money(booking, time_zone),
        can_pay=booking.state is BookingState.HELD or booking.owes_balance,
        can_move=bool(booking.movable_lines),
        can_cancel=bool(booking.endable_lines),
        gives_back=is_used,
        can_reopen=booking.state is BookingState.COMPLETED,
        has_receipt=booking.confirmed_at is not None,
        paper=_paper(booking),
        voucher_id=_voucher_id(booking),
    )


def _lines(booking: Booking, time_zone: str, today: date) -> tuple[Row, ...]:
    rows = [
        Row(
            line_name(span.first),
            _note(
                TIMES.when(span, today),
                *TIMES.notes(span, today),
                span.first.guest_name,
                span.first.details,
                before_text(span.first),
                ended_text(span.lines, time_zone),
            ),
            formats.amount(sum(line.base_paise for line in span.lines)),
            ended=not span.first.is_live,
        )
        for span in spans_of(booking.lines, lambda line: (line.cancelled_at, line.departure_cancelled))
    ]
    if booking.discount_paise:
        word = translate("Booking", "Discount")
        rows.append(Row(word, booking.promo_code, formats.amount(-booking.discount_paise)))
    if booking.fee_paise:
        rows.append(Row(translate("Booking", "Fee"), "", formats.amount(booking.fee_paise)))
    if any(is_in_tax(line) for line in booking.lines):
        rows.append(Row(translate("Booking", "Taxes"), "", formats.amount(booking.tax_paise)))
    rows.append(Row(translate("Booking", "Total"), "", formats.amount(booking.total_paise), heavy=True))
    return tuple(rows)


def _paper(booking: Booking) -> str:
    """Return what is printed: a ticket may have taken the receipt's place once lines ended or moved."""
    if booking.state is BookingState.CANCELLED:
        return translate("Booking", "Voucher")
    if booking.owes_balance:
        return translate("Booking", "Receipt for the deposit")
    if any(line.moves or not line.is_live for line in booking.lines):
        return translate("Booking", "Receipt or ticket")
    return translate("Booking", "Receipt")


def _voucher_id(booking: Booking) -> DocumentId | None:
    ended = [(line.cancelled_at, line.voucher_id) for line in booking.lines if line.cancelled_at is not None]
    if not ended or not booking.live_lines:
        return None
    return max(ended, key=lambda end: end[0])[1]


def _money(booking: Booking, time_zone: str) -> tuple[Row, ...]:
    rows = [
        Row(_tender_text(payment), _payment_note(payment, time_zone), formats.amount(payment.amount_paise))
        for payment in booking.payments
        if payment.state is not PaymentState.VOID
    ]
    rows += [
        Row(
            _back_text(refund).format(tender=tender_word(refund.tender)),
            _note(
                refund_text(refund),
                formats.moment_text(refund.created_at, time_zone),
                _in_cash(refund.rounding_paise, refund.given_paise),
            ),
            formats.amount(-refund.amount_paise),
        )
        for refund in booking.refunds
        if refund.state is not RefundState.REPLACED
    ]
    if booking.state is BookingState.HELD or booking.owes_balance:
        left, note = translate("Booking", "Left to pay"), _balance_note(booking, time_zone)
        rows.append(Row(left, note, formats.amount(booking.due_paise), heavy=True))
    return tuple(rows)


def _balance_note(booking: Booking, time_zone: str) -> str:
    """Return until when a balance has to be paid, or that it should have been."""
    if booking.balance_by is None or not booking.owes_balance:
        return ""
    word = translate("Booking", "by {moment}")
    if booking.is_overdue:
        word = translate("Booking", "▲ overdue since {moment}")
    return word.format(moment=formats.moment_text(booking.balance_by, time_zone))


def _back_text(refund: Refund) -> str:
    if refund.of_sale:
        return translate("Booking", "back to {tender}")
    return translate("Booking", "not of this sale, back to {tender}")


def _tender_text(payment: Payment) -> str:
    words = (tender_word(payment.tender, payment.instrument_kind), payment.account, payment.reference)
    return "  ".join(word for word in words if word)


def _payment_note(payment: Payment, time_zone: str) -> str:
    words = {
        PaymentState.CAPTURED: translate("Booking", "paid"),
        PaymentState.UNRESOLVED: translate("Booking", "to be decided, see the cases"),
    }
    waiting = translate("Booking", "waiting for the customer")
    note = _note(
        words.get(payment.state, waiting),
        formats.moment_text(payment.created_at, time_zone),
        _in_cash(payment.rounding_paise, payment.taken_paise),
    )
    if payment.corrected_from in (None, payment.tender):
        return note
    was = translate("Booking", "entered as {tender} at first").format(
        tender=tender_word(payment.corrected_from)
    )
    return _note(note, was)


def _in_cash(rounding_paise: int, paise: int) -> str:
    """Return what changed hands where cash was rounded to the rupee."""
    if not rounding_paise:
        return ""
    return translate("Booking", "rounded: {amount} in cash").format(amount=formats.amount(paise))


def _when(booking: Booking, time_zone: str) -> str:
    parts = [
        translate("Booking", "held {moment} at {desk} by {clerk}").format(
            moment=formats.moment_text(booking.reserved_at, time_zone),
            desk=booking.desk_code,
            clerk=booking.clerk,
        )
    ]
    if booking.confirmed_at:
        moment = formats.moment_text(booking.confirmed_at, time_zone)
        parts.append(translate("Booking", "confirmed {moment}").format(moment=moment))
    if booking.cancelled_at:
        moment = formats.moment_text(booking.cancelled_at, time_zone)
        ended = translate("Booking", "cancelled {moment}")
        if booking.was_released:
            ended = translate("Booking", "released {moment}")
        parts.append(ended.format(moment=moment))
        parts.append(booking.cancel_reason)
    return " · ".join(part for part in parts if part)


def _state(booking: Booking) -> tuple[str, str]:
    if booking.was_released:
        return translate("Booking", "■ released"), "error"
    if booking.owes_balance:
        return translate("Booking", "✓ confirmed, balance open"), "warning"
    return {
        BookingState.HELD: (translate("Booking", "◷ held"), "warning"),
        BookingState.CONFIRMED: (translate("Booking", "✓ confirmed"), "ok"),
        BookingState.EXPIRED: (translate("Booking", "■ expired"), "error"),
        BookingState.CANCELLED: (translate("Booking", "× cancelled"), "error"),
        BookingState.COMPLETED: (translate("Booking", "✓ completed"), "ok"),
    }[booking.state]


def _note(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
