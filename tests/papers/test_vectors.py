"""The 45 test vectors of the page of law, each computed by the program's own functions and acts.

What a row gives is (what came of it, what the page expects). Prices have more cases in
tests/domain/test_tax_vectors.py, and the limits of cash in tests/paying/test_cash_law.py.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from db.document_kinds import number_of
from db.states import DocumentKind
from desktop.services.domain.financial_year import financial_year, issued_on
from desktop.services.domain.levies import Levies, Levying, levies_in, levies_of_part
from desktop.services.domain.money import to_the_rupee
from desktop.services.domain.pricing import PricedLine
from tests.conftest import SteppedClock
from tests.counter import Counter
from tests.domain.test_tax_vectors import OTHER, each, priced
from tests.papers import vectors_sold as acts

Vector = Callable[[Counter, SteppedClock], tuple[Any, Any]]


def price(lines: tuple[PricedLine, ...], told: list[tuple[int, int, int]], total: int) -> Vector:
    """A price: each line's value, own levy (twice) and IGST, and the total."""
    found = [(value, cgst, igst) for value, cgst, sgst, igst in each(lines) if cgst == sgst]
    got = (sorted(found), sum(line.total_paise for line in lines))
    return plain(got, (sorted(told), total))


def plain(got: object, told: object) -> Vector:
    """What needs no counter."""
    return lambda _counter, _clock: (got, told)


def back(value: int, levy: int, part: int, told: tuple[int, int], kept: tuple[int, int]) -> Vector:
    """A part that goes back of a line, and what is kept of it by subtraction."""
    gone = levies_of_part(Levies(levy, levy), value + 2 * levy, part)
    value_back = part - gone.tax_paise
    got = ((value_back, gone.cgst_paise), (value - value_back, levy - gone.sgst_paise))
    return plain(got, (told, kept))


def inside(sum_paise: int, rate_bp: int, levying: Levying) -> tuple[int, int, int]:
    """Value, own levy and IGST inside a sum."""
    levies = levies_in(sum_paise, rate_bp, levying)
    return sum_paise - levies.tax_paise, levies.cgst_paise, levies.igst_paise


def month() -> tuple[int, int]:
    """Value and CGST of a hundred nights less one note."""
    sold = each(priced("room", *[4_600_00] * 100))
    gone = levies_of_part(Levies(115_00, 115_00), 4_830_00, 2_415_00)
    value = sum(one[0] for one in sold) - (2_415_00 - gone.tax_paise)
    return value, sum(one[1] for one in sold) - gone.cgst_paise


def number_at(moment: datetime) -> str:
    """The first number of a series at a moment."""
    year = financial_year(issued_on(moment))
    return number_of("D1", DocumentKind.TAX_INVOICE, year, 1)


