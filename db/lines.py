"""The lines of bookings: one unit in one slot each, frozen at the hold, each with its own end."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, delete, func, insert, update

from db.catalogue_words import Gender
from db.database import Session
from db.ids import BookingId, DocumentId, SlotId, UnitId
from db.keys import new_key
from db.prepared import Prepared
from db.record import Shape, values_of
from db.schema import booking_line, line_move, slot
from db.search_key import search_key
from db.states import Kind, RefundRule, Supply


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line as it is frozen at the hold: see the table for each column."""

    booking_id: BookingId
    number: int
    unit_id: UnitId
    slot_id: SlotId
    kind: Kind
    stay: int
    description: str
    thing: str
    unit_name: str
    day: date
    starts_at: datetime
    ends_at: datetime
    boarding_minutes: int
    time_zone: str
    guest_name: str | None
    guest_gender: Gender | None
    adults: int
    children: int
    details: str
    base_paise: int
    discount_paise: int
    fee_paise: int
    tax_paise: int
    total_paise: int
    tax_rate_bp: int
    taxable_paise: int
    cgst_paise: int
    sgst_paise: int
    igst_paise: int
    place_state: str
    tax_class: str
    sac: str
    registration: str
    supply: Supply | None
    policy: str


@dataclass(frozen=True, slots=True)
class LineRow(NewLine):
    """A line with its own end, if it has come to one, and its slot as that is now."""

    cancelled_at: datetime | None
    cancel_reason: str | None
    refund_rule: RefundRule | None
    refund_paise: int
    refund_tax_paise: int
    unpaid_paise: int
    unpaid_tax_paise: int
    voucher_id: DocumentId | None
    starts_now_at: datetime
    ends_now_at: datetime
    boarding_now_minutes: int
    departure_cancelled: bool

    @property
    def over_at(self) -> datetime:
        """When nothing of it is left to be used or given back.

        What the house moved is open until its old start at the chosen stop, too: who comes then was not
        served.
        """
        return max(self.ends_now_at, self.starts_at + timedelta(minutes=self.boarding_minutes))


@dataclass(frozen=True, slots=True)
class LineEnd:
    """How a line ends: why, what comes back of it, and what of it had not been paid and is not owed."""

    number: int
    refund_rule: RefundRule
    refund_paise: int
    refund_tax_paise: int
    unpaid_paise: int = 0
    unpaid_tax_paise: int = 0


@dataclass(frozen=True, slots=True)
class LineMoveRow:
    """A line's way to another unit, and maybe to the slot of another offering."""

    number: int
    moved_at: datetime
    from_unit_id: UnitId
    from_slot_id: SlotId
    from_name: str
    to_unit_id: UnitId
    to_slot_id: SlotId
    to_name: str
    reason: str
    clerk: str


LINE = Shape(
    LineRow,
    booking_line,
    starts_now_at=slot.c.starts_at,
    ends_now_at=slot.c.ends_at,
    boarding_now_minutes=func.coalesce(booking_line.c.boarding_now_minutes, booking_line.c.boarding_minutes),
    departure_cancelled=slot.c.cancelled,
)
MOVE = Shape(LineMoveRow, line_move)

LINE_COLUMNS = (*(field.name for field in fields(NewLine)), "search_key", "home")
ADD_LINES = Prepared(
    lambda _: insert(booking_line).values(
        {name: bindparam(name, type_=booking_line.c[name].type) for name in LINE_COLUMNS}
    )
)

LINE_OF = (
    (booking_line.c.booking_id == bindparam("booking"))
    & (booking_line.c.number == bindparam("line"))
    & booking_line.c.cancelled_at.is_(None)
)
END_LINE = (
    update(booking_line)
    .where(LINE_OF)
    .values(
        cancelled_at=bindparam("at", type_=booking_line.c.cancelled_at.type),
        cancel_reason=bindparam("reason"),
        cancelled_desk_id=bindparam("desk"),
        refund_rule=bindparam("rule"),
        refund_paise=bindparam("back"),
        refund_tax_paise=bindparam("tax"),
        unpaid_paise=bindparam("unpaid"),
        unpaid_tax_paise=bindparam("unpaid_tax"),
        voucher_id=bindparam("voucher"),
    )
)
MOVE_LINE = (
    update(booking_line)
    .where(LINE_OF, booking_line.c.unit_id == bindparam("from_unit"))
    .values(unit_id=bindparam("unit"), slot_id=bindparam("slot"), unit_name=bindparam("name"))
)

