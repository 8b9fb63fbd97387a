"""A day that has less than is wanted says so aloud, and only the clerk goes to another one."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.states import Kind
from desktop.ui.typed.party_text import Party, fewer, parse_party, party_words
from tests.ui.quote.small_desk import PRIYA, TODAY, ZONE

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.quote.quote_window import QuoteWindow
    from tests.ui.quote.small_desk import SmallDesk

ENTER, RIGHT = Qt.Key.Key_Return, Qt.Key.Key_Right
CONTROL = Qt.KeyboardModifier.ControlModifier
SATURDAY = date(2026, 11, 28)


def look(window: QuoteWindow, qtbot: QtBot, line: str) -> str:
    """Type a line at the desk, and return what is said of the day."""
    window.start(line)
    return settled(window, qtbot)


def settled(window: QuoteWindow, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: window.session.sale.stock is not None and not window.session.sale.looking)
    window.grab()
    return window.parts.day_offer.text


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifier)


def day_of(window: QuoteWindow) -> date | None:
    return window.session.sale.choice.first_day


def test_tonight_with_too_few_seats_is_said_and_stays_tonight(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    desk.left[TODAY] = 3
    assert look(window, qtbot, "goa22 4") == "Tonight only 3 left; next with 4: Mon 23 Nov"
    assert not window.parts.day_offer.isHidden()
    assert window.parts.day_offer.accessibleName() == window.parts.day_offer.text
    assert day_of(window) == TODAY
    assert window.session.sale.choice.unit_ids == ()
    assert QApplication.focusWidget() is window.parts.day_offer.take
    assert window.parts.day_offer.take.text() == "Tonight: 3   Ctrl+1"
    assert window.parts.day_offer.move_on.text() == "Mon 23 Nov: 4   Ctrl+2"


def test_the_clerk_takes_what_is_left_of_tonight(window: QuoteWindow, desk: SmallDesk, qtbot: QtBot) -> None:
    desk.left[TODAY] = 3
    look(window, qtbot, "goa22 4")
    press(ENTER)
    assert settled(window, qtbot) == ""
    assert (day_of(window), len(window.session.sale.choice.unit_ids)) == (TODAY, 3)
    assert window.parts.search.count.text == "3"
    assert QApplication.focusWidget() is window.parts.stock.coach


@pytest.mark.parametrize("way", ["arrow", "shortcut"])
def test_the_clerk_takes_the_next_day_that_has_all(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot, way: str
) -> None:
    desk.left = {TODAY: 3, TODAY + timedelta(days=1): 0}
    assert look(window, qtbot, "goa22 4").endswith("next with 4: Tue 24 Nov")
    if way == "arrow":
        press(RIGHT)
        press(ENTER)
    else:
        press(Qt.Key.Key_2, CONTROL)
    assert settled(window, qtbot) == ""
    assert day_of(window) == TODAY + timedelta(days=2)
    assert len(window.session.sale.choice.unit_ids) == 4


def test_an_enter_that_came_ahead_of_the_answer_chooses_neither(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    desk.left[TODAY] = 3
    window.set_customer(PRIYA)
    window.start("goa22 4")
    press(ENTER)
    settled(window, qtbot)
    assert (day_of(window), window.session.sale.choice.unit_ids) == (TODAY, ())
    assert QApplication.focusWidget() is window.parts.day_offer.take
    assert desk.asked("place_hold") == []


def test_a_full_coach_offers_the_next_one_alone(window: QuoteWindow, desk: SmallDesk, qtbot: QtBot) -> None:
    desk.left[TODAY] = 0
    assert look(window, qtbot, "goa21") == "Tonight nothing is left; next with 1: Mon 23 Nov"
    assert window.parts.day_offer.take.isHidden()
    press(Qt.Key.Key_1, CONTROL)
    assert day_of(window) == TODAY
    press(ENTER)
    settled(window, qtbot)
    assert day_of(window) == TODAY + timedelta(days=1)


def test_a_morning_coach_is_todays(window: QuoteWindow, desk: SmallDesk, qtbot: QtBot) -> None:
    desk.now = datetime(2026, 11, 22, 5, tzinfo=ZONE)
    desk.left[TODAY] = 1
    window.refresh()
    assert look(window, qtbot, "mum06 today 2") == "Today only 1 left; next with 2: Mon 23 Nov"


def test_a_departure_that_has_left_is_told_and_the_next_one_shown(window: QuoteWindow, qtbot: QtBot) -> None:
    assert look(window, qtbot, "mum06 2") == "Sun 22 Nov has left; this is Mon 23 Nov"
    assert len(window.session.sale.choice.unit_ids) == 2
    assert QApplication.focusWidget() is window.parts.stock.coach


def test_a_tour_date_with_too_few_places_says_the_next_date(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    desk.left = {TODAY: 0, SATURDAY: 2}
    assert look(window, qtbot, "heri sat 3") == "Sat 28 Nov only 2 left; next with 3: Sun 29 Nov"
    press(Qt.Key.Key_2, CONTROL)
    settled(window, qtbot)
    assert day_of(window) == SATURDAY + timedelta(days=1)


def test_a_stay_with_one_full_night_says_from_when_all_nights_are_free(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    desk.left = {date(2026, 11, 25): 1, date(2026, 11, 27): 0}
    said = look(window, qtbot, "dlx 24 nov 2n 2r 4a")
    assert said == "24–26 Nov only 1 left; next with 2: Sat 28 Nov"
    press(Qt.Key.Key_2, CONTROL)
    settled(window, qtbot)
    assert (day_of(window), window.session.sale.choice.party) == (SATURDAY, Party(2, 2, 4))


def test_a_room_for_tonight_takes_the_one_that_is_left(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    desk.left[TODAY] = 1
    assert look(window, qtbot, "dlx 1n 2r") == "Tonight only 1 left; next with 2: Mon 23 Nov"
    press(Qt.Key.Key_1, CONTROL)
    settled(window, qtbot)
    assert (day_of(window), len(window.session.sale.choice.unit_ids)) == (TODAY, 1)


def test_a_closed_day_says_why_and_which_is_next(window: QuoteWindow, desk: SmallDesk, qtbot: QtBot) -> None:
    desk.stopped[TODAY] = "road closed"
    assert look(window, qtbot, "goa21 2") == "Next with 2: Mon 23 Nov"
    assert "road closed" in window.parts.day_offer.accessibleName()
    assert "road closed" in window.parts.search.when.note
    assert day_of(window) == TODAY


def test_a_day_on_which_the_tour_does_not_run_says_the_next_one(window: QuoteWindow, qtbot: QtBot) -> None:
    assert look(window, qtbot, "heri 24 nov 2") == "Next with 2: Sat 28 Nov"
    assert window.parts.search.when.is_wrong


def test_what_is_in_the_basket_is_not_left(window: QuoteWindow, desk: SmallDesk, qtbot: QtBot) -> None:
    desk.left[TODAY] = 3
    look(window, qtbot, "goa22 2")
    window.session.add_to_basket()
    assert look(window, qtbot, "goa22 2") == "Tonight only 1 left; next with 2: Mon 23 Nov"


def test_a_day_with_all_that_is_wanted_says_nothing(window: QuoteWindow, qtbot: QtBot) -> None:
    assert look(window, qtbot, "goa21 2") == ""
    assert window.parts.day_offer.isHidden()


@given(
    kind=st.sampled_from(Kind),
    units=st.integers(1, 9),
    nights=st.integers(1, 9),
    adults=st.integers(0, 9),
    children=st.integers(0, 9),
)
def test_a_party_is_read_back_as_it_is_written(
    kind: Kind, units: int, nights: int, adults: int, children: int
) -> None:
    if kind is Kind.ROOM:
        party = Party(units, nights, adults, children)
    elif adults + children:
        party = Party(adults + children, 1, adults, children)
    else:
        party = Party(units)
    assert parse_party(party_words(party, kind), kind) == party
    less = fewer(party, kind, max(party.units - 1, 1))
    assert parse_party(party_words(less, kind), kind) == less
