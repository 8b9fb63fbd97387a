"""Parts of several payers, accounts of the house, its own code, notes and the law's cash: all by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.ids import HouseAccountId
from db.states import InstrumentKind, PaymentState, Tender
from desktop.services.domain.cash_law import CashCounter, CashRoom
from desktop.services.domain.house_accounts import HouseAccount, upi_link
from desktop.ui.payment.note_sums import note_sums
from desktop.ui.payment.payment_form import PaymentForm
from desktop.ui.payment.payment_problem import Problem
from desktop.ui.payment.payment_view import view_payment
from tests.ui.sample_bookings import sample_booking, sample_payment

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.payment.payment_window import PaymentWindow
    from tests.ui.payment.conftest import FakeDesk

    Open = Callable[[], PaymentWindow]

SBI = HouseAccount(
    Tender.OWN_UPI, "SBI counter", vpa="desk@sbi", payee_name="Sahyadri", id=HouseAccountId("a1")
)
ICICI = replace(SBI, name="ICICI", vpa="desk@icici", id=HouseAccountId("a2"))
UTR = "412345678901"
ROOM = CashRoom(
    {CashCounter.DAY: 1_79_000_00, CashCounter.BOOKING: 0, CashCounter.OCCASION: 0}, 2_00_000_00, 90
)


def strike(widget: QWidget, text: str) -> None:
    """Type into the widget that has the focus."""
    QTest.keyClicks(widget, text)
    QApplication.processEvents()


def take(desk: FakeDesk, window: PaymentWindow) -> None:
    """Look at the page, then press F9."""
    window.grab()
    desk.seconds += 1
    QTest.keyClick(window, Qt.Key.Key_F9)
    for _ in range(3):  # the act, what it answers, and the page read again
        QApplication.processEvents()


def read_codes(picture: QWidget) -> list[str]:
    """Return what a telephone reads in a picture."""
    picture.resize(picture.sizeHint())
    image = picture.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    width, height = image.width(), image.height()
    rows = bytes(image.constBits())
    grey = b"".join(rows[y * image.bytesPerLine() :][:width] for y in range(height))
    return [code.text for code in zxingcpp.read_barcodes(memoryview(grey).cast("B", (height, width)))]


def test_one_payers_part_by_the_houses_code(desk: FakeDesk, open_window: Open) -> None:
    desk.accounts = (SBI,)
    desk.booking = sample_booking(840_000, 0)
    window = open_window()
    QTest.keyClick(window, Qt.Key.Key_O)
    payer = window.tenders.payer
    assert payer.account.text() == "to  SBI counter"
    whole = upi_link(SBI, 840_000, "BK-7F3K2Q")
    assert (read_codes(payer.code), read_codes(window.display.qr)) == ([whole], [whole])
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    strike(payer.part, "3000")
    part = upi_link(SBI, 300_000, "BK-7F3K2Q")
    assert (read_codes(payer.code), read_codes(window.display.qr)) == ([part], [part])
    assert payer.rest.text() == "5,400.00 stays for the others"
    strike(window.tenders.references[Tender.OWN_UPI], UTR)
    assert "3,000.00" in window.primary.text()
    assert "5,400.00 stays to be paid" in window.primary.text()
    take(desk, window)
    (request,) = desk.requests
    assert [(one.amount_paise, one.account_id) for one in request.parts] == [(300_000, SBI.id)]
    assert "own" in window.money._parts.text().lower()
    assert payer.part_paise is None


def test_of_several_accounts_one_is_chosen_by_its_key(desk: FakeDesk, open_window: Open) -> None:
    desk.accounts = (SBI, ICICI, replace(SBI, name="old", is_active=False, id=HouseAccountId("a3")))
    desk.booking = sample_booking(840_000, 0)
    window = open_window()
    QTest.keyClick(window, Qt.Key.Key_O)
    strike(window.tenders.references[Tender.OWN_UPI], UTR)
    assert window.tenders.payer.code.isHidden()
    take(desk, window)
    assert desk.requests == []
    window.setFocus()
    for name in ("SBI counter", "ICICI", "SBI counter"):
        QTest.keyClick(window, Qt.Key.Key_I)
        assert window.tenders.payer.account.text() == f"to  {name}"
    take(desk, window)
    assert desk.requests[0].parts[0].account_id == SBI.id


def test_no_code_is_drawn_above_the_accounts_limit(desk: FakeDesk, open_window: Open) -> None:
    desk.accounts = (replace(SBI, upi_limit_paise=500_000),)
    desk.booking = sample_booking(500_001, 0)
    window = open_window()
    QTest.keyClick(window, Qt.Key.Key_O)
    assert window.tenders.payer.code.isHidden()
    assert "5,000.00" in window.tenders.payer.code_word.text()
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    strike(window.tenders.payer.part, "5000")
    assert not window.tenders.payer.code.isHidden()


def test_one_payers_part_by_the_gateways_code(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    QTest.keyClick(window, Qt.Key.Key_T)
    strike(window.tenders.payer.part, "1000")
    assert window.primary.text().startswith("Take 1,000.00 by UPI, 2,400.00 stays to be paid")
    take(desk, window)
    assert [(one[1], one[2]) for one in desk.begun] == [(0, InstrumentKind.QR)]
    assert desk.asked_now == [100_000]


@pytest.mark.parametrize(
    ("part", "problem"),
    [(99, Problem.PART_WRONG), (0, Problem.PART_WRONG), (340_001, Problem.PART_WRONG), (100, None)],
)
def test_a_part_has_bounds(part: int, problem: Problem | None) -> None:
    assert view_payment(sample_booking(), PaymentForm(part_paise=part)).problem is problem


def test_the_gateways_code_has_the_houses_limit() -> None:
    booking = replace(sample_booking(840_000, 0), gateway_upi_paise=500_000)
    assert view_payment(booking, PaymentForm()).problem is Problem.QR_ABOVE_LIMIT
    assert view_payment(booking, PaymentForm(part_paise=500_000)).problem is None
    assert view_payment(booking, PaymentForm(method=InstrumentKind.LINK)).problem is None


def test_who_paid_stands_on_the_page() -> None:
    paid = replace(sample_payment(Tender.OWN_UPI, 300_000, PaymentState.CAPTURED), account="SBI counter")
    view = view_payment(sample_booking(840_000, 0, (paid,)), PaymentForm())
    assert (view.paid_paise, view.due_paise) == (300_000, 540_000)
    assert [part.account for part in view.parts] == ["SBI counter"]


@pytest.mark.parametrize(
    ("paise", "sums"),
    [
        (3_400_00, (3_400_00, 3_500_00, 4_000_00)),
        (3_467_50, (3_467_50, 3_500_00, 3_600_00, 4_000_00)),
        (2_000_00, (2_000_00,)),
        (1, (1, 100_00, 200_00, 500_00)),
        (0, ()),
    ],
)
def test_the_next_sums_in_notes(paise: int, sums: tuple[int, ...]) -> None:
    assert note_sums(paise) == sums


def test_a_key_enters_what_was_handed_over(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    QTest.keyClick(window, Qt.Key.Key_C)
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert window.tenders.received.text() == "4,000.00"
    assert window.tenders.cash_note.text() == "Change 600.00"
    take(desk, window)
    assert desk.requests[0].parts[-1].received_paise == 400_000


def test_a_near_miss_stands_there_before_the_cash_is_counted(desk: FakeDesk, open_window: Open) -> None:
    desk.room = ROOM
    desk.booking = sample_booking(840_000, 0)
    window = open_window()
    QTest.keyClick(window, Qt.Key.Key_C)
    assert "₹20,999.99" in window.tenders.cash.law.text()
    desk.room = replace(ROOM, counted_paise=dict.fromkeys(CashCounter, 0))
    window.refresh()
    QApplication.processEvents()
    assert window.tenders.cash.law.isHidden()


def test_the_pan_is_asked_and_answered_by_a_key(desk: FakeDesk, open_window: Open) -> None:
    desk.room = replace(desk.room, asks_pan_at_paise=100_000)
    window = open_window()
    QTest.keyClick(window, Qt.Key.Key_C)
    take(desk, window)
    assert desk.requests == []
    assert window.tenders.cash.pan.hasFocus()
    QTest.keyClick(window.tenders.cash.pan, Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    take(desk, window)
    assert desk.requests[0].pan == "declined"


def test_an_occasion_is_named_by_a_key(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    QTest.keyClick(window, Qt.Key.Key_C)
    QTest.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    strike(window.tenders.cash.occasion, "Rao wedding")
    QTest.keyClick(window.tenders.cash.occasion, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert desk.occasions == ["Rao wedding"]
