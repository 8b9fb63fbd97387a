"""Why a drawer differs: the likeliest causes of what was counted and what was booked, best first.

Every finder proposes explanations: a mistake, the acts it may have happened to, and by how much it would
have moved each tender. An explanation is weighed by how common the mistake is, by how many acts it might
have happened to just as well, and by what it leaves unexplained; small change goes astray without a
mistake, the card machine's does not.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from db.states import Tender
from desktop.services.domain.drawer_day import ShiftAct, ShiftFacts
from desktop.services.domain.mistakes import Explanation, Mistake
from desktop.services.domain.mistakes_at_work import at_work
from desktop.services.domain.mistakes_in_counting import in_counting

# Up to so much is found in many drawers without any mistake that can be named.
SMALL_CHANGE_PAISE = 20_00
# How often nothing of that is missing.
EVEN = 0.75
# How often a second mistake explains what the first leaves of a tender.
SECOND_MISTAKE = 1e-4
# A cause that is so much less likely than the first is not worth a line.
WORTH_SAYING = 1e-3
ACTS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Cause:
    """A mistake that would explain the differences, and the acts to look at: any of them alone explains it.

    `effect`: by how much it moved each counted tender. `left_paise`: what of the cash it does not explain.
    `pieces` of `worth_paise` were counted too many, negative: too few. `into`: what really took or gave it.
    """

    mistake: Mistake
    effect: Mapping[Tender, int]
    left_paise: int
    likelihood: float
    acts: tuple[ShiftAct, ...] = ()
    into: tuple[Tender, ...] = ()
    worth_paise: int | None = None
    pieces: int | None = None
    # How many acts would explain it; the acts hold the first few of them.
    acts_in_all: int = 0


@dataclass(slots=True)
class _Group:
    """Explanations that say the same of different acts, or of different notes; the likeliest is told."""

    best: Explanation
    left_paise: int
    best_weight: float = 0.0
    weight: float = 0.0
    acts: dict[str, ShiftAct] = field(default_factory=dict)
    into: dict[Tender, None] = field(default_factory=dict)


def explain(facts: ShiftFacts, most: int = 3) -> tuple[Cause, ...]:
    """Return the likeliest causes of a shift's differences, at most so many; none where nothing differs."""
    differences = facts.differences
    if not any(differences.values()):
        return ()
    groups: dict[object, _Group] = {}
    for found in _explanations(facts):
        effect = {tender: paise for tender, paise in found.effect.items() if tender in differences}
        if not any(effect.values()):
            continue
        left = {tender: paise - effect.get(tender, 0) for tender, paise in differences.items()}
        weight = found.weight * _fit(left)
        if weight == 0:
            continue
        group = groups.setdefault(found.says(effect), _Group(found, left.get(Tender.CASH, 0)))
        group.weight += weight
        if weight > group.best_weight:
            group.best, group.best_weight = found, weight
        group.acts.update({act.id: act for act in found.acts})
        group.into.update(dict.fromkeys(found.into))
    ranked = sorted(groups.values(), key=lambda group: group.weight, reverse=True)
    whole = sum(group.weight for group in ranked)
    worth = [group for group in ranked if group.weight >= ranked[0].weight * WORTH_SAYING]
    return tuple(_cause(group, group.weight / whole) for group in worth[:most])


def _explanations(facts: ShiftFacts) -> Iterator[Explanation]:
    yield from at_work(facts)
    yield from in_counting(facts)
    if 0 < abs(facts.differences.get(Tender.CASH, 0)) <= SMALL_CHANGE_PAISE:
        yield Explanation(Mistake.SMALL_CHANGE, {Tender.CASH: facts.differences[Tender.CASH]}, 0.05)


def _fit(left: Mapping[Tender, int]) -> float:
    """Return how likely it is that so much stays unexplained."""
    return math.prod(_stays(tender, abs(paise)) for tender, paise in left.items())


def _stays(tender: Tender, paise: int) -> float:
    if paise == 0:
        return EVEN
    if tender is not Tender.CASH:
        return SECOND_MISTAKE
    if paise > SMALL_CHANGE_PAISE:
        return 0.0
    # The less, the likelier; both signs.
    return (1 - EVEN) / (2 + paise / 50)


def _cause(group: _Group, likelihood: float) -> Cause:
    acts = tuple(sorted(group.acts.values(), key=lambda act: (act.at, act.id)))
    return Cause(
        group.best.mistake,
        group.best.effect,
        group.left_paise,
        likelihood,
        acts[:ACTS_SHOWN],
        tuple(group.into),
        group.best.worth_paise,
        group.best.pieces,
        len(acts),
    )
