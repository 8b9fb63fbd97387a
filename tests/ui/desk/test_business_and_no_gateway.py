"""The head of the window says whose business it is, and nothing of a gateway that is not there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.services.domain.disturbance import GatewayAnswer, GatewayState
from desktop.services.domain.house import Business
from desktop.services.events import HouseChanged
from desktop.ui.desk.keys_overlay import KeysOverlay
from desktop.ui.desk_window import DeskWindow
from desktop.ui.event_relay import EventRelay
from desktop.ui.theme import apply_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner
    from tests.ui.desk.conftest import FakeDesk

LONG = "Sahyadri Stays, Coaches and Treks of the Western Ghats Private Limited"


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def test_the_name_stands_in_head_and_title_and_follows_a_change(
    qtbot: QtBot, runner: Runner, fake: FakeDesk
) -> None:
    known = [Business("Sahyadri Stays", ("12 MG Road",), "30")]
    window, relay = DeskWindow(), EventRelay()
    qtbot.addWidget(window)
    window.show()
    window.attach(replace(fake.services(), show_business=lambda: known[-1]), runner, relay)
    settle()
    assert window.top.name.text() == "Sahyadri Stays"
    assert window.windowTitle() == "Sahyadri Stays – Counterfoil"
    known.append(Business(LONG, ("12 MG Road",), "30"))
    relay(HouseChanged())
    settle()
    assert window.top.name.text().endswith("…")
    assert window.top.name.accessibleName() == LONG
    window.switch_language()
    settle()
    assert window.top.name.accessibleName() == LONG


@pytest.mark.parametrize("zoom", [0.75, 1.0, 2.0])
def test_a_long_name_leaves_the_window_its_width(
    qtbot: QtBot, runner: Runner, fake: FakeDesk, qapp: QApplication, zoom: float
) -> None:
    apply_theme(qapp, "light", zoom)
    window = DeskWindow()
    qtbot.addWidget(window)
    window.show()
    services = replace(fake.services(), show_business=lambda: Business(LONG, ("x",), "30"))
    window.attach(services, runner, EventRelay())
    settle()
    assert window.minimumSizeHint().width() <= 1366


@pytest.mark.parametrize("answer", [GatewayAnswer.NO_KEYS, GatewayAnswer.NO_KEYRING])
def test_without_a_gateway_head_and_keys_sheet_name_none(
    qtbot: QtBot,
    runner: Runner,
    fake: FakeDesk,
    snapshot: Callable[[QWidget], str],
    answer: GatewayAnswer,
) -> None:
    window = DeskWindow()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.attach(
        replace(fake.services(), show_gateway=lambda: GatewayState(answer, ())), runner, EventRelay()
    )
    settle()
    assert window.top.gateway.isHidden() is (answer is GatewayAnswer.NO_KEYS)
    if answer is GatewayAnswer.NO_KEYRING:
        assert "no gateway" in window.top.gateway.text()
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_F1)
    sheet = window.findChild(KeysOverlay)
    assert sheet is not None
    shown = snapshot(sheet)
    assert "stop a QR code" not in shown
    assert 'label "U ' not in shown
