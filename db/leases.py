"""Whose turn a job is, of which one desk of a database is enough."""

from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.schema import job_turn


def take_lease(session: Session, job: str, *, every: timedelta) -> bool:
    """Take a job's turn; False while another desk has had it for less than `every`.

    A desk that had it itself may have been killed in the middle, so it need not wait for its own.
    """
    make = postgresql.insert if session.on_server else sqlite.insert
    taken = {"desk_id": session.actor.desk_id, "taken_at": session.now}
    free = (job_turn.c.desk_id == session.actor.desk_id) | (job_turn.c.taken_at <= session.now - every)
    statement = (
        make(job_turn)
        .values(job=job, home=session.home, **taken)
        .on_conflict_do_update(index_elements=[job_turn.c.job], set_=taken, where=free)
    )
    # Without this option an INSERT's count is thrown away on PostgreSQL.
    return session.execute(statement.execution_options(preserve_rowcount=True)).rowcount == 1


def give_back(session: Session, job: str, *, every: timedelta) -> None:
    """Let another desk have the turn at once: this one could not do the work."""
    mine = (job_turn.c.job == job) & (job_turn.c.desk_id == session.actor.desk_id)
    session.execute(update(job_turn).where(mine).values(taken_at=session.now - every))


def turn_taken_at(session: Session, job: str) -> datetime | None:
    """Return when a job was begun last, by whichever desk; one that failed counts as its turn before."""
    return session.execute(select(job_turn.c.taken_at).where(job_turn.c.job == job)).scalar()
