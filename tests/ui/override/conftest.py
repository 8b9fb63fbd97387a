"""A desk with a real list of people: Ravi, a clerk, has signed in; Meena, a manager, is near."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import update

from db.schema import policy
from desktop.database_words import translated_services
from desktop.practice.server import PracticeServer
from desktop.services.domain.desk_settings import DeskSettings
from desktop.ui.cancellation.cancellation_window import CancellationWindow
from desktop.ui.desk_window import DeskWindow
from desktop.ui.event_relay import EventRelay
from tests.gateway_money.conftest import KEY_ID, KEY_SECRET, desk_with
from tests.staff import CLERK_PIN, MANAGER_PIN, keep_staff
from tests.ui.hand import Hand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from db.database import Database
    from desktop.services.application import Services
    from desktop.services.domain.booking import Hold
    from desktop.ui.keys.key_rule import KeyRule
    from desktop.ui.override.override_panel import OverridePanel
    from desktop.ui.routes import Route
    from desktop.ui.runner import Runner
    from tests.conftest import Recorder, SteppedClock
    from tests.counter import Counter
    from tests.gateway_money.conftest import GatewayDesk

HALF = '[{"hours_before": 0, "refund_bp": 5000}]'


@dataclass
class StaffedDesk:
    """The window with a hand on its keyboard; every key is counted."""

    window: DeskWindow
    services: Services
    counter: Counter
    clock: SteppedClock
    hand: Hand
    relay: EventRelay

    @property
    def panel(self) -> OverridePanel:
        return self.window.override

    @property
    def cancelling(self) -> CancellationWindow:
        return self.window.pages.make(self.window.pages.cancellation)

    def go(self, route: Route) -> None:
        assert self.window.work is not None
        self.window.work.links.go(route)
        self.settle()

    def settle(self) -> None:
        for _ in range(8):
            QApplication.processEvents()

    def sold(self, ahead: int = 5) -> Hold:
        """Sell a night, half of which comes back when it is cancelled."""
        with self.counter.database.write(self.counter.actor) as session:
            session.execute(update(policy).values(tiers=HALF))
        hold = self.counter.hold(self.counter.quote(self.counter.item("DLX", ahead=ahead)))
        self.counter.pay(hold)
        return hold

    def type(self, text: str) -> None:
        self.hand.type(text)
        self.hand.rest(0.4)
        self.settle()

    def strike(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            self.hand.strike(key)
            self.hand.rest(0.4)
            self.settle()

    def pin(self, pin: str = MANAGER_PIN, code: str = "90") -> None:
        """Type code and PIN, and Enter."""
        self.type(code + pin)
        self.strike(Qt.Key.Key_Return)

    def told(self, tag: str) -> list[str]:
        """Return what the journal holds under a tag."""
        return [content for one, content in self.counter.told() if one == tag]


@pytest.fixture(scope="session")
def staff_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeServer]:
    """One practice gateway for all tests of this folder."""
    file = tmp_path_factory.mktemp("staffed") / "practice.sqlite3"
    with PracticeServer(file, key_id=KEY_ID, key_secret=KEY_SECRET) as server:
        yield server


@pytest.fixture
def desk(
    staff_server: PracticeServer,
    database: Database,
    counter: Counter,
    clock: SteppedClock,
    publish: Recorder,
    tmp_path: Path,
    runner: Runner,
    qtbot: QtBot,
    keys: KeyRule,
) -> Iterator[StaffedDesk]:
    """A desk at which permissions count."""
    facts = DeskSettings("Asia/Kolkata", practice=True)
    with contextmanager(desk_with)(facts, staff_server, database, clock, publish, tmp_path) as gateway:
        yield _open(gateway, database, counter, clock, runner, qtbot, keys)


def _open(
    gateway: GatewayDesk,
    database: Database,
    counter: Counter,
    clock: SteppedClock,
    runner: Runner,
    qtbot: QtBot,
    keys: KeyRule,
) -> StaffedDesk:
    keep_staff(database)
    services = translated_services(gateway.built.services, database)
    services.sign_in("11", CLERK_PIN)
    relay, window = EventRelay(), DeskWindow()
    qtbot.addWidget(window)
    window.resize(1366, 900)
    with qtbot.waitActive(window):
        window.show()
    window.attach(services, runner, relay)
    desk = StaffedDesk(window, services, counter, clock, Hand(window, keys), relay)
    desk.settle()
    return desk
