"""Choosing units, losing them to others, and the basket."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from db.catalogue_words import Gender
from db.ids import OfferingId, UnitId
from desktop.services.domain.catalogue import CellState
from desktop.services.domain.quote import Guest
from desktop.ui.on_sale.day_view import DayMark, day_views
from desktop.ui.on_sale.unit_view import UnitState, find_by_typed, unit_views
from desktop.ui.quote.chosen.stock_on_screen import advice
from desktop.ui.quote.sale.basket import Basket
from desktop.ui.quote.sale.choice import BasketEntry, Choice, settle, toggle, with_guest, with_offering
from desktop.ui.typed.party_text import Party
from tests.ui.quote.small_catalogue import CATALOGUE
from tests.ui.quote.small_desk import TODAY, SmallDesk

DLX, GOA21, _, _, HERI = CATALOGUE


def units(*names: str) -> tuple[UnitId, ...]:
    return tuple(map(UnitId, names))


def chosen(desk: SmallDesk, units: int = 1) -> Choice:
    choice = with_offering(Choice(first_day=TODAY), DLX)
    choice = replace(choice, party=Party(units=units))
    return settle(
        choice, desk.find_availability(OfferingId("dlx"), TODAY, TODAY + timedelta(days=1), units)
    ).choice


def test_the_proposal_is_taken_over_and_stays_while_it_is_free() -> None:
    desk = SmallDesk()
    choice = chosen(desk)
    assert choice.unit_ids == ("dlx-101",)
    desk.take("dlx-102")
    again = settle(choice, desk.find_availability(OfferingId("dlx"), TODAY, TODAY + timedelta(days=1), 1))
    assert again.choice == choice


def test_a_lost_unit_is_replaced_by_the_next_best_and_named() -> None:
    desk = SmallDesk()
    choice = chosen(desk)
    desk.take("dlx-101")
    settled = settle(choice, desk.find_availability(OfferingId("dlx"), TODAY, TODAY + timedelta(days=1), 1))
    assert settled.choice.unit_ids == ("dlx-102",)
    assert (settled.lost, settled.instead) == (("101",), ("102",))


def test_what_was_chosen_by_hand_is_kept_and_only_the_lost_one_replaced() -> None:
    desk = SmallDesk()
    choice = replace(chosen(desk, 2), unit_ids=units("dlx-205", "dlx-206"), by_hand=True)
    desk.take("dlx-205")
    settled = settle(choice, desk.find_availability(OfferingId("dlx"), TODAY, TODAY + timedelta(days=1), 2))
    assert settled.choice.unit_ids == ("dlx-206", "dlx-101")
    assert settled.instead == ("101",)


def test_nothing_left_is_nothing_chosen() -> None:
    desk = SmallDesk()
    choice = chosen(desk)
    desk.take(*(cell.unit.id for cell in desk.find_availability(OfferingId("dlx"), TODAY, TODAY, 1).cells))
    settled = settle(choice, desk.find_availability(OfferingId("dlx"), TODAY, TODAY + timedelta(days=1), 1))
    assert (settled.choice.unit_ids, settled.lost, settled.instead) == ((), ("101",), ())


def test_fewer_than_were_asked_for_are_never_chosen_by_the_program() -> None:
    desk = SmallDesk()
    desk.take(*(f"dlx-{floor * 100 + door}" for floor in range(1, 5) for door in range(1, 13)))
    del desk.taken["dlx-205"]
    stock = desk.find_availability(OfferingId("dlx"), TODAY, TODAY + timedelta(days=1), 2)
    choice = replace(with_offering(Choice(first_day=TODAY), DLX), party=Party(units=2))
    assert settle(choice, stock).choice.unit_ids == ()
    assert advice(stock, choice, {}) == "▲ Only 1 free, 2 wanted."


def test_units_of_the_basket_are_not_proposed_again() -> None:
    desk = SmallDesk()
    stock = desk.find_availability(OfferingId("dlx"), TODAY, TODAY + timedelta(days=1), 1)
    choice = with_offering(Choice(first_day=TODAY), DLX)
    assert settle(choice, stock, frozenset({UnitId("dlx-101")})).choice.unit_ids == ("dlx-102",)


def test_a_click_moves_a_single_choice_and_fills_a_party() -> None:
    one = toggle(chosen(SmallDesk()), UnitId("dlx-203"))
    assert one.unit_ids == ("dlx-203",)
    assert toggle(one, UnitId("dlx-204")).unit_ids == ("dlx-204",)
    two = toggle(toggle(chosen(SmallDesk(), 2), UnitId("dlx-203")), UnitId("dlx-204"))
    assert two.unit_ids == ("dlx-203", "dlx-204")
    assert toggle(two, UnitId("dlx-205")).unit_ids == ("dlx-204", "dlx-205")
    assert toggle(two, UnitId("dlx-203")).unit_ids == ("dlx-204",)


def test_names_entered_go_with_the_place_and_leave_with_the_unit() -> None:
    choice = replace(chosen(SmallDesk(), 2), unit_ids=units("dlx-203", "dlx-204"), by_hand=True)
    choice = with_guest(choice, 1, Guest("Asha", Gender.FEMALE, 2))
    assert [guest.name for guest in choice.complete_guests] == ["", "Asha"]
    assert [guest.name for guest in toggle(choice, UnitId("dlx-203")).complete_guests] == ["Asha"]


def test_another_offering_keeps_the_day_and_forgets_the_units() -> None:
    choice = with_offering(chosen(SmallDesk()), GOA21)
    assert (choice.first_day, choice.unit_ids) == (TODAY, ())
    assert (choice.boarding, choice.dropping) == ("Swargate", "Panaji")


def test_a_line_taken_out_of_the_basket_comes_back_where_it_was() -> None:
    entries = []
    for name in ("dlx-101", "dlx-102", "dlx-103"):
        choice = replace(chosen(SmallDesk()), unit_ids=units(name))
        item = choice.item()
        assert item is not None
        entries.append(BasketEntry(choice, item, (name,)))
    basket = Basket(tuple(entries))
    without = basket.without(1)
    assert [entry.unit_names for entry in without.entries] == [("dlx-101",), ("dlx-103",)]
    assert without.restored().entries == basket.entries
    assert basket.restored() == basket


def test_a_hold_that_ended_leaves_its_unit_free_at_once() -> None:
    desk = SmallDesk()
    desk.take("dlx-101", state=CellState.HELD, holder="D2", seconds=5)
    stock = desk.find_availability(OfferingId("dlx"), TODAY, TODAY + timedelta(days=1), 1)
    assert unit_views(stock, (), (), lambda _moment: 5)[0].state is UnitState.HELD
    assert unit_views(stock, (), (), lambda _moment: 0)[0].state is UnitState.FREE


def test_chosen_and_packed_units_look_different() -> None:
    stock = SmallDesk().find_availability(OfferingId("dlx"), TODAY, TODAY + timedelta(days=1), 1)
    views = unit_views(stock, [UnitId("dlx-101")], [UnitId("dlx-102")], lambda _moment: 0)
    assert [view.state for view in views[:3]] == [UnitState.CHOSEN, UnitState.BASKET, UnitState.FREE]


def test_days_say_why_they_can_not_be_sold() -> None:
    desk = SmallDesk()
    desk.stopped[TODAY] = "private party"
    days = day_views(desk.find_availability(OfferingId("heri"), TODAY, TODAY + timedelta(days=14), 16), 16)
    assert [day.mark for day in days[:2]] == [DayMark.STOPPED, DayMark.TOO_FEW]
    desk.now += timedelta(days=7)
    gone = day_views(desk.find_availability(OfferingId("heri"), TODAY, TODAY + timedelta(days=14), 1), 1)
    assert [day.mark for day in gone[1:4]] == [DayMark.GONE, DayMark.GONE, DayMark.OPEN]


def test_a_typed_number_finds_the_whole_name_before_a_beginning() -> None:
    stock = SmallDesk().find_availability(OfferingId("goa21"), TODAY, TODAY, 1)
    views = {view.unit.id: view for view in unit_views(stock, (), (), lambda _moment: 0)}
    assert find_by_typed(views, "1a") == "goa21-1A"
    assert find_by_typed(views, "1") == "goa21-1A"
    assert find_by_typed(views, "11e") == "goa21-11E"
    assert find_by_typed(views, "zz") is None
