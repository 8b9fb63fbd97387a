"""What is typed or scanned on the payment page: letters are its keys and never leave it, and no text pays."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.states import BookingState, InstrumentKind, Tender
from desktop.ui.payment.payment_form import Method
from desktop.ui.payment.tender_block import METHOD_KEYS
from tests.ui.hand import HINDI, Hand
from tests.ui.sample_bookings import sample_booking

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.keys.key_rule import KeyRule
    from desktop.ui.payment.payment_window import PaymentWindow
    from tests.ui.payment.conftest import FakeDesk

    Open = Callable[[], PaymentWindow]

Key = Qt.Key
LINE_ENDS = {
    "CR": (Key.Key_Return,),
    "LF": (Key.Key_Enter,),
    "CR LF": (Key.Key_Return, Key.Key_Enter),
}
PACES = (0.002, 0.02, 0.06)


def form_of(window: PaymentWindow) -> tuple[Method, bool, str, str]:
    tenders = window.tenders
    use_wallet = window.money.use_wallet.isChecked()
    return tenders.method, use_wallet, tenders.received.text(), tenders.references[Tender.CARD].text()


@pytest.mark.parametrize("pace", PACES)
@pytest.mark.parametrize("line_end", LINE_ENDS)
@pytest.mark.parametrize("text", ["KA2907", "KA 2907", "CASH1200", "6291041500213", "WALLET"])
def test_a_scan_is_offered_and_chooses_and_pays_nothing(
    desk: FakeDesk, open_window: Open, keys: KeyRule, text: str, line_end: str, pace: float
) -> None:
    window = open_window()
    hand, before, offered = Hand(window, keys), form_of(window), list[str]()
    keys.scanned.connect(offered.append)
    hand.scan(text, LINE_ENDS[line_end], pause=pace)
    hand.rest()
    assert offered == [text]
    assert form_of(window) == before
    assert (desk.begun, desk.requests) == ([], [])


@pytest.mark.parametrize("pace", PACES)
@pytest.mark.parametrize("line_end", LINE_ENDS)
def test_a_scan_while_the_window_is_busy_is_a_scan(
    desk: FakeDesk, open_window: Open, keys: KeyRule, line_end: str, pace: float
) -> None:
    window = open_window()
    hand, before, offered = Hand(window, keys), form_of(window), list[str]()
    keys.scanned.connect(offered.append)
    hand.busy()
    hand.scan("KA2907", LINE_ENDS[line_end], pause=pace)
    hand.free(0.6)
    hand.rest()
    assert offered == ["KA2907"]
    assert form_of(window) == before
    assert (desk.begun, desk.requests) == ([], [])


@pytest.mark.parametrize("pace", PACES)
@pytest.mark.parametrize("line_end", LINE_ENDS)
def test_a_scan_goes_into_the_slip_field_that_has_the_focus_without_its_enter(
    desk: FakeDesk, open_window: Open, keys: KeyRule, line_end: str, pace: float
) -> None:
    window = open_window()
    hand = Hand(window, keys)
    hand.type("k")
    field = window.tenders.references[Tender.CARD]
    assert field.hasFocus()
    hand.rest()
    hand.scan("KA2907", LINE_ENDS[line_end], pause=pace)
    hand.rest()
    assert field.text() == "KA2907"
    assert field.hasFocus()
    assert desk.requests == []
    hand.strike(Key.Key_Return)
    hand.strike(Key.Key_Return)
    assert len(desk.requests) == 1


def test_a_program_that_types_is_no_scanner_where_the_setting_says_so(
    desk: FakeDesk, open_window: Open, keys: KeyRule
) -> None:
    window = open_window()
    hand = Hand(window, keys)
    keys.reads_scans = False
    hand.scan("kA2907", (Key.Key_Return,), pause=0.002)
    assert window.tenders.references[Tender.CARD].text() == "A2907"
    assert desk.requests == []


@pytest.mark.parametrize("layout", [{}, HINDI], ids=["Latin", "Hindi"])
def test_a_letter_is_a_key_by_its_place(
    desk: FakeDesk, open_window: Open, keys: KeyRule, layout: dict[str, str]
) -> None:
    window = open_window()
    hand = Hand(window, keys, layout=layout)
    for letter, method in (
        ("k", Tender.CARD),
        ("c", Tender.CASH),
        ("l", InstrumentKind.LINK),
        ("u", InstrumentKind.QR),
    ):
        window.primary.setFocus()
        hand.type(letter)
        assert window.tenders.method is method
    assert desk.begun == []


@pytest.mark.parametrize("layout", [{}, HINDI], ids=["Latin", "Hindi"])
def test_a_letter_stays_a_key_while_an_amount_is_typed(
    open_window: Open, keys: KeyRule, layout: dict[str, str]
) -> None:
    window = open_window()
    hand = Hand(window, keys, layout=layout)
    hand.type("c")
    assert window.tenders.received.hasFocus()
    hand.type("u")
    assert form_of(window)[0] is InstrumentKind.QR
    assert window.tenders.received.text() == ""
    window.money.share.setFocus()
    hand.type("c")
    assert form_of(window)[0] is Tender.CASH
    assert window.money.share.text() == "5,000.00"


def test_a_stray_word_stays_on_the_page_and_stops_no_code(
    desk: FakeDesk, open_window: Open, keys: KeyRule, qtbot: QtBot
) -> None:
    window = open_window()
    hand = Hand(window, keys)
    hand.strike(Key.Key_F9)
    qtbot.waitUntil(lambda: not window.instrument.isHidden())
    hand.scan("sinh", (), pause=0.05)
    hand.rest()
    assert desk.stopped == []
    hand.type("s")
    qtbot.waitUntil(lambda: len(desk.stopped) == 1)


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return], ids=["space", "Enter in a field"])
def test_only_f9_and_enter_on_the_button_take_money(desk: FakeDesk, open_window: Open, key: Qt.Key) -> None:
    window = open_window()
    if key is Qt.Key.Key_Return:
        window.tenders.choose(Tender.CARD)
        QTest.keyClicks(window.tenders.references[Tender.CARD], "aas sat 2")
    QTest.keyClick(QApplication.focusWidget() or window, key)
    QApplication.processEvents()
    assert (desk.begun, desk.requests) == ([], [])
    QTest.keyClick(window.primary, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert len(desk.begun) + len(desk.requests) == 1


@pytest.mark.parametrize("layout", [{}, HINDI], ids=["Latin", "Hindi"])
def test_with_nothing_left_to_pay_a_letter_says_so(
    desk: FakeDesk, open_window: Open, keys: KeyRule, layout: dict[str, str]
) -> None:
    desk.booking = sample_booking(420_000, 500_000)
    window = open_window()
    Hand(window, keys, layout=layout).type("c")
    assert window.gateway.isHidden()
    assert window.error_bar.text == "Nothing is left to pay: no tender has to be chosen."
    assert window.primary.hasFocus()


@pytest.mark.parametrize("flagged", [True, False], ids=["flagged", "not flagged"])
def test_an_enter_held_down_for_four_seconds_pays_nothing(
    desk: FakeDesk, open_window: Open, keys: KeyRule, flagged: bool
) -> None:
    desk.booking = sample_booking(420_000, 500_000)
    window = open_window()
    hand = Hand(window, keys)
    window.show_booking(desk.booking.id)
    hand.turn()
    hand.strike(Key.Key_Return, pause=0.1)
    for _ in range(120):
        hand.strike(Key.Key_Return, pause=0.03, repeat=flagged)
    assert desk.requests == []
    hand.strike(Key.Key_Return, pause=0.35)
    assert len(desk.requests) == 1
    for _ in range(120):
        hand.strike(Key.Key_Return, pause=0.03, repeat=flagged)
    assert not window.receipt.isHidden(), "the receipt is seen before the next Enter means anything"


@pytest.mark.parametrize(("pause", "paid"), [(0.29, 0), (0.3, 1)])
def test_an_enter_pays_from_three_tenths_of_a_second_after_another_key(
    desk: FakeDesk, open_window: Open, keys: KeyRule, pause: float, paid: int
) -> None:
    desk.booking = sample_booking(420_000, 500_000)
    window = open_window()
    hand, hurried = Hand(window, keys), list[bool]()
    keys.hurried.connect(hurried.append)
    hand.strike(Key.Key_Tab)
    window.primary.setFocus()
    hand.strike(Key.Key_F9, pause=pause)
    assert len(desk.requests) == paid
    assert hurried == [] if paid else [True]


def test_a_key_struck_while_the_window_was_busy_was_struck_when_it_was_struck(
    desk: FakeDesk, open_window: Open, keys: KeyRule
) -> None:
    desk.booking = sample_booking(420_000, 500_000)
    window = open_window()
    hand = Hand(window, keys)
    window.show_booking(desk.booking.id)
    hand.turn()
    hand.busy()
    hand.strike(Key.Key_F9, pause=0.1)
    hand.free(0.6)
    assert desk.requests == [], "it comes 0.6 s after the page and was struck 0.1 s after it"


def test_what_changed_while_the_window_was_busy_had_not_been_seen(
    desk: FakeDesk, open_window: Open, keys: KeyRule
) -> None:
    window = open_window()
    hand = Hand(window, keys)
    hand.busy()
    hand.strike("w", pause=0.1)
    hand.strike(Key.Key_F9, pause=0.4)
    hand.free(0.1)
    hand.rest()
    assert desk.begun == [], "without the wallet it is another amount, which nobody saw before F9"


def test_the_stamps_of_another_machine_are_told_by_the_fastest(
    desk: FakeDesk, open_window: Open, keys: KeyRule
) -> None:
    desk.booking = sample_booking(420_000, 500_000)
    window = open_window()
    hand = Hand(window, keys)
    keys.clock = lambda: hand.now + 3_000_000
    keys.forget()
    window.primary.offer.renew()
    hand.turn()
    hand.strike(Key.Key_Tab, pause=1)
    window.primary.setFocus()
    hand.strike(Key.Key_F9, pause=0.2)
    assert desk.requests == []
    hand.strike(Key.Key_F9, pause=0.4)
    assert len(desk.requests) == 1


def test_a_click_and_a_screen_readers_press_are_not_slowed(
    desk: FakeDesk, open_window: Open, keys: KeyRule
) -> None:
    window = open_window()
    hand = Hand(window, keys)
    hand.strike(Key.Key_Tab)
    QTest.mouseClick(window.primary, Qt.MouseButton.LeftButton)
    assert len(desk.begun) == 1


LETTERS = "spucklw"


def words_of(window: PaymentWindow) -> tuple[str, str, bool]:
    panel = window.instrument
    return window.error_bar.text, panel.stop_first.text(), panel.stop_first.isHidden()


@pytest.mark.parametrize("layout", [{}, HINDI], ids=["Latin", "Hindi"])
@pytest.mark.parametrize("state", ["nothing left", "paid", "over"])
def test_every_letter_that_can_do_nothing_says_so(
    desk: FakeDesk, open_window: Open, keys: KeyRule, layout: dict[str, str], state: str
) -> None:
    if state == "nothing left":
        desk.booking = sample_booking(420_000, 500_000)
    elif state == "paid":
        desk.booking = sample_booking(state=BookingState.CONFIRMED)
    else:
        desk.booking = sample_booking(state=BookingState.EXPIRED)
    window = open_window()
    hand, silent = Hand(window, keys, layout=layout), []
    for letter in LETTERS if layout == {} else LETTERS[:3]:
        window.error_bar.clear()
        before, wallet = words_of(window), window.money.use_wallet.isChecked()
        hand.type(letter)
        is_key = letter in "wsp" or any(sign.lower() == letter for sign in METHOD_KEYS.values())
        if is_key and words_of(window) == before and window.money.use_wallet.isChecked() == wallet:
            silent.append(letter)
    assert silent == []


def test_s_says_that_there_is_nothing_to_stop(desk: FakeDesk, open_window: Open, keys: KeyRule) -> None:
    window = open_window()
    Hand(window, keys).type("s")
    assert window.error_bar.text == "No code and no link is open: there is nothing to stop."
    assert desk.stopped == []


def test_s_says_that_a_code_can_not_be_stopped_now(
    desk: FakeDesk, open_window: Open, keys: KeyRule, qtbot: QtBot
) -> None:
    window = open_window()
    hand = Hand(window, keys)
    hand.strike(Key.Key_F9)
    qtbot.waitUntil(lambda: not window.instrument.isHidden())
    window.instrument.stop_button.setEnabled(False)
    hand.type("s")
    assert "can't be stopped now" in window.instrument.stop_first.text()
    assert desk.stopped == []
