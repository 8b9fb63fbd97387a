"""The answer to a payment is lost: what the page says until it is known, and when it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.states import BookingState
from desktop.services.errors import DatabaseLost
from desktop.ui.database_failures import looked_up_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.payment.payment_window import PaymentWindow
    from tests.ui.payment.conftest import FakeDesk

    Open = Callable[[], PaymentWindow]


def pay_in_cash(window: PaymentWindow) -> None:
    for keys in ("c", "4000", Qt.Key.Key_F9):
        if isinstance(keys, str):
            QTest.keyClicks(QApplication.focusWidget() or window, keys)
        else:
            QTest.keyClick(QApplication.focusWidget() or window, keys)
        settle()


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def test_the_page_is_read_anew_and_shows_what_was_written(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    desk.failure = DatabaseLost(unknown=True)
    desk.booking = replace(desk.booking, state=BookingState.CONFIRMED)
    pay_in_cash(window)
    assert window.error_bar.text == looked_up_text()
    assert window.tenders.isHidden()


def test_while_nobody_answers_it_stays_not_known(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    desk.failure, desk.is_away_after = DatabaseLost(unknown=True), True
    pay_in_cash(window)
    assert "not known whether it was written" in window.error_bar.text
    desk.is_away_after = False
    window.refresh()
    settle()
    assert window.error_bar.text == looked_up_text()