BOARD_AFTER = update(booking_line).where(LINE_OF).values(boarding_now_minutes=bindparam("minutes"))


def add(session: Session, rows: Iterable[NewLine]) -> None:
    """Insert the frozen lines of a booking."""
    ADD_LINES.run_many(
        session,
        [
            {**values_of(row), "search_key": search_key(row.guest_name or ""), "home": session.home}
            for row in rows
        ],
    )


def of_booking(session: Session, booking_id: BookingId) -> list[LineRow]:
    """Return a booking's lines in their order, those that have ended too."""
    statement = LINE.select().join(slot, slot.c.id == booking_line.c.slot_id)
    statement = statement.where(booking_line.c.booking_id == booking_id)
    return LINE.list(session.execute(statement.order_by(booking_line.c.number)))


def of_bookings(session: Session, booking_ids: Collection[BookingId]) -> list[LineRow]:
    """Return the lines of these bookings that have not ended, those of one booking in their order."""
    if not booking_ids:
        return []
    statement = (
        LINE.select()
        .join(slot, slot.c.id == booking_line.c.slot_id)
        .where(booking_line.c.booking_id.in_(list(booking_ids)), booking_line.c.cancelled_at.is_(None))
        .order_by(booking_line.c.booking_id, booking_line.c.number)
    )
    return LINE.list(session.execute(statement))


def end(
    session: Session,
    booking_id: BookingId,
    ends: Iterable[LineEnd],
    *,
    reason: str,
    voucher_id: DocumentId | None,
) -> int:
    """End live lines; return how many there were, which must be all that were named."""
    owner = {"booking": booking_id, "at": session.now, "reason": reason, "desk": session.actor.desk_id}
    return sum(
        session.execute(
            END_LINE,
            owner
            | {
                "line": end.number,
                "rule": end.refund_rule,
                "back": end.refund_paise,
                "tax": end.refund_tax_paise,
                "unpaid": end.unpaid_paise,
                "unpaid_tax": end.unpaid_tax_paise,
                "voucher": voucher_id,
            },
        ).rowcount
        for end in ends
    )


def take_out(session: Session, booking_id: BookingId, numbers: Collection[int]) -> None:
    """Delete lines of a hold: nothing of them was sold or printed."""
    of_booking = booking_line.c.booking_id == booking_id
    session.execute(delete(booking_line).where(of_booking, booking_line.c.number.in_(numbers)))


def move(session: Session, booking_id: BookingId, way: LineMoveRow) -> bool:
    """Put a live line on another unit and keep its way; False when it had ended or gone elsewhere."""
    params = {"booking": booking_id, "line": way.number, "from_unit": way.from_unit_id}
    params |= {"unit": way.to_unit_id, "slot": way.to_slot_id, "name": way.to_name}
    if session.execute(MOVE_LINE, params).rowcount != 1:
        return False
    row = {**values_of(way), "id": new_key(), "booking_id": booking_id, "home": session.home}
    session.execute(insert(line_move), row)
    return True


def board_after(session: Session, booking_id: BookingId, number: int, minutes: int) -> None:
    """Let a live line board so many minutes after the departure: its stop has another time now."""
    session.execute(BOARD_AFTER, {"booking": booking_id, "line": number, "minutes": minutes})


def moves(session: Session, booking_id: BookingId) -> list[LineMoveRow]:
    """Return the ways of a booking's lines, the oldest first."""
    statement = MOVE.select().where(line_move.c.booking_id == booking_id)
    return MOVE.list(session.execute(statement.order_by(line_move.c.moved_at, line_move.c.id)))
