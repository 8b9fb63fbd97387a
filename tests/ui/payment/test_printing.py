"""Take the money, print, next: what Enter does once a booking is paid."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject, QProcess, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.ids import DocumentId
from db.print_words import PrintState
from desktop.services.domain.printing import PrintRequest
from desktop.services.errors import DatabaseLost
from desktop.ui.papers.sample_papers import sample_papers
from desktop.ui.payment.default_printer import DefaultPrinter
from desktop.ui.payment.receipt_panel import ReceiptPanel
from desktop.ui.widgets.paper_buttons import paper_name
from tests.ui.hand import Hand
from tests.ui.sample_bookings import sample_booking
from tests.ui.sample_papers import PRINTER, SLIP

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.keys.key_rule import KeyRule
    from desktop.ui.payment.payment_window import PaymentWindow
    from tests.ui.payment.conftest import FakeDesk

    Open = Callable[[], PaymentWindow]

Key = Qt.Key
RECEIPT = PrintRequest(DocumentId("document-1"), with_listed=True)


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch, desk: FakeDesk) -> FakeDesk:
    """The desk with a printer; its papers are what was queued."""
    monkeypatch.setattr(DefaultPrinter, "is_there", lambda _self: True)
    return desk


def press(window: PaymentWindow, key: Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key)
    for _ in range(4):
        QApplication.processEvents()


@pytest.fixture
def paid(desk: FakeDesk, open_window: Open, printer: FakeDesk) -> PaymentWindow:
    """A window on which a booking was just paid, past the moment in which no key counts."""
    assert printer is desk
    desk.booking = sample_booking(420_000, 500_000)
    window = open_window()
    press(window, Key.Key_F9)
    desk.seconds += 1
    return window


def heard(window: PaymentWindow) -> tuple[list[Any], list[str]]:
    finished: list[Any] = []
    shown: list[str] = []
    window.finished.connect(finished.append)
    window.wanted.connect(lambda route: shown.append(route.document_id))
    return finished, shown


def test_enter_prints_and_enter_again_goes_on(
    desk: FakeDesk, paid: PaymentWindow, printer: FakeDesk, snapshot: Any
) -> None:
    finished, shown = heard(paid)
    assert 'button "Print   Enter"' in snapshot(paid)
    assert 'button "Next   Esc"' in snapshot(paid)
    press(paid, Key.Key_Return)
    assert printer.papers == [RECEIPT]
    assert f"D1-R-000001 went to {PRINTER}." in snapshot(paid)
    assert 'button "Next   Enter"' in snapshot(paid)
    desk.seconds += 1
    press(paid, Key.Key_Return)
    assert len(finished) == 1
    assert (printer.papers, shown) == ([RECEIPT], [])


def test_a_double_enter_prints_once_and_does_not_go_on(
    paid: PaymentWindow, printer: FakeDesk, keys: KeyRule
) -> None:
    finished, _shown = heard(paid)
    hand = Hand(paid, keys)
    hand.strike(Key.Key_Return)
    hand.strike(Key.Key_Return, pause=0.1)
    assert (len(printer.papers), finished) == (1, [])


def test_the_key_that_paid_prints_nothing(
    desk: FakeDesk, open_window: Open, printer: FakeDesk, keys: KeyRule
) -> None:
    desk.booking = sample_booking(420_000, 500_000)
    window = open_window()
    hand = Hand(window, keys)
    hand.strike(Key.Key_Return)
    hand.strike(Key.Key_Return, pause=0.2)
    assert not window.receipt.isHidden()
    assert printer.papers == []


def test_an_enter_that_asked_the_gateway_prints_nothing(
    desk: FakeDesk, open_window: Open, printer: FakeDesk, keys: KeyRule
) -> None:
    window = open_window()
    hand = Hand(window, keys)
    hand.strike(Key.Key_F9)
    desk.gateway_captures()
    hand.strike(Key.Key_Return)
    hand.strike(Key.Key_Return, pause=0.2)
    assert not window.receipt.isHidden()
    assert printer.papers == []


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (PrintState.WAITING, "D1-R-000001 waits for its printer; you can go on."),
        (PrintState.PRINTED, f"D1-R-000001 was printed on {PRINTER}."),
        (PrintState.UNSURE, "D1-R-000001 may be out: There was no answer in time."),
        (PrintState.FAILED, "D1-R-000001 did not come out: Nobody listens at this address."),
    ],
)
def test_whatever_the_printer_does_the_clerk_is_told_and_goes_on(
    desk: FakeDesk, paid: PaymentWindow, printer: FakeDesk, snapshot: Any, state: PrintState, said: str
) -> None:
    finished, _shown = heard(paid)
    printer.paper_state = state
    press(paid, Key.Key_Return)
    assert said in snapshot(paid)
    desk.seconds += 1
    press(paid, Key.Key_Return)
    assert len(finished) == 1


def test_a_receipt_that_was_looked_at_is_not_printed_by_the_next_enter(
    desk: FakeDesk, paid: PaymentWindow, printer: FakeDesk
) -> None:
    finished, shown = heard(paid)
    QTest.keyClick(paid, Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    press(paid, Key.Key_Return)
    assert shown == ["document-1"]
    assert (len(finished), printer.papers) == (1, [])


def test_an_unreadable_receipt_is_said(desk: FakeDesk, paid: PaymentWindow, printer: FakeDesk) -> None:
    desk.failure = DatabaseLost(busy=True)
    press(paid, Key.Key_Return)
    assert "busy" in paid.error_bar.text
    assert printer.papers == []


def test_the_next_booking_is_offered_to_print_again(
    desk: FakeDesk, paid: PaymentWindow, printer: FakeDesk
) -> None:
    press(paid, Key.Key_Return)
    desk.booking = sample_booking(420_000, 500_000)
    paid.show_booking(desk.booking.id)
    QApplication.processEvents()
    desk.seconds += 1
    press(paid, Key.Key_F9)
    desk.seconds += 1
    press(paid, Key.Key_Return)
    assert len(printer.papers) == 2


def test_a_desk_with_a_printer_of_its_own_offers_to_print(
    desk: FakeDesk, open_window: Open, snapshot: Any
) -> None:
    desk.printers = (SLIP,)
    desk.booking = sample_booking(420_000, 500_000)
    window = open_window()
    press(window, Key.Key_F9)
    assert 'button "Print   Enter"' in snapshot(window)


def asked(qtbot: QtBot, program: str) -> bool:
    """Ask a program for the default printer, wait for its end and return what was learned."""
    parent = QObject()
    printer = DefaultPrinter(parent, program)
    printer.ask()
    qtbot.waitUntil(lambda: printer.findChild(QProcess) is None)
    return printer.is_there()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no lpstat; its own spooler is asked")
@pytest.mark.parametrize(
    ("answer", "is_there"),
    [("system default destination: Counter_laser", True), ("no system default destination", False)],
)
def test_the_print_system_is_asked_beside_the_window(
    qtbot: QtBot, tmp_path: Path, answer: str, is_there: bool
) -> None:
    program = tmp_path / "lpstat"
    program.write_text(f'#!/bin/sh\necho "{answer}"\n')
    program.chmod(0o700)
    assert asked(qtbot, str(program)) is is_there


def test_a_print_system_that_is_not_there_has_no_printer(qtbot: QtBot, tmp_path: Path) -> None:
    assert not asked(qtbot, str(tmp_path / "nothing"))


def test_nothing_is_printed_where_there_is_no_screen(qapp: QApplication) -> None:
    assert QApplication.platformName() == "offscreen"
    printer = DefaultPrinter(qapp)
    printer.ask()
    assert printer.findChild(QProcess) is None
    assert not printer.is_there()


def test_the_panel_tells_which_papers_were_made(qtbot: QtBot) -> None:
    papers = (sample_papers()["receipt-voucher"], sample_papers()["payment-slip"])
    panel = ReceiptPanel()
    qtbot.addWidget(panel)
    panel.tell_papers([paper_name(one.kind, one.number, one.content.total_paise) for one in papers])
    assert panel.papers.text() == (
        "Receipt voucher  D1-R-2627-000014  8,904.00\nPayment slip  D1-P-2627-000014  5,980.06"
    )
