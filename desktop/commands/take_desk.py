"""desk take CODE: the machine that had this desk is gone, and this one takes its code over."""

from db.actor import Actor
from db.database import Database
from db.errors import DatabaseTrouble
from db.machines import DeskMachine
from db.open_desks import hold_desk
from desktop.commands.known_books import NoSuchDesk, known_books
from desktop.commands.trouble import explain_trouble
from desktop.commands.which_database import say_which_database
from desktop.commands.who_acts import NobodyActs, ask_who, explained
from desktop.config import Config
from desktop.machine import read_machine
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import DeskError
from desktop.services.steps.note_command import note_command


def run_take_desk(config: Config) -> int:
    """Take the desk of `config` for this machine; return 1 where it was not taken."""
    say_which_database(config)
    if not read_machine(config.paths.machine):
        print(f"{config.paths.machine} can't be written: this machine has no id of its own.")
        return 1
    try:
        with known_books(config, strict=True) as (database, at_desk):
            host = _take(database, config, ask_who(database, at_desk, as_system=config.as_system))
    except DatabaseTrouble as trouble:
        print(explain_trouble(trouble))
        return 1
    except (NobodyActs, NoSuchDesk) as said:
        print(said)
        return 1
    was = f"; it was {host}'s" if host else ""
    print(f"Desk {config.desk_code} is this machine's now{was}. The journal says so.")
    return 0


def _take(database: Database, config: Config, actor: Actor) -> str:
    """Return whose it was. Nobody may be at work under that code meanwhile."""
    held = hold_desk(database, config.desk_code, actor, config.paths.data_dir)
    try:
        machine = DeskMachine(database, config.desk_code, read_machine(config.paths.machine))
        with database.write(actor) as session:
            note_command(session, ManagerAct.KEEP_HOUSE, "desk take", config.desk_code)
            return machine.take(session).host
    except DeskError as refused:
        raise NobodyActs(explained(refused)) from None
    finally:
        held.end()
