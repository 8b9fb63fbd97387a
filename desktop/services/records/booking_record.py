"""Bookings read from their rows, with lines, payments and refunds."""

from datetime import datetime
from typing import Protocol

from db import bookings, payments, refunds
from db.database import Session
from db.ids import BookingId
from db.payments import PaymentRow
from db.refunds import RefundRow
from db.states import BookingState
from desktop.services.domain.booking import Booking, Payment, Refund
from desktop.services.errors import NotFound
from desktop.services.records.customer_record import read_customer
from desktop.services.records.quote_record import line_from_row


def read_booking(session: Session, text: str) -> Booking:
    """Return the booking with this id or reference, as of now. Raises NotFound."""
    row = bookings.find(session, BookingId(text))
    if row is None:
        raise NotFound("booking", text)
    lines = tuple(line_from_row(line) for line in bookings.lines(session, row.id))
    return Booking(
        id=row.id,
        reference=row.reference,
        state=shown_state(row, session),
        as_of=session.now,
        customer=read_customer(session, row.customer_id),
        title=row.title,
        lines=lines,
        base_paise=row.base_paise,
        discount_paise=row.discount_paise,
        fee_paise=row.fee_paise,
        tax_paise=row.tax_paise,
        total_paise=row.total_paise,
        promo_code=row.promo_code,
        reserved_at=row.reserved_at,
        expires_at=row.expires_at,
        grace_seconds=row.grace_seconds,
        confirmed_at=row.confirmed_at,
        cancelled_at=row.cancelled_at,
        cancel_reason=row.cancel_reason or "",
        desk_code=row.desk_code,
        clerk=row.clerk,
        payments=tuple(payment_from_row(payment) for payment in payments.of_booking(session, row.id)),
        refunds=tuple(refund_from_row(refund) for refund in refunds.of_booking(session, row.id)),
    )


class Ending(Protocol):
    """A row of a booking, whatever stands beside it."""

    @property
    def state(self) -> BookingState: ...

    @property
    def expires_at(self) -> datetime: ...


def shown_state(row: Ending, session: Session) -> BookingState:
    """Return the state by the clock: a hold is over at its deadline, whoever writes it down and when."""
    if row.state is BookingState.HELD and row.expires_at <= session.now:
        return BookingState.EXPIRED
    return row.state


def payment_from_row(row: PaymentRow) -> Payment:
    """Return the payment that a row holds."""
    return Payment(
        id=row.id,
        booking_id=row.booking_id,
        tender=row.tender,
        state=row.state,
        amount_paise=row.amount_paise,
        wallet_paise=row.wallet_paise,
        reference=row.reference or "",
        created_at=row.created_at,
        instrument_kind=row.instrument_kind,
        instrument_content=row.instrument_content or "",
        instrument_ends_at=row.instrument_ends_at,
        answered_at=row.answered_at,
        last_answer=row.last_answer or "",
        link_sms=row.link_sms,
    )


def refund_from_row(row: RefundRow) -> Refund:
    """Return the refund that a row holds."""
    return Refund(
        id=row.id,
        tender=row.tender,
        state=row.state,
        amount_paise=row.amount_paise,
        created_at=row.created_at,
        settled_at=row.settled_at,
        last_error=row.last_error or "",
    )
