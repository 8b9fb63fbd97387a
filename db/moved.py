"""Books that were moved to another place: each table refuses every change, and says where they went.

Triggers do it and not the program, so that a desk that is at work meanwhile, or an older program, stops too.
The node's own row stays free: it is this machine's clock, and no part of the books.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, inspect, select

from db.halt import Halt, HaltKind
from db.schema import metadata, setting
from db.schema.columns import from_microseconds, to_microseconds
from db.session import to_json

SETTING = "moved"
# What a trigger's refusal begins with; the setting's own text follows.
SIGN = "moved:"
FREE = ("alembic_version", "node")
FUNCTION = "refuse_in_moved_books"
EVENTS = ("INSERT", "UPDATE", "DELETE")


@dataclass(frozen=True, slots=True)
class Moved:
    """Where the books are now, an address without a password, and when they went."""

    to: str
    at: datetime


def seal(connection: Connection, moved: Moved, *, home: str) -> None:
    """Let nobody write here any more."""
    value = to_json({"at": to_microseconds(moved.at), "to": moved.to})
    connection.execute(insert(setting), {"name": SETTING, "value": value, "home": home})
    for statement in _triggers(connection.dialect.name, _quoted(SIGN + value)):
        connection.exec_driver_sql(statement.replace("%", "%%") if _on_server(connection) else statement)


def unseal(connection: Connection) -> None:
    """Let everybody write here again."""
    if _on_server(connection):
        connection.exec_driver_sql(f"DROP FUNCTION {FUNCTION}() CASCADE")
    else:
        for table in _sealed():
            for event in EVENTS:
                connection.exec_driver_sql(f"DROP TRIGGER moved_{table}_{event.lower()}")
    connection.execute(delete(setting).where(setting.c.name == SETTING))


def find(connection: Connection) -> Moved | None:
    """Return where these books went, or None for books that are where they belong."""
    if not inspect(connection).has_table(setting.name):
        return None
    value = connection.execute(select(setting.c.value).where(setting.c.name == SETTING)).scalar()
    return None if value is None else read(value)


def halt_of(moved: Moved) -> Halt:
    """Return the halt of a desk on such books."""
    return Halt(HaltKind.MOVED, facts={"to": moved.to, "at": moved.at})


def refused_by(error: BaseException | None) -> Moved | None:
    """Return where the books went when this is the refusal of such a table."""
    said = str(error).partition("\n")[0]
    return read(said.removeprefix(SIGN)) if said.startswith(SIGN) else None


def read(value: str) -> Moved:
    """Return what the setting says."""
    content: dict[str, Any] = json.loads(value)
    return Moved(content["to"], from_microseconds(content["at"]))


def _sealed() -> list[str]:
    return [name for name in metadata.tables if name not in FREE]


def _triggers(engine: str, message: str) -> Iterator[str]:
    if engine != "postgresql":
        for table in _sealed():
            for event in EVENTS:
                yield (
                    f"CREATE TRIGGER moved_{table}_{event.lower()} BEFORE {event} ON {table}"
                    f" BEGIN SELECT RAISE(ABORT, {message}); END"
                )
        return
    yield (
        f"CREATE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS"
        f" $moved$ BEGIN RAISE EXCEPTION USING MESSAGE = {message}; END $moved$"
    )
    for table in _sealed():
        yield (
            f"CREATE TRIGGER moved BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}"
            f" EXECUTE FUNCTION {FUNCTION}()"
        )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _on_server(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"
