"""The column types of every table, the same on both engines.

SQLite's STRICT tables take INTEGER and TEXT only; so a moment is stored as whole microseconds since
1970 UTC, which both engines compare and add exactly, and a day as ISO text.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import BigInteger, CheckConstraint, Column, Dialect, ForeignKey, Integer, MetaData, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

# Whole numbers of 64 bits: INTEGER on SQLite, BIGINT on PostgreSQL.
Whole: TypeEngine[int] = BigInteger().with_variant(Integer(), "sqlite")


def to_microseconds(moment: datetime) -> int:
    """Return whole microseconds since 1970 UTC. Raises ValueError for a naive moment."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return (moment - EPOCH) // MICROSECOND


def from_microseconds(value: int) -> datetime:
    """Return the aware UTC moment that `to_microseconds` stored."""
    return EPOCH + timedelta(microseconds=value)


class Moment(TypeDecorator[datetime]):
    """An aware UTC datetime, stored as microseconds."""

    impl = BigInteger
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        return datetime

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else BigInteger())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else to_microseconds(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else from_microseconds(value)


class Day(TypeDecorator[date]):
    """A calendar day in the time zone of its site, stored as ISO text."""

    impl = Text
    cache_ok = True

    @property
    def python_type(self) -> type[date]:
        return date

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


W = TypeVar("W", bound=StrEnum)


class Word(TypeDecorator[W]):
    """A word of an enum of db.states, stored as text; the table adds the CHECK with `one_of`."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[W]) -> None:
        super().__init__()
        self.words = words

    @property
    def python_type(self) -> type[W]:
        return self.words

    def process_result_value(self, value: str | None, dialect: Dialect) -> W | None:
        return None if value is None else self.words(value)


class Flag(TypeDecorator[bool]):
    """Yes or no, stored as 1 or 0."""

    impl = BigInteger
    cache_ok = True

    @property
    def python_type(self) -> type[bool]:
        return bool

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else BigInteger())

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


def key() -> Column[str]:
    """Return the primary key column: a UUIDv7 as text."""
    return Column("id", Text, primary_key=True)


def home() -> Column[str]:
    """Return the column naming the node that wrote the row and alone may change it."""
    return Column("home", Text, nullable=False)


def text(
    name: str, *, optional: bool = False, unique: bool = False, default: str | None = None
) -> Column[str]:
    """Return a text column."""
    return Column(name, Text, nullable=optional, unique=unique, server_default=default)


def whole(name: str, *, optional: bool = False, default: int | None = None) -> Column[int]:
    """Return a whole-number column: paise, basis points, counts."""
    return Column(name, Whole, nullable=optional, server_default=None if default is None else str(default))


def word(name: str, words: type[W], *, optional: bool = False) -> Column[W]:
    """Return a column for a word of an enum; its table adds the CHECK with `one_of`."""
    return Column(name, Word(words), nullable=optional)


def flag(name: str, *, default: int = 0) -> Column[bool]:
    """Return a column of yes or no; its table adds the CHECK with `flag_check`."""
    return Column(name, Flag, nullable=False, server_default=str(default))


def moment(name: str, *, optional: bool = False) -> Column[datetime]:
    """Return a column for an aware UTC datetime."""
    return Column(name, Moment, nullable=optional)


def day(name: str, *, optional: bool = False) -> Column[date]:
    """Return a column for a calendar day."""
    return Column(name, Day, nullable=optional)


def refer(name: str, target: str, *, optional: bool = False, index: bool = False) -> Column[str]:
    """Return a foreign key to `target`'s id."""
    return Column(name, Text, ForeignKey(f"{target}.id"), nullable=optional, index=index)


def one_of(column: str, words: Iterable[str]) -> CheckConstraint:
    """Return a CHECK that `column` holds one of `words`, an enum of db.states as a rule."""
    quoted = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({quoted})", name=f"{column}_known")


def flag_check(column: str) -> CheckConstraint:
    """Return a CHECK that `column` is 0 or 1."""
    return CheckConstraint(f"{column} IN (0, 1)", name=f"{column}_flag")


def at_least(column: str, floor: int) -> CheckConstraint:
    """Return a CHECK that `column` is not below `floor` (an empty value passes)."""
    return CheckConstraint(f"{column} >= {floor}", name=f"{column}_floor")
