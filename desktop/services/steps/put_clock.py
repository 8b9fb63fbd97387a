"""The node's clock is set: what hangs on it goes with it, and what it did wrongly is taken back."""

from datetime import datetime

from db import bookings, clock_rows, completed, journal
from db.database import Session
from db.node_clock import NodeClock
from desktop.services.domain.clock_state import ClockPut
from desktop.services.steps.expire_hold import expire_hold
from desktop.services.steps.reopen_completed import reopen_completed

TOLD_MAX = 50
OVER_AT_ONCE_MAX = 1_000
# Written into the story of a booking that is reopened with it.
CLOCK_SET = "CLOCK_SET"


def put_clock(session: Session, clock: NodeClock | None, target: datetime, *, by: str, ran: bool) -> ClockPut:
    """Let it be `target` now, journalled with the times and offsets of before and after.

    Where the clock `ran`, holds keep what is left of them; holds placed later than `target` end now.
    """
    old = session.now
    if ran:
        for booking_id in bookings.expired_ids(session, OVER_AT_ONCE_MAX):
            over = bookings.lock(session, booking_id)
            if over is not None:
                expire_hold(session, over)
    made = tuple(row.reference for row in completed.made_after(session, target))
    ended = completed.completed_after(session, target)
    reopened = [row.reference for row in ended if reopen_completed(session, row, CLOCK_SET)]
    if ran:
        clock_rows.carry_holds(session, target - old)
    heads = clock_rows.lock_heads(session)
    clock_rows.forget_before(session)
    offset_old, offset_new = clock_rows.put(session, clock, target)
    clock_rows.end_holds_from_ahead(session, target)
    clock_rows.free_what_waits(session, target)
    content = {
        "old": old.isoformat(),
        "new": target.isoformat(),
        "by": by,
        "offset_old_seconds": offset_old.total_seconds(),
        "offset_new_seconds": offset_new.total_seconds(),
        "heads": heads,
        "made_meanwhile": list(made[:TOLD_MAX]),
        "made_count": len(made),
        "reopened": reopened[:TOLD_MAX],
        "reopened_count": len(reopened),
    }
    journal.record(session, CLOCK_SET, content)
    return ClockPut(old, target, made, tuple(reopened))
