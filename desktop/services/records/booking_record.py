"""Bookings read from their rows, with lines, payments and refunds."""

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Protocol

from db import bookings, house_accounts, house_rules, lines, payments, refunds
from db.bookings import BookingRow
from db.database import Session
from db.house_rules import HouseRules
from db.ids import BookingId
from db.lines import LineRow
from db.payments import PaymentRow
from db.refunds import RefundRow
from db.states import BookingState
from desktop.services.domain.booking import Booking, BookingLine, LineMove, Payment, Refund
from desktop.services.domain.held_again import again_until
from desktop.services.errors import NotFound
from desktop.services.records.customer_record import read_customer
from desktop.services.records.quote_record import tiers_from_text


def read_booking(session: Session, text: str, rules: HouseRules | None = None) -> Booking:
    """Return the booking with this id or reference, as of now; `rules` if they are read. Raises NotFound."""
    row = bookings.find(session, BookingId(text))
    if row is None:
        raise NotFound("booking", text)
    moves: defaultdict[int, list[LineMove]] = defaultdict(list)
    for move in lines.moves(session, row.id):
        moves[move.number].append(LineMove(move.moved_at, move.from_name, move.to_name, move.reason))
    found = [
        line_from_row(line, tuple(moves[line.number]), session.now)
        for line in lines.of_booking(session, row.id)
    ]
    rules = rules or house_rules.read(session)
    return Booking(
        id=row.id,
        reference=row.reference,
        state=shown_state(row, session),
        as_of=session.now,
        customer=read_customer(session, row.customer_id),
        title=row.title,
        lines=tuple(found),
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
        payments=_payments(session, row.id),
        refunds=tuple(refund_from_row(refund) for refund in refunds.of_booking(session, row.id)),
        void_until=_void_until(row, session.now, rules),
        buyer_gstin=row.buyer_gstin,
        cash_to_rupee=bool(rules.cash_to_rupee),
        sold_desk_id=row.sold_desk_id,
        again_until=_again_until(session, row),
        extensions=row.extensions,
        gateway_upi_paise=rules.gateway_upi_paise,
        deposit_paise=row.deposit_paise,
        balance_by=row.balance_by,
        sold_at=row.sold_at,
    )


def _payments(session: Session, booking_id: BookingId) -> tuple[Payment, ...]:
    rows = payments.of_booking(session, booking_id)
    names = house_accounts.names(session, [row.house_account_id for row in rows])
    return tuple(
        payment_from_row(row, names[row.house_account_id] if row.house_account_id else "") for row in rows
    )


def _void_until(row: BookingRow, now: datetime, rules: HouseRules) -> datetime | None:
    if row.state is not BookingState.CONFIRMED or row.confirmed_at is None:
        return None
    until = (row.sold_at or row.confirmed_at) + timedelta(minutes=rules.void_minutes)
    return until if now <= until else None


def _again_until(session: Session, row: BookingRow) -> datetime | None:
    until = again_until(row.expires_at)
    if shown_state(row, session) is not BookingState.EXPIRED or session.now >= until:
        return None
    return None if bookings.was_held_again(session, row.id) else until


def line_from_row(row: LineRow, moves: tuple[LineMove, ...], now: datetime) -> BookingLine:
    """Return the line that a row of `booking_line` holds, with its moves."""
    return BookingLine(
        unit_id=row.unit_id,
        slot_id=row.slot_id,
        kind=row.kind,
        stay=row.stay,
        description=row.description,
        thing=row.thing,
        unit_name=row.unit_name,
        day=row.day,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        boarding_minutes=row.boarding_minutes,
        time_zone=row.time_zone,
        guest_name=row.guest_name or "",
        guest_gender=row.guest_gender,
        adults=row.adults,
        children=row.children,
        details=row.details,
        base_paise=row.base_paise,
        discount_paise=row.discount_paise,
        fee_paise=row.fee_paise,
        tax_paise=row.tax_paise,
        total_paise=row.total_paise,
        tax_rate_bp=row.tax_rate_bp,
        taxable_paise=row.taxable_paise,
        cgst_paise=row.cgst_paise,
        sgst_paise=row.sgst_paise,
        igst_paise=row.igst_paise,
        place_state=row.place_state,
        tax_class=row.tax_class,
        sac=row.sac,
        registration=row.registration,
        supply=row.supply,
        tiers=tiers_from_text(row.policy),
        number=row.number,
        starts_now_at=row.starts_now_at,
        ends_now_at=row.ends_now_at,
        boarding_now_minutes=row.boarding_now_minutes,
        departure_cancelled=row.departure_cancelled,
        is_over=row.over_at <= now,
        cancelled_at=row.cancelled_at,
        cancel_reason=row.cancel_reason or "",
        refund_rule=row.refund_rule,
        refund_paise=row.refund_paise,
        voucher_id=row.voucher_id,
        moves=moves,
        unpaid_paise=row.unpaid_paise,
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


def payment_from_row(row: PaymentRow, account: str = "") -> Payment:
    """Return the payment that a row holds; `account`: what the house calls where it went."""
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
        corrected_from=row.corrected_from,
        rounding_paise=row.rounding_paise,
        account=account,
        received_paise=row.received_paise,
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
        payment_id=row.payment_id,
        document_id=row.document_id,
        reference=row.reference or "",
        of_sale=refunds.is_of_sale(row),
        rounding_paise=row.rounding_paise,
    )
