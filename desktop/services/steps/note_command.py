"""A command that writes was run: by whom, or under which login of the system."""

from db import journal, people
from db.database import Session
from desktop.services.domain.permission import ManagerAct
from desktop.services.steps.check_permission import check_permission


def note_command(session: Session, act: ManagerAct, command: str, subject: str) -> None:
    """Raise NotPermitted unless who acts may; note it where the house keeps a list of its people.

    `command` is its word on the command line and `subject` what it was given: names of files, a place.
    """
    check_permission(session, act, subject)
    if people.are_kept(session):
        content = {"command": command, "subject": subject, "login": session.actor.login}
        journal.record(session, "COMMAND_RUN", content)
