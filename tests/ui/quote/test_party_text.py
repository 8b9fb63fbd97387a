"""How many, as clerks type it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.states import Kind
from desktop.ui.typed.party_text import Party, guests_of, parse_party


@pytest.mark.parametrize(
    ("typed", "kind", "party"),
    [
        ("", Kind.ROOM, Party()),
        ("2", Kind.ROOM, Party(nights=2)),
        ("2n 2a1c", Kind.ROOM, Party(nights=2, adults=2, children=1)),
        ("3 2r", Kind.ROOM, Party(nights=3, units=2)),
        ("2 nights, 1 room, 2 adults", Kind.ROOM, Party(nights=2, adults=2)),
        ("2", Kind.BUS, Party(units=2)),
        ("2 seats", Kind.BUS, Party(units=2)),
        ("2a1c", Kind.TOUR, Party(units=3, adults=2, children=1)),
        ("3p", Kind.TOUR, Party(units=3)),
        ("0", Kind.TOUR, Party(units=0)),
        ("-1", Kind.ROOM, Party(nights=-1)),
    ],
)
def test_each_form_is_understood(typed: str, kind: Kind, party: Party) -> None:
    assert parse_party(typed, kind) == party


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("two", Kind.ROOM),
        ("2 2", Kind.ROOM),
        ("2x", Kind.BUS),
        ("2n", Kind.BUS),
        ("2 3a", Kind.TOUR),
    ],
)
def test_nonsense_and_contradictions_are_none(typed: str, kind: Kind) -> None:
    assert parse_party(typed, kind) is None


def write_party(party: Party, kind: Kind) -> str:
    """Return the shortest text that is read as this party."""
    persons = f"{party.adults}a" if party.adults else ""
    persons += f"{party.children}c" if party.children else ""
    if kind is Kind.BUS and bool(party.adults) != bool(party.children):
        # A number with one letter is a seat there.
        return f"{party.adults} adults" if party.adults else f"{party.children} children"
    if kind is not Kind.ROOM:
        return persons or str(party.units)
    rooms = f" {party.units}r" if party.units != 1 else ""
    return f"{party.nights}{'n' if rooms or persons else ''}{rooms}{' ' if persons else ''}{persons}"


@given(
    st.sampled_from(list(Kind)),
    st.integers(1, 9),
    st.integers(1, 9),
    st.integers(0, 9),
    st.integers(0, 9),
)
def test_what_is_written_is_read_back(
    kind: Kind, units: int, nights: int, adults: int, children: int
) -> None:
    party = Party(units, nights if kind is Kind.ROOM else 1, adults, children)
    if kind is not Kind.ROOM and (adults or children):
        party = Party(adults + children, 1, adults, children)
    assert parse_party(write_party(party, kind), kind) == party


@given(st.text(max_size=12), st.sampled_from(list(Kind)))
def test_no_text_breaks_it(text: str, kind: Kind) -> None:
    parse_party(text, kind)


def test_persons_are_spread_evenly_over_rooms() -> None:
    guests = guests_of(Party(units=2, adults=5, children=1), Kind.ROOM, 2)
    assert [(guest.adults, guest.children) for guest in guests] == [(3, 1), (2, 0)]


def test_on_a_bus_everyone_has_a_seat() -> None:
    guests = guests_of(Party(units=3, adults=2, children=1), Kind.BUS, 3)
    assert [(guest.adults, guest.children) for guest in guests] == [(1, 0), (1, 0), (0, 1)]


@pytest.mark.parametrize(
    ("typed", "seats"),
    [
        *(("2a", ("2A",)), ("4a 4b", ("4A", "4B")), ("4A,4B", ("4A", "4B")), ("4a+4b", ("4A", "4B"))),
        *(("४A ४B", ("4A", "4B")), ("4a4b", ("4A", "4B")), ("L5 u1", ("L5", "U1")), ("3c", ("3C",))),
        *(
            ("4a-4d", ("4A", "4B", "4C", "4D")),
            ("L1 – L3", ("L1", "L2", "L3")),
            ("4a to 4b 9c", ("4A", "4B", "9C")),
        ),
        *(("४a-४b", ("4A", "4B")),),
        *(("seats 4a and 4b", ("4A", "4B")), ("सीट 4a", ("4A",)), ("2a 1c", ("2A", "1C"))),
        *(("4a 4a", ("4A",)), ("10d", ("10D",))),
    ],
)
def test_on_a_bus_the_name_of_a_seat_is_that_seat(typed: str, seats: tuple[str, ...]) -> None:
    assert parse_party(typed, Kind.BUS) == Party(units=len(seats), seats=seats)


@pytest.mark.parametrize(
    ("typed", "kind", "party"),
    [
        ("2a", Kind.TOUR, Party(units=2, adults=2)),
        ("2a", Kind.ROOM, Party(adults=2)),
        ("2a1c", Kind.BUS, Party(units=3, adults=2, children=1)),
        ("2 adults 1 child", Kind.BUS, Party(units=3, adults=2, children=1)),
        ("2 children", Kind.BUS, Party(units=2, children=2)),
        ("2s", Kind.BUS, Party(units=2)),
        ("x2", Kind.BUS, Party(units=2)),
    ],
)
def test_persons_stay_persons(typed: str, kind: Kind, party: Party) -> None:
    assert parse_party(typed, kind) == party


@pytest.mark.parametrize("typed", ["4a-5b", "4d-4a", "l3-l1", "l1-u3", "l1-l999", "4a-", "4a-4d-4f"])
def test_what_is_no_row_of_seats_names_none(typed: str) -> None:
    assert parse_party(typed, Kind.BUS) is None
