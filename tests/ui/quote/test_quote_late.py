"""Late answers, changes by other desks, and what comes after a hold."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from db.ids import UnitId
from desktop.services.domain.catalogue import CellState
from desktop.services.errors import DatabaseLost, SlotTaken
from desktop.ui.quote.quote_window import QuoteWindow
from desktop.ui.runner import Runner
from tests.ui.quote.small_desk import PRIYA, SmallDesk

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


class SlowExecutor(Executor):
    """Does the work when it is told to, in any order."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Future[Any], Callable[[], Any]]] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.waiting.append((future, lambda: fn(*args, **kwargs)))
        return future

    def finish(self, index: int = 0) -> None:
        """Answer one of the questions that are waiting."""
        future, work = self.waiting.pop(index)
        future.set_result(work())
        QApplication.processEvents()


def ready(window: QuoteWindow, qtbot: QtBot, line: str) -> None:
    window.start(line)
    session = window.session
    qtbot.waitUntil(
        lambda: not session.sale.looking and (session.sale.price.refused or not session.sale.price.pending)
    )


def test_a_lost_database_is_said_above_and_enter_tries_again(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    window.set_customer(PRIYA)
    ready(window, qtbot, "dlx 2")
    desk.refuse["place_hold"] = [DatabaseLost(busy=True)]
    window.advance()
    qtbot.waitUntil(lambda: "database is busy" in window.parts.bar.text)
    with qtbot.waitSignal(window.held):
        window.advance()
    first, second = desk.asked("place_hold")
    assert first == second, "the same key finds a hold that was made and not answered"


def test_an_old_answer_about_the_stock_is_dropped(qtbot: QtBot, desk: SmallDesk) -> None:
    slow = SlowExecutor()
    window = QuoteWindow(desk.services(), Runner(slow))
    qtbot.addWidget(window)
    slow.finish()
    window.start("dlx 2")
    window.start("goa21 2")
    slow.finish(1)
    assert window.session.sale.stock is not None
    assert window.session.sale.stock.offering.code == "GOA21"
    slow.finish(0)
    assert window.session.sale.stock.offering.code == "GOA21"
    assert window.session.sale.choice.unit_ids == ("goa21-1A", "goa21-1B")


def test_an_old_price_is_dropped(qtbot: QtBot, desk: SmallDesk) -> None:
    slow = SlowExecutor()
    window = QuoteWindow(desk.services(), Runner(slow))
    qtbot.addWidget(window)
    slow.finish()
    window.start("dlx 2")
    slow.finish()
    window.session.pricing.hurry()
    window.session.toggle(UnitId("dlx-205"))
    window.session.set_meal("CP")
    window.session.pricing.hurry()
    assert len(slow.waiting) == 2
    slow.finish(1)
    assert window.parts.foot.total.text() == "₹9,870.00"
    slow.finish(0)
    assert window.parts.foot.total.text() == "₹9,870.00"


def test_quick_changes_are_priced_once(window: QuoteWindow, desk: SmallDesk, qtbot: QtBot) -> None:
    ready(window, qtbot, "dlx 2")
    before = len(desk.asked("make_quote"))
    for unit in ("dlx-102", "dlx-103", "dlx-104", "dlx-105"):
        window.session.toggle(UnitId(unit))
    qtbot.waitUntil(lambda: not window.session.sale.price.pending)
    assert len(desk.asked("make_quote")) == before + 1


def test_a_change_of_the_stock_keeps_what_is_still_free(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    ready(window, qtbot, "dlx 2")
    window.session.toggle(UnitId("dlx-205"))
    desk.take("dlx-101", state=CellState.HELD, holder="D2", seconds=90)
    window.refresh()
    qtbot.waitUntil(lambda: not window.session.sale.looking)
    assert window.session.sale.choice.unit_ids == ("dlx-205",)
    assert window.parts.bar.text == ""
    assert window.parts.stock.rooms.views[UnitId("dlx-101")].state.value == "held"


def test_a_line_of_the_basket_that_others_took_is_replaced_too(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    ready(window, qtbot, "dlx 2")
    window.session.add_to_basket()
    ready(window, qtbot, "goa21 1")
    desk.take("dlx-101")
    window.refresh()
    qtbot.waitUntil(lambda: not window.session.sale.looking)
    (entry,) = window.session.sale.basket.entries
    assert entry.unit_names == ("102",)
    assert "Chosen instead: 102" in window.parts.bar.text


def test_the_same_room_is_not_offered_twice_in_a_basket(window: QuoteWindow, qtbot: QtBot) -> None:
    ready(window, qtbot, "dlx 2")
    window.session.add_to_basket()
    ready(window, qtbot, "dlx 1")
    assert window.session.sale.choice.unit_ids == ("dlx-102",)
    assert window.parts.stock.rooms.views[UnitId("dlx-101")].state.value == "basket"


def test_after_a_hold_the_next_line_starts_afresh(window: QuoteWindow, desk: SmallDesk, qtbot: QtBot) -> None:
    window.set_customer(PRIYA)
    window.set_promo("stay15")
    ready(window, qtbot, "dlx 2")
    with qtbot.waitSignal(window.held):
        window.advance()
    asked = len(desk.asked("make_quote"))
    window.hide()
    window.show()
    qtbot.waitUntil(lambda: window.parts.stock.rooms.views[UnitId("dlx-101")].state.value == "held")
    qtbot.waitUntil(lambda: len(desk.asked("make_quote")) > asked)
    assert window.session.sale.choice.unit_ids == ("dlx-102",)
    assert window.parts.search.what.text == "DLX"
    assert window.parts.bar.text == ""
    ready(window, qtbot, "goa21 1")
    assert window.session.sale.promo_code == ""
    assert window.session.sale.basket.entries == ()
    window.next_customer()
    assert window.session.sale.customer is None
    assert window.parts.customer.mobile.text == ""


def test_a_line_typed_before_the_catalogue_is_there_is_kept(qtbot: QtBot, desk: SmallDesk) -> None:
    slow = SlowExecutor()
    window = QuoteWindow(desk.services(), Runner(slow))
    qtbot.addWidget(window)
    window.start("dlx 2")
    slow.finish()
    slow.finish()
    assert window.session.sale.choice.unit_ids == ("dlx-101",)


def test_a_search_that_failed_is_done_again_by_enter(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    desk.refuse["find_availability"] = [DatabaseLost(busy=False)]
    window.start("dlx 2")
    qtbot.waitUntil(lambda: "database can't be reached" in window.parts.bar.text)
    assert window.parts.search.what.text == "DLX"
    ready(window, qtbot, "dlx 2")
    assert window.session.sale.choice.unit_ids == ("dlx-101",)
    assert window.parts.bar.text == ""


def test_refused_units_are_told_when_nothing_else_is_free(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    window.set_customer(PRIYA)
    ready(window, qtbot, "dlx 2")
    desk.take(*(f"dlx-{floor * 100 + door}" for floor in range(1, 5) for door in range(1, 13)))
    desk.refuse["place_hold"] = [SlotTaken(names=["101"])]
    window.advance()
    qtbot.waitUntil(lambda: "nothing else is free" in window.parts.bar.text)
    assert window.session.sale.choice.unit_ids == ()
