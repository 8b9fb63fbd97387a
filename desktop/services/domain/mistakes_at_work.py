"""Mistakes at the counter: another tender, another figure, change, and what was never or twice entered."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

from db.states import Tender
from desktop.services.domain.drawer_day import ActKind, ShiftAct, ShiftFacts
from desktop.services.domain.mistakes import COMMON, Explanation, Mistake, transposed, weigh
from desktop.services.domain.money import to_the_rupee

# What a clerk may take one for the other: all of them are entered by hand.
BY_HAND = (Tender.CASH, Tender.CARD, Tender.OWN_UPI)
# Money back that needed no machine may have been cash as well.
BACK_BY_HAND = (*BY_HAND, Tender.WALLET)
MOVES = (ActKind.CASH_IN, ActKind.DROP, ActKind.PAY_OUT)
# A tender that was corrected in the shift was in question already.
IN_QUESTION = 4.0
# The same again within minutes looks like a second press of the key.
SOON = timedelta(minutes=10)
# What goes to the safe is a round sum; how likely each is, for the next larger sum of the same roundness.
ROUND_SUMS = ((1_000_00, 0.5), (500_00, 0.25), (100_00, 0.1))
SMALL_SUM = 10_00
PAY_OUT_MOST = 3_000_00


def at_work(facts: ShiftFacts) -> Iterator[Explanation]:
    """Yield every mistake that may have been made between the opening and the close."""
    for finder in (_swapped, _refunds_swapped, _transposed, _change, _twice, _not_entered):
        by_mistake: dict[Mistake, list[Explanation]] = {}
        for one in finder(facts):
            by_mistake.setdefault(one.mistake, []).append(one)
        for found in by_mistake.values():
            yield from weigh(found)
    yield from _round_sums(facts)


def _really(act: ShiftAct, into: Tender) -> dict[Tender, int]:
    """Return the effect of an act that was really one of another tender."""
    taken = act.plain_paise + (to_the_rupee(act.plain_paise) if into is Tender.CASH else 0)
    return {act.tender: -act.sign * act.amount_paise, into: act.sign * taken}


def _swapped(facts: ShiftFacts) -> Iterator[Explanation]:
    for act in facts.acts:
        if act.kind is ActKind.PAYMENT and act.tender in BY_HAND:
            for into in BY_HAND:
                if into is not act.tender:
                    weight = IN_QUESTION if act.corrected_from is into else 1.0
                    yield Explanation(Mistake.TENDER_SWAPPED, _really(act, into), weight, (act,), (into,))


def _refunds_swapped(facts: ShiftFacts) -> Iterator[Explanation]:
    for act in facts.acts:
        if act.kind is ActKind.REFUND and act.tender in BACK_BY_HAND:
            for into in BACK_BY_HAND:
                if into is not act.tender:
                    yield Explanation(Mistake.REFUND_SWAPPED, _really(act, into), 1.0, (act,), (into,))


def _transposed(facts: ShiftFacts) -> Iterator[Explanation]:
    for act in facts.acts:
        if act.kind is ActKind.LAPSED_HOLD or act.tender not in BY_HAND:
            continue
        if act.received_paise is not None and act.change_paise:
            for real in transposed(act.received_paise):
                yield _figure(act, {Tender.CASH: real - act.received_paise})
        for real in transposed(act.amount_paise):
            off = act.sign * (real - act.amount_paise)
            # What a payment asks for is written by the program: only the hand or the machine gets it wrong.
            yield _figure(act, {act.tender: off}, 0.3 if act.kind in (ActKind.PAYMENT, ActKind.REFUND) else 1)
            for other in _beside(facts, act):
                yield _figure(act, {act.tender: off, other.tender: -off}, 0.5)


def _figure(act: ShiftAct, effect: dict[Tender, int], weight: float = 1.0) -> Explanation:
    return Explanation(Mistake.FIGURES_TRANSPOSED, effect, weight, (act,))


def _beside(facts: ShiftFacts, act: ShiftAct) -> Iterator[ShiftAct]:
    """Yield the payments that made up the same sale with this one: what one took less the other took more."""
    if act.kind is ActKind.PAYMENT and act.booking_id is not None:
        for other in facts.acts:
            same_sale = (other.kind, other.booking_id) == (act.kind, act.booking_id)
            if same_sale and other.tender in BY_HAND and other.tender is not act.tender:
                yield other


def _change(facts: ShiftFacts) -> Iterator[Explanation]:
    for act in facts.acts:
        if act.tender is Tender.CASH and act.change_paise:
            yield Explanation(Mistake.CHANGE_NOT_GIVEN, {Tender.CASH: act.change_paise}, 1.0, (act,))
            yield Explanation(Mistake.CHANGE_TWICE, {Tender.CASH: -act.change_paise}, 1.0, (act,))


def _twice(facts: ShiftFacts) -> Iterator[Explanation]:
    kinds = {ActKind.PAYMENT: Mistake.SALE_TWICE, ActKind.PAY_OUT: Mistake.PAY_OUT_TWICE}
    entered = [act for act in facts.acts if act.kind in kinds and act.tender in BY_HAND]
    entered.sort(key=lambda act: act.at)
    for first, second in combinations(entered, 2):
        if (first.kind, first.tender, first.amount_paise) == (
            second.kind,
            second.tender,
            second.amount_paise,
        ):
            effect = {second.tender: -second.sign * second.amount_paise}
            soon = second.at - first.at <= SOON
            yield Explanation(kinds[first.kind], effect, 1.0 if soon else 0.05, (second,))
    # However few look alike, a pair is not likely for being the only one.
    yield from (Explanation(mistake, {}, 2.0) for mistake in kinds.values())


def _not_entered(facts: ShiftFacts) -> Iterator[Explanation]:
    for act in facts.acts:
        if act.kind is ActKind.LAPSED_HOLD:
            for tender in BY_HAND:
                taken = act.plain_paise + (to_the_rupee(act.plain_paise) if tender is Tender.CASH else 0)
                yield Explanation(Mistake.NOT_RECORDED, {tender: taken}, 1.0, (act,), (tender,))
        elif act.kind is ActKind.DROP:
            yield Explanation(Mistake.DROP_NOT_MADE, {Tender.CASH: act.amount_paise}, 1.0, (act,))


def _round_sums(facts: ShiftFacts) -> Iterator[Explanation]:
    """Yield moves that nobody entered: they would be about the whole difference, in a usual sum."""
    off = facts.differences.get(Tender.CASH, 0)
    if off > 0:
        for paise, chance in _near_sums(off, _made(facts, ActKind.CASH_IN), PAY_OUT_MOST * 10):
            yield _missing(Mistake.CASH_IN_NOT_ENTERED, paise, chance)
        # Sold without any record at all: any amount will do.
        yield _missing(Mistake.NOT_RECORDED, off, 1e-4)
        return
    for paise, chance in _near_sums(-off, _made(facts, ActKind.DROP), facts.most_in_drawer_paise()):
        yield _missing(Mistake.DROP_NOT_ENTERED, -paise, chance)
    for paise in {-off, -off // SMALL_SUM * SMALL_SUM}:
        if 0 < paise <= PAY_OUT_MOST:
            chance = SMALL_SUM / PAY_OUT_MOST / (1 if paise % SMALL_SUM == 0 else 10)
            yield _missing(Mistake.PAY_OUT_NOT_ENTERED, -paise, chance)


def _missing(mistake: Mistake, effect_paise: int, chance: float) -> Explanation:
    return Explanation(mistake, {Tender.CASH: effect_paise}, COMMON[mistake] * chance)


def _made(facts: ShiftFacts, kind: ActKind) -> list[int]:
    return [act.amount_paise for act in facts.acts if act.kind is kind]


def _near_sums(paise: int, made: list[int], most: int) -> Iterator[tuple[int, float]]:
    """Yield the usual sums near an amount that the drawer had, with how likely each is."""
    chances: dict[int, float] = {}
    for step, chance in ROUND_SUMS:
        near = (paise + step // 2) // step * step
        if 0 < near <= most:
            chances[near] = chances.get(near, 0.0) + chance * step / most
    for earlier in set(made):
        if earlier <= most:
            chances[earlier] = chances.get(earlier, 0.0) + 0.15 * made.count(earlier) / len(made)
    yield from chances.items()
