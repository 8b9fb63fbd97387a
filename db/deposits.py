"""Deposits: the rules of the house, bookings with an open balance, and what of them is owed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, bindparam, case, cast, delete, func, insert, select, update

from db.catalogue_words import BalanceDue
from db.database import Session
from db.ids import BookingId
from db.record import Shape, values_of
from db.schema import booking, booking_line, deposit_rule, offering, payment, refund, slot
from db.schema.columns import Whole
from db.states import BookingState, Kind, PaymentState, RefundState


@dataclass(frozen=True, slots=True)
class DepositRuleRow:
    """A rule as it is stored: see the table for each column."""

    covers: str
    percent_bp: int
    least_paise: int
    due: BalanceDue
    due_value: int
    is_active: bool


@dataclass(frozen=True, slots=True)
class DepositLineRow:
    """What of a line decides its deposit: what it is, what it costs, and when it begins now."""

    kind: Kind
    offering_code: str
    total_paise: int
    day: date
    time_zone: str
    starts_at: datetime
    boarding_minutes: int


@dataclass(frozen=True, slots=True)
class LineSums:
    """What a booking's live lines cost, the tax in it, and what of its ended ones was kept."""

    live_paise: int
    live_tax_paise: int
    kept_paise: int

    @property
    def owed_paise(self) -> int:
        """What the booking costs in all, as it is now."""
        return self.live_paise + self.kept_paise


RULE = Shape(DepositRuleRow, deposit_rule)
LINE = Shape(
    DepositLineRow,
    booking_line,
    offering_code=offering.c.code,
    starts_at=slot.c.starts_at,
    boarding_minutes=func.coalesce(booking_line.c.boarding_now_minutes, booking_line.c.boarding_minutes),
)
IS_LIVE = booking_line.c.cancelled_at.is_(None)
KEPT = booking_line.c.total_paise - booking_line.c.refund_paise - booking_line.c.unpaid_paise
OPEN_BALANCE: ColumnElement[bool] = and_(
    booking.c.state == BookingState.CONFIRMED, booking.c.balance_by.is_not(None), booking.c.sold_at.is_(None)
)


def _sum(paise: ColumnElement[int], *of: ColumnElement[bool]) -> ColumnElement[int]:
    return select(func.coalesce(func.sum(paise), 0)).where(*of).correlate(booking).scalar_subquery()


IS_TAKEN = (payment.c.booking_id == booking.c.id, payment.c.state == PaymentState.CAPTURED)
# What is left to pay of a booking whose balance is open, for lists; 0 of every other.
BALANCE: ColumnElement[int] = cast(
    case(
        (
            OPEN_BALANCE,
            booking.c.total_paise
            - _sum(
                booking_line.c.refund_paise + booking_line.c.unpaid_paise,
                booking_line.c.booking_id == booking.c.id,
            )
            - _sum(payment.c.amount_paise, *IS_TAKEN)
            + _sum(
                refund.c.amount_paise,
                refund.c.payment_id == payment.c.id,
                refund.c.state != RefundState.REPLACED,
                *IS_TAKEN,
            ),
        ),
        else_=0,
    ),
    Whole,
)
THE_BOOKING = booking.c.id == bindparam("booking")
AGREE = (
    update(booking)
    .where(THE_BOOKING, booking.c.state == BookingState.HELD)
    .values(
        deposit_paise=bindparam("deposit"), balance_by=bindparam("until", type_=booking.c.balance_by.type)
    )
)
SELL = (
    update(booking)
    .where(THE_BOOKING, OPEN_BALANCE)
    .values(sold_at=bindparam("now", type_=booking.c.sold_at.type), sold_desk_id=bindparam("desk"))
)
KEEP = (
    update(booking)
    .where(
        THE_BOOKING, OPEN_BALANCE, booking.c.balance_by == bindparam("old", type_=booking.c.balance_by.type)
    )
    .values(balance_by=bindparam("until", type_=booking.c.balance_by.type))
)


