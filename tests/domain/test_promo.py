"""What a promo takes off, and each refusal with its own reason."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.ids import PromoId
from db.states import Kind
from desktop.services.domain.promo import Promo, PromoReason, PromoRefused, discount_of, normal_code

NOW = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
DAY = timedelta(days=1)
TEN = Promo(PromoId("p"), "TEN", None, None, 1_000, None, 0, NOW - DAY, NOW + DAY, None, None, True)


@pytest.mark.parametrize(
    ("changes", "amount_paise", "now", "reason"),
    [
        ({"active": False}, 100_00, NOW, PromoReason.INACTIVE),
        ({}, 100_00, NOW - 2 * DAY, PromoReason.NOT_YET),
        ({}, 100_00, NOW + DAY, PromoReason.OVER),
        ({"kind": Kind.BUS}, 0, NOW, PromoReason.WRONG_KIND),
        ({"minimum_paise": 100_01}, 100_00, NOW, PromoReason.BELOW_MINIMUM),
    ],
)
def test_each_refusal_says_why(
    changes: dict[str, Any], amount_paise: int, now: datetime, reason: PromoReason
) -> None:
    with pytest.raises(PromoRefused) as refusal:
        discount_of(replace(TEN, **changes), amount_paise, now)
    assert refusal.value.reason is reason
    assert refusal.value.code == "TEN"
    assert refusal.value.minimum_paise == (100_01 if reason is PromoReason.BELOW_MINIMUM else 0)


def test_a_window_opens_with_its_first_moment_and_closes_before_its_last() -> None:
    assert discount_of(TEN, 100_00, NOW - DAY) == 10_00
    assert discount_of(TEN, 100_00, NOW + DAY - timedelta(microseconds=1)) == 10_00


def test_the_minimum_itself_is_enough() -> None:
    assert discount_of(replace(TEN, minimum_paise=100_00), 100_00, NOW) == 10_00


def test_a_code_is_trimmed_and_upper_case() -> None:
    assert normal_code("  utsav10\t") == "UTSAV10"
    with pytest.raises(PromoRefused) as refusal:
        normal_code("   ")
    assert refusal.value.reason is PromoReason.BLANK


def test_a_percentage_stops_at_its_cap_and_a_flat_one_at_the_amount() -> None:
    assert discount_of(replace(TEN, cap_paise=500), 100_00, NOW) == 500
    flat = replace(TEN, value_bp=None, value_paise=200_00)
    assert discount_of(flat, 150_00, NOW) == 150_00
    assert discount_of(flat, 900_00, NOW) == 200_00


def test_a_promo_covers_its_kind_or_everything() -> None:
    assert all(TEN.covers(kind) for kind in Kind)
    assert [replace(TEN, kind=Kind.BUS).covers(kind) for kind in Kind] == [False, True, False]


@given(st.integers(1, 10_000), st.integers(1, 10_000_000), st.none() | st.integers(0, 10_000))
def test_a_discount_is_never_more_than_the_amount(
    value_bp: int, amount_paise: int, cap_paise: int | None
) -> None:
    promo = replace(TEN, value_bp=value_bp, cap_paise=cap_paise)
    discount = discount_of(promo, amount_paise, NOW)
    assert 0 <= discount <= amount_paise
    assert cap_paise is None or discount <= cap_paise
