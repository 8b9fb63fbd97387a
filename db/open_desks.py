"""Which desks are open: one program may work under a desk's code on one database, and others are told where.

Beside a file each desk keeps a lock of the operating system, which ends with its program, however that ends.
On a server each desk keeps a row that it renews; a desk whose PC has crashed is free within a minute.
"""

from __future__ import annotations

import json
import os
import platform
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote, unquote

from portalocker import AlreadyLocked, LockException, LockFlags, lock
from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from db.actor import Actor
from db.database import Database
from db.engine import sqlite_file
from db.errors import DatabaseTrouble, DatabaseUnavailable, DeskOpenElsewhere
from db.halt import Purpose
from db.keys import new_key
from db.node_clock import wall_clock
from db.schema import setting
from db.schema.columns import from_microseconds, to_microseconds
from db.session import Session

TRIED = LockFlags.EXCLUSIVE | LockFlags.NON_BLOCKING
RENEWED_EVERY_SECONDS = 15
FREE_AFTER = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class DeskHeld:
    """A desk that is open here. `renew` may be called at any time; `end` lets another program have it."""

    renew: Callable[[], None]
    end: Callable[[], None]


def hold_desk(database: Database, code: str, actor: Actor) -> DeskHeld:
    """Open the desk `code` for this program. Raises DeskOpenElsewhere.

    A server that takes no writes keeps no row: there every desk only reads.
    """
    file = sqlite_file(database.engine)
    return _hold_lock(file, code) if file is not None else _hold_row(database, code, actor)


def desk_at_work(file: Path) -> DeskOpenElsewhere | None:
    """Return which desk is open on the file, None where none is."""
    for one in sorted(file.parent.glob(f"{file.name}-desk-*")):
        descriptor = os.open(one, os.O_RDWR)
        try:
            lock(descriptor, TRIED)
        except LockException:
            code = unquote(one.name.removeprefix(f"{file.name}-desk-"))
            return DeskOpenElsewhere(code, platform.node(), _since(one))
        finally:
            os.close(descriptor)
    return None


def _hold_lock(file: Path, code: str) -> DeskHeld:
    path = file.with_name(f"{file.name}-desk-{quote(code, safe='')}")
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:  # the database itself says what is wrong with the folder
        return DeskHeld(lambda: None, lambda: None)
    try:
        lock(descriptor, TRIED)
    except AlreadyLocked:
        os.close(descriptor)
        raise DeskOpenElsewhere(code, platform.node(), _since(path)) from None
    except LockException:  # this file system knows no locks, and its database none either
        os.close(descriptor)
        return DeskHeld(lambda: None, lambda: None)
    os.utime(path)
    ended = threading.Event()

    def end() -> None:
        if not ended.is_set():
            ended.set()
            os.close(descriptor)

    return DeskHeld(lambda: None, end)


def _since(path: Path) -> datetime:
    """Return when the desk that has the lock took it: then its file was given this time."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _hold_row(database: Database, code: str, actor: Actor) -> DeskHeld:
    name, token, host = f"desk_open:{code}", new_key(), platform.node()
    kept: dict[str, str] = {}

    def content(now: datetime, since: datetime) -> str:
        row = {"token": token, "host": host, "since": to_microseconds(since), "seen": to_microseconds(now)}
        return json.dumps(row)

    def take(session: Session) -> None:
        found = session.execute(select(setting.c.value).where(setting.c.name == name)).scalar()
        since = session.now
        if found is not None:
            row = json.loads(found)
            seen = from_microseconds(row["seen"])
            if row["token"] == token:
                since = from_microseconds(row["since"])
            elif session.now - seen < FREE_AFTER:
                raise DeskOpenElsewhere(code, row["host"], from_microseconds(row["since"]))
        value = content(session.now, since)
        if found is None:
            session.execute(insert(setting), {"name": name, "value": value, "home": session.home})
        else:
            mine = (setting.c.name == name) & (setting.c.value == found)
            if session.execute(update(setting).where(mine).values(value=value)).rowcount != 1:
                raise DeskOpenElsewhere(code, "", session.now)
        kept["value"] = value

    def renew() -> None:
        # A row without a record: the books are the same as before.
        with database.write(actor, Purpose.REMEDY) as session:
            take(session)

    def end() -> None:
        with (
            suppress(DatabaseTrouble),
            database.write(actor, Purpose.REMEDY) as session,
        ):  # it ends by itself within a minute
            session.execute(delete(setting).where(setting.c.name == name, setting.c.value == kept["value"]))

    try:
        renew()
    except IntegrityError:  # somebody else has just taken it
        raise DeskOpenElsewhere(code, "", wall_clock()) from None
    except DatabaseUnavailable:
        kept["value"] = ""
    return DeskHeld(renew, end)
