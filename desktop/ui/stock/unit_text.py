"""Units as a manager types them: "203, 205", "203-208", "4A 4B", "all"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

ALL = frozenset({"all", "*", "सब"})
RANGE = re.compile(r"([^-–]+)[-–]([^-–]+)")


@dataclass(frozen=True, slots=True)
class TypedUnits:
    """The names that were meant, in the catalogue's order, and the words that name nothing."""

    names: tuple[str, ...]
    unknown: tuple[str, ...] = ()


def parse_units(text: str, known: Sequence[str]) -> TypedUnits:
    """Return what was typed; `known` are the names in the catalogue's order, along which a range runs."""
    places = {name.casefold(): place for place, name in enumerate(known)}
    chosen: set[int] = set()
    unknown: list[str] = []
    for word in re.sub(r"\s*[-–]\s*", "-", text.casefold()).replace(",", " ").split():
        found = _places(word, places, len(known))
        chosen.update(found)
        if not found:
            unknown.append(word)
    return TypedUnits(tuple(known[place] for place in sorted(chosen)), tuple(unknown))


def write_units(names: Iterable[str]) -> str:
    """Return a text that `parse_units` reads as these names."""
    return ", ".join(names)


def _places(word: str, places: dict[str, int], count: int) -> range:
    if word in ALL:
        return range(count)
    if word in places:
        return range(places[word], places[word] + 1)
    ends = RANGE.fullmatch(word)
    if ends is None or ends[1] not in places or ends[2] not in places:
        return range(0)
    first, last = sorted((places[ends[1]], places[ends[2]]))
    return range(first, last + 1)