def rules(session: Session) -> list[DepositRuleRow]:
    """Return every rule, also those that are off, by what they cover."""
    return RULE.list(session.execute(RULE.select().order_by(deposit_rule.c.covers)))


def offering_codes(session: Session) -> set[str]:
    """Return the codes of all offerings."""
    return set(session.execute(select(offering.c.code)).scalars())


def write_rules(session: Session, wanted: Sequence[DepositRuleRow]) -> None:
    """Put these rules in the place of all."""
    session.execute(delete(deposit_rule))
    if wanted:
        session.execute(insert(deposit_rule), [{**values_of(one), "home": session.home} for one in wanted])


def merge_rules(session: Session, wanted: Sequence[DepositRuleRow], *, change: bool) -> tuple[int, int, int]:
    """Write rules beside those that are there; return how many were added, changed and stay.

    With `change` off a rule that is there stays as it is.
    """
    stored = {row.covers: row for row in rules(session)}
    new = [row for row in wanted if row.covers not in stored]
    other = [row for row in wanted if row.covers in stored and stored[row.covers] != row] if change else []
    if new:
        session.execute(insert(deposit_rule), [{**values_of(one), "home": session.home} for one in new])
    for row in other:
        session.execute(
            update(deposit_rule).where(deposit_rule.c.covers == row.covers).values(values_of(row))
        )
    return len(new), len(other), len(wanted) - len(new) - len(other)


def lines_of(session: Session, booking_id: BookingId) -> list[DepositLineRow]:
    """Return what of a booking's live lines decides its deposit, in their order."""
    statement = (
        LINE.select()
        .join(slot, slot.c.id == booking_line.c.slot_id)
        .join(offering, offering.c.id == slot.c.offering_id)
        .where(booking_line.c.booking_id == booking_id, IS_LIVE)
    )
    return LINE.list(session.execute(statement.order_by(booking_line.c.number)))


def sums_of_lines(session: Session, booking_id: BookingId) -> LineSums:
    """Return what the live lines of a booking cost, and what of those that ended was kept."""

    def total(paise: ColumnElement[int], of: ColumnElement[bool]) -> ColumnElement[int]:
        return cast(func.coalesce(func.sum(paise).filter(of), 0), Whole)

    statement = select(
        total(booking_line.c.total_paise, IS_LIVE).label("live"),
        total(booking_line.c.tax_paise, IS_LIVE).label("tax"),
        total(KEPT, ~IS_LIVE).label("kept"),
    ).where(booking_line.c.booking_id == booking_id)
    row = session.execute(statement).one()
    return LineSums(row.live, row.tax, row.kept)


def agree(
    session: Session, booking_id: BookingId, *, deposit_paise: int | None, balance_by: datetime | None
) -> bool:
    """Write down against what a held booking is to be confirmed; None: against all of it."""
    params = {"booking": booking_id, "deposit": deposit_paise, "until": balance_by}
    return session.execute(AGREE, params).rowcount == 1


def sell(session: Session, booking_id: BookingId) -> bool:
    """Write down that the balance is complete; False when nothing was open."""
    params = {"booking": booking_id, "now": session.now, "desk": session.actor.desk_id}
    return session.execute(SELL, params).rowcount == 1


def keep_until(session: Session, booking_id: BookingId, *, old: datetime, until: datetime) -> bool:
    """Let the balance be due at another moment; False when it was not due at `old`, or is paid."""
    return session.execute(KEEP, {"booking": booking_id, "old": old, "until": until}).rowcount == 1


def overdue(session: Session, limit: int) -> list[BookingId]:
    """Return the bookings whose balance should have been paid by now, the longest overdue first."""
    statement = select(booking.c.id).where(OPEN_BALANCE, booking.c.balance_by <= session.now)
    found = session.execute(statement.order_by(booking.c.balance_by, booking.c.reference).limit(limit))
    return [BookingId(one) for one in found.scalars()]
