"""Lines of one unit that follow each other night by night: what is told as one stay, one ride, one place."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Generic, TypeVar

from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.quote import QuoteLine

L = TypeVar("L", bound=QuoteLine)
NIGHT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span(Generic[L]):
    """One line, or nights in a row of one stay in one room; never empty."""

    lines: tuple[L, ...]

    @property
    def first(self) -> L:
        """The line with which it begins: check-in, departure, start."""
        return self.lines[0]

    @property
    def last(self) -> L:
        """The line with which it ends: check-out."""
        return self.lines[-1]


def spans_of(lines: Sequence[L], apart: Callable[[L], Hashable] = lambda _line: None) -> tuple[Span[L], ...]:
    """Return the spans in the order of their first lines; lines of which `apart` differs are not joined."""
    found: list[list[L]] = []
    growing: dict[Hashable, list[L]] = {}
    for line in lines:
        key = (line.stay, line.thing, line.unit_name, apart(line))
        before = growing.get(key) if TRAITS[line.kind].has_nights else None
        if before is not None and before[-1].day + NIGHT == line.day:
            before.append(line)
        else:
            growing[key] = [line]
            found.append(growing[key])
    return tuple(Span(tuple(one)) for one in found)
