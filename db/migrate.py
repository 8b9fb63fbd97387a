"""Brings a database to the schema of this program, and refuses one that is ahead of it or not ours."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from db import checksums
from db.convert_file import convert
from db.engine import sqlite_file
from db.errors import DatabaseDamaged, DatabaseNewer, DatabaseUnavailable, MoveUnfinished, NotTheBooks
from db.halt import NotBooks
from db.look_at_file import OURS, look_at_file
from db.page_check import check_pages
from db.patience import LONG, OPTION
from db.safety_copy import keep_copy

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
LATEST = "0027"
# Stands where the revision does until books that were moved have been proved: no program opens them.
UNFINISHED = "moving"
ADVISORY_LOCK = 7_263_011


def migrate(engine: Engine) -> None:
    """Run the missing steps, all in one transaction.

    A new file gets checksums of its pages, an older one when nobody else has it open. Before an older one
    is changed it is looked at as a whole, and a copy of it is kept beside it. Several programs may start at
    once: the first one migrates, the others wait and find nothing to do. Raises DatabaseNewer when the
    database is ahead, MoveUnfinished where a move into it has not ended, NotTheBooks and DatabaseDamaged;
    nothing is changed then.
    """
    file = sqlite_file(engine)
    try:
        if file is not None and look_at_file(file) is None and checksums.load():
            checksums.make_new(file)
        with engine.execution_options(**{OPTION: LONG}).begin() as connection:
            _bring_up(connection, file)
        if file is not None:
            if not checksums.are_on(file):
                engine.dispose()  # a connection that is kept would be in the way
            convert(file)
    except OSError as error:
        raise DatabaseUnavailable(f"{error.filename or file}: {error.strerror or error}") from error


def _bring_up(connection: Connection, file: Path | None) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_LOCK})
    found = current_revision(connection)
    if found is not None and file is None:
        _refuse_others(connection)
    if found == LATEST:
        return
    if found == UNFINISHED:
        raise MoveUnfinished(found)
    if found is not None and found not in known_revisions():
        raise DatabaseNewer(found)
    if found is not None and file is not None:
        faults = check_pages(file)
        if faults.said:
            raise DatabaseDamaged("; ".join(faults.said), faults.tables)
        keep_copy(file, f"{file.stem}-before-{LATEST}{file.suffix}")
    from alembic import command

    command.upgrade(alembic_config(connection), LATEST)
    # Every write of a program compares this with its own: see db/journal.py.
    connection.execute(text("UPDATE desk SET schema = :schema"), {"schema": LATEST})


def _refuse_others(connection: Connection) -> None:
    """Raise NotTheBooks for a server's database that another program has brought to its own schema."""
    if not set(inspect(connection).get_table_names()) >= OURS:
        raise NotTheBooks(NotBooks.OTHER_PROGRAM, str(connection.engine.url.database))


def current_revision(connection: Connection) -> str | None:
    """Return the revision of the database, or None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return revision


def known_revisions() -> set[str]:
    """Return the revisions this program has steps for."""
    return {file.stem.split("_")[0] for file in (MIGRATIONS / "versions").glob("[0-9]*.py")}


def schema_of(engine: Engine) -> str | None:
    """Return the revision that the database has now; None for an empty one, and for no Counterfoil's."""
    with engine.connect().execution_options(reads_only=True) as connection:
        return current_revision(connection)


def alembic_config(connection: Connection) -> "Config":
    """Return Alembic's configuration for an open connection, without a configuration file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config
