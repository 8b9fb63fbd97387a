"""What is stored of the node's clock: its anchor and offset, a doubt, and what moves when it is set."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, ColumnElement, Update, delete, exists, select, type_coerce, update

from db import node_clock
from db.database import Database, Session
from db.ids import DeskId
from db.node_clock import NodeClock, newest_record, read_anchor
from db.schema import booking, claim, desk, job_turn, node, refund
from db.schema.columns import MICROSECOND, Whole, to_microseconds
from db.states import OPEN_REFUND, BookingState


@dataclass(frozen=True, slots=True)
class ClockRow:
    """The clock as it is now. `counts_on`: a write of this boot has set the anchor; a server counts always.

    `wall` is this machine's clock with the offset; on a server it is the server's, as `now`.
    """

    now: datetime
    wall: datetime
    counts_on: bool
    newest_record: datetime | None
    hold_lives: bool
    offset: timedelta
    doubt: str
    doubt_ahead: timedelta
    confirmed_at: datetime | None


def read(session: Session, clock: NodeClock | None) -> ClockRow:
    """Return what is known of the clock, inside a block of reads or of a write that has not asked the time.

    `clock` is the node's own where the database is a file.
    """
    connection = session.connection
    columns = (node.c.clock_doubt, node.c.clock_doubt_us, node.c.clock_confirmed_at)
    doubt, doubt_us, confirmed_at = connection.execute(select(*columns)).one()
    offset = read_anchor(connection).offset
    counts_on = clock.is_anchored(connection) if clock else True
    now = session.now
    lives = exists().where(booking.c.state == BookingState.HELD, booking.c.expires_at > now)
    return ClockRow(
        now=now,
        wall=node_clock.wall_clock() + offset if clock else now,
        counts_on=counts_on,
        newest_record=newest_record(connection),
        hold_lives=bool(connection.execute(select(lives)).scalar()),
        offset=offset,
        doubt=doubt,
        doubt_ahead=doubt_us * MICROSECOND,
        confirmed_at=confirmed_at,
    )


def doubt(session: Session, why: str, ahead: timedelta = timedelta(0)) -> None:
    """Note that day and time are to be confirmed; asks no clock, so that none is anchored by it."""
    session.execute(update(node).values(clock_doubt=why, clock_doubt_us=ahead // MICROSECOND))


def confirm(session: Session) -> None:
    """Day and time were confirmed now."""
    session.execute(update(node).values(clock_doubt="", clock_doubt_us=0, clock_confirmed_at=session.now))


def follow_wall(session: Session, clock: NodeClock) -> timedelta:
    """Go on from this machine's clock and return how far that moved.

    Not while a hold lives, nor back behind the newest record: the time must not stand still.
    """
    row = read(session, clock)
    if row.hold_lives or (row.newest_record is not None and row.wall < row.newest_record):
        return timedelta(0)
    clock.set_anchor(session.connection, row.wall - row.offset)
    session.go_on_at(row.wall)
    return row.wall - row.now


def put(session: Session, clock: NodeClock | None, target: datetime) -> tuple[timedelta, timedelta]:
    """Let the node's time be `target` now; return the offset of before and the new one.

    On a machine whose own clock agrees, it is followed again, without an offset.
    """
    before = read_anchor(session.connection).offset
    if clock is None:
        offset = before + (target - session.now)
    else:
        wall = node_clock.wall_clock()
        offset = timedelta(0) if abs(target - wall) <= node_clock.CLOSE / 2 else target - wall
        clock.set_anchor(session.connection, target - offset)
    session.execute(update(node).values(clock_offset_us=offset // MICROSECOND))
    if clock is not None:
        clock.moved()
    session.go_on_at(target)
    return before, offset


def lock_heads(session: Session) -> dict[DeskId, int]:
    """Return where the journal of each desk ends, and keep them from going on until the commit."""
    heads = select(desk.c.id, desk.c.journal_number).order_by(desk.c.id).with_for_update(key_share=True)
    return {DeskId(row.id): row.journal_number for row in session.execute(heads)}


def forget_before(session: Session) -> None:
    """What the journals hold until now says nothing of the time from now on."""
    session.execute(update(desk).values(clock_set_number=desk.c.journal_number))


def carry_holds(session: Session, by: timedelta) -> None:
    """Move every hold with the clock, so that each keeps what is left of its ten minutes."""
    session.execute(_held_claims().values(expires_at=_us(claim.c.expires_at) + by // MICROSECOND))
    session.execute(
        update(booking)
        .where(booking.c.state == BookingState.HELD)
        .values(
            reserved_at=_us(booking.c.reserved_at) + by // MICROSECOND,
            expires_at=_us(booking.c.expires_at) + by // MICROSECOND,
        )
    )


def end_holds_from_ahead(session: Session, now: datetime) -> None:
    """Let holds that a wrong clock placed later than now end now: nobody knows what is left of them."""
    ahead = (booking.c.state == BookingState.HELD) & (booking.c.reserved_at > now)
    session.execute(
        update(claim)
        .where(claim.c.booking_id.in_(select(booking.c.id).where(ahead)), claim.c.expires_at > now)
        .values(expires_at=now)
    )
    begun = to_microseconds(now) - (_us(booking.c.expires_at) - _us(booking.c.reserved_at))
    session.execute(update(booking).where(ahead).values(reserved_at=begun, expires_at=now))


def free_what_waits(session: Session, now: datetime) -> None:
    """Let nothing in the background wait for a moment of a clock that was wrong."""
    session.execute(delete(job_turn))
    waits = refund.c.state.in_(OPEN_REFUND) & (refund.c.next_try_at > now)
    session.execute(update(refund).where(waits).values(next_try_at=now))


def node_clock_of(database: Database) -> NodeClock | None:
    """Return the clock of a file; None where a server's is asked, or a test's stands in its place."""
    return database.clock if isinstance(database.clock, NodeClock) else None


def _held_claims() -> Update:
    held = select(booking.c.id).where(booking.c.state == BookingState.HELD)
    return update(claim).where(claim.c.booking_id.in_(held), claim.c.expires_at.is_not(None))


def _us(column: Column[Any]) -> ColumnElement[int]:
    return type_coerce(column, Whole)
