"""Who acts in a command that writes: a person of the staff by code and PIN, or the login of the system."""

import getpass
import os
import sys
from dataclasses import replace

from db import people
from db.actor import Actor
from db.counter_acts import SYSTEM_LOGIN
from db.database import Database
from db.halt import Purpose
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import DeskError
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.note_command import note_command
from desktop.services.steps.pins import check_pin


class NobodyActs(Exception):
    """Nobody who may has said who they are; the sentence was made for the terminal."""


def ask_who(database: Database, at_desk: Actor, *, as_system: bool) -> Actor:
    """Return who acts. Raises NobodyActs.

    Code and PIN are asked on a terminal, where the house keeps a list of its people. Without a terminal, or
    with `as_system`, it is the login of the system. Without a list it is whoever the start was told of.
    """
    with database.read() as session:
        if not people.are_kept(session):
            return at_desk
    if as_system or sys.stdin is None or not sys.stdin.isatty():
        login = system_login()
        return replace(at_desk, person=f"{SYSTEM_LOGIN}{login}", login=login)
    try:
        code = input("Your code: ").strip()
        pin = getpass.getpass("Your PIN: ").strip()
    except (EOFError, KeyboardInterrupt):
        raise NobodyActs("Nobody said who acts; nothing was changed.") from None
    try:
        row = check_pin(database, at_desk, code, pin)
    except DeskError as refused:
        raise NobodyActs(explained(refused)) from None
    return replace(at_desk, person=row.name, person_id=row.id)


def may_act(
    database: Database,
    actor: Actor,
    act: ManagerAct,
    command: str,
    subject: str,
    purpose: Purpose = Purpose.WORK,
) -> None:
    """Note the command before it is run. Raises NobodyActs for whoever may not."""
    try:
        with database.write(actor, purpose) as session:
            note_command(session, act, command, subject)
    except DeskError as refused:
        raise NobodyActs(explained(refused)) from None


def check_may(database: Database, actor: Actor, act: ManagerAct, subject: str) -> None:
    """Raise NobodyActs for whoever may not; nothing is noted."""
    try:
        with database.write(actor, Purpose.REMEDY) as session:
            check_permission(session, act, subject)
    except DeskError as refused:
        raise NobodyActs(explained(refused)) from None


def system_login() -> str:
    """Return under which login this program runs, by the system itself and not by a variable."""
    if sys.platform == "win32":
        login = os.getlogin()
    else:
        import pwd

        try:
            login = pwd.getpwuid(os.getuid()).pw_name
        except KeyError:  # a login that no list of the system names
            login = str(os.getuid())
    return login


def explained(refused: DeskError) -> str:
    """Return what a use case refused, in the window's own sentence."""
    from desktop.ui.failures import explain

    return explain(refused)
