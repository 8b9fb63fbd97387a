"""What was undone or put right, and what waits for its slip: read for whoever looks after the desk."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, or_, select, text, type_coerce

from db.database import Session
from db.ids import BookingId, BookingReference, RefundId
from db.record import Shape
from db.schema import booking, customer, desk, drawer_move, journal, payment, refund, shift, top_up
from db.states import DrawerMoveKind, RefundState, Tender

# How who acts is called where it is a login of the operating system.
SYSTEM_LOGIN = "system: "
TAKEN_BACK = ("reversed_at", "reversed_by", "reverse_reason")


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A refund that is given back on a machine and has no slip yet."""

    id: RefundId
    booking_id: BookingId
    reference: BookingReference
    name: str
    amount_paise: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ReversedRow:
    """A top-up that was taken back."""

    name: str
    amount_paise: int
    reversed_at: datetime
    reversed_by: str
    reverse_reason: str


@dataclass(frozen=True, slots=True)
class CorrectedRow:
    """A record of a tender that was put right; `content` is JSON."""

    at: datetime
    clerk: str
    booking_id: BookingId
    name: str
    content: str


WAITING = Shape(
    WaitingRow, refund, booking_id=booking.c.id, reference=booking.c.reference, name=customer.c.name
)


@dataclass(frozen=True, slots=True)
class ToldRow:
    """A record of a discount, of a limit, or of a cancellation that gave back beyond the rules."""

    at: datetime
    clerk: str
    tag: str
    booking_id: BookingId | None
    reference: BookingReference | None
    name: str | None
    content: str


@dataclass(frozen=True, slots=True)
class ReopenedRow:
    """A record of a booking that is confirmed again after a wrong clock completed it; `content` is JSON."""

    at: datetime
    clerk: str
    booking_id: BookingId
    reference: BookingReference
    name: str
    amount_paise: int
    content: str


# Only top-ups that were taken back are read: nothing of that is empty there.
REVERSED = Shape(
    ReversedRow,
    top_up,
    name=customer.c.name,
    **{name: type_coerce(top_up.c[name], top_up.c[name].type) for name in TAKEN_BACK},
)
CORRECTED = Shape(CorrectedRow, journal, booking_id=booking.c.id, name=customer.c.name)


TOLD = Shape(ToldRow, journal, reference=booking.c.reference, name=customer.c.name)
REOPENED = Shape(
    ReopenedRow,
    journal,
    booking_id=booking.c.id,
    reference=booking.c.reference,
    name=customer.c.name,
    amount_paise=booking.c.total_paise,
)


@dataclass(frozen=True, slots=True)
class OpenedRow:
    """A drawer that was opened without a sale."""

    made_at: datetime
    clerk: str
    reason: str
    desk_code: str


@dataclass(frozen=True, slots=True)
class OwnCloseRow:
    """A close that was accepted by whoever had made it, or answered for the drawer."""

    accepted_at: datetime
    accepted_by: str
    acceptance_note: str
    counted_paise: int
    expected_paise: int
    desk_code: str


OPENED = Shape(OpenedRow, drawer_move, desk_code=desk.c.code)
# Only closes that were accepted are read: nothing of that is empty there.
OWN_CLOSE = Shape(
    OwnCloseRow,
    shift,
    desk_code=desk.c.code,
    **{
        name: type_coerce(shift.c[name], shift.c[name].type)
        for name in ("accepted_at", "accepted_by", "counted_paise", "expected_paise")
    },
)


def opened_drawers(session: Session, since: datetime) -> list[OpenedRow]:
    """Return the drawers that were opened without a sale since then, the newest first."""
    statement = (
        OPENED.select()
        .join(shift, shift.c.id == drawer_move.c.shift_id)
        .join(desk, desk.c.id == shift.c.desk_id)
        .where(drawer_move.c.kind == DrawerMoveKind.OPENED, drawer_move.c.made_at >= since)
    )
    return OPENED.list(session.execute(statement.order_by(drawer_move.c.made_at.desc(), drawer_move.c.id)))


