"""A GSTIN after the hold: what it makes of the total stands on a key, and money is taken afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.services.correcting_errors import OtherThanShown
from desktop.services.domain.buyer_change import BuyerChange
from desktop.services.domain.levies import Levies
from desktop.services.domain.place_of_supply import NOBODY, Buyer
from desktop.ui.payment.payment_window import PaymentWindow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from db.actor import Actor
    from db.ids import BookingId
    from desktop.ui.runner import Runner
    from tests.ui.payment.conftest import FakeDesk

KARNATAKA = Buyer("29AAACB1234C1ZX", "29")


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


class Books:
    """What becomes of the booking's taxes, once it was asked for."""

    def __init__(self, desk: FakeDesk) -> None:
        self.desk = desk
        self.asked: list[int] = []
        self.refusal: Exception | None = None

    def preview(self, _booking_id: BookingId) -> BuyerChange | None:
        return None if self.asked else self._change()

    def change(self, booking_id: BookingId, shown_total_paise: int, *, actor: Actor) -> BuyerChange:
        if self.refusal is not None:
            raise self.refusal
        change = self._change()
        self.asked.append(shown_total_paise)
        self.desk.booking = replace(
            self.desk.booking, total_paise=change.total_paise, buyer_gstin=KARNATAKA.gstin
        )
        return change

    def _change(self) -> BuyerChange:
        booking = self.desk.booking
        old, new = Levies(cgst_paise=100_00, sgst_paise=100_00), Levies(igst_paise=200_01)
        total = booking.total_paise
        return BuyerChange(booking.reference, NOBODY, KARNATAKA, old, new, total, total + 1, (), True)


@pytest.fixture
def books(desk: FakeDesk) -> Books:
    customer = replace(desk.booking.customer, buyer=KARNATAKA)
    desk.booking = replace(desk.booking, customer=customer)
    return Books(desk)


@pytest.fixture
def window(desk: FakeDesk, books: Books, runner: Runner, qtbot: QtBot) -> PaymentWindow:
    services = replace(desk.services(), preview_buyer_change=books.preview, change_buyer=books.change)
    made = PaymentWindow(services, runner, steady=lambda: desk.seconds)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.show_booking(desk.booking.id)
    settle()
    return made


def test_the_new_total_stands_on_the_key_and_is_taken_over(
    window: PaymentWindow, books: Books, desk: FakeDesk
) -> None:
    total = desk.booking.total_paise
    assert not window.buyer.isHidden()
    assert "the tax becomes IGST, total +0.01 = " in window.buyer.text()
    QTest.keyClick(window, Qt.Key.Key_Y)
    settle()
    assert books.asked == [total + 1]
    assert window.buyer.isHidden()
    assert "The taxes are those of this buyer now" in window.error_bar.text


def test_a_total_that_moved_meanwhile_is_refused_and_read_again(window: PaymentWindow, books: Books) -> None:
    books.refusal = OtherThanShown()
    QTest.keyClick(window, Qt.Key.Key_Y)
    settle()
    assert (books.asked, window.buyer.isHidden()) == ([], False)
    assert window.error_bar.text


def test_without_a_change_there_is_no_key(desk: FakeDesk, runner: Runner, qtbot: QtBot) -> None:
    made = PaymentWindow(desk.services(), runner, steady=lambda: desk.seconds)
    qtbot.addWidget(made)
    made.show_booking(desk.booking.id)
    settle()
    assert made.buyer.isHidden()
    made.buyer.press()
    assert "already" in made.error_bar.text
