"""What was asked before never stays for sale under a request that was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.quote.small_desk import PRIYA, SmallDesk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.quote.quote_window import QuoteWindow


def ready(window: QuoteWindow, qtbot: QtBot, line: str) -> None:
    window.start(line)
    session = window.session
    qtbot.waitUntil(lambda: not session.sale.looking and not session.sale.price.pending)
    qtbot.waitUntil(lambda: session.sale.price.current is not None)


def assert_nothing_for_sale(window: QuoteWindow, desk: SmallDesk) -> None:
    assert window.session.sale.choice.unit_ids == ()
    assert window.session.sale.stock is None
    assert window.session.sale.request() is None
    assert window.parts.price.lines.groups == []
    assert window.parts.foot.total.text() == "—"
    assert not window.parts.foot.hold.isEnabled()
    assert not window.parts.stock.coach.isVisibleTo(window)
    window.parts.foot.hold.click()
    window.advance()
    assert desk.asked("place_hold") == []


@pytest.mark.parametrize(
    ("line", "wrong"),
    [("dlx -3", "count"), ("dlx 1/1/2020 2", "when"), ("dlx 31 nov", "when"), ("dlx two", "count")],
)
def test_a_line_that_means_nothing_takes_the_earlier_one_away(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot, line: str, wrong: str
) -> None:
    window.set_customer(PRIYA)
    ready(window, qtbot, "goa21 tomorrow 2")
    window.start(line)
    field = getattr(window.parts.search, wrong)
    assert window.parts.search.what.text == "DLX"
    assert field.is_wrong
    assert field.edit.hasFocus()
    assert_nothing_for_sale(window, desk)


@pytest.mark.parametrize("line", ["nowhere 2", "pungoa"])
def test_an_offering_that_is_not_known_yet_takes_the_earlier_one_away(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot, line: str
) -> None:
    window.set_customer(PRIYA)
    ready(window, qtbot, "goa21 tomorrow 2")
    window.start(line)
    assert_nothing_for_sale(window, desk)


@pytest.mark.parametrize(("name", "text"), [("what", "nowhere"), ("when", "1/1/2020"), ("count", "lots")])
def test_a_field_that_means_nothing_takes_price_and_units_away_until_it_is_mended(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot, name: str, text: str
) -> None:
    window.set_customer(PRIYA)
    ready(window, qtbot, "dlx 24 nov 2")
    field = getattr(window.parts.search, name)
    before = field.text
    for entered in (text, before):
        field.take_focus()
        QTest.keyClicks(field.edit, entered)
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
        if entered == text:
            assert field.is_wrong
            assert_nothing_for_sale(window, desk)
    qtbot.waitUntil(lambda: window.session.sale.choice.unit_ids == ("dlx-101",))
    qtbot.waitUntil(lambda: window.parts.foot.total.text() == "₹8,820.00")


def test_an_enter_on_its_way_to_a_hold_is_over_with_a_request_that_means_nothing(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    window.set_customer(PRIYA)
    window.start("goa21 tomorrow 2")
    qtbot.waitUntil(lambda: not window.session.sale.looking)
    # It waits for the price at which it would hold.
    assert window.session.sale.price.pending
    window.advance()
    window.start("dlx -3")
    ready(window, qtbot, "dlx 2")
    assert desk.asked("place_hold") == []
