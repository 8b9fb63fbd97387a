"""Each levy is rounded by itself and then added; nothing is halved after rounding."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.levies import Levies, Levying, levies_in, levies_on

PAISE = st.integers(0, 10_00_000_00)
RATES = st.sampled_from([0, 25, 300, 500, 1_200, 1_800, 2_800, 10_000])
BEARING = st.sampled_from([Levying.OWN_STATE, Levying.OTHER_STATE])


def test_in_the_own_state_two_levies_are_rounded_each_at_its_own_rate() -> None:
    assert levies_on(1_455_30, 500, Levying.OWN_STATE) == Levies(cgst_paise=36_38, sgst_paise=36_38)


def test_in_another_state_it_is_one_levy_rounded_once() -> None:
    assert levies_on(1_455_30, 500, Levying.OTHER_STATE) == Levies(igst_paise=72_77)


def test_who_levies_nothing_has_no_tax() -> None:
    assert levies_on(1_455_30, 500, Levying.NONE) == levies_in(1_455_30, 500, Levying.NONE) == Levies()


def test_a_fare_with_its_tax_inside_adds_up_to_the_fare() -> None:
    levies = levies_in(1_500_00, 500, Levying.OWN_STATE)
    assert (1_500_00 - levies.tax_paise, levies) == (1_428_58, Levies(cgst_paise=35_71, sgst_paise=35_71))


@given(PAISE, RATES, BEARING)
def test_a_levy_is_never_more_than_half_a_paisa_from_its_share(
    value: int, rate: int, levying: Levying
) -> None:
    levies = levies_on(value, rate, levying)
    parts = 2 if levying is Levying.OWN_STATE else 1
    for levy in (levies.cgst_paise, levies.igst_paise)[parts % 2 : parts % 2 + 1]:
        assert abs(levy * parts * 10_000 - value * rate) * 2 <= parts * 10_000
    assert levies.cgst_paise == levies.sgst_paise


@given(PAISE, RATES, BEARING)
def test_what_is_inside_a_sum_is_within_a_paisa_of_what_comes_on_top_of_the_rest(
    total: int, rate: int, levying: Levying
) -> None:
    inside = levies_in(total, rate, levying).tax_paise
    on_top = levies_on(total - inside, rate, levying).tax_paise
    assert 0 <= inside <= total
    assert abs(inside - on_top) <= 2
