"""A whole desk with a window, a hand on its keyboard, and somebody who looks at what was shown before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.practice.server import PracticeServer
from desktop.services.domain.account_report import AccountReport
from desktop.services.domain.desk_settings import DeskSettings
from desktop.ui.desk_window import DeskWindow
from desktop.ui.event_relay import EventRelay
from tests.conftest import Recorder
from tests.gateway_money.conftest import KEY_ID, KEY_SECRET, desk_with
from tests.ui.hand import Hand
from tests.ui.keys.busy_desk import BusyDesk, LiveKeys
from tests.ui.keys.shown_before import ShownBefore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from db.database import Database
    from desktop.ui.keys.key_rule import KeyRule
    from desktop.ui.runner import Runner
    from tests.conftest import SteppedClock
    from tests.counter import Counter
    from tests.gateway_money.conftest import GatewayDesk


@pytest.fixture(scope="session")
def key_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeServer]:
    """One practice gateway for all tests of this folder; each test starts with an empty account."""
    file = tmp_path_factory.mktemp("keys") / "practice.sqlite3"
    with PracticeServer(file, key_id=KEY_ID, key_secret=KEY_SECRET) as server:
        yield server


@pytest.fixture
def gateway_desk(
    key_server: PracticeServer, database: Database, clock: SteppedClock, publish: Recorder, tmp_path: Path
) -> Iterator[GatewayDesk]:
    """A desk that can ask for money."""
    facts = DeskSettings("Asia/Kolkata", practice=True)
    yield from desk_with(facts, key_server, database, clock, publish, tmp_path)


@pytest.fixture
def busy_desk(
    gateway_desk: GatewayDesk,
    counter: Counter,
    runner: Runner,
    qtbot: QtBot,
    keys: KeyRule,
) -> BusyDesk:
    """The window on this desk, with the keyboard."""
    keyring = LiveKeys()
    services = replace(
        gateway_desk.built.services,
        phone_url="",
        name_live_keys=lambda: keyring.kept,
        try_live_keys=lambda _id, _secret: AccountReport(True, True, (), 0.4),
        keep_live_keys=keyring.keep,
        forget_live_keys=keyring.forget,
    )
    shown, relay, window = ShownBefore(services), EventRelay(), DeskWindow()
    qtbot.addWidget(window)
    window.resize(1366, 900)
    with qtbot.waitActive(window):
        window.show()
    window.attach(shown.watched(), runner, relay)
    hand = Hand(window, keys)
    shown.attend(hand, window)
    desk = BusyDesk(window, counter, gateway_desk, shown, hand, keyring)
    desk.settle()
    return desk
