"""Brings a database to the schema of this program, and refuses one that is ahead of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from db.errors import DatabaseNewer, MoveUnfinished

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
LATEST = "0010"
# Stands where the revision does until books that were moved have been proved: no program opens them.
UNFINISHED = "moving"
ADVISORY_LOCK = 7_263_011


def migrate(engine: Engine) -> None:
    """Run the missing steps, all in one transaction.

    Raises DatabaseNewer when the database is ahead, MoveUnfinished where a move into it has not ended.

    Several programs may start at once: the first one migrates, the others wait and find nothing to do.
    """
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_LOCK})
        found = current_revision(connection)
        if found == LATEST:
            return
        if found == UNFINISHED:
            raise MoveUnfinished(found)
        if found is not None and found not in known_revisions():
            raise DatabaseNewer(found)
        from alembic import command

        command.upgrade(alembic_config(connection), LATEST)


def current_revision(connection: Connection) -> str | None:
    """Return the revision of the database, or None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return revision


def known_revisions() -> set[str]:
    """Return the revisions this program has steps for."""
    return {file.stem.split("_")[0] for file in (MIGRATIONS / "versions").glob("[0-9]*.py")}


def alembic_config(connection: Connection) -> "Config":
    """Return Alembic's configuration for an open connection, without a configuration file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config
