"""The append-only record of every change: one hash chain per desk."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import bindparam, exists, insert, not_, select, update

from db.errors import BooksBehind, PersonLeft, SchemaChanged
from db.ids import BookingId
from db.migrate import LATEST
from db.prepared import Prepared
from db.schema import desk, journal, person
from db.schema.columns import to_microseconds
from db.session import Change, Head, JournalRecord, Session, to_json

FIRST_HASH = "0" * 64

# FOR NO KEY UPDATE, here and wherever a row is locked: every row that refers to this one holds its key
# FOR KEY SHARE, and two writers who both hold it and both want it alone would wait for each other for ever.
HEAD = Prepared(
    lambda _: (
        select(desk.c.journal_number, desk.c.journal_hash, desk.c.schema)
        .where(desk.c.id == bindparam("desk"))
        .with_for_update(key_share=True)
    )
)
APPEND = Prepared(
    lambda _: insert(journal).values({column.name: bindparam(column.name) for column in journal.c})
)
HAS_LEFT = exists().where(person.c.id == bindparam("person"), person.c.left_at.is_not(None))
ADVANCE = Prepared(
    lambda _: (
        update(desk)
        .where(
            desk.c.id == bindparam("desk"),
            desk.c.journal_number == bindparam("old"),
            desk.c.journal_hash == bindparam("old_hash"),
            # A step of a newer program has changed it: this one's writes would not fit any more.
            desk.c.schema == bindparam("schema"),
            # Whoever has left writes nothing any more, wherever they are signed in still.
            not_(HAS_LEFT),
        )
        .values(journal_number=bindparam("new"), journal_hash=bindparam("hash"))
    )
)


def link_hash(
    previous: str,
    desk_id: str,
    number: int,
    at_us: int,
    tag: str,
    booking_id: str | None,
    clerk: str,
    content: str,
) -> str:
    """Return the SHA-256 that chains one record, with who made it, to the one before it."""
    record = to_json((previous, desk_id, number, at_us, tag, booking_id, clerk, content))
    return hashlib.sha256(record.encode()).hexdigest()


def record(
    session: Session, tag: str, content: Mapping[str, object], *, booking_id: BookingId | None = None
) -> None:
    """Append one change to this desk's chain. `content` holds measured values; amounts in paise.

    It is written at the end of the transaction: the desk's row is the last that every transaction locks,
    so that no two ever wait for each other over it.
    """
    session.changes.append(Change(tag, booking_id, content))


def flush(session: Session) -> None:
    """Write the transaction's changes; called once, by the transaction, just before it commits.

    It goes on from where this program last saw the chain end, and looks only when others have moved it.
    Raises SchemaChanged when the database is no longer of the schema that this program writes, PersonLeft
    when who acts no longer works here.
    """
    if not session.changes:
        return
    if session.head is None or not _append(session, session.head):
        number, previous, schema = HEAD.run(session, {"desk": session.actor.desk_id}).fetchone()
        if schema != LATEST:
            raise SchemaChanged(schema)
        if session.head is not None:
            _check_goes_on(session, session.head)
        if not _append(session, Head(number, previous)):
            if session.execute(select(HAS_LEFT), {"person": session.actor.person_id}).scalar():
                raise PersonLeft(session.actor.person)
            raise AssertionError("the journal's head moved under its own lock")


def seal(session: Session) -> Head:
    """Write what the transaction has told until now, and return the last record's number and hash.

    For what keeps the hash of its own record; the desk's row stays locked from here to the end.
    """
    flush(session)
    session.changes.clear()
    if session.head is None:
        raise AssertionError("nothing was told that could be sealed")
    return session.head


def hash_at(session: Session, desk_id: str, number: int) -> str:
    """Return the hash of a desk's record, "" where there is none. Before the first stands FIRST_HASH."""
    if number == 0:
        return FIRST_HASH
    wanted = select(journal.c.hash).where(journal.c.desk_id == desk_id, journal.c.number == number)
    return str(session.execute(wanted).scalar() or "")


def _check_goes_on(session: Session, written: Head) -> None:
    """Raise BooksBehind when the chain lacks the last record that this program wrote to it."""
    if hash_at(session, session.actor.desk_id, written.number) != written.hash:
        raise BooksBehind(f"record {written.number} is not the one that was written")


def _append(session: Session, head: Head) -> bool:
    """Append the changes after `head`; False, with nothing written, when the chain does not end there."""
    rows = []
    number, previous = head.number, head.hash
    for change in session.changes:
        number += 1
        rows.append(_row(session, change, number, previous))
        previous = rows[-1]["hash"]
    params = {"desk": session.actor.desk_id, "old": head.number, "old_hash": head.hash, "schema": LATEST}
    params["person"] = "" if session.is_last_act else session.actor.person_id or ""
    if ADVANCE.run(session, params | {"new": number, "hash": previous}).rowcount != 1:
        return False
    APPEND.run_many(session, rows)
    session.head = Head(number, previous)
    told = [_told(session, row, change) for row, change in zip(rows, session.changes, strict=True)]
    session.records += [*told[:-1], replace(told[-1], papers=tuple(session.papers))]
    return True


def _told(session: Session, row: Mapping[str, Any], change: Change) -> JournalRecord:
    made = (session.actor.desk_id, row["number"], session.now, change.tag, change.booking_id)
    return JournalRecord(*made, session.actor.person, change.content)


def _row(session: Session, change: Change, number: int, previous: str) -> dict[str, Any]:
    content = to_json(change.content)
    at_us = to_microseconds(session.now)
    made = (
        previous,
        session.actor.desk_id,
        number,
        at_us,
        change.tag,
        change.booking_id,
        session.actor.person,
    )
    link = link_hash(*made, content)
    return {
        "desk_id": session.actor.desk_id,
        "number": number,
        "at": session.now,
        "tag": change.tag,
        "booking_id": change.booking_id,
        "clerk": session.actor.person,
        "content": content,
        "previous_hash": previous,
        "hash": link,
        "home": session.home,
    }
