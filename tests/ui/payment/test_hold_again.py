"""The hold ends while cash is counted: one key holds it again, and no key on its way goes anywhere else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.ids import BookingReference
from db.states import BookingState, Tender
from desktop.services.domain.held_again import NotAgainReason, NotHeldAgain
from desktop.services.domain.payment_request import TenderPart
from desktop.services.domain.promo import PromoReason, PromoRefused
from desktop.services.errors import SlotTaken, WrongState
from desktop.ui.payment.payment_window import PaymentWindow
from desktop.ui.routes import OpenQuote
from tests.ui.hand import Hand
from tests.ui.sample_bookings import sample_booking, sample_payment

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.keys.key_rule import KeyRule
    from tests.ui.payment.conftest import FakeDesk

    Open = Callable[[], PaymentWindow]

REFERENCE = BookingReference("BK-7F3K2Q")


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


def ends(desk: FakeDesk, window: PaymentWindow, *, can_again: bool = True) -> None:
    desk.hold_ends(can_again=can_again)
    window.refresh()
    settle()


def test_one_key_holds_it_again_and_what_was_counted_stays(desk: FakeDesk, open_window: Open) -> None:
    desk.booking = sample_booking(wallet_paise=0)
    window = open_window()
    press(window, "c", "9000")
    ends(desk, window)
    assert window.primary.text() == "Hold again at the same price, 8,400.00   F9"
    assert "at the same price, once" in window.over.text()
    press(window, Qt.Key.Key_F9)
    assert desk.held_again == [desk.booking.id]
    assert desk.requests == []
    assert window.primary.text() == "Take 8,400.00 in cash   F9"
    press(window, Qt.Key.Key_F9)
    assert desk.requests[0].parts == (TenderPart(Tender.CASH, 840_000, received_paise=900_000),)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F9])
@pytest.mark.parametrize("can_again", [True, False])
def test_a_key_on_its_way_when_the_hold_ends_does_nothing(
    desk: FakeDesk, open_window: Open, keys: KeyRule, key: Qt.Key, can_again: bool
) -> None:
    window = open_window()
    went: list[object] = []
    window.back.connect(lambda: went.append("back"))
    window.wanted.connect(went.append)
    hand = Hand(window, keys)
    hand.strike("C")
    hand.type("4000")
    desk.hold_ends(can_again=can_again)
    window.refresh()
    hand.turn()
    hand.strike(key, pause=0.2)
    assert (went, desk.held_again, desk.requests) == ([], [], [])


def test_the_end_of_a_hold_that_was_paid_in_part_says_what_counts(desk: FakeDesk, open_window: Open) -> None:
    desk.booking = sample_booking(payments=(sample_payment(Tender.CASH, 100_000),))
    window = open_window()
    ends(desk, window)
    assert "1,000.00 taken before counts towards it then." in window.over.text()
    assert "open cases" not in window.over.text()


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        (SlotTaken(names=["203"]), "203: somebody else has just taken it"),
        (NotHeldAgain(REFERENCE, NotAgainReason.TOO_LATE), "ended too long ago"),
        (NotHeldAgain(REFERENCE, NotAgainReason.DONE_BEFORE), "was held again before"),
        (PromoRefused("HOUSE", PromoReason.USED_UP), "HOUSE"),
    ],
)
def test_what_stands_in_the_way_is_said_and_a_new_quote_is_offered(
    desk: FakeDesk, open_window: Open, refusal: Exception, said: str
) -> None:
    window = open_window()
    went: list[object] = []
    window.wanted.connect(went.append)
    ends(desk, window)
    desk.failure = refusal
    press(window, Qt.Key.Key_F9)
    assert said in window.error_bar.text
    assert window.primary.text() == "New quote   F9"
    press(window, Qt.Key.Key_F9)
    assert went == [OpenQuote("")]  # of this desk's catalogue, which has nothing of the kind
    assert desk.held_again == [desk.booking.id]


def test_a_hold_that_another_desk_took_again_is_simply_shown(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    ends(desk, window)
    desk.failure = WrongState(REFERENCE, BookingState.HELD)
    desk.booking = replace(desk.booking, state=BookingState.HELD, again_until=None)
    press(window, Qt.Key.Key_F9)
    assert not window.gateway.isHidden()


def test_the_line_of_keys_says_what_the_main_key_does(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    steps: list[str | None] = [window.step]
    window.step_changed.connect(lambda: steps.append(window.step))
    ends(desk, window)
    press(window, Qt.Key.Key_F9)
    ends(desk, window, can_again=False)
    assert steps == ["", "hold again", "", "new quote"]


def test_esc_promises_no_hold_that_is_over(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    assert "the hold stays" in window.escape.text()
    ends(desk, window)
    assert "the hold stays" not in window.escape.text()
