"""What all kinds of files have in common: columns, needed or not, and where a row stands."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

T = TypeVar("T")
B = TypeVar("B")

ALWAYS = date(2000, 1, 1)


def column(parse: Callable[[str], T]) -> T:
    """A column whose cells must not be empty."""
    declared: T = field(metadata={"parse": parse, "needed": True})
    return declared


def optional(parse: Callable[[str], T], blank: B) -> T | B:
    """A column that may be missing; an empty cell means `blank`."""
    declared: T | B = field(default=blank, metadata={"parse": parse, "needed": False})
    return declared


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Where the row stands."""

    file: str
    line: int
