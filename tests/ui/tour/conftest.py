"""A desk window on the real services, with a practice gateway and the sample's catalogue and customers."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from desktop.bootstrap import open_desk
from desktop.config import Config
from desktop.paths import Paths
from desktop.ui.desk_window import DeskWindow
from desktop.ui.event_relay import EventRelay
from desktop.ui.runner import Runner
from tests.ui.tour.clerk import Clerk, Later, MouseWatch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a desk that was started once, to be copied."""
    folder = tmp_path_factory.mktemp("house")
    with open_desk(Config(Paths(folder)), EventRelay()):
        pass
    return folder


@pytest.fixture
def clerk(tmp_path: Path, house: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Clerk]:
    """At a desk that has just been opened: nothing is sold, nobody stands there."""
    folder = tmp_path / "data"
    shutil.copytree(house, folder)
    relay, runner, mouse = EventRelay(), Runner(ThreadPoolExecutor(4)), MouseWatch()
    later = Later()
    with open_desk(Config(Paths(folder)), relay, clock=later) as desk:
        window = DeskWindow()
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        window.attach(desk.services, runner, relay)
        qtbot.waitUntil(lambda: window.foot.fresh.text() != "")
        qapp.installEventFilter(mouse)
        yield Clerk(window, desk, qtbot, mouse, later)
        qapp.removeEventFilter(mouse)
        runner.close()
