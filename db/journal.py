"""The append-only record of every change: one hash chain per desk."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from db.database import JournalRecord, Session, to_json
from db.schema import desk, journal
from db.schema.columns import to_microseconds

FIRST_HASH = "0" * 64

HEAD = (
    select(desk.c.journal_number, desk.c.journal_hash).where(desk.c.id == bindparam("desk")).with_for_update()
)
ADVANCE = (
    update(desk)
    .where(desk.c.id == bindparam("desk"), desk.c.journal_number == bindparam("old"))
    .values(journal_number=bindparam("new"), journal_hash=bindparam("hash"))
)


def link_hash(
    previous: str, desk_id: str, number: int, at_us: int, tag: str, booking_id: str | None, content: str
) -> str:
    """Return the SHA-256 that chains one record to the one before it."""
    record = "\n".join((previous, desk_id, str(number), str(at_us), tag, booking_id or "", content))
    return hashlib.sha256(record.encode()).hexdigest()


def record(session: Session, tag: str, content: Mapping[str, Any], *, booking_id: str | None = None) -> None:
    """Append one change to this desk's chain. `content` holds measured values; amounts in paise.

    Call it last in the transaction: on PostgreSQL it keeps the desk's row locked until the commit.
    """
    head = session.execute(HEAD, {"desk": session.desk_id}).one()
    number, previous = int(head.journal_number), str(head.journal_hash)
    text = to_json(content)
    link = link_hash(
        previous, session.desk_id, number + 1, to_microseconds(session.now), tag, booking_id, text
    )
    session.execute(
        insert(journal),
        {
            "desk_id": session.desk_id,
            "number": number + 1,
            "at": session.now,
            "tag": tag,
            "booking_id": booking_id,
            "clerk": session.clerk,
            "content": text,
            "previous_hash": previous,
            "hash": link,
            "home": session.home,
        },
    )
    params = {"desk": session.desk_id, "old": number, "new": number + 1, "hash": link}
    if session.execute(ADVANCE, params).rowcount != 1:
        raise AssertionError("the journal's head moved under its own lock")
    session.records.append(
        JournalRecord(session.desk_id, number + 1, session.now, tag, booking_id, session.clerk, content)
    )


def list_of_booking(session: Session, booking_id: str) -> list[Row[Any]]:
    """Return a booking's records, oldest first."""
    statement = (
        select(journal).where(journal.c.booking_id == booking_id).order_by(journal.c.at, journal.c.number)
    )
    return list(session.execute(statement))


def walk(session: Session) -> Iterator[Row[Any]]:
    """Yield every record, desk by desk in the chain's order."""
    yield from session.execute(select(journal).order_by(journal.c.desk_id, journal.c.number))