def own_closes_accepted(session: Session, since: datetime) -> list[OwnCloseRow]:
    """Return the closes that whoever made them has accepted since then, the newest first."""
    statement = (
        OWN_CLOSE.select()
        .join(desk, desk.c.id == shift.c.desk_id)
        .where(
            shift.c.accepted_at >= since,
            (shift.c.accepted_by == shift.c.clerk) | (shift.c.accepted_by == shift.c.closed_by),
        )
    )
    return OWN_CLOSE.list(session.execute(statement.order_by(shift.c.accepted_at.desc(), shift.c.id)))


@dataclass(frozen=True, slots=True)
class CommandRow:
    """A record of a command that was run under a login of the system; `content` is JSON."""

    at: datetime
    clerk: str
    content: str


COMMAND = Shape(CommandRow, journal)


def system_commands(session: Session, since: datetime) -> list[CommandRow]:
    """Return the commands that nobody of the staff has run since then, the newest first."""
    statement = COMMAND.select().where(
        journal.c.tag == "COMMAND_RUN",
        journal.c.at >= since,
        journal.c.clerk.startswith(SYSTEM_LOGIN, autoescape=True),
    )
    return COMMAND.list(session.execute(statement.order_by(journal.c.at.desc(), journal.c.number.desc())))


def waiting_slips(session: Session) -> list[WaitingRow]:
    """Return the refunds that wait for a machine's slip, the oldest first."""
    statement = (
        WAITING.select()
        .join(booking, booking.c.id == refund.c.booking_id)
        .join(customer, customer.c.id == booking.c.customer_id)
        .where(refund.c.state == RefundState.PLANNED, refund.c.tender != Tender.RAZORPAY)
    )
    return WAITING.list(session.execute(statement.order_by(refund.c.created_at, refund.c.id)))


def reversed_top_ups(session: Session, since: datetime) -> list[ReversedRow]:
    """Return the top-ups that were taken back since then, the newest first."""
    statement = REVERSED.select().join(customer, customer.c.id == top_up.c.customer_id)
    found = statement.where(top_up.c.reversed_at >= since).order_by(top_up.c.reversed_at.desc())
    return REVERSED.list(session.execute(found))


def reopened_bookings(session: Session, since: datetime) -> list[ReopenedRow]:
    """Return the bookings that were reopened since then, the newest first."""
    statement = (
        REOPENED.select()
        .join(booking, booking.c.id == journal.c.booking_id)
        .join(customer, customer.c.id == booking.c.customer_id)
        # Written out, so that the index of these few records is used.
        .where(text("journal.tag = 'BOOKING_REOPENED'"), journal.c.at >= since)
    )
    return REOPENED.list(session.execute(statement.order_by(journal.c.at.desc(), journal.c.number.desc())))


def corrected_tenders(session: Session, since: datetime) -> list[CorrectedRow]:
    """Return the tenders that were put right since then, the newest first."""
    corrected = select(payment.c.booking_id).where(payment.c.corrected_from.is_not(None))
    statement = (
        CORRECTED.select()
        .join(booking, booking.c.id == journal.c.booking_id)
        .join(customer, customer.c.id == booking.c.customer_id)
        .where(journal.c.tag == "TENDER_CORRECTED", journal.c.at >= since)
        .where(journal.c.booking_id.in_(corrected))
    )
    return CORRECTED.list(session.execute(statement.order_by(journal.c.at.desc(), journal.c.number.desc())))


def told_acts(session: Session, since: datetime) -> list[ToldRow]:
    """Return what was given beyond the rules, voided, taken off or allowed since then, the newest first."""
    content = journal.c.content
    beyond = or_(content.like('%"beyond_paise"%'), content.like('%"rules":["void"]%'))
    statement = (
        TOLD.select()
        .outerjoin(booking, booking.c.id == journal.c.booking_id)
        .outerjoin(customer, customer.c.id == booking.c.customer_id)
        .where(
            journal.c.at >= since,
            or_(
                journal.c.tag.in_(("DISCOUNT_GIVEN", "LIMIT_CHANGED")),
                and_(journal.c.tag.in_(("BOOKING_CANCELLED", "BOOKING_LINES_CANCELLED")), beyond),
            ),
        )
        .order_by(journal.c.at.desc(), journal.c.number.desc())
    )
    return TOLD.list(session.execute(statement))
