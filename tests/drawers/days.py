"""Days at a drawer, made up: what was really taken beside what was entered, with a single mistake between.

The day is played twice at once: `Hand` is the money that really moved, the acts are what stands in the books.
Nothing of the program's own guessing is used here, so that it can't be right by agreeing with itself.
"""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from db.ids import BookingId, BookingReference
from db.states import Tender
from desktop.services.domain.drawer_day import ActKind, CountedPieces, ShiftAct, ShiftFacts

MORNING = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)
NOTES = (500, 200, 100, 50, 20, 10, 5, 2, 1)
# What the desk sells, in rupees, and how often: few prices, so that many payments are of the same amount.
ROOMS = (1260, 1890, 2310, 2625, 3150, 3675, 4200, 5250, 7875)
SEATS = (367, 472, 525, 551, 682, 714, 892, 1155, 1365)
TOURS = (840, 1050, 1312, 1575, 2100)
CLERKS = ("Asha", "Ravi")


@dataclass
class Seeded:
    """The mistake that was put in: its kind, and the act that it happened to, where there is one."""

    kind: str
    act_id: str | None = None


@dataclass
class Day:
    """One shift while it is made up. `cash` and `card` are what really lies there, in paise."""

    chance: random.Random
    acts: list[ShiftAct] = field(default_factory=list)
    opening: Counter[int] = field(default_factory=Counter)
    opening_difference: int = 0
    cash: int = 0
    card: int = 0
    upi: int = 0
    at: datetime = MORNING
    made: int = 0

    def moves(self, tender: Tender, paise: int) -> None:
        """Money really comes in, negative: goes out."""
        if tender is Tender.CASH:
            self.cash += paise
        elif tender is Tender.CARD:
            self.card += paise
        elif tender is Tender.OWN_UPI:
            self.upi += paise

    def enter(self, kind: ActKind, tender: Tender, plain: int, **more: object) -> ShiftAct:
        """Write an act into the books as the program does: cash is rounded to the rupee."""
        self.made += 1
        self.at += timedelta(seconds=self.chance.randint(40, 1100))
        act = ShiftAct(
            kind,
            f"act-{self.made:03d}",
            tender,
            rounded(plain) if tender is Tender.CASH else plain,
            plain,
            self.at,
            self.chance.choice(CLERKS),
            **more,  # type: ignore[arg-type]  # the fields of an act
        )
        self.acts.append(act)
        return act

    def booked(self, tender: Tender) -> int:
        """What the books have of a tender."""
        start = self.float_paise if tender is Tender.CASH else 0
        return start + sum(act.sign * act.amount_paise for act in self.acts if act.tender is tender)

    @property
    def float_paise(self) -> int:
        return sum(worth * pieces for worth, pieces in self.opening.items()) * 100


def rounded(paise: int) -> int:
    return (paise + 50) // 100 * 100


def in_notes(chance: random.Random, rupees: int) -> Counter[int]:
    """A drawer's mix: mostly large notes, some of each small one."""
    mix: Counter[int] = Counter()
    for note in reversed(NOTES):
        most = rupees // note
        mix[note] = min(most, chance.randint(0, 14 if note < 100 else 9))
        rupees -= mix[note] * note
    for note in NOTES:
        mix[note] += rupees // note
        rupees %= note
    return mix


def price_of(chance: random.Random) -> int:
    """What a sale costs, in paise; some have a discount and so an odd amount."""
    kind = chance.random()
    if kind < 0.35:
        rupees = chance.choice(ROOMS) * chance.choice((1, 1, 1, 2, 2, 3))
    elif kind < 0.8:
        rupees = chance.choice(SEATS) * chance.choice((1, 1, 2, 2, 3, 4))
    else:
        rupees = chance.choice(TOURS) * chance.choice((1, 2, 2, 4))
    paise = rupees * 100
    return paise * 9 // 10 if chance.random() < 0.12 else paise


