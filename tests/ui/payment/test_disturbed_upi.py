"""While UPI is disturbed, who chooses it is told so, and may take it all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.states import InstrumentKind
from desktop.services.domain.disturbance import Disturbance, Severity
from tests.ui.sample_bookings import sample_booking

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.payment.payment_window import PaymentWindow
    from tests.ui.payment.conftest import FakeDesk

    Open = Callable[[], PaymentWindow]
    Snapshot = Callable[[QWidget], str]

SAID = 'label "▲ Many UPI payments fail at the moment: another tender is safer."'
UPI_IS_DOWN = (Disturbance("upi", Severity.HIGH),)


def press(window: PaymentWindow, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key)
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture(autouse=True)
def _upi_is_down(desk: FakeDesk) -> None:
    desk.disturbances = UPI_IS_DOWN


def test_it_is_said_below_the_tenders_while_upi_is_chosen(open_window: Open, snapshot: Snapshot) -> None:
    window = open_window()
    assert SAID in snapshot(window)
    press(window, Qt.Key.Key_K)
    assert SAID not in snapshot(window)
    window.tenders.choose(InstrumentKind.QR)
    assert SAID in snapshot(window)


def test_upi_can_be_taken_all_the_same(desk: FakeDesk, open_window: Open) -> None:
    press(open_window(), Qt.Key.Key_F9)
    assert [kind for _, _, kind, _ in desk.begun] == ["qr"]


def test_it_comes_and_goes_while_the_page_is_open(
    desk: FakeDesk, open_window: Open, snapshot: Snapshot, qapp: QApplication
) -> None:
    window = open_window()
    for known in ((), UPI_IS_DOWN, (Disturbance("card", Severity.HIGH),)):
        desk.disturbances = known
        window.refresh()
        qapp.processEvents()
        assert (SAID in snapshot(window)) == (known == UPI_IS_DOWN)


def test_a_wallet_that_covers_everything_is_not_disturbed(
    desk: FakeDesk, open_window: Open, snapshot: Snapshot
) -> None:
    desk.booking = sample_booking(420_000, 500_000)
    assert "disturbed" not in snapshot(open_window())
    assert SAID not in snapshot(open_window())
