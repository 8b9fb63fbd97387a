"""What the booking page shows, worked out without widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.states import BookingState, PaymentState, RefundState
from desktop.ui import formats
from desktop.ui.lifecycle_words import refund_word
from desktop.ui.tender_words import tender_word

if TYPE_CHECKING:
    from datetime import date

    from desktop.services.domain.booking import Booking, Payment

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the page: what, something about it, an amount."""

    what: str
    note: str
    amount: str
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class BookingView:
    """The page for one booking; `can_*` say which keys do something."""

    reference: str
    state: str
    role: str
    title: str
    who: str
    when: str
    lines: tuple[Row, ...]
    money: tuple[Row, ...]
    can_pay: bool
    can_cancel: bool
    has_receipt: bool


def view_booking(booking: Booking, time_zone: str) -> BookingView:
    """Return what to show of a booking as of its reading."""
    word, role = _state(booking.state)
    customer = booking.customer
    return BookingView(
        reference=booking.reference,
        state=word,
        role=role,
        title=booking.title,
        who=f"{customer.name}   {customer.masked_mobile}",
        when=_when(booking, time_zone),
        lines=_lines(booking, formats.local_day(booking.as_of, time_zone)),
        money=_money(booking, time_zone),
        can_pay=booking.state is BookingState.HELD,
        can_cancel=booking.state in (BookingState.HELD, BookingState.CONFIRMED),
        has_receipt=booking.confirmed_at is not None,
    )


def _lines(booking: Booking, today: date) -> tuple[Row, ...]:
    rows = [
        Row(
            line.description,
            _note(formats.dated(line.day, today), line.guest_name, line.details),
            formats.amount(line.base_paise),
        )
        for line in booking.lines
    ]
    if booking.discount_paise:
        word = translate("Booking", "Discount")
        rows.append(Row(word, booking.promo_code, formats.amount(-booking.discount_paise)))
    if booking.fee_paise:
        rows.append(Row(translate("Booking", "Fee"), "", formats.amount(booking.fee_paise)))
    rows.append(Row(translate("Booking", "Taxes"), "", formats.amount(booking.tax_paise)))
    rows.append(Row(translate("Booking", "Total"), "", formats.amount(booking.total_paise), heavy=True))
    return tuple(rows)


def _money(booking: Booking, time_zone: str) -> tuple[Row, ...]:
    rows = [
        Row(_tender_text(payment), _payment_note(payment, time_zone), formats.amount(payment.amount_paise))
        for payment in booking.payments
        if payment.state is not PaymentState.VOID
    ]
    rows += [
        Row(
            translate("Booking", "back to {tender}").format(tender=tender_word(refund.tender)),
            _note(refund_word(refund.state), formats.moment_text(refund.created_at, time_zone)),
            formats.amount(-refund.amount_paise),
        )
        for refund in booking.refunds
        if refund.state is not RefundState.REPLACED
    ]
    if booking.state is BookingState.HELD:
        rows.append(
            Row(translate("Booking", "Left to pay"), "", formats.amount(booking.due_paise), heavy=True)
        )
    return tuple(rows)


def _tender_text(payment: Payment) -> str:
    return f"{tender_word(payment.tender, payment.instrument_kind)}  {payment.reference}".strip()


def _payment_note(payment: Payment, time_zone: str) -> str:
    words = {
        PaymentState.CAPTURED: translate("Booking", "paid"),
        PaymentState.UNRESOLVED: translate("Booking", "to be decided, see the cases"),
    }
    waiting = translate("Booking", "waiting for the customer")
    return _note(words.get(payment.state, waiting), formats.moment_text(payment.created_at, time_zone))


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
        parts.append(translate("Booking", "cancelled {moment}").format(moment=moment))
        parts.append(booking.cancel_reason)
    return " · ".join(part for part in parts if part)


def _state(state: BookingState) -> tuple[str, str]:
    return {
        BookingState.HELD: (translate("Booking", "◷ held"), "warning"),
        BookingState.CONFIRMED: (translate("Booking", "✓ confirmed"), "ok"),
        BookingState.EXPIRED: (translate("Booking", "■ expired"), "error"),
        BookingState.CANCELLED: (translate("Booking", "× cancelled"), "error"),
        BookingState.COMPLETED: (translate("Booking", "✓ completed"), "ok"),
    }[state]


def _note(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