SEAT = 1_455_30
MAR_31 = datetime(2027, 3, 31, 18, 29, tzinfo=UTC)
APR_1 = datetime(2027, 3, 31, 18, 31, tzinfo=UTC)
VECTORS: Mapping[str, Vector] = {
    "V1": price(priced("room", 4_600_00), [(4_600_00, 115_00, 0)], 4_830_00),
    "V2": price(priced("room", 7_500_00), [(7_500_00, 187_50, 0)], 7_875_00),
    "V3": price(priced("room", 7_500_01), [(7_500_01, 675_00, 0)], 8_850_01),
    "V4": price(priced("room", 7_499_99), [(7_499_99, 187_50, 0)], 7_874_99),
    "V5": price(priced("room", 8_000_00, promo=800_00), [(7_200_00, 180_00, 0)], 7_560_00),
    "V6": price(priced("room", 4_600_00, fee_bp=1_000), [(5_060_00, 126_50, 0)], 5_313_00),
    "V7": price(priced("room", 7_400_00, fee_bp=1_000), [(8_140_00, 732_60, 0)], 9_605_20),
    # Of a meal plan and of a further bed the supplement is in the price of the night.
    "V8": price(priced("room", 6_900_00 + 700_00), [(7_600_00, 684_00, 0)], 8_968_00),
    "V9": price(priced("room", 6_800_00 + 900_00), [(7_700_00, 693_00, 0)], 9_086_00),
    "V10": price(priced("room", 4_000_00, 4_000_00), [(4_000_00, 100_00, 0)] * 2, 8_400_00),
    "V11": price(
        priced("room", 8_000_00, 8_000_00, promo=999_99),
        [(7_500_00, 187_50, 0), (7_500_01, 675_00, 0)],
        16_725_01,
    ),
    "V12": price(priced("bus_ac", SEAT), [(SEAT, 36_38, 0)], 1_528_06),
    "V13": price(priced("bus_ac", SEAT, levying=OTHER), [(SEAT, 0, 72_77)], 1_528_07),
    "V14": acts.exempt_seat,
    "V15": price(priced("tour_package", *[4_000_00] * 3), [(4_000_00, 100_00, 0)] * 3, 12_600_00),
    "V15 trek": price(priced("tour_other", *[1_600_00] * 2), [(1_600_00, 144_00, 0)] * 2, 3_776_00),
    "V16": acts.advance_on_a_package,
    "V17": plain(inside(2_000_00, 1_800, OTHER), (1_694_92, 0, 305_08)),
    "V18": plain(inside(999_00, 500, Levying.OWN_STATE), (951_42, 23_79, 0)),
    "V19": price(priced("room", 9_000_00, levying=OTHER), [(9_000_00, 0, 1_620_00)], 10_620_00),
    "V19 small": price(priced("room", 4_600_00, levying=OTHER), [(4_600_00, 0, 230_00)], 4_830_00),
    # The second levy is called UTGST there; its figure is that of SGST.
    "V20": price(priced("room", 4_600_00), [(4_600_00, 115_00, 0)], 4_830_00),
    "V21": price(priced("bus_ac", *[333_33] * 3), [(333_33, 8_33, 0)] * 3, 1_049_97),
    "V22": price(
        priced("bus_ac", *[500_00] * 3, promo=100_00),
        [(466_66, 11_67, 0), (466_67, 11_67, 0), (466_67, 11_67, 0)],
        1_470_02,
    ),
    "V23": price(
        priced("tour_package", 816_67, 816_67, 816_66),
        [(816_67, 20_42, 0), (816_67, 20_42, 0), (816_66, 20_42, 0)],
        2_572_52,
    ),
    "V24": acts.half_of_a_voucher,
    "V25": back(1_000_00, 25_00, 787_50, (750_00, 18_75), (250_00, 6_25)),
    "V26": back(SEAT, 36_38, 764_03, (727_65, 18_19), (727_65, 18_19)),
    "V27": back(1_000_01, 25_00, 346_50, (330_00, 8_25), (670_01, 16_75)),
    "V28": acts.one_of_three_seats,
    "V29": back(8_000_00, 720_00, 4_720_00, (4_000_00, 360_00), (4_000_00, 360_00)),
    "V30": acts.nobody_came,
    "V31": plain((to_the_rupee(16_725_01), to_the_rupee(764_03)), (-1, -3)),
    "V32": plain((to_the_rupee(1_050_50), to_the_rupee(1_050_49)), (50, -49)),
    "V33": acts.top_up_then_a_room,
    "V34": acts.two_registrations,
    "V35": acts.seven_day_tickets,
    "V36": acts.below_two_hundred,
    "V37": price(priced("tour_package", 95_238_09, levying=OTHER), [(95_238_09, 0, 4_761_90)], 99_999_99),
    "V37 above": price(
        priced("tour_package", 95_238_10, levying=OTHER), [(95_238_10, 0, 4_761_91)], 1_00_000_01
    ),
    "V38": plain(month(), (4_57_700_00, 11_442_50)),
    "V39": acts.cash_of_a_day,
    "V40": acts.cash_of_a_booking,
    "V41": acts.cash_in_a_wallet,
    "V42": acts.upi_limit,
    "V43": plain((number_at(MAR_31), number_at(APR_1)), ("D1-I-2627-000001", "D1-I-2728-000001")),
}
ELSEWHERE = {
    "V44": "what is asked of a buyer: tests of the buyer's fields",
    "V45": "amounts in words: tests of the words on papers",
}


@pytest.mark.parametrize("name", VECTORS)
def test_a_vector(counter: Counter, clock: SteppedClock, name: str) -> None:
    got, told = VECTORS[name](counter, clock)
    assert got == told
    assert counter.faults() == []


def test_none_of_the_45_is_missing() -> None:
    known = {name.split()[0] for name in (*VECTORS, *ELSEWHERE)}
    assert known == {f"V{number}" for number in range(1, 46)}
