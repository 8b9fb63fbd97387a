"""restore: a backup in the place of the desk's file; without a name, the backups that there are."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from db import journal
from db.actor import Actor
from db.counter_acts import SYSTEM_LOGIN
from db.engine import open_engine
from db.errors import DatabaseBusy, DatabaseOfOtherMode, DatabaseTrouble
from db.halt import Purpose
from db.ids import DeskId
from db.migrate import migrate
from db.node_clock import wall_clock
from db.open_desks import desk_at_work
from db.restoring import read_state
from db.troubles import translated
from desktop.commands.known_books import known_books
from desktop.commands.trouble import explain_trouble
from desktop.commands.which_database import say_which_database
from desktop.commands.who_acts import NobodyActs, ask_who, check_may, system_login
from desktop.config import Config
from desktop.services.domain.backups import Backup
from desktop.services.domain.permission import ManagerAct
from desktop.services.keeping.backup_places import BackupPlaces, list_backups
from desktop.services.keeping.restore import BackupUnsound, Restored, restore


def run_restore(config: Config, backup: Path | None) -> int:
    """Restore, or list the backups of both places; return 1 where nothing was restored or found."""
    say_which_database(config)
    file = config.database_file
    if file is None:
        print("A server's database is not restored from here: only the desk's own file is.")
        return 1
    places = BackupPlaces(config.paths.backups, config.paths.second_backups)
    if backup is None:
        return _list(config, places)
    try:
        actor = _ask_who(config, file, backup)
        done = restore(backup, file, places.folder, practice=config.practice)
        _record(config, actor, backup)
    except BackupUnsound as unsound:
        print(f"{backup} is damaged ({unsound.damage}). Nothing was changed: choose an older one.")
        return 1
    except DatabaseOfOtherMode as other:
        words = ("practice", "without --live") if other.practice else ("real money", "with --live")
        print(f"{backup} is for {words[0]}: restore it {words[1]}. Nothing was changed.")
        return 1
    except DatabaseBusy:
        print("A program has the books open: end every desk on them, then restore. Nothing was changed.")
        return 1
    except DatabaseTrouble as trouble:
        print(explain_trouble(trouble))
        return 1
    except NobodyActs as nobody:
        print(nobody)
        return 1
    print("\n".join(_told(done, backup, config)))
    return 0


def _ask_who(config: Config, file: Path, backup: Path) -> Actor:
    """Ask who restores, by the people of the books that are there now.

    Of books that can't be read it is the login of the system. Raises NobodyActs, and DeskOpenElsewhere while
    a desk is at work.
    """
    login = system_login()
    system = Actor(f"{SYSTEM_LOGIN}{login}", DeskId(""), login=login)
    if not file.is_file():
        return system
    at_work = desk_at_work(file)
    if at_work is not None:
        raise at_work
    try:
        with known_books(config) as (database, at_desk):
            actor = ask_who(database, at_desk, as_system=config.as_system)
            # Told in the books that come; a record in those that go would be lost with them.
            check_may(database, actor, ManagerAct.REPLACE_BOOKS, backup.name)
            return actor
    except DatabaseBusy:
        raise
    except DatabaseTrouble:
        return system


def _record(config: Config, actor: Actor, backup: Path) -> None:
    """Let the journal of the books that are there now tell that they were put there, and by whom."""
    engine = open_engine(config.url)
    try:
        with translated(engine):
            migrate(engine)
    finally:
        engine.dispose()
    with (
        known_books(config) as (database, at_desk),
        database.write(replace(actor, desk_id=at_desk.desk_id), Purpose.REMEDY) as session,
    ):
        content = {"command": "restore", "subject": backup.name, "login": actor.login}
        journal.record(session, "COMMAND_RUN", content)


def _told(done: Restored, backup: Path, config: Config) -> list[str]:
    lines = [f"{backup} is in place: {done.state.booking_count} bookings."]
    if done.saved is not None:
        lines.append(f"What was there before lies in {done.saved}")
        if done.lost is None:
            lines.append("It could not be read, so what was written since the backup is not known.")
    for one in done.lost or ():
        until = _moment(one.until, config) if one.until else "?"
        lines.append(
            f"Desk {one.code}: {one.record_count} records up to {until} are not in the backup;"
            f" its last receipt is {one.papers[0] or 'none'} and was {one.papers[1] or 'none'}."
        )
    if done.lost == () and done.saved is not None:
        lines.append("Nothing is lost: nothing was written since the backup.")
    return lines


def _list(config: Config, places: BackupPlaces) -> int:
    second = places.second
    found = list_backups(places.folder)
    print(f"{places.folder}:")
    _print(config, found)
    if second is None:
        print("There is no second place; it is chosen on the page Books.")
    elif not second.is_dir():
        print(f"{second} is not there now.")
    else:
        print(f"{second}:")
        found += list_backups(second)
        _print(config, list_backups(second))
    print("To restore one, end every desk and type: python -m desktop restore FILE")
    return 0 if found else 1


def _print(config: Config, found: tuple[Backup, ...]) -> None:
    for one in found:
        state = read_state(one.file)
        held = "can't be read"
        if state is not None:
            papers = ", ".join(desk.paper for desk in state.desks if desk.paper)
            held = f"{'practice' if state.practice else 'real money'}, {state.booking_count} bookings"
            held += f", last receipts {papers}" if papers else ""
        faults = "" if one.is_sound else ", the audit finds faults"
        print(f"  {one.file}  {_moment(one.moment, config)} ({_age(one.moment)} old), {held}{faults}")
    if not found:
        print("  no backups")


def _moment(moment: datetime, config: Config) -> str:
    return f"{moment.astimezone(ZoneInfo(config.time_zone)):%d %b %Y %H:%M}"


def _age(moment: datetime) -> str:
    """Return how old a moment is, in the largest unit that is whole."""
    age = max(wall_clock() - moment, timedelta(0))
    if age.days:
        return f"{age.days} d"
    hours, rest = divmod(age.seconds, 3600)
    return f"{hours} h" if hours else f"{rest // 60} min"
