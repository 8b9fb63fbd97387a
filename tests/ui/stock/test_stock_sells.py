"""The stock page on the real services: what it takes off sale can't be sold, until it is put back."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.services.catalogue.block_units import BlockUnits
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.catalogue.find_availability import FindAvailability
from desktop.services.catalogue.lift_block import LiftBlock
from desktop.services.catalogue.list_blocks import ListBlocks
from desktop.services.catalogue.list_offerings import ListOfferings
from desktop.services.catalogue.stop_sale import StopSale
from desktop.services.errors import DepartureCancelled, SlotStopped, SlotTaken
from desktop.services.holding.show_today import ShowToday
from desktop.ui.routes import OpenDepartureRefunds
from desktop.ui.runner import Runner
from desktop.ui.stock.stock_view import Act
from desktop.ui.stock.stock_window import StockWindow
from tests.actors import actor_of
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from db.database import Database
    from desktop.services.events import Publish
    from tests.counter import Counter

Key = Qt.Key
TIMEOUT_MS = 60_000


@pytest.fixture
def page(qtbot: QtBot, database: Database, publish: Publish) -> Iterator[StockWindow]:
    """The page with real services in threads, as in the program."""
    services = replace(
        sample_services(),
        actor=lambda: actor_of(database),
        list_offerings=ListOfferings(database),
        show_today=ShowToday(database, actor_of(database).desk_id, "Asia/Kolkata"),
        find_availability=FindAvailability(database),
        list_blocks=ListBlocks(database),
        stop_sale=StopSale(database, publish),
        block_units=BlockUnits(database, publish),
        lift_block=LiftBlock(database, publish),
        cancel_departure=CancelDeparture(database, publish),
    )
    with ThreadPoolExecutor(2) as pool:
        shown = StockWindow(services, Runner(pool))
        qtbot.addWidget(shown)
        with qtbot.waitActive(shown):
            shown.show()
            shown.activateWindow()
        qtbot.waitUntil(lambda: shown.offerings.current() is not None, timeout=TIMEOUT_MS)
        yield shown
        shown.hide()


@pytest.fixture
def wait(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    """Wait until something is true."""
    return lambda true: qtbot.waitUntil(true, timeout=TIMEOUT_MS)


def choose(page: StockWindow, wait: Callable[[Callable[[], bool]], None], code: str, days: str) -> None:
    page.what.take_focus()
    enter(page, code)
    wait(lambda: page.shown is page.sales)
    page.days.take_focus()
    enter(page, days)
    # What is done to these days has to stand on the page before a key does it.
    wait(lambda: page._stock is not None and (page._stock.first, page._stock.last) == page.search.days)


def enter(page: StockWindow, text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget() or page, text)
    # What was typed is seen before it is entered.
    QApplication.processEvents()
    QTest.keyClick(QApplication.focusWidget() or page, Key.Key_Return)


def test_a_stopped_night_is_refused_until_it_is_sold_again(
    page: StockWindow, wait: Callable[[Callable[[], bool]], None], counter: Counter
) -> None:
    choose(page, wait, "dlx", "+5")
    page.foot.reason.take_focus()
    enter(page, "private wedding")
    wait(lambda: page.errors.text == "1 day is off sale.")
    with pytest.raises(SlotStopped, match="private wedding"):
        counter.hold(counter.quote(counter.item("DLX", "203", ahead=5)))
    wait(lambda: "again" in page.foot.primary.text())
    QTest.keyClick(page, Key.Key_F9)
    wait(lambda: page.errors.text == "1 day is on sale again.")
    assert counter.hold(counter.quote(counter.item("DLX", "203", ahead=5))).reference


def test_a_room_kept_back_is_refused_until_its_block_is_lifted(
    page: StockWindow, wait: Callable[[Callable[[], bool]], None], counter: Counter
) -> None:
    choose(page, wait, "dlx", "+5")
    enter(page, "203, 205")
    enter(page, "painting")
    wait(lambda: page.blocks.rowCount() == 1)
    assert page.errors.text == "203, 205 kept back 28 Nov."
    with pytest.raises(SlotTaken):
        counter.hold(counter.quote(counter.item("DLX", "203", ahead=5)))
    assert counter.free("DLX", ahead=5) == 10
    page.blocks.setFocus()
    QApplication.processEvents()
    QTest.keyClick(page.blocks, Key.Key_Delete)
    wait(lambda: page.blocks.rowCount() == 0)
    assert counter.free("DLX", ahead=5) == 12
    assert counter.faults() == []


def test_a_cancelled_departure_leads_on_to_whom_it_hits_at_once_and_later(
    page: StockWindow, wait: Callable[[Callable[[], bool]], None], counter: Counter
) -> None:
    counter.hold(counter.quote(counter.item("GOA21", "1A", "1B", ahead=2)))
    opened: list[OpenDepartureRefunds] = []
    page.wanted.connect(opened.append)
    choose(page, wait, "goa21", "+2")
    QTest.keyClick(QApplication.focusWidget() or page, Key.Key_X, Qt.KeyboardModifier.AltModifier)
    wait(lambda: not page.foot.warning.isHidden())
    enter(page, "landslide")
    QTest.keyClick(QApplication.focusWidget() or page, Key.Key_Return)
    offering = counter.offering("GOA21")
    route = OpenDepartureRefunds(offering.id, offering.name, counter.day(2), "landslide")
    wait(lambda: opened == [route])
    wait(lambda: page.foot.view.primary is Act.REFUND)
    QTest.keyClick(page, Key.Key_F9)
    assert opened == [route, route]
    with pytest.raises(DepartureCancelled):
        counter.quote(counter.item("GOA21", "5C", ahead=2))


@pytest.mark.parametrize(("hour", "first"), [("00:30", "23 nov"), ("05:59", "23 nov"), ("06:00", "24 nov")])
def test_a_rooms_first_day_is_the_business_date(
    database: Database, clock: Any, qtbot: QtBot, hour: str, first: str
) -> None:
    clock.now = datetime.fromisoformat(f"2026-11-24T{hour}:00+05:30").astimezone(UTC)
    services = replace(
        sample_services(),
        list_offerings=ListOfferings(database),
        show_today=ShowToday(database, actor_of(database).desk_id, "Asia/Kolkata"),
        find_availability=FindAvailability(database),
        list_blocks=ListBlocks(database),
    )
    with ThreadPoolExecutor(2) as pool:
        shown = StockWindow(services, Runner(pool))
        qtbot.addWidget(shown)
        qtbot.waitUntil(lambda: shown.offerings.current() is not None, timeout=TIMEOUT_MS)
        shown.what.set_text("dlx")
        shown.what.entered.emit()
        qtbot.waitUntil(lambda: bool(shown.days.text), timeout=TIMEOUT_MS)
        assert shown.days.text.casefold() == first


def test_a_page_that_stays_open_over_night_has_another_today(
    page: StockWindow, wait: Callable[[Callable[[], bool]], None], clock: Any
) -> None:
    choose(page, wait, "dlx", "today")
    before = page.search.today
    clock.advance(86_400)
    page.refresh()
    wait(lambda: page.search.today != before)
    assert before is not None
    assert page.search.today == before + timedelta(days=1)
