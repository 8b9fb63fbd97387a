"""The test vectors of the page of law, as far as they are a price or what comes back of one.

V31 with its drawer, and V32: tests/paying/test_cash_to_the_rupee.py. V34, one basket over two registrations:
tests/ui/documents/test_taxes_through_the_desk.py. What is not here belongs to a later issue:

- V8 with `meals_in_slab` no, and V11's hint of a nearer edge: papers (12), as a setting of the house.
- V16, V24, V25, V28 to V30, V33 to V36: which paper is made of it, and its series: papers (12). What is a
  price or a refund in them is here.
- V19: who is a SEZ, LUT and the endorsement: papers (12), which ask for it. V44, V45: papers (12).
- V37, V38: the tables of the return: the day's figures (12). Their paise are here.
- V39 to V42: limits of cash and of UPI before a tender is taken: people and drawer (11).
- V43: series by financial year: papers (12).
"""

from datetime import UTC, date, datetime, timedelta

import pytest

from db.ids import PromoId
from db.states import Kind
from desktop.services.domain.cancellation import PaidLine
from desktop.services.domain.levies import Levies, Levying
from desktop.services.domain.money import to_the_rupee
from desktop.services.domain.plan_refund import levies_back
from desktop.services.domain.pricing import BaseLine, FeeRule, PricedLine, Rules, TaxRate, price
from desktop.services.domain.promo import Promo

TODAY, OLD = date(2026, 11, 23), date(2025, 9, 22)
NOW = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
RATES = (
    TaxRate("room", OLD, -1, 7_500_00, 500),
    TaxRate("room", OLD, 7_500_00, None, 1_800),
    TaxRate("bus_ac", OLD, -1, None, 500),
    TaxRate("bus_plain", OLD, -1, None, 0),
    TaxRate("tour_package", OLD, -1, None, 500),
    TaxRate("tour_other", OLD, -1, None, 1_800),
)
KINDS = {"room": Kind.ROOM, "bus_ac": Kind.BUS, "bus_plain": Kind.BUS}
OWN, OTHER = Levying.OWN_STATE, Levying.OTHER_STATE


def priced(
    tax_class: str, *bases: int, promo: int = 0, fee_bp: int = 0, levying: Levying = OWN, inside: bool = False
) -> tuple[PricedLine, ...]:
    """Price lines of one class, a promo in paise, a fee of the house in hundredths of a per cent."""
    kind, day = KINDS.get(tax_class, Kind.TOUR), timedelta(days=1)
    less = Promo(PromoId("p"), "LESS", None, promo, None, None, 0, NOW - day, NOW + day, None, None, True)
    lines = [BaseLine(kind, tax_class, base, levying, inside) for base in bases]
    rules = Rules(RATES, (FeeRule(kind, fee_bp, None, OLD),))
    return price(lines, rules, less if promo else None, 0, NOW, TODAY).lines


def each(lines: tuple[PricedLine, ...]) -> list[tuple[int, int, int, int]]:
    return [
        (line.taxable_paise, line.levies.cgst_paise, line.levies.sgst_paise, line.levies.igst_paise)
        for line in lines
    ]


