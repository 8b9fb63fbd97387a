"""Whether the books lack what a desk has written, and what is known of what they lack."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from db.halt import HaltKind
from db.mark import Mark
from desktop.services.domain.loss import Loss, LostAct, LostNumbers
from desktop.services.keeping.witnesses import Told, Witnesses

# What a page can show; the rest is in the log and in the backup.
ACTS_MAX = 2_000


@dataclass(frozen=True, slots=True)
class Seen:
    """The books' own end, the marks up to the newest, the newest acceptance, and the books' hashes."""

    books: Mark
    marks: tuple[Mark, ...]
    accepted: Mapping[str, Any]
    hashes: Mapping[int, str]

    @property
    def is_accepted(self) -> bool:
        """Whether the loss that the newest mark tells of was accepted in these books."""
        last = self.marks[-1]
        return (self.accepted.get("mark_number"), self.accepted.get("mark_hash")) == (last.number, last.hash)


def find_loss(seen: Seen, witnesses: Witnesses) -> Loss | None:
    """Return what the books lack; None where they go as far as everybody else knows."""
    if not seen.marks:
        return _without_mark(seen, witnesses)
    last = seen.marks[-1]
    if seen.hashes[last.number] == last.hash or seen.is_accepted:
        return None
    common = next((one for one in seen.marks if seen.hashes.get(one.number) == one.hash), None)
    if common is None and last.number > seen.books.number:
        # The marks begin later than the books end: nothing speaks against all of the books.
        is_early = seen.marks[0].number > seen.books.number
        common = seen.books if is_early else None
    common_number = common.number if common else 0
    told = witnesses.ask(common_number)
    return Loss(
        HaltKind.BEHIND,
        last.number,
        last.hash,
        seen.books.number,
        common_number,
        since=common.at if common else None,
        until=last.at,
        acts=_acts(told, seen.books, common_number),
        numbers=numbers_lost(seen.books, (*seen.marks, *(one.mark for one in told))),
        is_other_history=common is None or common.number < seen.books.number,
    )


def numbers_lost(books: Mark, others: Iterable[Mark]) -> tuple[LostNumbers, ...]:
    """Return the numbers after the books' own that others know to be taken."""
    highest: dict[tuple[str, int], int] = {}
    for other in others:
        for series, last in other.numbers.items():
            highest[series] = max(highest.get(series, 0), last)
    return tuple(
        LostNumbers(kind, year, books.numbers.get((kind, year), 0) + 1, last)
        for (kind, year), last in sorted(highest.items())
        if last > books.numbers.get((kind, year), 0)
    )


def _without_mark(seen: Seen, witnesses: Witnesses) -> Loss | None:
    """A PC without a mark asks the log and the newest copies; a desk that never wrote has none to ask for."""
    told = witnesses.ask(seen.books.number)
    ahead = [one for one in told if one.mark.number > seen.books.number and not _is_settled(one, seen)]
    if not ahead:
        return None
    furthest = max(ahead, key=lambda one: one.mark.number)
    return Loss(
        HaltKind.BEHIND,
        furthest.mark.number,
        furthest.mark.hash,
        seen.books.number,
        seen.books.number,
        since=seen.books.at,
        until=furthest.mark.at,
        acts=_acts(tuple(ahead), seen.books, seen.books.number),
        numbers=numbers_lost(seen.books, (one.mark for one in ahead)),
    )


def _is_settled(told: Told, seen: Seen) -> bool:
    """Whether a copy is of a history whose loss these books have accepted; the log tells that itself."""
    is_other = bool(told.mark.hash) and told.hash_there != seen.books.hash
    return is_other and told.mark.number <= int(seen.accepted.get("mark_number", 0))


def _acts(told: tuple[Told, ...], books: Mark, common_number: int) -> tuple[LostAct, ...]:
    """Return the records after the common one, each once, from whoever knows most of it."""
    found: dict[int, LostAct] = {}
    for one in told:
        if one.mark.hash and one.mark.hash == books.hash:
            continue  # a copy of these very books
        for act in one.acts:
            if act.number > common_number:
                found.setdefault(act.number, act)
    return tuple(found[number] for number in sorted(found))[-ACTS_MAX:]
