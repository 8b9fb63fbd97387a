"""Changes what SQLite can't alter in a table, on both engines, with all rows in place."""

import re
from collections.abc import Callable

import sqlalchemy as sa
from alembic import op


def know(table: str, column: str, words: tuple[str, ...]) -> None:
    """Let `column` hold one of `words`, which include all that it holds now."""
    check = f"{column} IN ({', '.join(repr(word) for word in words)})"
    name = f"ck_{table}_{column}_known"
    if op.get_bind().dialect.name != "sqlite":
        op.drop_constraint(op.f(name), table, type_="check")
        op.create_check_constraint(op.f(name), table, check)
        return
    pattern = rf"(CONSTRAINT {name} CHECK) \([^()]*\([^()]*\)\)"
    _rewrite(table, name, lambda old: re.subn(pattern, rf"\1 ({check})", old))


def check(table: str, old: str, new: str, condition: str) -> None:
    """Put another CHECK, which every row passes, in the place of the one of the name `old`."""
    old, new = f"ck_{table}_{old}", f"ck_{table}_{new}"
    if op.get_bind().dialect.name != "sqlite":
        op.drop_constraint(op.f(old), table, type_="check")
        op.create_check_constraint(op.f(new), table, condition)
        return
    pattern = rf"CONSTRAINT {old} CHECK \([^()]*\)"
    _rewrite(table, old, lambda text: re.subn(pattern, f"CONSTRAINT {new} CHECK ({condition})", text))


def refer(table: str, column: str, target: str) -> None:
    """Add an empty `column` to a table that refers to `target`'s id."""
    name = f"fk_{table}_{column}"
    op.add_column(table, sa.Column(column, sa.Text(), nullable=True))
    if op.get_bind().dialect.name != "sqlite":
        op.create_foreign_key(op.f(name), table, target, [column], ["id"])
        return
    key = f", CONSTRAINT {name} FOREIGN KEY({column}) REFERENCES {target} (id)"
    _rewrite(table, name, lambda old: re.subn(r"\)([^()]*)\Z", rf"{key})\1", old))


def limit(table: str, name: str, condition: str) -> None:
    """Add a CHECK to a table, all of whose rows pass it."""
    full = f"ck_{table}_{name}"
    if op.get_bind().dialect.name != "sqlite":
        op.create_check_constraint(op.f(full), table, condition)
        return
    check = f", CONSTRAINT {full} CHECK ({condition})"
    _rewrite(table, full, lambda old: re.subn(r"\)([^()]*)\Z", lambda end: f"{check}){end[1]}", old))


def allow_empty(table: str, column: str) -> None:
    """Let a text `column` be empty from now on."""
    if op.get_bind().dialect.name != "sqlite":
        op.alter_column(table, column, existing_type=sa.Text(), nullable=True)
        return
    _rewrite(table, column, lambda old: re.subn(rf"\b({column} TEXT) NOT NULL", r"\1", old))


def _rewrite(table: str, name: str, change: Callable[[str], tuple[str, int]]) -> None:
    """Change the text of a table where SQLite keeps it.

    A copy of the table would drop what refers to it. A wider CHECK, a column that may be empty and a
    reference that no row has yet change nothing in the file's content, so the text is changed in the way of
    sqlite.org/lang_altertable.html#otheralter: in the migration's transaction, and then read again.
    """
    connection = op.get_bind()
    find = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?"
    new, found = change(connection.exec_driver_sql(find, (table,)).scalar_one())
    if found != 1:
        raise RuntimeError(f"{name} is not in the table as it was made")
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    connection.exec_driver_sql("PRAGMA writable_schema = ON")
    write = "UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?"
    connection.exec_driver_sql(write, (new, table))
    connection.exec_driver_sql(f"PRAGMA schema_version = {version + 1}")
    connection.exec_driver_sql("PRAGMA writable_schema = RESET")