@pytest.mark.parametrize(
    ("lines", "told", "total_paise"),
    [
        pytest.param(priced("room", 4_600_00), [(4_600_00, 115_00, 115_00, 0)], 4_830_00, id="V1"),
        pytest.param(priced("room", 7_500_00), [(7_500_00, 187_50, 187_50, 0)], 7_875_00, id="V2"),
        pytest.param(priced("room", 7_500_01), [(7_500_01, 675_00, 675_00, 0)], 8_850_01, id="V3"),
        pytest.param(priced("room", 7_499_99), [(7_499_99, 187_50, 187_50, 0)], 7_874_99, id="V4"),
        pytest.param(
            priced("room", 8_000_00, promo=800_00), [(7_200_00, 180_00, 180_00, 0)], 7_560_00, id="V5"
        ),
        pytest.param(
            priced("room", 4_600_00, fee_bp=1_000), [(5_060_00, 126_50, 126_50, 0)], 5_313_00, id="V6"
        ),
        pytest.param(
            priced("room", 7_400_00, fee_bp=1_000), [(8_140_00, 732_60, 732_60, 0)], 9_605_20, id="V7"
        ),
        # The supplement of a meal plan and that of a unit are in the price of the unit for that night.
        pytest.param(priced("room", 7_600_00), [(7_600_00, 684_00, 684_00, 0)], 8_968_00, id="V8"),
        pytest.param(priced("room", 7_700_00), [(7_700_00, 693_00, 693_00, 0)], 9_086_00, id="V9"),
        pytest.param(
            priced("room", 4_000_00, 4_000_00), [(4_000_00, 100_00, 100_00, 0)] * 2, 8_400_00, id="V10"
        ),
        pytest.param(
            priced("room", 8_000_00, 8_000_00, promo=999_99),
            [(7_500_00, 187_50, 187_50, 0), (7_500_01, 675_00, 675_00, 0)],
            16_725_01,
            id="V11",
        ),
        pytest.param(priced("bus_ac", 1_455_30), [(1_455_30, 36_38, 36_38, 0)], 1_528_06, id="V12"),
        pytest.param(
            priced("bus_ac", 1_455_30, levying=OTHER), [(1_455_30, 0, 0, 72_77)], 1_528_07, id="V13"
        ),
        pytest.param(priced("bus_plain", 500_00), [(500_00, 0, 0, 0)], 500_00, id="V14"),
        pytest.param(
            priced("tour_package", *[4_000_00] * 3), [(4_000_00, 100_00, 100_00, 0)] * 3, 12_600_00, id="V15"
        ),
        pytest.param(
            priced("tour_other", *[1_600_00] * 2),
            [(1_600_00, 144_00, 144_00, 0)] * 2,
            3_776_00,
            id="V15 trek",
        ),
        pytest.param(
            priced("tour_package", 5_000_00, inside=True), [(4_761_90, 119_05, 119_05, 0)], 5_000_00, id="V16"
        ),
        pytest.param(
            priced("tour_other", 2_000_00, levying=OTHER, inside=True),
            [(1_694_92, 0, 0, 305_08)],
            2_000_00,
            id="V17",
        ),
        pytest.param(priced("bus_ac", 999_00, inside=True), [(951_42, 23_79, 23_79, 0)], 999_00, id="V18"),
        pytest.param(
            priced("room", 9_000_00, levying=OTHER), [(9_000_00, 0, 0, 1_620_00)], 10_620_00, id="V19"
        ),
        pytest.param(
            priced("room", 4_600_00, levying=OTHER), [(4_600_00, 0, 0, 230_00)], 4_830_00, id="V19 small"
        ),
        # The second levy has another name there (UTGST): tests/ui/documents/test_levies_on_papers.py.
        pytest.param(priced("room", 4_600_00), [(4_600_00, 115_00, 115_00, 0)], 4_830_00, id="V20"),
        pytest.param(priced("bus_ac", *[333_33] * 3), [(333_33, 8_33, 8_33, 0)] * 3, 1_049_97, id="V21"),
        pytest.param(
            priced("bus_ac", *[500_00] * 3, promo=100_00),
            [(466_66, 11_67, 11_67, 0), (466_67, 11_67, 11_67, 0), (466_67, 11_67, 11_67, 0)],
            1_470_02,
            id="V22",
        ),
        pytest.param(
            priced("tour_package", 816_67, 816_67, 816_66),
            [(816_67, 20_42, 20_42, 0), (816_67, 20_42, 20_42, 0), (816_66, 20_42, 20_42, 0)],
            2_572_52,
            id="V23",
        ),
        pytest.param(
            priced("bus_ac", *[150_00] * 7, inside=True), [(142_86, 3_57, 3_57, 0)] * 7, 1_050_00, id="V35"
        ),
        pytest.param(
            priced("tour_package", 95_238_09, levying=OTHER),
            [(95_238_09, 0, 0, 4_761_90)],
            99_999_99,
            id="V37 below",
        ),
        pytest.param(
            priced("tour_package", 95_238_10, levying=OTHER),
            [(95_238_10, 0, 0, 4_761_91)],
            1_00_000_01,
            id="V37 above",
        ),
        pytest.param(
            priced("room", *[4_600_00] * 100), [(4_600_00, 115_00, 115_00, 0)] * 100, 4_83_000_00, id="V38"
        ),
        pytest.param(
            priced("bus_ac", 1_500_00, inside=True), [(1_428_58, 35_71, 35_71, 0)], 1_500_00, id="M5c"
        ),
    ],
)
def test_a_price(
    lines: tuple[PricedLine, ...], told: list[tuple[int, int, int, int]], total_paise: int
) -> None:
    assert sorted(each(lines)) == sorted(told)
    assert sum(line.total_paise for line in lines) == total_paise


@pytest.mark.parametrize(
    ("value", "levy", "back", "value_back", "levy_back"),
    [
        pytest.param(4_600_00, 115_00, 2_415_00, 2_300_00, 57_50, id="V24"),
        pytest.param(1_000_00, 25_00, 787_50, 750_00, 18_75, id="V25"),
        pytest.param(1_455_30, 36_38, 764_03, 727_65, 18_19, id="V26"),
        pytest.param(1_000_01, 25_00, 346_50, 330_00, 8_25, id="V27"),
        pytest.param(500_00, 12_50, 525_00, 500_00, 12_50, id="V28"),
        pytest.param(8_000_00, 720_00, 4_720_00, 4_000_00, 360_00, id="V29"),
        pytest.param(4_600_00, 115_00, 0, 0, 0, id="V30"),
    ],
)
def test_what_comes_back_of_a_line(value: int, levy: int, back: int, value_back: int, levy_back: int) -> None:
    line = PaidLine(1, value + 2 * levy, Levies(levy, levy), NOW, NOW, NOW, False, ())
    levies = levies_back(line, back)
    assert (back - levies.tax_paise, levies) == (value_back, Levies(levy_back, levy_back))


@pytest.mark.parametrize(
    ("exact", "in_cash"),
    [
        pytest.param(16_725_01, 16_725_00, id="V31"),
        pytest.param(764_03, 764_00, id="V31 back"),
        pytest.param(1_050_50, 1_051_00, id="V32"),
        pytest.param(1_050_49, 1_050_00, id="V32 below"),
        pytest.param(1_050_00, 1_050_00, id="whole"),
    ],
)
def test_what_is_taken_or_given_in_cash(exact: int, in_cash: int) -> None:
    assert exact + to_the_rupee(exact) == in_cash


@pytest.mark.parametrize(
    ("sum_paise", "rate_bp"),
    [(7_875_00, 500), (7_875_01, 1_800), (7_875_02, 1_800), (8_000_00, 1_800), (8_850_01, 1_800)],
)
def test_a_room_with_its_tax_inside_is_in_the_slab_of_its_value(sum_paise: int, rate_bp: int) -> None:
    (line,) = priced("room", sum_paise, inside=True)
    assert (line.tax_rate_bp, line.total_paise) == (rate_bp, sum_paise)
