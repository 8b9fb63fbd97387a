"""The gateway ends under a running desk: what the windows say, how soon, and that sales go on."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.states import Tender
from desktop import bootstrap
from desktop.config import Config
from desktop.paths import Paths
from desktop.services.domain.disturbance import GatewayAnswer
from desktop.ui.desk_window import DeskWindow
from desktop.ui.event_relay import EventRelay
from desktop.ui.runner import Runner
from desktop.ui.steady_clock import steady_seconds
from tests.gateways.practice_driver import PracticeDriver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.practice.server import PracticeServer

# A customer of the sample data whose wallet pays for rooms.
MOBILE = "9876500001"
TIMEOUT_MS = 60_000
GUARDED_SECONDS = 0.4
SILENT = "▲ gateway does not answer: take cash, card slip or wallet"
Key = Qt.Key


class Outage:
    """A desk on real services with its jobs, and the practice gateway to be stopped."""

    def __init__(self, window: DeskWindow, server: PracticeServer, qtbot: QtBot) -> None:
        self.window = window
        self._server = server
        self._qtbot = qtbot

    def wait(self, condition: Any) -> None:
        self._qtbot.waitUntil(condition, timeout=TIMEOUT_MS)

    def lose_next(self, path: str) -> None:
        """Let the gateway drop the next question to this path without a word."""
        driver = PracticeDriver(self._server.base_url)
        driver.fault("drop_before", method="POST", path=path, count=1)
        driver.close()

    def end_gateway(self) -> None:
        self._server.__exit__(None, None, None)

    def type_line(self, text: str) -> None:
        self.window.command.setFocus()
        QTest.keyClicks(self.window.command, text)
        QTest.keyClick(self.window.command, Key.Key_Return)

    def open_payment(self, line: str) -> Any:
        """Hold a room and leave the wallet alone."""
        self.type_line(MOBILE)
        self.wait(lambda: not self.window.customer.isHidden())
        self.type_line(line)
        self.wait(lambda: self.window.pages.name == "quote")
        quote: Any = self.window.pages.page
        # The Enter of the line is over, and what the next step does stands on the button.
        self.wait(lambda: not quote.session.sale.looking and quote.session.sale.line_waits is None)
        QTest.keyClick(quote, Key.Key_Return)
        self.wait(lambda: self.window.pages.name == "payment")
        payment: Any = self.window.pages.page
        self.wait(lambda: bool(payment.title.text()))
        opened = steady_seconds()
        self.wait(lambda: steady_seconds() > opened + GUARDED_SECONDS)
        payment.money.use_wallet.setChecked(False)
        self.wait(lambda: not payment.tenders.isHidden())
        return payment

    def press(self, payment: Any, key: Qt.Key) -> None:
        """Press a key and wait for what it started."""
        QTest.keyClick(payment, key)
        self.wait(lambda: not payment.primary.busy)


@pytest.fixture
def outage(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Outage]:
    servers: list[PracticeServer] = []
    start = bootstrap.practice_server

    def start_and_keep(file: Path) -> PracticeServer:
        servers.append(start(file))
        return servers[-1]

    monkeypatch.setattr(bootstrap, "practice_server", start_and_keep)
    relay, runner = EventRelay(), Runner(ThreadPoolExecutor(2))
    with bootstrap.open_desk(Config(Paths(tmp_path)), relay) as desk:
        window = DeskWindow()
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        window.attach(desk.services, runner, relay)
        desk.scheduler.start()
        qtbot.waitUntil(lambda: window.top.answer is GatewayAnswer.GOOD, timeout=TIMEOUT_MS)
        yield Outage(window, servers[0], qtbot)
        runner.close()


def test_an_open_code_stays_open_and_the_desk_says_that_nobody_answers(outage: Outage) -> None:
    payment = outage.open_payment("dlx 2")
    outage.press(payment, Key.Key_F9)
    outage.wait(lambda: not payment.instrument.isHidden())
    outage.end_gateway()
    # Nobody presses a key: the next question of the desk itself tells.
    outage.wait(lambda: outage.window.top.gateway.text() == SILENT)
    QTest.keyClick(payment, Key.Key_S)
    outage.wait(lambda: "the money may be on its way" in payment.error_bar.text)
    assert not payment.instrument.isHidden()
    assert payment.tenders.isHidden()
    QTest.keyClick(outage.window, Key.Key_F8)
    assert outage.window.pages.name == "home"
    assert outage.window.side.hold_count.text() == "1"


def test_a_tap_on_upi_says_so_and_cash_is_taken_instead(outage: Outage) -> None:
    payment = outage.open_payment("std 1")
    outage.end_gateway()
    outage.press(payment, Key.Key_F9)
    outage.wait(lambda: "Cash, card slip and wallet still work" in payment.error_bar.text)
    outage.wait(lambda: outage.window.top.gateway.text() == SILENT)
    outage.wait(lambda: not payment.tenders.isHidden())
    QTest.keyClick(payment, Key.Key_C)
    outage.wait(lambda: payment.tenders.method is Tender.CASH)
    outage.press(payment, Key.Key_F9)
    outage.wait(lambda: not payment.receipt.isHidden())


@pytest.mark.parametrize("kind", ["qr", "link"])
def test_a_code_that_never_came_gives_way_to_cash_by_one_key(outage: Outage, kind: str) -> None:
    payment = outage.open_payment("std 1")
    if kind == "link":
        QTest.keyClick(payment, Key.Key_L)
    outage.lose_next("qr_codes$" if kind == "qr" else "payment_links$")
    outage.press(payment, Key.Key_F9)
    outage.end_gateway()
    outage.wait(lambda: "Nothing was shown" in payment.instrument.state.text())
    QTest.keyClick(payment, Key.Key_C)
    outage.wait(lambda: not payment.tenders.isHidden())
    assert payment.tenders.method is Tender.CASH
    outage.wait(lambda: not payment.primary.busy)
    outage.press(payment, Key.Key_F9)
    outage.wait(lambda: not payment.receipt.isHidden())


def test_a_hold_whose_code_never_came_is_given_back_by_del(outage: Outage) -> None:
    payment = outage.open_payment("std 1")
    outage.lose_next("qr_codes$")
    outage.press(payment, Key.Key_F9)
    outage.end_gateway()
    QTest.keyClick(outage.window, Key.Key_F8)
    outage.wait(lambda: outage.window.side.hold_count.text() == "1")
    outage.window.side.holds.setFocus()
    QTest.keyClick(outage.window.side.holds, Key.Key_Delete)
    outage.wait(lambda: outage.window.side.hold_count.text() == "0")


def test_with_the_gateway_known_to_be_away_cash_stands_chosen(outage: Outage) -> None:
    outage.end_gateway()
    first = outage.open_payment("std 1")
    outage.press(first, Key.Key_F9)
    outage.wait(lambda: outage.window.top.gateway.text() == SILENT)
    QTest.keyClick(outage.window, Key.Key_F8)
    outage.wait(lambda: outage.window.pages.name == "home")
    second = outage.open_payment("dlx 1")
    assert second.tenders.method is Tender.CASH
    outage.press(second, Key.Key_F9)
    outage.wait(lambda: not second.receipt.isHidden())
