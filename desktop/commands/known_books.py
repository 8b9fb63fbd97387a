"""Books as they are, for a command that writes a record into them: nothing is migrated, no desk is made."""

from collections.abc import Iterator
from contextlib import contextmanager

from db.actor import Actor
from db.database import Database
from db.engine import database_file, open_engine, sqlite_file
from db.look_at_file import look_at_pages
from db.node_clock import NodeClock
from db.standby import desk_codes, find_installed
from db.troubles import translated
from desktop.config import Config


class NoSuchDesk(Exception):
    """The books know no desk with this code; the sentence was made for the terminal."""


@contextmanager
def known_books(
    config: Config, *, verify: bool = True, strict: bool = False
) -> Iterator[tuple[Database, Actor]]:
    """Open the books for one act at the desk of `config`; yield them with whoever the start was told of.

    Where they know no such desk it is the first one that they know: the desk of a command is only whose
    journal tells of it; `strict`: NoSuchDesk is raised instead. Raises DatabaseTrouble.
    """
    file = database_file(config.url)
    if file is not None and verify:
        look_at_pages(file)  # before the engine opens it, which changes an empty file and another program's
    engine = open_engine(config.url, verify=verify)
    try:
        with translated(engine):
            code = _code(desk_codes(engine), config.desk_code, strict=strict)
            who = find_installed(engine, desk_code=code)
        clock = NodeClock(engine) if sqlite_file(engine) is not None else None
        database = Database(engine, clock=clock, home=who.home)
        try:
            yield database, Actor(config.clerk, who.desk_id)
        finally:
            database.close()
    finally:
        engine.dispose()


def _code(codes: list[str], wanted: str, *, strict: bool) -> str:
    if wanted in codes:
        return wanted
    if strict:
        raise NoSuchDesk(
            f"The books know no desk {wanted}: {', '.join(codes) or 'none'}. Nothing was changed."
        )
    return codes[0] if codes else wanted
