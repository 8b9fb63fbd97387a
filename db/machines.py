"""Whose desk is whose: on a server a desk's code belongs to the machine that started it first.

Books in a file are on one machine by their nature. There the machine of now is only written down, so that a
copy on another PC opens as before, and so that books that move to a server know whose desks they have.
"""

import json
import platform
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import insert, select, update

from db import journal
from db.actor import Actor
from db.database import Database, Session
from db.engine import sqlite_file
from db.errors import DatabaseUnavailable, DeskOfOtherMachine
from db.halt import Purpose
from db.schema import setting
from db.session import to_json

PREFIX = "desk_machine:"


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine by its random id, and the name of its PC for people; both are "" where nothing is known."""

    id: str
    host: str


NO_MACHINE = Machine("", "")


class DeskMachine:
    """The machine `machine_id` starts the desk `code`; without an id nothing is compared or written."""

    def __init__(self, database: Database, code: str, machine_id: str) -> None:
        self._database = database
        self._code = code
        self._here = Machine(machine_id, platform.node())

    def check(self) -> None:
        """Raise DeskOfOtherMachine where the desk of a server belongs to another machine."""
        if sqlite_file(self._database.engine) is not None or not self._here.id:
            return
        with self._database.read() as session:
            found = machine_of(session, self._code)
        if found.id not in ("", self._here.id):
            raise DeskOfOtherMachine(self._code, found.host)

    def note(self, actor: Actor) -> None:
        """Write down that the desk is this machine's, unless that is written; a server may take no writes."""
        with self._database.read() as session:
            is_known = machine_of(session, self._code).id == self._here.id
        if is_known or not self._here.id:
            return
        with suppress(DatabaseUnavailable), self._database.write(actor, Purpose.REMEDY) as session:
            _put(session, self._code, self._here)

    def take(self, session: Session) -> Machine:
        """Give the acting desk to this machine, in its journal, and return whose it was."""
        before = machine_of(session, self._code)
        _put(session, self._code, self._here)
        content = {"code": self._code, "old": before.host, "new": self._here.host}
        journal.record(session, "DESK_TAKEN", content)
        return before


def machine_of(session: Session, code: str) -> Machine:
    """Return the machine to which the desk with this code belongs."""
    found = session.execute(select(setting.c.value).where(setting.c.name == PREFIX + code)).scalar()
    if found is None:
        return NO_MACHINE
    told = json.loads(found)
    return Machine(told["id"], told["host"])


def _put(session: Session, code: str, machine: Machine) -> None:
    name = PREFIX + code
    value = to_json({"id": machine.id, "host": machine.host})
    changed = session.execute(update(setting).where(setting.c.name == name).values(value=value))
    if changed.rowcount == 0:
        session.execute(insert(setting), {"name": name, "value": value, "home": session.home})
