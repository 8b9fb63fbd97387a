"""The one calculation: base, discount, fee, tax, total, and always the sum of its lines."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.ids import PromoId
from db.states import Kind
from desktop.services.domain.levies import Levying
from desktop.services.domain.pricing import BaseLine, FeeRule, NoTaxRule, Price, Rules, TaxRate, price
from desktop.services.domain.promo import Promo, PromoRefused

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
OLD = date(2020, 1, 1)
FLAT_18 = Rules(tuple(TaxRate(kind, OLD, -1, None, 1_800) for kind in Kind), ())
SLABS = Rules(
    (
        TaxRate("room", OLD, -1, 7_500_00, 500),
        TaxRate("room", OLD, 7_500_00, None, 1_800),
        TaxRate("bus_ac", OLD, -1, None, 500),
        TaxRate("bus_plain", OLD, -1, None, 0),
        TaxRate("tour", OLD, -1, None, 500),
    ),
    (),
)


def room(*bases_paise: int) -> list[BaseLine]:
    return [BaseLine(Kind.ROOM, "room", base) for base in bases_paise]


def of(lines: list[BaseLine], rules: Rules = SLABS, promo: Promo | None = None, wallet: int = 0) -> Price:
    return price(lines, rules, promo, wallet, NOW, TODAY)


def percent(value_bp: int, kind: Kind | None = None, cap_paise: int | None = None) -> Promo:
    day = timedelta(days=1)
    return Promo(
        PromoId("p"), "TEN", kind, None, value_bp, cap_paise, 0, NOW - day, NOW + day, None, None, True
    )


@pytest.mark.parametrize(("base_paise", "total_paise"), [(1_000_00, 1_180_00), (2_000_00, 2_360_00)])
def test_a_flat_rule_of_18_percent(base_paise: int, total_paise: int) -> None:
    found = of(room(base_paise), FLAT_18)
    assert (found.base_paise, found.total_paise) == (base_paise, total_paise)


def test_the_total_is_not_fed_back_as_a_base() -> None:
    found = of(room(2_000_00), FLAT_18, wallet=1_000_00)
    assert found.payment.gateway_payable_paise == 1_360_00
    assert found.total_paise == found.payment.total_paise == 2_360_00


@pytest.mark.parametrize(
    ("base_paise", "rate_bp"), [(7_499_00, 500), (7_500_00, 500), (7_500_01, 1_800), (7_501_00, 1_800)]
)
def test_the_slab_of_a_room_night_ends_with_7500_itself(base_paise: int, rate_bp: int) -> None:
    line = of(room(base_paise)).lines[0]
    assert line.tax_rate_bp == rate_bp
    assert line.tax_paise == 2 * ((base_paise * rate_bp // 2 + 5_000) // 10_000)


def test_each_night_of_a_stay_has_its_own_slab() -> None:
    found = of(room(7_499_00, 7_500_00, 7_501_00))
    assert [line.tax_rate_bp for line in found.lines] == [500, 500, 1_800]
    assert found.tax_paise == 374_96 + 375_00 + 1_350_18


def test_the_slab_is_decided_on_the_discounted_amount() -> None:
    assert of(room(8_000_00), promo=percent(1_000)).lines[0].tax_rate_bp == 500


def test_a_coach_is_taxed_only_with_air_conditioning() -> None:
    found = of([BaseLine(Kind.BUS, "bus_ac", 500_00), BaseLine(Kind.BUS, "bus_plain", 500_00)])
    assert [line.tax_paise for line in found.lines] == [25_00, 0]


def test_a_promo_of_100_percent_leaves_nothing_to_pay() -> None:
    found = of(room(4_000_00, 4_600_00), promo=percent(10_000), wallet=500_00)
    assert (found.discount_paise, found.tax_paise, found.total_paise) == (8_600_00, 0, 0)
    assert not found.payment.needs_gateway
    assert found.payment.wallet_applied_paise == 0


def test_the_fee_is_taken_on_the_discounted_amount_up_to_its_cap() -> None:
    rules = Rules(FLAT_18.taxes, (FeeRule(Kind.ROOM, 500, 500_00, OLD),))
    fees = [of(room(base), rules).fee_paise for base in (5_000_00, 10_000_00, 20_000_00)]
    assert fees == [250_00, 500_00, 500_00]


def test_the_fee_of_the_house_is_taxed_with_what_it_serves_and_may_lift_it_over_the_slab() -> None:
    rules = Rules(SLABS.taxes, (FeeRule(Kind.ROOM, 1_000, None, OLD),))
    low, high = of(room(4_600_00, 7_400_00), rules).lines
    assert (low.taxable_paise, low.tax_rate_bp, low.tax_paise) == (5_060_00, 500, 253_00)
    assert (high.taxable_paise, high.tax_rate_bp, high.total_paise) == (8_140_00, 1_800, 9_605_20)


def test_a_rule_counts_from_its_day_on_and_the_newest_wins() -> None:
    newer = TaxRate("room", TODAY, -1, None, 1_200)
    later = TaxRate("room", TODAY + timedelta(days=1), -1, None, 2_800)
    rules = Rules((*FLAT_18.taxes, newer, later), ())
    assert of(room(100_00), rules).lines[0].tax_rate_bp == 1_200
    yesterday = price(room(100_00), rules, None, 0, NOW, TODAY - timedelta(days=1))
    assert yesterday.lines[0].tax_rate_bp == 1_800


def test_a_fee_is_taken_from_its_day_on() -> None:
    rules = Rules(FLAT_18.taxes, (FeeRule(Kind.ROOM, 500, None, TODAY),))
    assert of(room(100_00), rules).fee_paise == 5_00
    assert price(room(100_00), rules, None, 0, NOW, TODAY - timedelta(days=1)).fee_paise == 0


def test_what_no_rule_covers_is_not_sold_at_a_guess() -> None:
    with pytest.raises(NoTaxRule):
        of([BaseLine(Kind.TOUR, "tour", 100_00)], Rules((), ()))


def test_a_promo_for_rooms_leaves_the_coach_as_it_is() -> None:
    lines = [BaseLine(Kind.BUS, "bus_ac", 500_00), *room(4_000_00)]
    assert [line.discount_paise for line in of(lines, promo=percent(1_000, Kind.ROOM)).lines] == [0, 400_00]


LINES = st.lists(
    st.builds(
        BaseLine,
        st.sampled_from(Kind),
        st.sampled_from(["room", "bus_ac", "bus_plain", "tour"]),
        st.integers(0, 30_000_00),
        st.sampled_from(Levying),
    ),
    min_size=1,
    max_size=30,
)
PROMOS = st.none() | st.builds(
    percent, st.integers(1, 10_000), st.sampled_from(Kind) | st.none(), st.none() | st.integers(0, 900_00)
)


@given(LINES, PROMOS, st.integers(0, 100_000_00), st.integers(0, 2_000))
def test_lines_always_add_up(
    lines: list[BaseLine], promo: Promo | None, wallet_paise: int, fee_bp: int
) -> None:
    rules = Rules(SLABS.taxes, (FeeRule(Kind.ROOM, fee_bp, 500_00, OLD),))
    try:
        found = price(lines, rules, promo, wallet_paise, NOW, TODAY)
    except PromoRefused:
        return
    for name in ("base_paise", "discount_paise", "fee_paise", "tax_paise", "total_paise"):
        assert getattr(found, name) == sum(getattr(line, name) for line in found.lines)
    assert found.total_paise == found.base_paise - found.discount_paise + found.fee_paise + found.tax_paise
    for line in found.lines:
        assert 0 <= line.discount_paise <= line.base_paise
        assert min(line.fee_paise, line.tax_paise, line.total_paise) >= 0
        assert line.total_paise == line.taxable_paise + line.tax_paise
    assert found.payment.wallet_applied_paise == min(wallet_paise, found.total_paise)


@given(LINES, st.integers(0, 50_000_00))
def test_the_wallet_never_changes_the_price(lines: list[BaseLine], wallet_paise: int) -> None:
    assert price(lines, SLABS, None, wallet_paise, NOW, TODAY).lines == of(lines).lines


def test_the_newest_table_decides_alone_though_an_older_one_would_cover_more() -> None:
    part = TaxRate("room", TODAY, -1, 3_000_00, 500)
    rules = Rules((*FLAT_18.taxes, part), ())
    assert of(room(3_000_00), rules).lines[0].tax_rate_bp == 500
    with pytest.raises(NoTaxRule):
        of(room(3_000_01), rules)


@given(st.permutations(range(4)))
def test_which_slab_wins_never_depends_on_the_order_of_rows(order: list[int]) -> None:
    slabs = (
        TaxRate("room", OLD, -1, None, 1_800),
        TaxRate("room", OLD, 1_000_00, 7_500_00, 1_200),
        TaxRate("room", OLD, 1_000_00, 7_500_00, 500),
        TaxRate("room", OLD, 3_000_00, None, 2_800),
    )
    rules = Rules(tuple(slabs[place] for place in order), ())
    found = of(room(1_000_00, 2_000_00, 3_400_00), rules)
    assert [line.tax_rate_bp for line in found.lines] == [1_800, 1_200, 2_800]
