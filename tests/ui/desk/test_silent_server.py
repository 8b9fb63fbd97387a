"""The server of a desk falls silent: what the window says, what stays on it, and how it comes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from db.halt import Halt, HaltKind
from db.reach import Reach, ServerState
from desktop.services.domain.condition import Condition
from desktop.services.errors import DatabaseLost
from desktop.services.events import ConditionChanged
from desktop.ui.event_relay import EventRelay
from desktop.ui.failures import explain

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.desk_window import DeskWindow
    from desktop.ui.runner import Runner
    from tests.ui.desk.conftest import FakeDesk

SINCE = datetime(2026, 11, 23, 5, 12, tzinfo=UTC)  # 10:42 in India
SILENT = Condition(server=Reach(ServerState.SILENT, SINCE))
WELL = Condition(server=Reach(ServerState.ANSWERS, SINCE))


class Server:
    """What is known of it, and the window that is told."""

    def __init__(self, fake: FakeDesk) -> None:
        self.condition = WELL
        self.relay = EventRelay()
        self.services = replace(fake.services(), read_condition=lambda: self.condition)

    def becomes(self, condition: Condition) -> None:
        self.condition = condition
        self.relay(ConditionChanged())


@pytest.fixture
def server(fake: FakeDesk) -> Server:
    return Server(fake)


@pytest.fixture
def window(server: Server, runner: Runner, qtbot: QtBot) -> DeskWindow:
    from desktop.ui.desk_window import DeskWindow

    window = DeskWindow()
    qtbot.addWidget(window)
    window.attach(server.services, runner, server.relay)
    qtbot.waitUntil(lambda: window.side.hold_count.text() == "3")
    return window


def test_silence_is_said_with_its_time_and_what_is_shown_stays(
    window: DeskWindow, server: Server, fake: FakeDesk, qtbot: QtBot
) -> None:
    assert window.top.server.text() == "● server answers"
    window.command.setText("dlx 2")
    fake.failure = DatabaseLost()
    server.becomes(SILENT)
    qtbot.waitUntil(lambda: window.top.server.text() == "▲ server silent since 10:42")
    assert "What is shown is as of 10:42" in window.halt_line.text
    assert "nothing is sold until it answers" in window.halt_line.text
    assert window.work is not None
    with qtbot.waitSignal(window.work.feed.failed):
        window.work.feed.read_today()
    assert window.errors.text == ""
    assert window.side.hold_count.text() == "3"
    assert window.command.text() == "dlx 2"


def test_when_it_answers_everything_is_read_anew_by_itself(
    window: DeskWindow, server: Server, fake: FakeDesk, qtbot: QtBot
) -> None:
    window.errors.show_error(explain(DatabaseLost()))
    server.becomes(SILENT)
    qtbot.waitUntil(lambda: bool(window.halt_line.text))
    fake.holds = fake.holds[:1]
    server.becomes(WELL)
    qtbot.waitUntil(lambda: window.side.hold_count.text() == "1")
    assert window.halt_line.text == ""
    assert window.errors.text == ""
    assert window.top.server.text() == "● server answers"


def test_a_standby_that_does_not_answer_has_its_own_sentence(
    window: DeskWindow, server: Server, qtbot: QtBot
) -> None:
    halt = Halt(HaltKind.STANDBY, facts={"unconfirmed": True})
    server.becomes(Condition(halts=(halt,), server=Reach(ServerState.UNCONFIRMED, SINCE)))
    qtbot.waitUntil(lambda: window.top.server.text() == "▲ standby does not answer")
    assert "The standby does not answer; sales are not confirmed" in window.halt_line.text


def test_a_file_that_nobody_keeps_has_no_server(window: DeskWindow, server: Server, qtbot: QtBot) -> None:
    server.becomes(Condition())
    qtbot.waitUntil(lambda: window.top.server.text() == "")
    assert window.top.server.isHidden()
    server.becomes(Condition(server=Reach(ServerState.LOCKED, SINCE)))
    qtbot.waitUntil(lambda: window.top.server.text() == "▲ books kept since 10:42")
    assert "Reading works" in window.halt_line.text
