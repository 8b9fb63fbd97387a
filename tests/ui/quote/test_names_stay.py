"""A name stays with its seat: only a freed name moves, and it moves to the new seat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.catalogue_words import Gender
from db.ids import OfferingId, UnitId
from desktop.services.domain.quote import Guest
from desktop.ui.quote.chosen.guest_rows import PassengerRow
from desktop.ui.quote.sale.choice import Choice, settle, toggle, with_guest, with_offering, with_units
from desktop.ui.typed.party_text import Party
from tests.ui.quote.small_catalogue import CATALOGUE
from tests.ui.quote.small_desk import PRIYA, TODAY, SmallDesk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.quote.quote_window import QuoteWindow

DLX, GOA21, *_ = CATALOGUE
ASHA, KIRAN = Guest("Asha", Gender.FEMALE), Guest("Kiran", Gender.MALE)
LADIES = frozenset({UnitId("goa21-3C"), UnitId("goa21-3D")})


def seat(name: str) -> UnitId:
    return UnitId(f"goa21-{name}")


def two_seats(*, by_hand: bool = True) -> Choice:
    """Asha in 4A, Kiran in 4B."""
    choice = replace(with_offering(Choice(first_day=TODAY), GOA21), party=Party(units=2))
    choice = replace(with_units(choice, (seat("4A"), seat("4B"))), by_hand=by_hand)
    return with_guest(with_guest(choice, 0, ASHA), 1, KIRAN)


def names(choice: Choice) -> dict[str, str]:
    """Who sits where."""
    pairs = zip(choice.unit_ids, choice.complete_guests, strict=True)
    return {unit.removeprefix("goa21-"): guest.name for unit, guest in pairs}


def test_kiran_gives_up_4b_and_moves_to_5a() -> None:
    freed = toggle(two_seats(), seat("4B"))
    assert names(freed) == {"4A": "Asha"}
    assert names(toggle(freed, seat("5A"))) == {"4A": "Asha", "5A": "Kiran"}


def test_asha_gives_up_4a_and_kiran_stays_in_4b() -> None:
    assert names(toggle(toggle(two_seats(), seat("4A")), seat("5A"))) == {"4B": "Kiran", "5A": "Asha"}


def test_one_seat_too_many_moves_the_name_of_the_seat_that_goes() -> None:
    for by_hand in (True, False):
        assert names(toggle(two_seats(by_hand=by_hand), seat("5A"))) == {"4B": "Kiran", "5A": "Asha"}


def test_gender_and_age_move_with_the_name() -> None:
    child = Guest("Mira", Gender.FEMALE, 0, 1)
    choice = with_guest(replace(two_seats(), party=Party(units=2, adults=1, children=1)), 1, child)
    moved = toggle(toggle(choice, seat("4B")), seat("5A"))
    assert moved.complete_guests == (ASHA, child)
    moved = toggle(toggle(choice, seat("4A")), seat("5A"))
    assert moved.complete_guests == (child, ASHA)


def test_a_child_that_was_not_named_stays_one_of_the_party() -> None:
    choice = replace(two_seats(), guests=(ASHA,), party=Party(units=2, adults=1, children=1))
    moved = toggle(toggle(choice, seat("4A")), seat("5A"))
    assert [(guest.name, guest.adults, guest.children) for guest in moved.complete_guests] == [
        ("", 0, 1),
        ("Asha", 1, 0),
    ]


def test_a_mans_name_does_not_move_to_a_ladies_seat_and_waits() -> None:
    choice = toggle(toggle(two_seats(), seat("4B")), seat("3C"), LADIES)
    assert names(choice) == {"4A": "Asha", "3C": ""}
    assert names(toggle(toggle(choice, seat("3C"), LADIES), seat("5A"), LADIES)) == {
        "4A": "Asha",
        "5A": "Kiran",
    }


def test_of_two_freed_names_the_womans_takes_the_ladies_seat() -> None:
    moved = with_units(with_units(two_seats(), ()), (seat("5A"), seat("3C")), LADIES)
    assert names(moved) == {"5A": "Kiran", "3C": "Asha"}


def test_a_seat_lost_to_others_moves_only_its_own_name() -> None:
    desk = SmallDesk()
    desk.take("goa21-4B")
    for by_hand in (True, False):
        stock = desk.find_availability(OfferingId("goa21"), TODAY, TODAY, 2)
        settled = settle(two_seats(by_hand=by_hand), stock)
        assert (settled.lost, settled.instead) == (("4B",), ("4C",))
        assert names(settled.choice) == {"4A": "Asha", "4C": "Kiran"}


def test_another_count_leaves_each_name_with_its_seat() -> None:
    desk = SmallDesk()

    def counted(choice: Choice, seats: int) -> Choice:
        """As a search for so many seats does it."""
        choice = replace(with_units(choice, ()), by_hand=False, party=Party(units=seats))
        stock = desk.find_availability(OfferingId("goa21"), TODAY, TODAY, seats)
        return settle(choice, stock).choice

    choice = counted(two_seats(), 2)
    assert names(choice) == {"4A": "Asha", "4B": "Kiran"}
    assert names(counted(choice, 1)) == {"4A": "Asha"}
    assert names(counted(counted(choice, 1), 3)) == {"4A": "Asha", "4B": "Kiran", "4C": ""}
    desk.take("goa21-4B")
    assert names(counted(choice, 3)) == {"4A": "Asha", "4C": "Kiran", "4D": ""}


def test_the_persons_of_a_room_move_with_it() -> None:
    choice = replace(with_offering(Choice(first_day=TODAY), DLX), party=Party(units=2, adults=3))
    choice = replace(with_units(choice, (UnitId("dlx-101"), UnitId("dlx-102"))), by_hand=True)
    choice = with_guest(choice, 0, Guest(adults=2, children=1))
    moved = toggle(toggle(choice, UnitId("dlx-101")), UnitId("dlx-205"))
    assert moved.unit_ids == ("dlx-102", "dlx-205")
    assert moved.complete_guests[1] == Guest(adults=2, children=1)


SEATS = ("1A", "1B", "2A", "3C", "3D", "4A")
STEPS = st.lists(st.sampled_from(SEATS), max_size=24)


@given(STEPS, st.integers(1, 4), st.lists(st.integers(0, 3), max_size=24))
def test_no_name_is_lost_doubled_or_moved_without_need(
    steps: list[str], seats: int, naming: list[int]
) -> None:
    choice = replace(with_offering(Choice(first_day=TODAY), GOA21), party=Party(units=seats), by_hand=True)
    given_names: set[str] = set()
    for number, name in enumerate(steps):
        before = dict(zip(choice.unit_ids, choice.complete_guests, strict=True))
        choice = toggle(choice, seat(name), LADIES)
        after = dict(zip(choice.unit_ids, choice.complete_guests, strict=True))
        for unit in before.keys() & after.keys():
            assert after[unit] == before[unit]
        placed = [guest.name for guest in after.values() if guest.name]
        waiting = [guest.name for _, guest in choice.freed if guest.name]
        assert sorted(placed + waiting) == sorted(given_names)
        assert not any(after[unit].gender is Gender.MALE for unit in after.keys() & LADIES)
        index = naming[number] if number < len(naming) else 0
        if index < len(choice.unit_ids) and not choice.complete_guests[index].name:
            is_ladies = choice.unit_ids[index] in LADIES
            guest = Guest(f"P{number}", Gender.FEMALE if is_ladies or number % 2 else Gender.MALE)
            choice = with_guest(choice, index, guest)
            given_names.add(guest.name)


def rows_of(window: QuoteWindow) -> dict[str, str]:
    """What stands in the rows of the seats."""
    rows = [row for row in window.parts.details.rows if isinstance(row, PassengerRow)]
    units = [window.session.sale.unit_names[unit] for unit in window.session.sale.choice.unit_ids]
    return {unit: row.name.text() for unit, row in zip(units, rows, strict=True)}


def test_exchanging_a_seat_by_keys_moves_only_its_name(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    window.set_customer(PRIYA)
    window.start("goa21 2")
    coach = window.parts.stock.coach
    qtbot.waitUntil(coach.hasFocus)
    for row, name in zip(window.parts.details.rows, ("Asha", "Kiran"), strict=True):
        assert isinstance(row, PassengerRow)
        row.name.setFocus()
        QTest.keyClicks(row.name, name)
    coach.setFocus()
    assert rows_of(window) == {"1A": "Asha", "1B": "Kiran"}
    QTest.keyClicks(coach, "1b")
    QTest.keyClick(coach, Qt.Key.Key_Space)
    assert rows_of(window) == {"1A": "Asha"}
    QTest.keyClicks(coach, "5a")
    QTest.keyClick(coach, Qt.Key.Key_Space)
    assert rows_of(window) == {"1A": "Asha", "5A": "Kiran"}
    qtbot.waitUntil(lambda: not window.session.sale.price.pending)
    request = desk.asked("make_quote")[-1]
    assert [
        (unit, guest.name)
        for unit, guest in zip(request.items[0].unit_ids, request.items[0].guests, strict=True)
    ] == [("goa21-1A", "Asha"), ("goa21-5A", "Kiran")]


def test_a_name_just_typed_into_a_row_that_goes_is_nobody_elses(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    window.start("goa21 2")
    qtbot.waitUntil(window.parts.stock.coach.hasFocus)
    row = window.parts.details.rows[1]
    assert isinstance(row, PassengerRow)
    row.name.setFocus()
    QTest.keyClicks(row.name, "Kiran")
    desk.take("goa21-1A")
    window.refresh()
    qtbot.waitUntil(lambda: seat("1A") not in window.session.sale.choice.unit_ids)
    units = window.session.sale.choice.unit_ids
    told = {
        unit: guest.name
        for unit, guest in zip(units, window.session.sale.choice.complete_guests, strict=True)
    }
    assert all(name in ("", "Kiran") and (not name or unit == seat("1B")) for unit, name in told.items())
