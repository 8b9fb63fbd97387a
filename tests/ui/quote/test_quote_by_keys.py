"""A room, a seat and a tour place sold by keys alone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.catalogue_words import Gender
from desktop.services.domain.catalogue import CellState
from desktop.services.domain.quote import BasketItem, Guest
from desktop.services.errors import QuoteOutdated
from desktop.ui.quote.chosen.guest_rows import PassengerRow
from tests.ui.quote.small_desk import PRIYA, TODAY, SmallDesk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.quote.quote_window import QuoteWindow

ENTER, DOWN, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Space


def press(*keys: Qt.Key | str) -> None:
    """Type into whatever has the focus, as a person does."""
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None, f"nothing has the focus for {key!r}"
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)


def priced(window: QuoteWindow, qtbot: QtBot) -> None:
    """Wait until the price of what is chosen stands on the screen."""
    session, offer = window.session, window.parts.foot.hold.offer
    qtbot.waitUntil(lambda: not session.sale.looking and not session.sale.price.pending and offer.is_seen)


def last_items(desk: SmallDesk) -> tuple[BasketItem, ...]:
    quote_id = desk.asked("place_hold")[-1][0]
    number = int(quote_id[1:])
    requests = [request for request in desk.asked("make_quote") if request.promo_code in ("", "STAY15")]
    assert number <= len(requests)
    return tuple(requests[-1].items)


def test_a_known_customer_and_a_line_need_one_enter(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    window.set_customer(PRIYA)
    window.start("dlx 2")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.parts.stock.rooms)
    priced(window, qtbot)
    with qtbot.waitSignal(window.held) as held:
        press(ENTER)
    assert held.args[0].total_paise == 8_820_00
    (item,) = last_items(desk)
    assert (item.unit_ids, item.first_day, item.last_day) == (
        ("dlx-101",),
        TODAY,
        TODAY + timedelta(days=2),
    )
    assert desk.asked("place_hold")[0][1] == PRIYA.id


def test_enter_before_the_stock_is_there_holds_nothing_that_was_not_seen(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    window.set_customer(PRIYA)
    window.start("dlx 2")
    press(ENTER)
    qtbot.waitUntil(lambda: "Hold ₹8,820" in window.parts.foot.hold.text())
    assert desk.asked("place_hold") == []
    with qtbot.waitSignal(window.held):
        press(ENTER)
    assert len(desk.asked("place_hold")) == 1


def test_enter_walks_what_when_how_many_and_then_the_stock(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    window.start("")
    parts = window.parts
    assert parts.search.what.edit.hasFocus()
    press("dlx", ENTER)
    assert parts.search.when.edit.hasFocus()
    press("24 nov", ENTER)
    assert parts.search.count.edit.hasFocus()
    press("3n 2a1c", ENTER)
    qtbot.waitUntil(parts.stock.rooms.hasFocus)
    press("203", ENTER)
    assert parts.customer.mobile.edit.hasFocus()
    press("9123456780", ENTER)
    qtbot.waitUntil(parts.customer.name.edit.hasFocus)
    priced(window, qtbot)
    with qtbot.waitSignal(window.held):
        press("Ravi Kumar", ENTER)
    (item,) = last_items(desk)
    assert item.unit_ids == ("dlx-203",)
    assert ((item.last_day or TODAY) - item.first_day).days == 3
    assert item.guests == (Guest(adults=2, children=1),)
    assert desk.asked("save_customer") == [("9123456780", "Ravi Kumar")]


def test_a_seat_by_route_is_sold_with_down_and_a_number(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    window.set_customer(PRIYA)
    window.start("pungoa")
    assert window.parts.search.what.edit.hasFocus()
    press(DOWN, ENTER)
    qtbot.waitUntil(window.parts.stock.coach.hasFocus)
    assert window.session.sale.choice.offering is not None
    assert window.session.sale.choice.offering.code == "GOA22"
    press("u7", ENTER)
    priced(window, qtbot)
    assert desk.asked("place_hold") == [], "the price of that seat had not been seen"
    with qtbot.waitSignal(window.held):
        press(ENTER)
    (item,) = last_items(desk)
    assert item.unit_ids == ("goa22-U7",)
    assert (item.boarding, item.dropping) == ("Swargate", "Panaji")


def test_a_ladies_seat_asks_who_sits_there_and_refuses_a_man(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    window.set_customer(PRIYA)
    window.start("goa21 1")
    qtbot.waitUntil(window.parts.stock.coach.hasFocus)
    press("3c", ENTER)
    details = window.parts.details
    assert "3C is for ladies" in details.error.text()
    row = details.rows[0]
    assert isinstance(row, PassengerRow)
    gender = row.gender
    qtbot.waitUntil(gender.hasFocus)
    press("m")
    session = window.session
    qtbot.waitUntil(lambda: session.sale.price.refused)
    assert "3C is for ladies only" in details.error.text()
    assert window.parts.foot.total.text() == "—"
    press(ENTER)
    qtbot.waitUntil(lambda: session.sale.price.refused)
    assert desk.asked("place_hold") == []
    gender.setFocus()
    press("f")
    priced(window, qtbot)
    assert details.error.isHidden()
    with qtbot.waitSignal(window.held):
        press(ENTER)
    (item,) = last_items(desk)
    assert item.guests == (Guest(gender=Gender.FEMALE),)


def test_a_tour_goes_to_the_next_date_and_down_takes_the_one_after(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    window.set_customer(PRIYA)
    window.start("heri 2a1c")
    qtbot.waitUntil(window.parts.stock.dates.hasFocus)
    priced(window, qtbot)
    saturday = TODAY + timedelta(days=6)
    assert window.session.sale.choice.first_day == saturday
    press(DOWN)
    priced(window, qtbot)
    assert window.parts.stock.dates.hasFocus()
    with qtbot.waitSignal(window.held):
        press(ENTER)
    (item,) = last_items(desk)
    assert item.first_day == saturday + timedelta(days=1)
    assert [(guest.adults, guest.children) for guest in item.guests] == [(1, 0), (1, 0), (0, 1)]


def test_a_basket_mixes_kinds_and_is_one_hold(window: QuoteWindow, desk: SmallDesk, qtbot: QtBot) -> None:
    window.set_customer(PRIYA)
    window.start("dlx 1")
    qtbot.waitUntil(window.parts.stock.rooms.hasFocus)
    QTest.keyClick(window.parts.stock.rooms, ENTER, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.parts.search.what.edit.hasFocus)
    press("goa21", ENTER, ENTER, "2", ENTER)
    qtbot.waitUntil(window.parts.stock.coach.hasFocus)
    priced(window, qtbot)
    with qtbot.waitSignal(window.held):
        press(ENTER)
    assert [item.offering_id for item in last_items(desk)] == ["dlx", "goa21"]
    assert len(desk.asked("place_hold")) == 1


def test_a_line_is_taken_out_by_delete_and_comes_back_by_undo(window: QuoteWindow, qtbot: QtBot) -> None:
    window.start("dlx 1")
    qtbot.waitUntil(window.parts.stock.rooms.hasFocus)
    assert window.session.add_to_basket()
    priced(window, qtbot)
    (line,) = window.parts.price.lines.groups
    line.setFocus()
    press(Qt.Key.Key_Delete)
    priced(window, qtbot)
    assert window.parts.price.lines.groups == []
    assert window.parts.price.undo_text.text() == "Deluxe 101 taken out"
    assert window.parts.price.undo.hasFocus()
    press(SPACE)
    priced(window, qtbot)
    assert len(window.parts.price.lines.groups) == 1
    assert window.parts.price.undo_bar.isHidden()


def test_taken_in_the_meantime_proposes_the_next_best_and_keeps_everything(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    window.set_customer(PRIYA)
    window.set_promo("stay15")
    window.start("dlx 2")
    qtbot.waitUntil(window.parts.stock.rooms.hasFocus)
    priced(window, qtbot)
    desk.take("dlx-101")
    press(ENTER)
    qtbot.waitUntil(lambda: window.session.sale.choice.unit_ids == ("dlx-102",))
    assert window.parts.bar.text == "101: taken by somebody else just now. Chosen instead: 102."
    assert window.parts.price.promo.text == "stay15"
    assert window.session.sale.customer is PRIYA
    priced(window, qtbot)
    with qtbot.waitSignal(window.held):
        press(ENTER)


def test_an_old_price_is_renewed_and_held_only_if_it_is_the_same(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    window.set_customer(PRIYA)
    window.start("dlx 2")
    priced(window, qtbot)
    desk.refuse["place_hold"] = [QuoteOutdated(made_at=desk.now)]
    with qtbot.waitSignal(window.held):
        window.advance()
    first, second = desk.asked("place_hold")
    assert first[0] != second[0]


def test_a_double_enter_holds_once(window: QuoteWindow, desk: SmallDesk, qtbot: QtBot) -> None:
    window.set_customer(PRIYA)
    window.start("dlx 2")
    priced(window, qtbot)
    with qtbot.waitSignal(window.held):
        window.advance()
        window.advance()
    assert len(desk.asked("place_hold")) == 1


def test_a_number_that_is_none_is_said_at_its_field(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    window.start("dlx 2")
    qtbot.waitUntil(window.parts.stock.rooms.hasFocus)
    press(ENTER, "12", ENTER)
    mobile = window.parts.customer.mobile
    assert mobile.is_wrong
    assert "ten digits" in mobile.note
    assert desk.asked("place_hold") == []
    press("3")
    assert not mobile.is_wrong


def test_a_known_number_is_found_while_it_is_typed(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    window.start("dlx 2")
    qtbot.waitUntil(window.parts.stock.rooms.hasFocus)
    press(ENTER, "43210", ENTER)
    qtbot.waitUntil(lambda: window.session.sale.customer == PRIYA)
    priced(window, qtbot)
    assert desk.asked("place_hold") == [], "whom the number names had not been seen"
    with qtbot.waitSignal(window.held):
        press(ENTER)
    assert window.session.sale.customer == PRIYA
    assert window.parts.customer.name.text == "Priya Nair"


def test_esc_asks_to_go_back_and_everything_stays(window: QuoteWindow, qtbot: QtBot) -> None:
    window.start("dlx 2")
    qtbot.waitUntil(window.parts.stock.rooms.hasFocus)
    with qtbot.waitSignal(window.back):
        press(Qt.Key.Key_Escape)
    assert window.parts.search.what.text == "DLX"
    assert window.session.sale.choice.unit_ids == ("dlx-101",)


@pytest.mark.parametrize("state", [CellState.SOLD, CellState.BLOCKED, CellState.HELD])
def test_a_unit_that_is_not_free_can_not_be_chosen(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot, state: CellState
) -> None:
    desk.take("dlx-205", state=state, holder="D2", seconds=60)
    window.start("dlx 2")
    qtbot.waitUntil(window.parts.stock.rooms.hasFocus)
    press("205", SPACE)
    assert window.session.sale.choice.unit_ids == ("dlx-101",)
    assert window.parts.stock.rooms.accessibleDescription().startswith("Room 205")
    press("205", ENTER)
    assert desk.asked("place_hold") == []
    assert window.parts.stock.rooms.hasFocus()
