"""A text typed on the payment page is a text: it chooses nothing, stops nothing and takes no money."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.states import InstrumentKind, Tender
from desktop.ui.payment.payment_form import Method
from tests.ui.sample_bookings import sample_booking

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.payment.payment_window import PaymentWindow
    from tests.ui.payment.conftest import FakeDesk

    Open = Callable[[], PaymentWindow]


class Elsewhere:
    """Takes what is no key of the page, and everything after it, as the command field does."""

    def __init__(self, window: PaymentWindow) -> None:
        self.text = ""
        self._window = window
        window.text_typed.connect(self._begin)

    def _begin(self, text: str) -> None:
        self.text += text
        self._window.setFocus()

    def type(self, text: str, *, gap: float = 0.0, desk: FakeDesk | None = None) -> None:
        for letter in text:
            if self.text:
                self.text += letter
                continue
            QTest.keyClicks(QApplication.focusWidget() or self._window, letter)
            if desk is not None:
                desk.seconds += gap


def form_of(window: PaymentWindow) -> tuple[Method, bool, str, str]:
    tenders = window.tenders
    use_wallet = window.money.use_wallet.isChecked()
    return tenders.method, use_wallet, tenders.received.text(), tenders.references[Tender.CARD].text()


@pytest.mark.parametrize(
    "text", ["kaas sat 2", "lonavala", "coorg", "nashik", "ukhal", "wai", "ck", "goa", "9876"]
)
def test_a_search_goes_to_the_command_line_and_leaves_the_form_alone(
    desk: FakeDesk, open_window: Open, text: str
) -> None:
    window = open_window()
    before, elsewhere = form_of(window), Elsewhere(window)
    elsewhere.type(text, gap=0.1, desk=desk)
    assert elsewhere.text == text
    assert form_of(window) == before
    assert not window.tenders.references[Tender.CARD].hasFocus()
    assert (desk.begun, desk.requests) == ([], [])


def test_what_was_entered_before_a_stray_text_is_there_after_it(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    window.tenders.choose(Tender.CASH)
    QTest.keyClicks(window.tenders.received, "4000")
    window.primary.setFocus()
    before = form_of(window)
    Elsewhere(window).type("coorg")
    assert form_of(window) == before


def test_a_letter_alone_is_a_key(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    elsewhere = Elsewhere(window)
    for letter, method in (
        ("k", Tender.CARD),
        ("c", Tender.CASH),
        ("l", InstrumentKind.LINK),
        ("u", InstrumentKind.QR),
    ):
        window.primary.setFocus()
        desk.seconds += 1
        elsewhere.type(letter)
        assert window.tenders.method is method
    assert elsewhere.text == ""
    assert desk.begun == []


@pytest.mark.parametrize(("letter", "entry"), [("k", "A4521"), ("k", "AB12"), ("c", "4000")])
def test_what_is_typed_at_once_after_a_key_may_be_its_entry(
    open_window: Open, letter: str, entry: str
) -> None:
    window = open_window()
    elsewhere = Elsewhere(window)
    elsewhere.type(letter + entry)
    assert elsewhere.text == ""
    assert entry in (window.tenders.references[Tender.CARD].text(), window.tenders.received.text())


def test_a_stray_text_stops_no_code(desk: FakeDesk, open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    QTest.keyClick(window.primary, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: not window.instrument.isHidden())
    elsewhere = Elsewhere(window)
    elsewhere.type("sinh")
    assert elsewhere.text == "sinh"
    desk.seconds += 1
    elsewhere.text = ""
    elsewhere.type("s")
    qtbot.waitUntil(lambda: len(desk.stopped) == 1)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return], ids=["space", "Enter in a field"])
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


def test_letters_without_a_use_are_a_text(desk: FakeDesk, open_window: Open) -> None:
    desk.booking = sample_booking(420_000, 500_000)
    window = open_window()
    elsewhere = Elsewhere(window)
    elsewhere.type("c")
    assert elsewhere.text == "c"
    assert window.gateway.isHidden()
