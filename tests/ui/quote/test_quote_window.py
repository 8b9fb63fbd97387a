"""What the quote window shows, where it says what is wrong, and what it does with late answers."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.services.domain.catalogue import CellState
from desktop.services.domain.people import Customer
from desktop.services.domain.promo import PromoReason, PromoRefused
from desktop.services.errors import DatabaseLost
from desktop.ui.failures import explain
from desktop.ui.quote.guest_rows import RoomGuestsRow
from desktop.ui.quote.quote_window import QuoteWindow
from desktop.ui.runner import Runner
from tests.ui.quote.small_desk import PRIYA, TODAY, SmallDesk

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
    pricing = session.pricing
    qtbot.waitUntil(lambda: not session.watch.looking and (pricing.refused or not pricing.pending))


def test_the_price_is_shown_as_it_will_be_printed(
    window: QuoteWindow, qtbot: QtBot, snapshot: Callable[[QWidget], str]
) -> None:
    window.set_customer(PRIYA)
    window.set_promo("stay15")
    ready(window, qtbot, "dlx 2")
    shown = snapshot(window.parts.price)
    for words in (
        'label "Deluxe 101"',
        'label "8,400.00"',
        'label "22–24 Nov · 2 nights · Room only"',
        'label "2 × 4,200.00"',
        'label "Promo STAY15"',
        'label "-1,260.00"',
        'label "357.00"',
    ):
        assert words in shown
    assert "GST" not in shown
    window.parts.price.lines.taxes.setChecked(True)
    assert 'label "GST 5 % on 7,140.00"' in snapshot(window.parts.price)
    foot = window.parts.foot
    assert foot.total.text() == "₹7,497.00"
    assert foot.wallet.text() == "wallet 5,000.00, left to pay 2,497.00"
    assert foot.hold.text() == "Hold ₹7,497.00 for 10:00   Enter"


def test_the_proposal_stands_with_its_reason(window: QuoteWindow, qtbot: QtBot) -> None:
    ready(window, qtbot, "dlx 2")
    advice = window.parts.stock.advice
    assert advice.text() == "★ Proposed: 101 · the first that is free on every night"
    window.session.toggle("dlx-205")
    assert advice.text() == "Chosen: 205"


def test_each_refusal_of_a_promo_stands_at_its_field_and_the_price_stays(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    ready(window, qtbot, "dlx 2")
    promo = window.parts.price.promo
    sentences = set()
    for reason in PromoReason:
        if reason is PromoReason.BLANK:
            continue
        desk.refuse["make_quote"] = [PromoRefused("STAY15", reason, 3_000_00)]
        window.set_promo("stay15")
        qtbot.waitUntil(lambda: promo.is_wrong)
        sentences.add(promo.note)
        assert promo.note == f"▲ {explain(PromoRefused('STAY15', reason, 3_000_00))}"
        assert window.parts.foot.total.text() == "₹8,820.00"
        assert promo.text == "stay15"
    assert len(sentences) == len(PromoReason) - 1
    window.set_promo("stay15")
    qtbot.waitUntil(lambda: window.parts.foot.total.text() == "₹7,497.00")
    assert not promo.is_wrong


def test_a_promo_that_fits_later_is_taken_then(window: QuoteWindow, desk: SmallDesk, qtbot: QtBot) -> None:
    window.set_promo("stay15")
    ready(window, qtbot, "heri 2")
    assert window.parts.price.promo.is_wrong
    ready(window, qtbot, "dlx 2")
    qtbot.waitUntil(lambda: window.parts.foot.total.text() == "₹7,497.00")
    assert not window.parts.price.promo.is_wrong


def test_fields_say_what_can_not_be_and_keep_what_was_typed(window: QuoteWindow, qtbot: QtBot) -> None:
    ready(window, qtbot, "dlx 2")
    search = window.parts.search
    for field, text, words in (
        (search.when, "someday", "is no day"),
        (search.when, "21/11/2026", "This day is over"),
        (search.when, "26-24 nov", "Check-out must be after check-in"),
        (search.count, "lots", "is no number here"),
        (search.count, "0", "One at least"),
    ):
        kept = field.edit.text()
        field.edit.setFocus()
        field.edit.selectAll()
        QTest.keyClicks(field.edit, text)
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
        assert field.is_wrong
        assert words in field.note
        assert field.edit.text() == text
        assert field.edit.hasFocus()
        field.edit.clear()
        QTest.keyClicks(field.edit, kept or " ")
        assert not field.is_wrong
    assert window.session.choice.unit_ids == ("dlx-101",)


def test_too_many_persons_are_refused_at_how_many(window: QuoteWindow, qtbot: QtBot) -> None:
    ready(window, qtbot, "dlx 2n 5a")
    assert window.parts.search.count.is_wrong
    assert window.parts.search.count.note == "▲ It takes 2 persons at most."
    row = window.parts.details.rows[0]
    assert isinstance(row, RoomGuestsRow)
    row.adults.setValue(2)
    qtbot.waitUntil(lambda: not window.parts.search.count.is_wrong)
    assert window.parts.foot.total.text() == "₹8,820.00"


def test_a_stopped_day_says_why_at_the_day(window: QuoteWindow, desk: SmallDesk, qtbot: QtBot) -> None:
    desk.stopped[TODAY] = "private party"
    ready(window, qtbot, "goa21 today 2")
    assert "private party" in window.parts.search.when.note
    assert "private party" in window.parts.stock.empty.text()


def test_a_day_without_a_departure_says_so(window: QuoteWindow, qtbot: QtBot) -> None:
    ready(window, qtbot, "heri tue 2")
    assert "not on sale on Tue 24 Nov" in window.parts.search.when.note
    assert window.parts.stock.page is window.parts.stock.dates


def test_an_unknown_word_is_said_at_what(window: QuoteWindow) -> None:
    window.start("nothing like this")
    assert window.parts.search.what.is_wrong
    assert window.parts.search.what.text == "nothing like this"


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
    assert window.session.stock is not None
    assert window.session.stock.offering.code == "GOA21"
    slow.finish(0)
    assert window.session.stock.offering.code == "GOA21"
    assert window.session.choice.unit_ids == ("goa21-1A", "goa21-1B")


def test_an_old_price_is_dropped(qtbot: QtBot, desk: SmallDesk) -> None:
    slow = SlowExecutor()
    window = QuoteWindow(desk.services(), Runner(slow))
    qtbot.addWidget(window)
    slow.finish()
    window.start("dlx 2")
    slow.finish()
    window.session.pricing.hurry()
    window.session.toggle("dlx-205")
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
        window.session.toggle(unit)
    qtbot.waitUntil(lambda: not window.session.pricing.pending)
    assert len(desk.asked("make_quote")) == before + 1


def test_a_change_of_the_stock_keeps_what_is_still_free(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    ready(window, qtbot, "dlx 2")
    window.session.toggle("dlx-205")
    desk.take("dlx-101", state=CellState.HELD, holder="D2", seconds=90)
    window.refresh()
    qtbot.waitUntil(lambda: not window.session.watch.looking)
    assert window.session.choice.unit_ids == ("dlx-205",)
    assert window.parts.bar.text == ""
    assert window.parts.stock.rooms.views["dlx-101"].look.value == "held"


def test_a_line_of_the_basket_that_others_took_is_replaced_too(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    ready(window, qtbot, "dlx 2")
    window.session.add_to_basket()
    ready(window, qtbot, "goa21 1")
    desk.take("dlx-101")
    window.refresh()
    qtbot.waitUntil(lambda: not window.session.watch.looking)
    (entry,) = window.session.basket.entries
    assert entry.unit_names == ("102",)
    assert "Chosen instead: 102" in window.parts.bar.text


def test_the_same_room_is_not_offered_twice_in_a_basket(window: QuoteWindow, qtbot: QtBot) -> None:
    ready(window, qtbot, "dlx 2")
    window.session.add_to_basket()
    ready(window, qtbot, "dlx 1")
    assert window.session.choice.unit_ids == ("dlx-102",)
    assert window.parts.stock.rooms.views["dlx-101"].look.value == "basket"


def test_the_days_drop_down_with_price_and_what_is_left(window: QuoteWindow, qtbot: QtBot) -> None:
    ready(window, qtbot, "goa21 2")
    when = window.parts.search.when.edit
    when.setFocus()
    QTest.keyClick(when, Qt.Key.Key_Down)
    popup = window.walk.days
    assert not popup.isHidden()
    model = popup.table.model()
    row = [model.index(1, column).data() for column in range(4)]
    assert row == ["Mon 23 Nov", "21:30", "43 of 45", "900.00"]
    QTest.keyClick(popup.table, Qt.Key.Key_Escape)
    assert popup.isHidden()
    assert when.hasFocus()
    QTest.keyClick(when, Qt.Key.Key_Down)
    QTest.keyClick(popup.table, Qt.Key.Key_Down)
    QTest.keyClick(popup.table, Qt.Key.Key_Return)
    assert popup.isHidden()
    qtbot.waitUntil(lambda: window.session.choice.first_day == TODAY + timedelta(days=1))
    assert when.text() == "23/11/2026"


def test_two_that_match_are_listed(window: QuoteWindow, desk: SmallDesk, qtbot: QtBot) -> None:
    desk.customers.append(Customer("c2", "+919999943210", "Arun Das", 0))
    ready(window, qtbot, "dlx 2")
    panel = window.parts.customer
    panel.take_focus()
    QTest.keyClicks(panel.mobile.edit, "43210")
    qtbot.waitUntil(panel.matches.isVisible)
    with qtbot.waitSignal(window.customer_changed) as changed:
        QTest.keyClick(panel.mobile.edit, Qt.Key.Key_Down)
        QTest.keyClick(panel.mobile.edit, Qt.Key.Key_Return)
    assert changed.args[0].name == "Arun Das"


def test_changing_the_number_forgets_the_customer(window: QuoteWindow, qtbot: QtBot) -> None:
    window.set_customer(PRIYA)
    panel = window.parts.customer
    panel.take_focus()
    with qtbot.waitSignal(window.customer_changed) as changed:
        QTest.keyClicks(panel.mobile.edit, "7")
    assert changed.args == [None]
    assert window.session.customer is None
    assert panel.name.text == ""


def test_after_a_hold_the_next_line_starts_afresh(window: QuoteWindow, desk: SmallDesk, qtbot: QtBot) -> None:
    window.set_customer(PRIYA)
    window.set_promo("stay15")
    ready(window, qtbot, "dlx 2")
    with qtbot.waitSignal(window.held):
        window.advance()
    asked = len(desk.asked("make_quote"))
    window.hide()
    window.show()
    qtbot.waitUntil(lambda: window.parts.stock.rooms.views["dlx-101"].look.value == "held")
    qtbot.waitUntil(lambda: len(desk.asked("make_quote")) > asked)
    assert window.session.choice.unit_ids == ("dlx-102",)
    assert window.parts.search.what.text == "DLX"
    assert window.parts.bar.text == ""
    ready(window, qtbot, "goa21 1")
    assert window.session.promo_code == ""
    assert window.session.basket.entries == ()
    window.next_customer()
    assert window.session.customer is None
    assert window.parts.customer.mobile.text == ""


def test_a_line_typed_before_the_catalogue_is_there_is_kept(qtbot: QtBot, desk: SmallDesk) -> None:
    slow = SlowExecutor()
    window = QuoteWindow(desk.services(), Runner(slow))
    qtbot.addWidget(window)
    window.start("dlx 2")
    slow.finish()
    slow.finish()
    assert window.session.choice.unit_ids == ("dlx-101",)


def test_a_search_that_failed_is_done_again_by_enter(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    desk.refuse["find_availability"] = [DatabaseLost(busy=False)]
    window.start("dlx 2")
    qtbot.waitUntil(lambda: "database can't be reached" in window.parts.bar.text)
    assert window.parts.search.what.text == "DLX"
    ready(window, qtbot, "dlx 2")
    assert window.session.choice.unit_ids == ("dlx-101",)
    assert window.parts.bar.text == ""
