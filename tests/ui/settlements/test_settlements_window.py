"""The settlements by keys: a payout, its rows, the booking; what is owed; the gateway asked anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.actor import Actor
from db.ids import BookingId
from desktop.services.domain.settlements import SettlementItem, SettlementsRead, SettlementsSeen
from desktop.services.errors import GatewayUnreachable
from desktop.ui.commands import suggest
from desktop.ui.language import speak
from desktop.ui.routes import OpenBooking, OpenSettlements, Route
from desktop.ui.settlements.settlement_rows import csv_of
from desktop.ui.settlements.settlements_window import SettlementsWindow
from tests.ui.sample_figures import ITEMS, SEEN
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

Key = Qt.Key
EMPTY = SettlementsSeen((), (), (), 0, 0, None)


class Desk:
    """The window, and what it asks for."""

    def __init__(self, qtbot: QtBot, runner: Runner, seen: SettlementsSeen = SEEN) -> None:
        self.seen = seen
        self.asked: list[str] = []
        self.refuses: Exception | None = None
        services = replace(
            sample_services(),
            list_settlements=lambda *, actor: self.seen,
            show_settlement=self.show,
            read_settlements=self.read,
        )
        self.window = SettlementsWindow(services, runner)
        self.routes: list[Route] = []
        self.backs: list[None] = []
        self.window.wanted.connect(self.routes.append)
        self.window.back.connect(lambda: self.backs.append(None))
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.window.refresh()
        self.settle()

    def show(self, settlement_id: str, *, actor: Actor) -> tuple[SettlementItem, ...]:
        self.asked.append(settlement_id)
        return ITEMS

    def read(self, *, actor: Actor, day: object = None) -> SettlementsRead:
        self.asked.append("gateway")
        if self.refuses is not None:
            raise self.refuses
        return SettlementsRead(3, 2, 1, 7_191_88)

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.settle()


def test_enter_leads_into_a_payout_and_to_the_booking(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner)
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert desk.asked == [SEEN.settlements[1].id]
    assert desk.window.rows.hasFocus()
    desk.press(Key.Key_Return)
    assert desk.routes == [OpenBooking(BookingId("booking-1"))]
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert desk.window.error_bar.text == "This is about no booking."
    desk.press(Key.Key_Escape)
    assert desk.window.table.hasFocus()
    assert desk.window.rows.isHidden()
    desk.press(Key.Key_Escape)
    assert desk.backs == [None]


def test_what_is_owed_is_told_by_its_age_and_listed(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner)
    said = desk.window.owed.text()
    assert "The gateway owes ₹9,290.00" in said
    assert "up to 30 days: 1,890.00 (1)" in said
    desk.press(Key.Key_O)
    cell = desk.window.rows.item(1, 1)
    assert cell is not None
    assert cell.text() == "BK-7F3K21"


def test_the_gateway_is_asked_by_a_key_and_its_silence_is_told(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner)
    desk.press(Key.Key_R)
    assert desk.asked == ["gateway"]
    assert "2 new rows, ₹7,191.88 to the bank, 1 to look at." in desk.window.error_bar.text
    desk.refuses = GatewayUnreachable()
    desk.press(Key.Key_R)
    assert desk.window.error_bar.text
    assert not desk.window.ask_button.busy


def test_without_a_payout_every_key_says_so(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner, EMPTY)
    for key in (Key.Key_Return, Key.Key_O):
        desk.press(key)
        assert desk.window.error_bar.text
    desk.press(Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.error_bar.text == "There is no payout to save."


def test_the_payouts_are_saved_as_csv(qtbot: QtBot, runner: Runner, tmp_path: Path) -> None:
    desk = Desk(qtbot, runner)
    desk.window.folder = tmp_path
    desk.press(Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    (file,) = tmp_path.iterdir()
    assert file.read_text(encoding="utf-8-sig").splitlines()[1].endswith("-10.12,7191.88")


def test_a_utr_that_looks_like_a_formula_is_text() -> None:
    evil = replace(SEEN.settlements[0], utr='=cmd|" /C calc"!A0')
    assert '"\'=cmd|"" /C calc""!A0"' in "".join(csv_of((evil,)))


def test_the_command_line_knows_settlements(qapp: QApplication) -> None:
    for line, language in (("settlements", "en"), ("सेटलमेंट", "hi")):
        speak(qapp, "hi" if language == "hi" else "en")
        assert OpenSettlements() in [one.goal for one in suggest(line, (), (), ())]
