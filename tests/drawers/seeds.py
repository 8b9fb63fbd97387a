"""The mistakes that are put into days that were made up, one a day."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from db.states import Tender
from desktop.services.domain.drawer_day import ActKind, ShiftAct, ShiftFacts
from tests.drawers import days
from tests.drawers.days import Day


@dataclass(frozen=True)
class SeededDay:
    """A closed shift, and what was wrong with it. `act_id`: what it happened to, where that is an act."""

    facts: ShiftFacts
    kind: str
    act_id: str | None


def swapped_sale(day: Day) -> str:
    """Money of one tender is entered as another; cash is one of the two."""
    other = day.chance.choice((Tender.CARD, Tender.OWN_UPI))
    entered, really = day.chance.choice(((Tender.CASH, other), (other, Tender.CASH)))
    return days.sell(day, tender=entered, really=really).id


def swapped_refund(day: Day) -> str:
    """A refund given in cash is entered as UPI, or by card."""
    entered = day.chance.choice((Tender.OWN_UPI, Tender.OWN_UPI, Tender.CARD))
    return days.give_back(day, tender=entered, really=Tender.CASH).id


def turned(chance: random.Random, paise: int) -> int | None:
    """The amount with two neighbouring figures changed; None: there are none that differ."""
    text = str(paise // 100)
    ways = [
        text[:place] + text[place + 1] + text[place] + text[place + 2 :]
        for place in range(len(text) - 1)
        if text[place] != text[place + 1] and not (place == 0 and text[1] == "0")
    ]
    return int(chance.choice(ways)) * 100 + paise % 100 if ways else None


def turned_move(day: Day) -> str | None:
    """A top-up, a pay-out, cash in or a drop is typed with two figures changed."""
    act: ShiftAct | None
    make = day.chance.choice((days.top_up, days.pay_out, days.cash_in, None))
    if make is not None:
        act = make(day)
    else:
        days.drop(day)
        act = day.acts[-1] if day.acts[-1].kind is ActKind.DROP else None
    typed = turned(day.chance, act.amount_paise) if act else None
    if act is None or typed is None:
        return turned_move(day)
    days.entered_as(day, act, typed)
    return act.id


def turned_received(day: Day) -> str:
    """What is handed over is typed with two figures changed, and the change is given by the screen."""
    while True:
        sale = days.sell(day, tender=Tender.CASH)
        given = sale.received_paise or 0
        typed = turned(day.chance, given)
        if given > sale.amount_paise and typed is not None and typed >= sale.amount_paise:
            day.acts[-1] = replace(sale, received_paise=typed)
            day.moves(Tender.CASH, given - typed)
            return sale.id


def turned_on_machine(day: Day) -> str:
    """The amount is keyed on the card machine with two figures changed."""
    while True:
        sale = days.sell(day, tender=Tender.CARD)
        keyed = turned(day.chance, sale.amount_paise)
        if keyed is not None:
            day.moves(Tender.CARD, keyed - sale.amount_paise)
            return sale.id


def turned_figures(day: Day) -> str | None:
    """Two figures of an amount change places, where somebody types them."""
    return day.chance.choice((turned_move, turned_move, turned_move, turned_received))(day)


def silent_drop(day: Day) -> None:
    """Cash goes to the safe and nobody enters it."""
    paise = days.drop_of(day)
    while not paise or paise >= day.cash:
        days.sell(day, tender=Tender.CASH)
        paise = days.drop_of(day)
    day.moves(Tender.CASH, -paise)


def off_by(chance: random.Random, pieces: Counter[int]) -> Counter[int]:
    """How a count is wrong: a note or a bundle too many or too few, or two rows in each other's place."""
    worth = chance.choice([worth for worth in days.NOTES if worth >= 10])
    way = chance.random()
    if way < 0.5:
        return Counter({worth: chance.choice((1, -1)) if pieces[worth] else 1})
    if way < 0.7:
        return Counter({worth: 10 if pieces[worth] < 10 else chance.choice((10, -10))})
    if way < 0.8:
        return Counter({chance.choice((10, 20, 50)): 100})
    place = chance.randrange(len(days.NOTES) - 1)
    first, second = days.NOTES[place : place + 2]
    apart = pieces[second] - pieces[first]
    return Counter({first: apart, second: -apart}) if apart else off_by(chance, pieces)


def miscounted_float(day: Day) -> None:
    """The float is not what was counted; on half of the days the last shift had left the right sum."""
    off = off_by(day.chance, day.opening)
    counted = Counter({worth: day.opening[worth] + off[worth] for worth in {*day.opening, *off}})
    difference = sum(worth * pieces for worth, pieces in off.items()) * 100
    day.opening = counted
    if day.chance.random() < 0.5:
        day.opening_difference += difference


KINDS: dict[str, Callable[[Day], str | None] | None] = {
    "tender swapped": swapped_sale,
    "figures transposed": turned_figures,
    "drop not entered": silent_drop,
    "cash refund booked as UPI": swapped_refund,
    "float miscounted": None,
    # Beyond what was asked for.
    "keyed wrong on the card machine": turned_on_machine,
    "close miscounted": None,
}
ASKED_FOR = tuple(KINDS)[:5]


def seeded_day(kind: str, seed: int) -> SeededDay:
    """Make up a day with one mistake of a kind; the same seed makes the same day."""
    number = seed * 100
    while True:
        chance = random.Random(f"{kind} {number}")
        day = days.opened(chance)
        if kind == "float miscounted":
            miscounted_float(day)
        act_id = days.play(day, KINDS[kind], chance.randint(20, 60))
        # In every third drawer a few coins are missing or too many.
        astray = chance.choice((-8, -5, -3, -2, -1, 1, 2, 4, 6)) * 100 if chance.random() < 0.35 else 0
        off = off_by(chance, days.in_notes(chance, day.cash // 100)) if kind == "close miscounted" else None
        facts = days.closed(day, closing_off=off, missing=astray)
        # A mistake that no count shows can't be explained from one.
        if any(abs(paise) > abs(astray) for paise in facts.differences.values()):
            return SeededDay(facts, kind, act_id)
        number += 1
