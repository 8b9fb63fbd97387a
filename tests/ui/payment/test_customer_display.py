"""The customer's side: amount, code and time left, and nothing about the customer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.states import BookingState, PaymentState, Tender
from desktop.ui.payment.customer_display import Facing, display_view
from desktop.ui.payment.payment_form import PaymentForm
from desktop.ui.payment.payment_view import view_payment
from desktop.ui.theme import apply_theme
from tests.ui.sample_bookings import sample_booking, sample_payment

if TYPE_CHECKING:
    from desktop.services.domain.booking import Booking
    from desktop.ui.payment.payment_window import PaymentWindow
    from tests.ui.payment.conftest import FakeDesk

    Open = Callable[[], PaymentWindow]

WAITING = sample_payment(Tender.RAZORPAY, 340_000, PaymentState.WAITING, wallet_paise=500_000)


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    apply_theme(qapp, request.param, 1.0)
    yield request.param
    apply_theme(qapp, "light", 1.0)


@pytest.mark.parametrize(
    ("booking", "facing", "amount"),
    [
        (sample_booking(), Facing.AMOUNT, 340_000),
        (sample_booking(840_000, 0, (WAITING,)), Facing.SCAN, 340_000),
        (sample_booking(840_000, 0, (replace(WAITING, last_answer="moving"),)), Facing.RECEIVED, 340_000),
        (sample_booking(840_000, 0, (replace(WAITING, state=PaymentState.CLOSING),)), Facing.AMOUNT, 340_000),
        (sample_booking(state=BookingState.CONFIRMED), Facing.PAID, 840_000),
        (sample_booking(state=BookingState.EXPIRED), Facing.NOTHING, 0),
    ],
)
def test_each_state_faces_the_customer_in_its_own_way(booking: Booking, facing: Facing, amount: int) -> None:
    shown = display_view(booking, view_payment(booking, PaymentForm()))
    assert (shown.facing, shown.amount_paise) == (facing, amount)
    assert bool(shown.content) is (facing is Facing.SCAN)


def test_it_says_nothing_about_the_customer(
    desk: FakeDesk, open_window: Open, snapshot: Callable[[QWidget], str]
) -> None:
    desk.booking = sample_booking(840_000, 0, (WAITING,))
    window = open_window()
    text = snapshot(window.display)
    for private in ("Asha", "4321", "Deluxe", "BK-"):
        assert private not in text
    assert 'label "PRACTICE"' in text
    assert 'label "₹3,400.00"' in text
    assert 'label "07:47"' in text


def test_its_code_can_be_read_by_a_telephone(desk: FakeDesk, open_window: Open, scheme: str) -> None:
    desk.booking = sample_booking(840_000, 0, (WAITING,))
    window = open_window()
    for picture in (window.instrument.qr, window.display.qr):
        picture.resize(picture.sizeHint())
        image = picture.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        width, height = image.width(), image.height()
        rows = bytes(image.constBits())
        grey = b"".join(rows[y * image.bytesPerLine() :][:width] for y in range(height))
        found = zxingcpp.read_barcodes(memoryview(grey).cast("B", (height, width)))
        assert [code.text for code in found] == [WAITING.instrument_content], scheme


def test_a_key_opens_and_closes_it(open_window: Open) -> None:
    window = open_window()
    assert window.display.isHidden()
    QTest.keyClick(window, Qt.Key.Key_F12)
    assert not window.display.isHidden()
    QTest.keyClick(window.display, Qt.Key.Key_F12)
    assert window.display.isHidden()


def test_a_pictures_address_is_shown_as_text_where_there_is_no_code(
    desk: FakeDesk, open_window: Open, snapshot: Callable[[QWidget], str]
) -> None:
    address = "https://rzp.example/i/abc"
    desk.booking = sample_booking(840_000, 0, (replace(WAITING, instrument_content=address),))
    window = open_window()
    assert window.instrument.qr.isHidden()
    assert f'label "{address}"' in snapshot(window)
