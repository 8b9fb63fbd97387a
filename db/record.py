"""Rows leave db as frozen records: dataclasses whose fields are the names of the columns they are read from.

A record stands beside the statements that fill it. mypy then knows each column, and a test compares every
record with its tables.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from sqlalchemy import ColumnElement, Result, Select, Table, select

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

R = TypeVar("R", bound="DataclassInstance")


class Shape(Generic[R]):
    """The columns that fill a record, in the order of its fields.

    A field is a column of one of `tables` (the first that has it) or one of `named`, which win. Raises
    KeyError for a field that is neither.
    """

    all: ClassVar[list["Shape[Any]"]] = []

    def __init__(self, record: type[R], *tables: Table, **named: ColumnElement[Any]) -> None:
        self.record = record
        self._make: Callable[..., R] = record
        self.columns = tuple(_column(field.name, tables, named) for field in fields(record))
        self.all.append(self)

    def select(self) -> Select[Any]:
        """Return a SELECT of the columns; joins and conditions are added to it."""
        return select(*self.columns)

    def one(self, result: Result[Any]) -> R:
        """Return the only row. Raises NoResultFound or MultipleResultsFound otherwise."""
        return self._make(*result.one())

    def first(self, result: Result[Any]) -> R | None:
        """Return the only row, or None without. Raises MultipleResultsFound for several."""
        row = result.one_or_none()
        return None if row is None else self._make(*row)

    def list(self, result: Iterable[Any]) -> list[R]:
        """Return every row in its order."""
        return [self._make(*row) for row in result]

    def each(self, result: Iterable[Any]) -> Iterator[R]:
        """Yield row after row, for results that are too long to be kept."""
        for row in result:
            yield self._make(*row)


def values_of(record: "DataclassInstance") -> dict[str, object]:
    """Return a record's fields by their names, as an INSERT takes them."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


def _column(name: str, tables: tuple[Table, ...], named: dict[str, ColumnElement[Any]]) -> ColumnElement[Any]:
    if name in named:
        return named[name].label(name)
    for table in tables:
        if name in table.c:
            return table.c[name]
    raise KeyError(f"no column for the field {name}")
