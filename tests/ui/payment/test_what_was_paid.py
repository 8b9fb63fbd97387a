"""The confirmation says what was paid by what, and the parts add up to the whole."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.states import BookingState, InstrumentKind, PaymentState, Tender
from desktop.ui.language import speak
from desktop.ui.payment.payment_window import PaymentWindow
from tests.ui.sample_bookings import sample_booking, sample_payment

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.payment.conftest import FakeDesk

    Open = Callable[[], PaymentWindow]


def press(window: PaymentWindow, *keys: Any) -> None:
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(QApplication.focusWidget() or window, key)
        else:
            QTest.keyClick(QApplication.focusWidget() or window, key)
        for _ in range(3):
            QApplication.processEvents()


def figures(text: str) -> list[int]:
    """Return the amounts of a sentence in paise."""
    return [int(found.replace(",", "").replace(".", "")) for found in re.findall(r"[\d,]+\.\d\d", text)]


def test_wallet_and_cash_with_change(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    press(window, "c", "3500", Qt.Key.Key_F9)
    said = window.receipt.paid.text()
    assert said == "Paid 8,400.00: wallet 5,000.00, cash 3,400.00, change 100.00"
    whole, *parts, _change = figures(said)
    assert sum(parts) == whole


def test_one_tender_alone(desk: FakeDesk, open_window: Open) -> None:
    desk.booking = sample_booking(420_000, 500_000)
    window = open_window()
    press(window, Qt.Key.Key_F9)
    assert window.receipt.paid.text() == "Paid 4,200.00: wallet 4,200.00"


def test_a_total_of_zero(desk: FakeDesk, open_window: Open) -> None:
    desk.booking = sample_booking(0, 0)
    window = open_window()
    press(window, Qt.Key.Key_F9)
    assert window.receipt.paid.text() == "Paid 0.00: nothing was to pay"


def test_parts_of_several_acts_are_told_on_the_way_and_at_the_end(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    press(window, "c", "1000", Qt.Key.Key_F9)
    assert window.money._paid.text() == "1,000.00"
    assert window.money._parts.text() == "cash 1,000.00"
    press(window, "c", "500", Qt.Key.Key_F9)
    assert window.money._parts.text() == "cash 1,500.00"
    press(window, "k", "A4521", Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert window.receipt.paid.text() == "Paid 8,400.00: wallet 5,000.00, cash 1,500.00, card slip 1,900.00"


def test_what_the_gateway_told_of_is_told_by_its_instrument(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    press(window, Qt.Key.Key_F9)
    desk.gateway_captures()
    window.refresh()
    press(window, Qt.Key.Key_Shift)
    assert window.receipt.paid.text() == "Paid 8,400.00: wallet 5,000.00, UPI 3,400.00"


def test_a_declined_link_is_no_part(desk: FakeDesk, open_window: Open) -> None:
    link = sample_payment(Tender.RAZORPAY, 340_000, instrument_kind=InstrumentKind.LINK)
    void = replace(link, state=PaymentState.VOID)
    cash = sample_payment(Tender.CASH, 840_000)
    desk.booking = sample_booking(payments=(void, cash), state=BookingState.CONFIRMED)
    window = open_window()
    assert window.receipt.paid.text() == "Paid 8,400.00: cash 8,400.00"


def test_in_hindi_too(desk: FakeDesk, open_window: Open, qapp: QApplication) -> None:
    speak(qapp, "hi")
    window = open_window()
    press(window, "c", "3500", Qt.Key.Key_F9)
    said = window.receipt.paid.text()
    assert figures(said) == [840_000, 500_000, 340_000, 10_000]
    assert "Paid" not in said
    assert "cash" not in said
