"""A gateway that is away never locks the page: cash stands chosen, what nobody saw gives way by one key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.states import InstrumentKind, PaymentState, Tender
from desktop.services.domain.disturbance import GatewayAnswer
from desktop.services.domain.tenders import BY_HAND
from desktop.services.errors import GatewayRejected, GatewayUnreachable
from desktop.ui.payment.payment_window import PaymentWindow
from tests.ui.hand import Hand
from tests.ui.sample_bookings import sample_booking, sample_payment

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.keys.key_rule import KeyRule
    from tests.ui.payment.conftest import FakeDesk

    Open = Callable[[], PaymentWindow]

AWAY = (GatewayAnswer.SILENT, GatewayAnswer.KEYS_REFUSED)


def settle() -> None:
    """Let results arrive: a command, the reading after it, and what follows from that."""
    for _ in range(3):
        QApplication.processEvents()


def press(window: PaymentWindow, *keys: Any) -> None:
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(QApplication.focusWidget() or window, key)
        else:
            QTest.keyClick(QApplication.focusWidget() or window, key)
        settle()


def unseen(desk: FakeDesk, state: PaymentState = PaymentState.UNRESOLVED) -> None:
    """Leave a payment open whose making had no answer."""
    booking = sample_booking(wallet_paise=0)
    payment = sample_payment(Tender.RAZORPAY, booking.total_paise, state, instrument_kind=InstrumentKind.QR)
    desk.booking = replace(booking, payments=(replace(payment, instrument_content=""),))


@pytest.mark.parametrize("answer", AWAY)
def test_cash_stands_chosen_while_the_gateway_is_away(
    desk: FakeDesk, open_window: Open, answer: GatewayAnswer
) -> None:
    desk.gateway = answer
    window = open_window()
    assert window.tenders.method is Tender.CASH
    assert window.primary.text() == "Take 3,400.00 in cash and 5,000.00 from the wallet   F9"
    assert desk.requests == []


def test_upi_stands_chosen_while_it_answers(open_window: Open) -> None:
    assert open_window().tenders.method is InstrumentKind.QR


@pytest.mark.parametrize("error", [GatewayUnreachable(), GatewayRejected(reason="keys", description="")])
def test_after_a_code_that_could_not_be_made_cash_stands_chosen(
    desk: FakeDesk, open_window: Open, error: Exception
) -> None:
    window = open_window()
    press(window, "u")
    desk.failure, desk.gateway = error, GatewayAnswer.SILENT
    press(window, Qt.Key.Key_F9)
    assert window.tenders.method is Tender.CASH


def test_what_the_clerk_chose_stays_chosen(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    press(window, "k")
    desk.gateway = GatewayAnswer.SILENT
    window.refresh()
    settle()
    assert str(window.tenders.method) == Tender.CARD
    window.tenders.choose(InstrumentKind.QR)
    window.refresh()
    settle()
    assert window.tenders.method is InstrumentKind.QR


def test_cash_that_is_being_counted_stays_when_the_gateway_is_back(desk: FakeDesk, open_window: Open) -> None:
    desk.gateway = GatewayAnswer.SILENT
    window = open_window()
    desk.gateway = GatewayAnswer.GOOD
    window.refresh()
    settle()
    assert str(window.tenders.method) == Tender.CASH
    window.show_booking(desk.booking.id)
    settle()
    assert window.tenders.method is InstrumentKind.QR


def test_the_rest_of_a_part_in_cash_is_cash_again(desk: FakeDesk, open_window: Open) -> None:
    desk.booking = sample_booking(wallet_paise=0)
    desk.gateway = GatewayAnswer.SILENT
    window = open_window()
    press(window, "c", "1000", Qt.Key.Key_F9)
    assert window.tenders.method is Tender.CASH


def test_a_key_that_was_for_upi_takes_no_cash(desk: FakeDesk, open_window: Open, keys: KeyRule) -> None:
    window = open_window()
    hand = Hand(window, keys)
    desk.gateway = GatewayAnswer.SILENT
    window.refresh()
    hand.turn()
    hand.strike(Qt.Key.Key_F9, pause=0.2)
    assert (desk.requests, desk.begun) == ([], [])
    hand.strike(Qt.Key.Key_F9, pause=0.5)
    assert [part.tender for part in desk.requests[0].parts] == [Tender.WALLET, Tender.CASH]


@pytest.mark.parametrize("state", [PaymentState.UNRESOLVED, PaymentState.CREATING])
@pytest.mark.parametrize(
    ("key", "method"), [("c", Tender.CASH), ("k", Tender.CARD), ("u", InstrumentKind.QR), ("s", Tender.CASH)]
)
def test_one_key_puts_another_tender_in_the_place_of_what_nobody_saw(
    desk: FakeDesk, open_window: Open, key: str, method: Any, state: PaymentState
) -> None:
    unseen(desk, state)
    desk.gateway = GatewayAnswer.SILENT
    window = open_window()
    press(window, key)
    assert len(desk.stopped) == 1
    assert not window.tenders.isHidden()
    assert window.tenders.method is method
    assert desk.requests == []


def test_a_code_that_was_shown_is_stopped_first(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    press(window, Qt.Key.Key_F9)
    assert not window.instrument.isHidden()
    press(window, "c")
    assert desk.stopped == []
    assert "Stop the QR code first" in window.instrument.stop_first.text()


def test_it_is_said_that_nothing_was_shown(desk: FakeDesk, open_window: Open) -> None:
    unseen(desk)
    window = open_window()
    assert "Nothing was shown, so nothing can have been paid" in window.instrument.state.text()
    assert "Take no other money" not in window.instrument.state.text()


NONE = (GatewayAnswer.NO_KEYS, GatewayAnswer.NO_KEYRING)


@pytest.mark.parametrize("answer", NONE)
def test_a_desk_without_a_gateway_shows_none_of_its_tenders(
    desk: FakeDesk, open_window: Open, answer: GatewayAnswer
) -> None:
    desk.gateway = answer
    window = open_window()
    shown = {method for method, button in window.tenders.buttons.items() if not button.isHidden()}
    assert shown == set(BY_HAND)
    for letter in "uln":
        press(window, letter)
        assert window.tenders.method is Tender.CASH
    assert desk.begun == []


def test_without_a_gateway_cash_may_leave_less_than_it_would_take(desk: FakeDesk, open_window: Open) -> None:
    desk.gateway = GatewayAnswer.NO_KEYS
    window = open_window()
    press(window, "w")
    window.tenders.received.setText("8399.50")
    window.tenders.changed.emit()
    assert window.note.isHidden()
    assert "0.50 stays to be paid" in window.tenders.cash_note.text()
