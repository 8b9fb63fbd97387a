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
from typing import Any
from urllib.parse import quote, unquote

from portalocker import AlreadyLocked, LockException, LockFlags, lock
from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from db.actor import Actor
from db.database import Database
from db.engine import sqlite_file
from db.errors import DatabaseTrouble, DatabaseUnavailable, DeskOpenElsewhere
from db.halt import Halt, HaltKind, Purpose
from db.keys import new_key
from db.node_clock import wall_clock
from db.schema import setting
from db.schema.columns import from_microseconds, to_microseconds

TRIED = LockFlags.EXCLUSIVE | LockFlags.NON_BLOCKING
RENEWED_EVERY_SECONDS = 15
FREE_AFTER = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class DeskHeld:
    """A desk that is open here. `renew` may be called at any time; `end` lets another program have it.

    `renew` halts the desk as long as another program has its code.
    """

    renew: Callable[[], None]
    end: Callable[[], None]


def hold_desk(database: Database, code: str, actor: Actor, folder: Path) -> DeskHeld:
    """Open the desk `code` for this program. Raises DeskOpenElsewhere.

    For a server's desk the lock of this PC lies in `folder`: a desk that was killed here starts again at
    once. A server that takes no writes keeps no row: there every desk only reads.
    """
    file = sqlite_file(database.engine)
    if file is not None:
        file = file.resolve()
        return _hold_lock(file.with_name(f"{file.name}-desk-{quote(code, safe='')}"), code)
    here = _hold_lock(folder / f"server-desk-{quote(code, safe='')}", code)
    row = _Row(database, code, actor, f"{platform.node()} {folder.resolve()}")
    try:
        row.take_or_leave()
    except DeskOpenElsewhere:
        here.end()
        raise

    def end() -> None:
        row.give_back()
        here.end()

    return DeskHeld(row.renew_or_halt, end)


def desk_at_work(file: Path) -> DeskOpenElsewhere | None:
    """Return which desk is open on the file, None where none is."""
    file = file.resolve()
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


def _mode_beside(path: Path) -> int:
    """For its user, and for the group whose folder it is."""
    with suppress(OSError):
        return 0o600 | (path.parent.stat().st_mode & 0o020 and 0o060)
    return 0o600


def _hold_lock(path: Path, code: str) -> DeskHeld:
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, _mode_beside(path))
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


class _Row:
    """A desk's row on a server: who has it, since when, and when it was renewed last, by its time."""

    def __init__(self, database: Database, code: str, actor: Actor, place: str) -> None:
        self._database = database
        self._code = code
        self._actor = actor
        self._place = place
        self._name = f"desk_open:{code}"
        self._token = new_key()
        self._kept = ""

    def take_or_leave(self) -> None:
        """Take the row; do without where the server takes no writes. Raises DeskOpenElsewhere."""
        try:
            self.renew()
        except IntegrityError:  # somebody else has just made it
            raise DeskOpenElsewhere(self._code, "", wall_clock()) from None
        except DatabaseUnavailable:
            self._kept = ""

    def renew(self) -> None:
        """Say that this program still has the desk. No record: the books are the same as before."""
        with self._database.write(self._actor, Purpose.REMEDY) as session:
            found = session.execute(select(setting.c.value).where(setting.c.name == self._name)).scalar()
            since = session.now if found is None else self._since(json.loads(found), session.now)
            value = self._content(session.now, since)
            if found is None:
                row = {"name": self._name, "value": value, "home": session.home}
                session.execute(insert(setting), row)
            else:
                same = (setting.c.name == self._name) & (setting.c.value == found)
                if session.execute(update(setting).where(same).values(value=value)).rowcount != 1:
                    raise DeskOpenElsewhere(self._code, "", session.now)
        self._kept = value

    def renew_or_halt(self) -> None:
        """Renew; a desk that was silent so long that another PC has its code now sells nothing more."""
        try:
            self.renew()
        except DeskOpenElsewhere as taken:
            facts = {"code": taken.code, "host": taken.host, "since": taken.since}
            self._database.halts.put(Halt(HaltKind.TAKEN_OVER, facts=facts))
        else:
            self._database.halts.lift(HaltKind.TAKEN_OVER)

    def give_back(self) -> None:
        """Let another program have the desk; what can't be told ends by itself within a minute."""
        mine = (setting.c.name == self._name) & (setting.c.value == self._kept)
        with suppress(DatabaseTrouble), self._database.write(self._actor, Purpose.REMEDY) as session:
            session.execute(delete(setting).where(mine))

    def _since(self, row: dict[str, Any], now: datetime) -> datetime:
        """Return since when the desk is open here. Raises DeskOpenElsewhere while another program has it."""
        since = from_microseconds(row["since"])
        if row["token"] == self._token:
            return since
        # The lock of this place is ours: the program that had the desk here has ended.
        is_over = row["place"] == self._place or now - from_microseconds(row["seen"]) >= FREE_AFTER
        if not is_over:
            raise DeskOpenElsewhere(self._code, row["host"], since)
        return now

    def _content(self, now: datetime, since: datetime) -> str:
        moments = {"since": to_microseconds(since), "seen": to_microseconds(now)}
        who = {"token": self._token, "host": platform.node(), "place": self._place}
        return json.dumps({**who, **moments})
