"""The real payment window: what exists on the screen, what keys do, and what reaches the services."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import structlog
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from db.ids import BookingReference
from db.states import BookingState, LinkSms, PaymentState, Tender
from desktop.services.domain.payment_request import TenderPart
from desktop.services.errors import DatabaseLost, GatewayUnreachable, HoldExpired, SlipSeen
from desktop.ui.payment.payment_window import PaymentWindow
from tests.ui.hand import Hand
from tests.ui.sample_bookings import NOW, sample_booking

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.keys.key_rule import KeyRule
    from tests.ui.payment.conftest import FakeDesk

    Open = Callable[[], PaymentWindow]

TOTAL = 420_000


def press(window: QWidget, *keys: Any) -> None:
    """Press keys one after another where the focus is, letting results arrive in between."""
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(QApplication.focusWidget() or window, key)
        else:
            QTest.keyClick(QApplication.focusWidget() or window, key)
        for _ in range(3):  # a command, the reading after it, and what follows from that
            QApplication.processEvents()


def test_when_the_wallet_covers_everything_no_tender_exists_on_the_screen(
    desk: FakeDesk, open_window: Open
) -> None:
    for balance, hidden in (
        (TOTAL, True),
        (TOTAL + 1, True),
        (TOTAL - 1, False),
        (TOTAL - 100, False),
        (0, False),
    ):
        desk.booking = sample_booking(TOTAL, balance)
        window = open_window()
        assert window.gateway.isHidden() is hidden, balance
        assert window.money.use_wallet.isHidden() is (balance == 0)


def test_hidden_tenders_are_out_of_the_tab_order(desk: FakeDesk, open_window: Open) -> None:
    desk.booking = sample_booking(TOTAL, TOTAL)
    window = open_window()
    met = set()
    for _ in range(40):
        press(window, Qt.Key.Key_Tab)
        met.add(QApplication.focusWidget())
    assert not any(window.gateway.isAncestorOf(widget) for widget in met if widget is not None)
    assert window.primary in met


def test_a_total_of_zero_is_confirmed_without_any_tender(desk: FakeDesk, open_window: Open) -> None:
    desk.booking = sample_booking(0, 500_000)
    window = open_window()
    assert window.gateway.isHidden()
    assert window.money.use_wallet.isHidden()
    assert window.primary.text() == "Confirm, nothing to pay   F9"
    press(window, Qt.Key.Key_F9)
    request = desk.requests[0]
    assert request.parts == ()


def test_wallet_alone_is_one_key(desk: FakeDesk, open_window: Open) -> None:
    desk.booking = sample_booking(TOTAL, 500_000)
    window = open_window()
    assert window.primary.text() == "Confirm with 4,200.00 from the wallet   F9"
    press(window, Qt.Key.Key_Return)
    assert desk.requests[0].parts == (TenderPart(Tender.WALLET, TOTAL),)
    assert not window.receipt.isHidden()
    assert window.primary.isHidden()


def test_the_receipt_leads_on_by_enter_and_prints_by_its_key(
    desk: FakeDesk, open_window: Open, keys: KeyRule
) -> None:
    desk.booking = sample_booking(TOTAL, 500_000)
    window = open_window()
    hand = Hand(window, keys)
    printed: list[str] = []
    finished: list[Any] = []
    window.wanted.connect(lambda route: printed.append(route.document_id))
    window.finished.connect(finished.append)
    hand.strike(Qt.Key.Key_Return)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    hand.strike(Qt.Key.Key_Return, pause=0.2)
    assert finished == []  # an Enter too many from the payment closes nothing
    hand.strike(Qt.Key.Key_Return)
    assert printed == ["document-1"]
    assert [result.wallet_balance_paise for result in finished] == [80_000]


def test_cash_with_change_by_keys_only(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    press(window, "c", "4000")
    assert window.primary.text() == "Take 3,400.00 in cash and 5,000.00 from the wallet   F9"
    press(window, Qt.Key.Key_Return)
    assert desk.requests == []  # the first Enter only leads from the field to the button
    assert window.primary.hasFocus()
    press(window, Qt.Key.Key_Return)
    request = desk.requests[0]
    assert request.parts == (
        TenderPart(Tender.WALLET, 500_000),
        TenderPart(Tender.CASH, 340_000, received_paise=400_000),
    )


def test_much_cash_is_asked_about_once(desk: FakeDesk, open_window: Open) -> None:
    desk.booking = sample_booking(TOTAL, 0)
    window = open_window()
    press(window, "c", "42000", Qt.Key.Key_F9)
    assert "₹37,800.00 would go back" in window.error_bar.text
    window.tenders.received.selectAll()
    press(window, "8000", Qt.Key.Key_F9)
    assert "₹8,000.00 in cash is much for ₹4,200.00" in window.error_bar.text
    assert desk.requests == []
    press(window, Qt.Key.Key_F9)
    assert [request.parts for request in desk.requests] == [
        (TenderPart(Tender.CASH, TOTAL, received_paise=800_000),)
    ]


def test_a_press_that_came_with_the_question_is_no_answer_to_it(
    desk: FakeDesk, open_window: Open, keys: KeyRule
) -> None:
    desk.booking = sample_booking(TOTAL, 0)
    window = open_window()
    press(window, "c", "42000")
    hand = Hand(window, keys)
    hand.strike(Qt.Key.Key_F9)
    hand.strike(Qt.Key.Key_F9, pause=0.2)
    assert "₹37,800.00" in window.error_bar.text
    assert desk.requests == []
    hand.strike(Qt.Key.Key_F9)
    assert len(desk.requests) == 1


def test_wallet_cash_and_card_on_one_booking(desk: FakeDesk, open_window: Open, snapshot: Any) -> None:
    window = open_window()
    press(window, "c", "1000")
    assert window.primary.text() == "Take 1,000.00 in cash, 2,400.00 stays to be paid   F9"
    press(window, Qt.Key.Key_F9)
    assert 'label "2,400.00"' in snapshot(window)
    desk.seconds += 1
    press(window, "k", "A4521", Qt.Key.Key_Return, Qt.Key.Key_Return)
    first, second = desk.requests
    assert first.parts == (TenderPart(Tender.CASH, 100_000, received_paise=100_000),)
    assert second.parts == (
        TenderPart(Tender.WALLET, 500_000),
        TenderPart(Tender.CARD, 240_000, "A4521"),
    )
    assert first.request_key != second.request_key
    assert not window.receipt.isHidden()


def test_own_upi_by_keys_only_and_a_wrong_reference_takes_nothing(
    desk: FakeDesk, open_window: Open, snapshot: Any
) -> None:
    window = open_window()
    press(window, "o", "41223344556", Qt.Key.Key_F9)
    assert desk.requests == []
    assert window.error_bar.text == (
        "A UPI reference has exactly 12 figures. Read it again from the payment message."
    )
    assert window.tenders.references[Tender.OWN_UPI].hasFocus()
    assert 'label "UPI reference"' in snapshot(window)
    assert 'label "Slip reference"' not in snapshot(window)
    press(window, Qt.Key.Key_End, "6")
    wanted = "Take 3,400.00 by UPI on the own code and 5,000.00 from the wallet   F9"
    assert window.primary.text() == wanted
    press(window, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert desk.requests[0].parts == (
        TenderPart(Tender.WALLET, 500_000),
        TenderPart(Tender.OWN_UPI, 340_000, "412233445566"),
    )


def test_own_upi_by_mouse(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    QTest.mouseClick(window.tenders.buttons[Tender.OWN_UPI], Qt.MouseButton.LeftButton)
    field = window.tenders.references[Tender.OWN_UPI]
    assert field.hasFocus()
    QTest.keyClicks(field, "4122 3344 5566")
    QTest.mouseClick(window.primary, Qt.MouseButton.LeftButton)
    assert desk.requests[0].parts[1] == TenderPart(Tender.OWN_UPI, 340_000, "412233445566")


def test_a_card_number_is_refused_and_never_sent(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    press(window, "k", "4111 1111 1111 1111", Qt.Key.Key_F9)
    assert desk.requests == []
    assert "card number" in window.error_bar.text
    assert window.tenders.references[Tender.CARD].hasFocus()


def test_an_amount_that_cannot_be_read_is_never_taken_as_exact(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    press(window, "c", "10.0.0", Qt.Key.Key_F9)
    assert desk.requests == []
    assert window.tenders.received.hasFocus()


def test_the_wallet_share_can_be_typed_and_switched_off(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    window.money.share.setFocus()
    window.money.share.selectAll()
    press(window, "2000")
    assert window.primary.text() == "Take 6,400.00 by UPI and 2,000.00 from the wallet   F9"
    window.primary.setFocus()
    press(window, "w")
    assert window.primary.text() == "Take 8,400.00 by UPI   F9"


def test_letters_in_a_text_field_are_text_and_keys_only_with_alt(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    press(window, "k")
    desk.seconds += 1
    press(window, "wuc")
    assert window.tenders.references[Tender.CARD].text() == "wuc"
    QTest.keyClick(window.tenders.references[Tender.CARD], Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    assert window.tenders.buttons[window.tenders.method].text().startswith("UPI")


def test_upi_shows_a_code_and_confirms_when_the_poll_finds_the_money(
    desk: FakeDesk, open_window: Open
) -> None:
    window = open_window()
    press(window, "u", Qt.Key.Key_Return)
    assert [(wallet, kind) for _, wallet, kind, _ in desk.begun] == [(500_000, "qr")]
    assert not window.gateway.isHidden()
    assert window.tenders.isHidden()
    picture = window.instrument.qr.grab().toImage()
    across = {picture.pixelColor(x, picture.height() // 2).lightness() for x in range(picture.width())}
    assert min(across) < 64 < 192 < max(across), "dark modules on light paper"
    assert "asked 2 s ago" in window.instrument.state.text()
    press(window, Qt.Key.Key_F9)
    assert desk.checked == ["pay-razorpay"]
    desk.gateway_captures()
    window.refresh()
    QApplication.processEvents()
    assert window.gateway.isHidden()
    assert not window.receipt.isHidden()


def test_money_that_comes_while_the_clerk_types_elsewhere_leaves_the_focus_there(
    desk: FakeDesk, open_window: Open, qtbot: QtBot
) -> None:
    window = open_window()
    press(window, Qt.Key.Key_F9)
    frame = QWidget()
    qtbot.addWidget(frame)
    elsewhere = QLineEdit()
    column = QVBoxLayout(frame)
    column.addWidget(elsewhere)
    column.addWidget(window)
    with qtbot.waitActive(frame):
        frame.show()
    elsewhere.setFocus()
    desk.gateway_captures()
    window.refresh()
    QApplication.processEvents()
    assert not window.receipt.isHidden()
    assert elsewhere.hasFocus()
    window.setParent(None)


def test_stopping_gives_the_choice_back(desk: FakeDesk, open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    press(window, Qt.Key.Key_F9, "s")
    qtbot.waitUntil(lambda: desk.stopped == ["pay-razorpay"])
    qtbot.waitUntil(lambda: not window.tenders.isHidden())
    assert window.money.share.text() == "5,000.00"


@pytest.mark.parametrize("letter", ["u", "c", "k", "l", "n", "w"])
def test_another_tender_while_a_code_waits_says_what_to_do_first(
    desk: FakeDesk, open_window: Open, qtbot: QtBot, letter: str
) -> None:
    window = open_window()
    press(window, Qt.Key.Key_F9)
    assert window.instrument.stop_first.isHidden()
    press(window, letter)
    assert window.instrument.stop_first.text() == "▲  Stop the QR code first: S"
    assert desk.stopped == []
    desk.seconds += 1
    press(window, "s")
    qtbot.waitUntil(lambda: not window.tenders.isHidden())
    assert window.instrument.stop_first.isHidden()


def test_a_payment_that_can_not_be_stopped_is_waited_for(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    press(window, Qt.Key.Key_F9)
    payment = replace(desk.booking.payments[-1], state=PaymentState.CLOSING)
    desk.booking = replace(desk.booking, payments=(payment,))
    window.refresh()
    QApplication.processEvents()
    press(window, "c")
    assert "wait for its answer" in window.instrument.stop_first.text()


def test_leaving_stops_nothing(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    left: list[bool] = []
    window.back.connect(lambda: left.append(True))
    press(window, Qt.Key.Key_F9, Qt.Key.Key_Escape)
    assert left == [True]
    assert desk.stopped == []


@pytest.mark.parametrize(
    ("state", "word"),
    [
        (PaymentState.CREATING, "Asking the gateway"),
        (PaymentState.WAITING, "Waiting for the customer"),
        (PaymentState.CLOSING, "Closing it"),
        (PaymentState.UNRESOLVED, "No clear answer"),
    ],
)
def test_each_state_of_an_open_payment_has_its_own_words(
    desk: FakeDesk, open_window: Open, state: PaymentState, word: str
) -> None:
    window = open_window()
    press(window, Qt.Key.Key_F9)
    desk.booking = replace(desk.booking, payments=(replace(desk.booking.payments[-1], state=state),))
    window.refresh()
    QApplication.processEvents()
    assert word in window.instrument.state.text()


@pytest.mark.parametrize(
    ("link_sms", "words"),
    [(LinkSms.ASKED, "no clear answer yet"), (LinkSms.SENT, "sent to"), (LinkSms.REFUSED, "refused")],
)
def test_the_clerk_sees_what_became_of_a_links_sms(
    desk: FakeDesk, open_window: Open, link_sms: LinkSms, words: str
) -> None:
    window = open_window()
    press(window, Qt.Key.Key_F9)
    assert window.instrument.sms.isHidden()
    desk.booking = replace(desk.booking, payments=(replace(desk.booking.payments[-1], link_sms=link_sms),))
    window.refresh()
    QApplication.processEvents()
    assert not window.instrument.sms.isHidden()
    assert words in window.instrument.sms.text()


def test_a_row_of_enters_pays_nothing_until_it_pauses(
    desk: FakeDesk, open_window: Open, keys: KeyRule
) -> None:
    window = open_window()
    hand = Hand(window, keys)
    window.show_booking(desk.booking.id)
    hand.turn()
    hand.strike(Qt.Key.Key_F9, pause=0.2)
    hand.strike(Qt.Key.Key_F9, pause=0.2)
    assert desk.begun == []
    hand.strike(Qt.Key.Key_F9, pause=0.4)
    assert len(desk.begun) == 1


def test_a_double_press_pays_once(desk: FakeDesk, open_window: Open) -> None:
    desk.booking = sample_booking(TOTAL, 500_000)
    window = open_window()
    QTest.keyClick(window.primary, Qt.Key.Key_F9)
    QTest.keyClick(window, Qt.Key.Key_F9)
    QTest.keyClick(window, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert len(desk.requests) == 1


def test_a_failure_keeps_the_form_and_a_retry_keeps_the_key(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    press(window, "c", "4000")
    desk.failure = DatabaseLost(busy=True)
    press(window, Qt.Key.Key_F9)
    assert window.error_bar.text
    assert window.tenders.received.paise() == 400_000
    press(window, Qt.Key.Key_F9)
    assert [request.request_key for request in desk.requests] == [desk.requests[0].request_key] * 2
    assert not window.receipt.isHidden()


def test_without_the_gateway_the_other_tenders_are_still_there(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    desk.failure = GatewayUnreachable()
    press(window, Qt.Key.Key_F9)
    assert "Cash" in window.error_bar.text
    assert not window.tenders.isHidden()


def test_an_expired_hold_takes_no_money(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    desk.failure = HoldExpired(BookingReference("BK-7F3K2Q"), NOW)
    desk.booking = replace(desk.booking, state=BookingState.EXPIRED)
    press(window, Qt.Key.Key_F9)
    assert window.gateway.isHidden()
    assert not window.over.isHidden()
    assert window.primary.text().startswith("New quote")


def test_a_slip_that_was_entered_before_is_taken_by_a_second_press(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    press(window, "k", "A2907")
    desk.failure = SlipSeen("A2907", BookingReference("BK-OTHER1"), NOW)
    press(window, Qt.Key.Key_F9)
    assert "BK-OTHER1" in window.error_bar.text
    press(window, Qt.Key.Key_F9)
    assert [request.slip_again for request in desk.requests] == [False, True]


def test_another_slip_than_the_one_that_was_told_is_asked_about_again(
    desk: FakeDesk, open_window: Open
) -> None:
    window = open_window()
    press(window, "k", "A2907")
    desk.failure = SlipSeen("A2907", BookingReference("BK-OTHER1"), NOW)
    press(window, Qt.Key.Key_F9)
    press(window, "1")
    press(window, Qt.Key.Key_F9)
    assert [request.slip_again for request in desk.requests] == [False, False]


def test_what_is_on_the_screen_is_logged_as_measured(desk: FakeDesk, open_window: Open) -> None:
    with structlog.testing.capture_logs() as logged:
        window = open_window()
        window.refresh()
        for _ in range(3):  # a command, the reading after it, and what follows from that
            QApplication.processEvents()
        press(window, "c")
    assert logged == [
        {
            "event": "PAYMENT_UI_ASSERT",
            "log_level": "info",
            "booking": "booking-1",
            "reference": "BK-7F3K2Q",
            "wallet_balance_paise": 500_000,
            "wallet_applied_paise": 500_000,
            "total_paise": 840_000,
            "paid_paise": 0,
            "gateway_payable_paise": 340_000,
            "gateway_shown": True,
        }
    ]
    desk.booking = sample_booking(TOTAL, TOTAL)
    with structlog.testing.capture_logs() as logged:
        window.refresh()
        for _ in range(3):  # a command, the reading after it, and what follows from that
            QApplication.processEvents()
    assert [(line["gateway_payable_paise"], line["gateway_shown"]) for line in logged] == [(0, False)]
