"""What the quote window shows, and where it says what is wrong."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from db.ids import CustomerId, UnitId
from desktop.services.domain.people import Customer
from desktop.services.domain.promo import PromoReason, PromoRefused
from desktop.ui.failures import explain
from desktop.ui.quote.chosen.guest_rows import RoomGuestsRow
from desktop.ui.quote.quote_window import QuoteWindow
from tests.ui.quote.small_desk import PRIYA, TODAY, SmallDesk

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


def ready(window: QuoteWindow, qtbot: QtBot, line: str) -> None:
    window.start(line)
    session = window.session
    qtbot.waitUntil(
        lambda: not session.sale.looking and (session.sale.price.refused or not session.sale.price.pending)
    )


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
        'label "in Sun 22 Nov 14:30, out Tue 24 Nov 11:00 · 2 nights · Room only"',
        'label "2 × 4,200.00"',
        'label "Promo STAY15"',
        'label "-1,260.00"',
        'label "357.00"',
    ):
        assert words in shown
    assert "GST" not in shown
    window.parts.price.lines.taxes.setChecked(True)
    told = "2 × 3,570.00: each CGST 2.5 % 89.25 + SGST 2.5 % 89.25"
    assert f'label "{told}"' in snapshot(window.parts.price)
    foot = window.parts.foot
    assert foot.total.text() == "₹7,497.00"
    assert foot.wallet.text() == "wallet 5,000.00, left to pay 2,497.00"
    assert foot.hold.text() == "Hold ₹7,497.00 for 10:00   Enter"


def test_the_proposal_stands_with_its_reason(window: QuoteWindow, qtbot: QtBot) -> None:
    ready(window, qtbot, "dlx 2")
    advice = window.parts.stock.advice
    assert advice.text() == "★ Proposed: 101 · the first that is free on every night"
    window.session.toggle(UnitId("dlx-205"))
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
        (search.when, "20/11/2026", "This day is over"),
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


def test_too_many_persons_are_refused_at_how_many(window: QuoteWindow, qtbot: QtBot) -> None:
    ready(window, qtbot, "dlx 2n 5a")
    assert window.parts.search.count.is_wrong
    assert window.parts.search.count.note == "▲ Adults here: 2 at most."
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
    qtbot.waitUntil(lambda: window.session.sale.choice.first_day == TODAY + timedelta(days=1))
    assert when.text() == "23/11/2026"


def test_two_that_match_are_listed(window: QuoteWindow, desk: SmallDesk, qtbot: QtBot) -> None:
    desk.customers.append(Customer(CustomerId("c2"), "+919999943210", "Arun Das", 0))
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
    assert window.session.sale.customer is None
    assert panel.name.text == ""
