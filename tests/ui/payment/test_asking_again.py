"""Asking for the money again: a new request where surely nothing came of the first, else the same one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.services.errors import DatabaseLost, DeskError, GatewayRejected, GatewayUnreachable

if TYPE_CHECKING:
    from desktop.ui.payment.payment_window import PaymentWindow
    from tests.ui.payment.conftest import FakeDesk

    Open = Callable[[], PaymentWindow]


def ask(window: PaymentWindow) -> None:
    """Press F9 and let the answer and the reading after it arrive."""
    QTest.keyClick(window, Qt.Key.Key_F9)
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize("failure", [GatewayUnreachable(), GatewayRejected(reason="qr_not_enabled")])
def test_after_a_surely_failed_try_the_first_f9_asks_anew(
    desk: FakeDesk, open_window: Open, failure: DeskError
) -> None:
    window = open_window()
    desk.failure = failure
    ask(window)
    assert window.error_bar.text
    ask(window)
    assert len({key for *_, key in desk.begun}) == 2
    assert not window.instrument.isHidden()


def test_after_an_unclear_end_the_same_request_is_repeated(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    desk.failure = DatabaseLost(busy=False)
    ask(window)
    ask(window)
    assert len(desk.begun) == 2
    assert len({key for *_, key in desk.begun}) == 1
