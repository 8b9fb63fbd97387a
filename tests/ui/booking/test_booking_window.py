"""A booking as it stands, and what can be done to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QStackedLayout, QWidget

from db.ids import BookingId, BookingReference, DocumentId, RefundId
from db.states import BookingState, DocumentKind, RefundRule, RefundState, Tender
from desktop.services.domain.booking import Booking, LineMove, Refund
from desktop.services.domain.document import Document
from desktop.services.errors import NotFound
from desktop.ui.booking.booking_view import view_booking
from desktop.ui.booking.booking_window import BookingWindow
from desktop.ui.papers.sample_papers import sample_papers
from desktop.ui.routes import OpenCancellation, OpenDocument, OpenPayment
from tests.ui.documents.test_documents import paper_of
from tests.ui.sample_bookings import NOW, sample_basket, sample_booking, sample_payment
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

PAID = (sample_payment(Tender.CASH, 840_000),)


def booking(state: BookingState) -> Booking:
    return sample_booking(payments=() if state is BookingState.HELD else PAID, state=state)


@pytest.mark.parametrize(
    ("state", "pay", "cancel"),
    [
        (BookingState.HELD, True, True),
        (BookingState.CONFIRMED, False, True),
        (BookingState.EXPIRED, False, False),
        (BookingState.CANCELLED, False, False),
        (BookingState.COMPLETED, False, False),
    ],
)
def test_only_what_can_be_done_is_offered(state: BookingState, pay: bool, cancel: bool) -> None:
    view = view_booking(booking(state), "Asia/Kolkata")
    assert (view.can_pay, view.can_cancel) == (pay, cancel)


def test_money_back_stands_below_money_in() -> None:
    refund = Refund(RefundId("r1"), Tender.CASH, RefundState.DONE, 420_000, NOW, NOW, "")
    shown = replace(booking(BookingState.CANCELLED), refunds=(refund,), cancel_reason="plans changed")
    view = view_booking(shown, "Asia/Kolkata")
    assert [(row.what, row.amount) for row in view.money] == [
        ("cash", "8,400.00"),
        ("back to cash", "-4,200.00"),
    ]
    assert "plans changed" in view.when


@pytest.fixture
def window(qtbot: QtBot, runner: Runner) -> BookingWindow:
    known = {"held": booking(BookingState.HELD), "sold": booking(BookingState.CONFIRMED)}

    def find(name: str) -> Booking:
        if name not in known:
            raise NotFound("booking", name)
        return known[name]

    def find_receipt(_booking_id: BookingId) -> Document:
        sold = known["sold"]
        return Document(
            DocumentId("d7"),
            DocumentKind.RECEIPT,
            "D1-R-1",
            NOW,
            NOW.date(),
            True,
            0,
            "Asia/Kolkata",
            paper_of(sold),
        )

    made = BookingWindow(replace(sample_services(), find_booking=find, find_receipt=find_receipt), runner)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_a_sold_booking_prints_and_cancels_by_keys(
    window: BookingWindow, qtbot: QtBot, snapshot: Callable[[QWidget], str]
) -> None:
    window.show_booking(BookingId("sold"))
    qtbot.waitUntil(lambda: "BK-7F3K2Q" in window.title.text())
    assert 'label "✓ confirmed"' in snapshot(window)
    assert window.pay.isHidden()
    with qtbot.waitSignal(window.wanted) as wanted:
        QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == [OpenDocument(DocumentId("d7"))]
    with qtbot.waitSignal(window.wanted) as cancelled:
        QTest.keyClick(window, Qt.Key.Key_X)
    assert cancelled.args == [OpenCancellation(BookingReference("BK-7F3K2Q"))]


def test_every_paper_of_a_booking_opens_by_its_digit(qtbot: QtBot, runner: Runner) -> None:
    papers = (sample_papers()["receipt-voucher"], sample_papers()["payment-slip"])
    services = replace(
        sample_services(),
        find_booking=lambda _name: booking(BookingState.CONFIRMED),
        list_documents=lambda _booking_id: papers,
    )
    window = BookingWindow(services, runner)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.show_booking(BookingId("sold"))
    qtbot.waitUntil(lambda: not window.papers.isHidden())
    told = [button.text() for button in window.papers.buttons if not button.isHidden()]
    # The newest first.
    assert told[0].startswith("Payment slip  D1-P-2627-000014  5,980.06")
    with qtbot.waitSignal(window.wanted) as wanted:
        QTest.keyClick(window, Qt.Key.Key_2)
    assert wanted.args == [OpenDocument(papers[0].id)]


def test_what_is_typed_about_a_wrong_tender_stays_when_the_booking_is_read_again(
    window: BookingWindow, qtbot: QtBot
) -> None:
    window.show_booking(BookingId("sold"))
    qtbot.waitUntil(lambda: not window.correct.isHidden())
    QTest.keyClick(window, Qt.Key.Key_T)
    window.correction.reason.setFocus()
    window.correction.reason.setText("wrong key")
    window.title.clear()
    window.show_booking(BookingId("sold"))
    qtbot.waitUntil(lambda: window.title.text() != "")
    assert not window.correction.isHidden()
    assert window.correction.reason.hasFocus()


def test_a_booking_that_is_read_again_takes_the_keyboard_from_no_other_page(
    window: BookingWindow, qtbot: QtBot
) -> None:
    window.show_booking(BookingId("sold"))
    qtbot.waitUntil(window.receipt.hasFocus)
    desk, other = QWidget(), QLineEdit()
    qtbot.addWidget(desk)
    stack = QStackedLayout(desk)
    for page in (window, other):
        stack.addWidget(page)
    with qtbot.waitActive(desk):
        desk.show()
    stack.setCurrentWidget(other)
    other.setFocus()
    window.title.clear()
    window.show_booking(BookingId("sold"))
    qtbot.waitUntil(lambda: window.title.text() != "")
    assert other.hasFocus()
    window.setParent(None)


def test_a_held_booking_goes_on_to_its_payment(window: BookingWindow, qtbot: QtBot) -> None:
    window.show_booking(BookingId("held"))
    qtbot.waitUntil(lambda: not window.pay.isHidden())
    assert window.pay.hasFocus()
    with qtbot.waitSignal(window.wanted) as wanted:
        QTest.keyClick(window, Qt.Key.Key_F9)
    assert wanted.args == [OpenPayment(BookingId("booking-1"))]


def test_a_booking_that_is_not_there_is_said(window: BookingWindow, qtbot: QtBot) -> None:
    window.show_booking(BookingId("BK-NOPE22"))
    qtbot.waitUntil(lambda: "There is no booking BK-NOPE22" in window.errors.text)


def part_cancelled() -> Booking:
    """The last of seven lines was given back an hour ago, the one before was moved from 4A to 5A."""
    basket = sample_basket()
    move = LineMove(NOW, "4A", "5A", "the seat is broken")
    ended = replace(
        basket.lines[6],
        cancelled_at=NOW,
        cancel_reason="one is ill",
        refund_rule=RefundRule.POLICY,
        refund_paise=157_500,
        voucher_id=DocumentId("v1"),
    )
    moved = replace(basket.lines[5], unit_name="5A", moves=(move,))
    return replace(basket, lines=(*basket.lines[:5], moved, ended))


def test_each_line_tells_its_own_state() -> None:
    view = view_booking(part_cancelled(), "Asia/Kolkata")
    *live, moved, ended = view.lines[:5]
    assert not any(row.ended or "×" in row.note for row in (*live, moved))
    assert (moved.what, moved.note) == (
        "Pune-Goa 21:30 5A",
        "Sat 28 Nov, 21:30 · Meera Rao · 5A, before 4A",
    )
    assert ended.ended
    assert ended.note == (
        "Sat 28 Nov, 21:30 · Dev Rao · × cancelled 22 Nov, 10:42 · one is ill"
        " · 100 % until 2 days before the start · 1,575.00 back"
    )


def test_the_paper_is_called_by_what_it_can_be() -> None:
    papers = {
        "Receipt": sample_basket(),
        "Receipt or ticket": part_cancelled(),
        "Voucher": booking(BookingState.CANCELLED),
    }
    for word, shown in papers.items():
        assert view_booking(shown, "Asia/Kolkata").paper == word


def test_a_completed_booking_is_cancelled_for_what_the_house_cancelled() -> None:
    basket = sample_basket(BookingState.COMPLETED)
    by_house = replace(basket.lines[6], departure_cancelled=True)
    assert not view_booking(basket, "Asia/Kolkata").can_cancel
    assert view_booking(replace(basket, lines=(*basket.lines[:6], by_house)), "Asia/Kolkata").can_cancel


def test_the_voucher_of_a_part_stands_beside_the_paper_that_is_valid(qtbot: QtBot, runner: Runner) -> None:
    services = replace(sample_services(), find_booking=lambda _name: part_cancelled())
    window = BookingWindow(services, runner)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.show_booking(BookingId("booking-1"))
    qtbot.waitUntil(lambda: not window.voucher.isHidden())
    with qtbot.waitSignal(window.wanted) as wanted:
        QTest.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == [OpenDocument(DocumentId("v1"))]
