"""By which server papers are mailed: one for the house. The password is in no row."""

import json
from dataclasses import asdict

from sqlalchemy import insert, select, update

from db.database import Session
from db.print_words import MailSafety, MailServer
from db.schema import setting
from db.session import to_json

SETTING = "mail_server"


def read(session: Session) -> MailServer | None:
    """Return the server, or None before it was entered."""
    found = session.execute(select(setting.c.value).where(setting.c.name == SETTING)).scalar()
    if found is None:
        return None
    told = json.loads(found)
    return MailServer(told["host"], told["port"], MailSafety(told["safety"]), told["user"], told["sender"])


def keep(session: Session, server: MailServer) -> None:
    """Write the server down in the place of any other."""
    value = to_json(asdict(server))
    if session.execute(update(setting).where(setting.c.name == SETTING).values(value=value)).rowcount == 0:
        session.execute(insert(setting), {"name": SETTING, "value": value, "home": session.home})