def handed(chance: random.Random, paise: int) -> int:
    """What a customer hands over for so much in cash."""
    way = chance.random()
    if way < 0.3:
        return paise
    step = chance.choice((10, 100, 100, 500, 500, 2000)) * 100
    return -(-paise // step) * step


def sell(day: Day, *, tender: Tender | None = None, really: Tender | None = None) -> ShiftAct:
    """One sale; now and then a part of it in cash and the rest by card or UPI."""
    chance = day.chance
    plain = price_of(chance)
    day.made += 1
    named = {
        "booking_id": BookingId(f"b{day.made}"),
        "reference": BookingReference(f"BK-{chance.randrange(16**6):06X}"),
    }
    tender = (
        tender
        or chance.choices(
            (Tender.OWN_UPI, Tender.CASH, Tender.CARD, Tender.WALLET, Tender.RAZORPAY), (34, 38, 17, 5, 6)
        )[0]
    )
    if really is None and tender is not Tender.CASH and plain > 2_000_00 and chance.random() < 0.12:
        part = chance.randrange(5, plain // 100_00) * 100_00
        first = day.enter(ActKind.PAYMENT, Tender.CASH, part, received_paise=part, **named)
        day.moves(Tender.CASH, first.amount_paise)
        plain -= part
    received = handed(chance, rounded(plain)) if tender is Tender.CASH else None
    act = day.enter(ActKind.PAYMENT, tender, plain, received_paise=received, **named)
    really = really or tender
    day.moves(really, rounded(plain) if really is Tender.CASH else plain)
    return act


def give_back(day: Day, *, tender: Tender | None = None, really: Tender | None = None) -> ShiftAct:
    """A cancelled sale: all or a part goes back, usually the way it came."""
    chance = day.chance
    sales = [act for act in day.acts if act.kind is ActKind.PAYMENT and act.amount_paise > 200_00]
    sale = chance.choice(sales)
    plain = sale.plain_paise * chance.choice((100, 100, 90, 75, 50)) // 100
    tender = tender or sale.tender
    act = day.enter(ActKind.REFUND, tender, plain, booking_id=sale.booking_id, reference=sale.reference)
    really = really or tender
    day.moves(really, -(rounded(plain) if really is Tender.CASH else plain))
    return act


def top_up(day: Day) -> ShiftAct:
    paise = day.chance.choice((500, 1000, 1000, 1500, 2000, 2500, 3400, 5000, 12000)) * 100
    act = day.enter(ActKind.TOP_UP, Tender.CASH, paise)
    day.moves(Tender.CASH, paise)
    return act


def pay_out(day: Day) -> ShiftAct:
    paise = day.chance.choice((40, 60, 120, 150, 180, 240, 250, 340, 460, 500)) * 100
    act = day.enter(ActKind.PAY_OUT, Tender.CASH, paise)
    day.moves(Tender.CASH, -paise)
    return act


def cash_in(day: Day) -> ShiftAct:
    paise = day.chance.choice((1000, 2000, 2500, 5000)) * 100
    act = day.enter(ActKind.CASH_IN, Tender.CASH, paise)
    day.moves(Tender.CASH, paise)
    return act


def drop_of(day: Day) -> int:
    """How much goes to the safe: a round sum, and something stays in the drawer. 0: too little is there."""
    most = (day.cash - 2_000_00) // 1_000_00
    if most < 3:
        return 0
    step = day.chance.choice((1, 1, 5))
    sum_in_thousands = day.chance.randint(max(2, most // 2), most)
    return max(sum_in_thousands // step * step, step) * 1_000_00 + day.chance.choice((0, 0, 0, 500_00))


def drop(day: Day) -> None:
    paise = drop_of(day)
    if paise and paise < day.cash:
        day.enter(ActKind.DROP, Tender.CASH, paise)
        day.moves(Tender.CASH, -paise)


def lapse(day: Day) -> None:
    """A hold that nobody paid."""
    number = BookingReference(f"BK-{day.chance.randrange(16**6):06X}")
    plain = price_of(day.chance)
    day.enter(ActKind.LAPSED_HOLD, Tender.CASH, plain, booking_id=BookingId(number), reference=number)


def opened(chance: random.Random) -> Day:
    """A drawer in the morning: its float was counted, and now and then it is not quite what was left."""
    day = Day(chance)
    day.opening = in_notes(chance, chance.choice((1500, 2000, 2500, 3000, 5000)))
    day.cash = day.float_paise
    if chance.random() < 0.1:
        day.opening_difference = chance.choice((-20, -10, -2, 5, 10)) * 100
    return day


def play(day: Day, mistake: Callable[[Day], str | None] | None, sales: int) -> str | None:
    """Play a day; at one moment of it the mistake is made. Return the act it was made at."""
    chance = day.chance
    seeded_at = chance.randint(sales // 3, sales - 1)
    made_at: str | None = None
    for number in range(sales):
        sell(day)
        if chance.random() < 0.09:
            give_back(day)
        if chance.random() < 0.06:
            top_up(day)
        if chance.random() < 0.05:
            pay_out(day)
        if chance.random() < 0.02:
            cash_in(day)
        if chance.random() < 0.08:
            lapse(day)
        if day.cash > chance.choice((15_000_00, 25_000_00, 40_000_00)):
            drop(day)
        if mistake is not None and number >= seeded_at:
            made_at = mistake(day)
            mistake = None
    return made_at


def closed(day: Day, *, closing_off: Counter[int] | None = None, missing: int = 0) -> ShiftFacts:
    """Count the drawer and, on most days, the card machine's slip. `missing`: paise that went astray."""
    chance = day.chance
    pieces = in_notes(chance, max(day.cash + missing, 0) // 100)
    for worth, off in (closing_off or {}).items():
        pieces[worth] = max(pieces[worth] + off, 0)
    count = sum(worth * number for worth, number in pieces.items()) * 100
    expected = {Tender.CASH: day.booked(Tender.CASH)}
    counted = {Tender.CASH: count}
    if chance.random() < 0.7:
        expected[Tender.CARD] = day.booked(Tender.CARD)
        counted[Tender.CARD] = day.card
    return ShiftFacts(
        tuple(day.acts),
        _rows(day.opening),
        _rows(pieces),
        expected,
        counted,
        day.opening_difference,
    )


def _rows(pieces: Counter[int]) -> tuple[CountedPieces, ...]:
    return tuple(CountedPieces(worth * 100, number) for worth, number in pieces.items() if number)


def entered_as(day: Day, act: ShiftAct, paise: int) -> None:
    """The books have another figure for an act than what was done."""
    day.acts[day.acts.index(act)] = replace(act, amount_paise=paise, plain_paise=paise)
