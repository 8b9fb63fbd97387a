"""Figures leave the books: who may do it, and that it is told."""

from db import journal
from db.actor import Actor
from db.database import Database
from desktop.services.domain.permission import ManagerAct
from desktop.services.steps.check_permission import check_permission


def note_export(database: Database, what: str, subject: str, actor: Actor) -> None:
    """Write down that it was asked for. Raises NotPermitted."""
    with database.write(actor) as session:
        check_permission(session, ManagerAct.EXPORT_BOOKS, f"{what} {subject}")
        journal.record(session, "BOOKS_EXPORTED", {"what": what, "subject": subject})
