"""The desk's window over books that are only read: it says so, shows everything and changes nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from db.engine import sqlite_file
from desktop.config import Config
from desktop.paths import Paths
from desktop.reading import open_review
from desktop.ui.desk_window import DeskWindow
from desktop.ui.event_relay import EventRelay
from desktop.ui.preferences import Preferences
from desktop.ui.routes import OpenBooks, OpenCases, OpenReview, OpenStock
from desktop.ui.runner import Runner
from tests.keeping.folders import content_of

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.counter import Counter

TIMEOUT_MS = 60_000


def test_the_window_over_a_closed_file_leaves_it_as_it_was(
    counter: Counter, tmp_path: Path, qtbot: QtBot
) -> None:
    counter.pay(counter.hold())
    file = sqlite_file(counter.database.engine)
    assert file is not None
    counter.database.close()
    before = content_of(file.parent)
    relay, runner = EventRelay(), Runner(ThreadPoolExecutor(2))
    with ExitStack() as stack:
        services = open_review(Config(Paths(tmp_path / "program")), file, relay, stack)
        window = DeskWindow(Preferences(tmp_path / "program" / "settings.ini").forgotten_at_the_end())
        qtbot.addWidget(window)
        window.show()
        window.attach(services, runner, relay)
        assert window.work is not None
        assert window.top.desk.text() == "Read only"
        window.work.links.go(OpenReview())
        page: Any = window.pages.page
        qtbot.waitUntil(lambda: page.table.model().rowCount() == 1, timeout=TIMEOUT_MS)
        qtbot.waitUntil(lambda: "Read only, as of 23 Nov 2026 10:00" in window.halt_line.text)
        for route in (OpenCases(), OpenStock(), OpenBooks()):
            window.work.links.go(route)
        books: Any = window.pages.page
        qtbot.waitUntil(lambda: "Read only, as of" in books.said.text(), timeout=TIMEOUT_MS)
        qtbot.waitUntil(lambda: window.foot.fresh.text() != "", timeout=TIMEOUT_MS)
        assert books.backups.isHidden()
        window.close()
        runner.close()
    assert content_of(file.parent) == before
