"""PINs that were set anew without the old one: few rows, told on every screen for some days."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select

from db.database import Session
from db.ids import PersonId
from db.keys import new_key
from db.schema import setting
from db.schema.columns import from_microseconds, to_microseconds

PREFIX = "recovered:"


@dataclass(frozen=True, slots=True)
class RecoveryRow:
    """Whose PIN was set anew, when, and by which login of the system; '': by the recovery code."""

    person_id: PersonId
    name: str
    login: str
    at: datetime


def add(session: Session, person_id: PersonId, name: str, login: str) -> None:
    """Write down that a PIN was set anew now."""
    told = {"person": person_id, "name": name, "login": login, "at_us": to_microseconds(session.now)}
    row = {"name": f"{PREFIX}{new_key()}", "value": json.dumps(told), "home": session.home}
    session.execute(insert(setting), row)


def since(session: Session, moment: datetime) -> list[RecoveryRow]:
    """Return what was set anew since then, the newest first."""
    kept = session.execute(select(setting.c.value).where(setting.c.name.startswith(PREFIX, autoescape=True)))
    told = [json.loads(value) for value in kept.scalars()]
    rows = [
        RecoveryRow(PersonId(one["person"]), one["name"], one["login"], from_microseconds(one["at_us"]))
        for one in told
    ]
    return sorted((row for row in rows if row.at >= moment), key=lambda row: row.at, reverse=True)
