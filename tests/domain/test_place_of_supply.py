"""Where a line is supplied, and so which levies it bears; GSTINs whose last character checks the others."""

import pytest

from db.states import Kind
from desktop.services.domain.gstin import check_character, find_state, is_gstin
from desktop.services.domain.levies import Levying
from desktop.services.domain.place_of_supply import NOBODY, Buyer, Places, levying_at, place_of_supply

PUNE = Places("27", "27", "27")
PANAJI = Places("27", "27", "30")
BENGALURU = Buyer("29AAAAA0000A1ZY", "29")
NASHIK, MYSURU = Buyer("", "27"), Buyer("", "29")


@pytest.mark.parametrize(
    ("kind", "places", "buyer", "place"),
    [
        (Kind.ROOM, Places("27", "30"), BENGALURU, "30"),
        (Kind.ROOM, Places("27"), NOBODY, "27"),
        (Kind.BUS, PUNE, NOBODY, "27"),
        (Kind.BUS, PANAJI, NOBODY, "30"),
        (Kind.BUS, PANAJI, MYSURU, "30"),
        (Kind.BUS, PUNE, BENGALURU, "29"),
        (Kind.BUS, Places("27", "27"), NOBODY, "27"),
        (Kind.TOUR, PUNE, NOBODY, "27"),
        (Kind.TOUR, PUNE, NASHIK, "27"),
        (Kind.TOUR, PUNE, MYSURU, "29"),
        (Kind.TOUR, PUNE, BENGALURU, "29"),
        (Kind.TOUR, Places(""), NOBODY, ""),
    ],
)
def test_the_place_of_supply(kind: Kind, places: Places, buyer: Buyer, place: str) -> None:
    assert place_of_supply(kind, places, buyer) == place


def test_another_state_than_the_suppliers_bears_the_one_levy() -> None:
    assert levying_at("27", "27") is levying_at("", "27") is levying_at("27", "") is Levying.OWN_STATE
    assert levying_at("30", "27") is Levying.OTHER_STATE


def test_the_check_character_of_a_gstin() -> None:
    assert check_character("27AAAAA0000A1Z") == "2"
    assert check_character("30AAAAA0000A1Z") == "F"


@pytest.mark.parametrize(
    "wrong", ["27AAAAA0000A1Z3", "27AAAAA0000A1Z", "99AAAAA0000A1Z2", "27aaaaa0000a1z2", ""]
)
def test_a_gstin_with_a_wrong_character_is_none(wrong: str) -> None:
    assert is_gstin("27AAAAA0000A1Z2")
    assert not is_gstin(wrong)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("29", "29"), ("5", "05"), ("५", "05"), ("२९", "29"), (" karnataka ", "29"), ("Tamil", "33")],
)
def test_a_state_is_meant_by_its_figures_its_name_or_the_beginning_of_it(typed: str, code: str) -> None:
    assert find_state(typed) == code


@pytest.mark.parametrize("typed", ["", "Poona", "99", "39", "M", "0"])
def test_what_is_no_state_or_several_is_none(typed: str) -> None:
    assert find_state(typed) is None


def test_andhra_pradesh_is_the_one_of_today() -> None:
    assert find_state("andhra pradesh") == "37"
