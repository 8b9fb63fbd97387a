"""Teaches the CHECK of a column another list of words, on both engines, with all rows in place."""

import re

from alembic import op


def know(table: str, column: str, words: tuple[str, ...]) -> None:
    """Let `column` hold one of `words`, which include all that it holds now.

    SQLite can't alter a CHECK, and a copy of the table would drop what refers to it. A wider CHECK changes
    nothing in the file's content, so its text is changed where SQLite keeps it, in the way of
    sqlite.org/lang_altertable.html#otheralter: in the migration's transaction, and then read again.
    """
    check = f"{column} IN ({', '.join(repr(word) for word in words)})"
    name = f"ck_{table}_{column}_known"
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        op.drop_constraint(op.f(name), table, type_="check")
        op.create_check_constraint(op.f(name), table, check)
        return
    find = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?"
    old = connection.exec_driver_sql(find, (table,)).scalar_one()
    new, found = re.subn(rf"(CONSTRAINT {name} CHECK) \([^()]*\([^()]*\)\)", rf"\1 ({check})", old)
    if found != 1:
        raise RuntimeError(f"{name} is not in the table as it was made")
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    connection.exec_driver_sql("PRAGMA writable_schema = ON")
    change = "UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?"
    connection.exec_driver_sql(change, (new, table))
    connection.exec_driver_sql(f"PRAGMA schema_version = {version + 1}")
    connection.exec_driver_sql("PRAGMA writable_schema = RESET")
