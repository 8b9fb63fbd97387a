"""Dividing, reading and writing whole paise."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.services.domain.money import format_rupees, parse_rupees, share, split

PAISE = st.integers(0, 10_000_000_00)
RATE = st.integers(0, 10_000)
WEIGHTS = st.lists(st.integers(0, 1_000_000_00), min_size=1, max_size=40)


@given(PAISE, RATE)
@example(25, 1_800)
@example(1, 5_000)
def test_a_share_is_rounded_half_up(amount_paise: int, rate_bp: int) -> None:
    exact = Decimal(amount_paise) * rate_bp / 10_000
    assert share(amount_paise, rate_bp) == int(exact.quantize(Decimal(1), ROUND_HALF_UP))


@pytest.mark.parametrize(
    ("amount_paise", "rate_bp", "expected_paise"),
    [
        (100_00, 3_300, 33_00),
        (7_500_50, 5_000, 3_750_25),
        (1_000_00, 1_800, 180_00),
        (25, 1_800, 5),
        (10, 500, 1),
        (9, 500, 0),
        (4_999, 1, 0),
        (5_000, 1, 1),
        (12_345, 0, 0),
        (12_345, 10_000, 12_345),
    ],
)
def test_known_shares(amount_paise: int, rate_bp: int, expected_paise: int) -> None:
    assert share(amount_paise, rate_bp) == expected_paise


@given(PAISE, WEIGHTS)
def test_parts_add_up_to_the_whole(total_paise: int, weights: list[int]) -> None:
    parts = split(total_paise, weights)
    assert sum(parts) == total_paise
    assert len(parts) == len(weights)
    assert min(parts) >= 0


@given(PAISE, WEIGHTS)
def test_a_part_is_never_a_whole_paisa_off_its_proportion(total_paise: int, weights: list[int]) -> None:
    whole = sum(weights)
    if whole:
        for part, weight in zip(split(total_paise, weights), weights, strict=True):
            assert abs(part * whole - total_paise * weight) < whole


@given(WEIGHTS, st.data())
def test_a_part_never_exceeds_its_weight_where_the_whole_does_not(
    weights: list[int], data: st.DataObject
) -> None:
    total_paise = data.draw(st.integers(0, sum(weights)))
    for part, weight in zip(split(total_paise, weights), weights, strict=True):
        assert part <= weight or sum(weights) == 0


def test_the_earlier_part_has_the_odd_paisa() -> None:
    assert split(100, [1, 1, 1]) == [34, 33, 33]
    assert split(7, [0, 0]) == [7, 0]
    assert split(0, []) == []


@given(st.integers(-(10**13), 10**13))
def test_what_is_written_can_be_read_as_the_same_amount(paise: int) -> None:
    written = format_rupees(paise)
    assert int(written.replace(",", "").replace(".", "")) == paise


@given(st.integers(0, 99_99_99_999_99))
def test_what_the_program_writes_a_person_may_type(paise: int) -> None:
    assert parse_rupees(f"₹ {format_rupees(paise)}") == paise


@pytest.mark.parametrize(
    ("paise", "text"),
    [
        (0, "0.00"),
        (5, "0.05"),
        (99_999, "999.99"),
        (1_00_000, "1,000.00"),
        (1_23_456_50, "1,23,456.50"),
        (12_34_56_789_01, "12,34,56,789.01"),
        (-1_360_00, "-1,360.00"),
    ],
)
def test_rupees_are_grouped_in_lakhs_and_crores(paise: int, text: str) -> None:
    assert format_rupees(paise) == text


@pytest.mark.parametrize(
    ("text", "paise"),
    [
        ("3,400", 3_400_00),
        ("₹ 99.5", 99_50),
        ("Rs. 12", 12_00),
        ("inr5.05", 5_05),
        (".5", 50),
        (" 7 ", 7_00),
        ("५", 5_00),
    ],
)
def test_amounts_as_people_type_them(text: str, paise: int) -> None:
    assert parse_rupees(text) == paise


@pytest.mark.parametrize("text", ["", "₹", ".", "-5", "1.234", "12e3", "1 000", "abc", "9" * 14])
def test_what_is_no_amount_is_none_and_not_zero(text: str) -> None:
    assert parse_rupees(text) is None


@given(PAISE)
def test_no_paisa_is_lost_in_any_amount_as_a_binary_float_would(paise: int) -> None:
    assert parse_rupees(f"{paise // 100}.{paise % 100:02d}") == paise


SPELLINGS = (
    *("{}", "₹{}", "₹ {}", "Rs {}", "Rs. {}", "rs.{}", "INR {}"),
    *("{}/-", "Rs. {}/-", " {} ", "{} ₹", "{} rupees"),
)


@given(
    st.integers(0, 10_00_00_000_00),
    st.sampled_from(SPELLINGS),
    st.sampled_from(("lakh", "thousand", "none")),
    st.sampled_from(("0123456789", "०१२३४५६७८९", "٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９", "০১২৩৪৫৬৭৮৯")),
)
def test_an_amount_is_the_same_in_every_spelling(
    paise: int, spelling: str, groups: str, figures: str
) -> None:
    rupees, rest = divmod(paise, 100)
    whole = {"lakh": format_rupees(rupees * 100)[:-3], "thousand": f"{rupees:,}", "none": str(rupees)}[groups]
    written = spelling.format(f"{whole}.{rest:02d}" if rest else whole)
    assert parse_rupees(written.translate(str.maketrans("0123456789", figures))) == paise


@pytest.mark.parametrize(
    "text",
    ["99,50", "1.200,50", "1,2,3", "12,34", "1,23,45", "1 200", "1'200", "500-", "/-", "Rs", "5,00.00", "-5"],
)
def test_what_may_be_another_amount_elsewhere_is_none(text: str) -> None:
    assert parse_rupees(text) is None


def test_ten_digits_of_rupees_are_a_slip_of_the_finger() -> None:
    assert parse_rupees("99,99,99,999") == 99_99_99_999_00
    assert parse_rupees("1,00,00,00,000") is None
