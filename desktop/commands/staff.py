"""staff: list who works here, or set a manager's PIN anew as the system account that owns the books."""

import getpass
import os
import sys
from contextlib import ExitStack
from pathlib import Path

from db.actor import Actor
from db.engine import database_file
from db.errors import DatabaseTrouble
from db.states import Role
from desktop.bootstrap import open_database
from desktop.commands.trouble import explain_trouble
from desktop.commands.which_database import say_which_database
from desktop.commands.who_acts import system_login
from desktop.config import Config
from desktop.reading import read_books
from desktop.services.domain.staff import Person
from desktop.services.errors import DeskError, NotFound
from desktop.services.staff.list_people import ListPeople
from desktop.services.staff.recover_by_owner import RecoverByOwner

NOBODY = "Nobody works here yet: the page Staff (type staff at the desk) begins the list."


def run_staff(config: Config, what: str, code: str) -> int:
    """Print the list, or ask for a new PIN; return 1 where that is refused."""
    say_which_database(config)
    try:
        return _recover(config, code) if what == "recover" else _list(config)
    except DatabaseTrouble as trouble:
        print(explain_trouble(trouble))
    except NotFound:
        print(f"There is no manager with the code {code}." if code else NOBODY)
    except DeskError as refused:
        from desktop.ui.failures import explain  # the sentence that the window says too

        print(explain(refused))
    except (EOFError, KeyboardInterrupt):
        print("No PIN was typed; nothing was changed.")
    return 1


def _list(config: Config) -> int:
    with ExitStack() as stack:
        people = ListPeople(read_books(config, None, stack).database)()
    print("\n".join(map(_line, people)) or NOBODY)
    return 0


def _line(person: Person) -> str:
    facts = ["manager" if person.role is Role.MANAGER else "clerk"]
    facts += ["has left"] if person.has_left else []
    facts += ["has to choose a PIN"] if person.needs_pin and not person.has_left else []
    return f"{person.code}  {person.name:30}  {', '.join(facts)}"


def _recover(config: Config, code: str) -> int:
    file = database_file(config.url)
    if file is not None and (refusal := _not_the_owner(file)):
        print(refusal)
        return 1
    login = system_login()
    opened = open_database(config)
    database = opened.database
    try:
        recovering = RecoverByOwner(database)
        manager = recovering.find(code)
        print(f"New PIN for {manager.name} ({manager.code}). Every screen tells of it for seven days.")
        pin = getpass.getpass("New PIN, six figures (not shown): ")
        if getpass.getpass("Once more: ") != pin:
            print("The two were not alike; nothing was changed.")
            return 1
        actor = Actor(f"system: {login}", opened.at_desk().desk_id)
        recovering(manager.code, pin, login, actor=actor)
    finally:
        opened.check.wait()
        opened.mark.close()
        database.close()
    print(f"{manager.name} signs in with {manager.code} and the new PIN.")
    return 0


def _not_the_owner(file: Path) -> str:
    """Return why this account may not: folder and file must be its own, or its to write on Windows."""
    if not file.is_file():
        return "There are no books here. Name their folder with --data-dir."
    for place in (file.parent, file):
        if sys.platform == "win32":
            if not os.access(place, os.W_OK):
                return f"This account may not write to {place}; nothing was changed."
        elif place.stat().st_uid != os.geteuid():
            return f"{place} belongs to {place.owner()}: only that account may do this. Nothing was changed."
    return ""
