"""Statements compiled once and run at the driver's own cost.

Placing a hold is what a queue waits for, and SQLAlchemy spends more time on each of its statements than
SQLite does. These few are written in Core like all others, compiled once for each engine, and given to
the driver as they are. Values go in through the columns' types; what comes out is what the driver returns.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import Delete, Dialect, Insert, Select, Update

from db.session import Session

Statement = Select[Any] | Insert | Update | Delete
Build = Callable[[bool], Statement]


@dataclass(frozen=True, slots=True)
class _Form:
    """A statement in one engine's words, and how its parameters become what the driver takes."""

    sql: str
    constants: Mapping[str, Any]
    # Parameters that their column's type changes on the way in: moments and days.
    converted: tuple[tuple[str, Callable[[Any], Any]], ...]
    # Puts the values in order, where the engine's parameters have no names.
    ordered: Callable[[Mapping[str, Any]], Any] | None

    def arguments(self, params: Mapping[str, Any]) -> Any:
        values = {**self.constants, **params}
        for name, convert in self.converted:
            values[name] = convert(values[name])
        return values if self.ordered is None else self.ordered(values)


class Prepared:
    """A statement that `build` makes; its argument says whether the engine is PostgreSQL."""

    def __init__(self, build: Build) -> None:
        self._build = build
        self._forms: dict[bool, _Form] = {}

    def run(self, session: Session, params: Mapping[str, Any]) -> Any:
        """Run it and return the driver's cursor: `fetchone`, `fetchall`, `rowcount`."""
        form = self._form(session)
        cursor = session.cursor()
        cursor.execute(form.sql, form.arguments(params))
        return cursor

    def run_many(self, session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run it once for each row."""
        form = self._form(session)
        session.cursor().executemany(form.sql, [form.arguments(row) for row in rows])

    def _form(self, session: Session) -> _Form:
        on_server = session.on_server
        form = self._forms.get(on_server)
        if form is None:
            form = self._forms[on_server] = _compile(self._build(on_server), session.connection.dialect)
        return form


def _compile(statement: Statement, dialect: Dialect) -> _Form:
    compiled: Any = statement.compile(dialect=dialect)
    converters = {
        name: bind.type.dialect_impl(dialect).bind_processor(dialect) for name, bind in compiled.binds.items()
    }
    return _Form(
        sql=str(compiled),
        constants={name: bind.value for name, bind in compiled.binds.items() if not bind.required},
        converted=tuple((name, convert) for name, convert in converters.items() if convert is not None),
        ordered=_in_order(compiled.positiontup) if compiled.positional else None,
    )


def _in_order(names: Sequence[str]) -> Callable[[Mapping[str, Any]], Any]:
    # With fewer than two names itemgetter returns no tuple.
    return itemgetter(*names) if len(names) > 1 else lambda values: tuple(values[name] for name in names)
