"""Cash out of a drawer that does not hold it is said before it is given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop.services.domain.shift import DrawerSight
from desktop.ui.widgets.drawer_hint import DrawerHint
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner


def test_more_than_the_drawer_holds_is_said_and_enough_is_not(qtbot: QtBot, runner: Runner) -> None:
    read: list[int] = []
    holds = [1_000_00]

    def look(need: int, _actor: object) -> DrawerSight:
        read.append(holds[0])
        return DrawerSight(need <= holds[0], holds[0])

    hint = DrawerHint(replace(sample_services(), drawer_holds=look), runner)
    qtbot.addWidget(hint)

    def show(paise: int) -> None:
        hint.show_need(paise)
        for _ in range(3):
            QApplication.processEvents()

    show(1_000_01)
    assert not hint.isHidden()
    assert "₹1,000.00" in hint.text()
    assert "₹1,000.01" in hint.text()
    show(1_000_01)
    assert len(read) == 1
    show(1_000_00)
    assert hint.isHidden()
    show(0)
    assert len(read) == 2
    holds[0] = -500_00
    show(1_00)
    assert "₹0.00" in hint.text()
    hint.forget()
    assert hint.isHidden()


def test_who_counts_the_drawer_hears_only_that_it_is_too_little(qtbot: QtBot, runner: Runner) -> None:
    services = replace(sample_services(), drawer_holds=lambda _need, _actor: DrawerSight(is_enough=False))
    hint = DrawerHint(services, runner)
    qtbot.addWidget(hint)
    hint.show_need(2_000_00)
    for _ in range(3):
        QApplication.processEvents()
    assert not hint.isHidden()
    assert hint.text().count("₹") == 1
    assert "₹2,000.00" in hint.text()
