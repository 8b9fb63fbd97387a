"""Triggers by which the database itself refuses to change what has been recorded, on both engines."""

from sqlalchemy import Connection

from db.schema import APPEND_ONLY

POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' is append-only'; END $$
"""


def create_triggers(connection: Connection) -> None:
    """Guard every append-only table against UPDATE and DELETE."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(POSTGRESQL_FUNCTION)
    for table in APPEND_ONLY:
        for statement in _statements(table, connection.dialect.name):
            connection.exec_driver_sql(statement)


def _statements(table: str, engine: str) -> list[str]:
    if engine == "postgresql":
        guard = (
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE"
            f" ON {table} EXECUTE FUNCTION refuse_change()"
        )
        return [guard]
    return [
        (
            f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
        for event in ("UPDATE", "DELETE")
    ]
