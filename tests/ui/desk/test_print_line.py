"""The desk asks about papers that may not have come out, until somebody has answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from db.ids import PrintJobId
from db.print_words import PrintState
from desktop.services.domain.printing import PrintJob
from desktop.services.events import PrintQueueChanged
from desktop.ui.desk.print_line import PrintLine
from desktop.ui.event_relay import EventRelay
from tests.ui.sample_papers import sample_paper
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner


def test_the_line_asks_as_long_as_a_paper_is_stuck(qtbot: QtBot, runner: Runner) -> None:
    stuck: list[PrintJob] = [
        sample_paper(PrintJobId("1"), PrintState.UNSURE),
        sample_paper(PrintJobId("2"), PrintState.FAILED, title="D1-R-000002"),
    ]
    relay, line = EventRelay(), PrintLine()
    qtbot.addWidget(line)
    services = replace(sample_services(), list_stuck_papers=lambda _actor: tuple(stuck))
    line.attach(services, runner, relay)
    settle()
    asked, told = line.text.split("\n")
    assert asked == "? Did it come out of the printer? D1-R-000001. Ctrl+Shift+P answers."
    assert told == "▲ Not printed: D1-R-000002. Ctrl+Shift+P shows why."
    stuck.clear()
    relay(PrintQueueChanged())
    settle()
    assert line.isHidden()


def test_many_papers_are_counted(qtbot: QtBot, runner: Runner) -> None:
    stuck = tuple(sample_paper(PrintJobId(str(n)), PrintState.FAILED) for n in range(9))
    line = PrintLine()
    qtbot.addWidget(line)
    services = replace(sample_services(), list_stuck_papers=lambda _actor: stuck)
    line.attach(services, runner, EventRelay())
    settle()
    assert line.text.endswith("D1-R-000001, D1-R-000001, D1-R-000001 +6. Ctrl+Shift+P shows why.")


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()
