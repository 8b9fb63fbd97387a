"""The page Books tells how old the last good backups are, and makes one by a key."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.halt import Halt, HaltKind
from desktop.services.backup_failed import BackupFailed
from desktop.services.domain.backups import Backup, BackupsKnown
from desktop.services.domain.condition import Condition
from desktop.ui.books.backup_section import BackupSection
from desktop.ui.books.books_window import BooksWindow
from desktop.ui.closing_work import work_after_closing
from desktop.ui.desk.halt_line import HaltLine
from desktop.ui.halt_words import halt_sentence
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from pytestqt.qtbot import QtBot

    from desktop.services.application import Services
    from desktop.ui.runner import Runner

NOW = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
HERE = Path("backups")
LAST = Backup(HERE / "counterfoil-0197f1c2-5d3e-20261123T013000Z.sqlite3", "0197f1c2-5d3e", NOW, True)


def aged(**age: int) -> Backup:
    """Return a backup of this age."""
    return replace(LAST, moment=NOW - timedelta(**age))


def section(qtbot: QtBot, runner: Runner, services: Services | None = None) -> BackupSection:
    made = BackupSection(services or sample_services(), runner, now=lambda: NOW)
    qtbot.addWidget(made)
    return made


def test_both_places_are_told_with_their_age(runner: Runner, qtbot: QtBot) -> None:
    shown = section(qtbot, runner)
    shown.show_condition(
        Condition(backups=BackupsKnown(HERE, aged(hours=3), Path("stick"), True, aged(days=3)))
    )
    assert shown.here.text().startswith("✓ The last good backup here is of 23 Nov 2026 07:00, 3 h old: ")
    assert shown.second.text() == "✓ The last one in stick is of 20 Nov 2026 10:00, 3 days old."
    shown.show_condition(Condition(backups=BackupsKnown(HERE, None, Path("stick"), False, aged(minutes=5))))
    assert "no good backup" in shown.here.text()
    assert "is not there now; its last copy is of 23 Nov 2026 09:55, 5 min old" in shown.second.text()
    shown.show_condition(Condition(backups=BackupsKnown(HERE)))
    assert "There is no second place" in shown.second.text()


def test_books_that_are_only_read_have_no_backups_to_make(runner: Runner, qtbot: QtBot) -> None:
    window = BooksWindow(sample_services(), runner)
    qtbot.addWidget(window)
    window.show_condition(Condition(halts=(Halt(HaltKind.READ_ONLY),)))
    assert window.backups.isHidden()
    window.backups.back_up()  # no use case is called: the sample's would be a fault


def test_b_makes_one_beside_the_sales(runner: Runner, qtbot: QtBot) -> None:
    made: list[threading.Thread] = []

    def back_up() -> Backup:
        made.append(threading.current_thread())
        return LAST

    known = Condition(backups=BackupsKnown(HERE))
    services = replace(sample_services(), back_up=back_up, read_condition=lambda: known)
    window = BooksWindow(services, runner)
    qtbot.addWidget(window)
    window.show()
    window.show_condition(known)
    with qtbot.waitSignal(window.backups.changed):
        QTest.keyClick(window, Qt.Key.Key_B)
    assert len(made) == 1
    assert not window.backups.button.busy


def test_one_that_fails_says_why(runner: Runner, qtbot: QtBot) -> None:
    def back_up() -> Backup:
        raise BackupFailed("place", "No space left on device")

    known = Condition(backups=BackupsKnown(HERE))
    services = replace(sample_services(), back_up=back_up, read_condition=lambda: known)
    window = BooksWindow(services, runner)
    qtbot.addWidget(window)
    window.show_condition(known)
    window.backups.back_up()
    qtbot.waitUntil(lambda: "No backup was made (No space left on device)" in window.error_bar.text)


def test_a_second_place_is_chosen(runner: Runner, qtbot: QtBot, tmp_path: Path) -> None:
    chosen: list[Path] = []

    def choose(place: Path) -> BackupsKnown:
        chosen.append(place)
        return BackupsKnown(HERE)

    shown = section(qtbot, runner, replace(sample_services(), choose_second_place=choose))
    with qtbot.waitSignal(shown.changed):
        shown.choose_place(tmp_path)
    assert chosen == [tmp_path]


def test_more_than_a_day_without_a_backup_is_told_on_every_page(qtbot: QtBot) -> None:
    line = HaltLine()
    qtbot.addWidget(line)
    line.show_condition(Condition(backups=BackupsKnown(HERE, aged(hours=30), unsaved_since=NOW)))
    assert "stands in no backup" in line.text
    assert not line.button.isHidden()
    line.show_condition(Condition(backups=BackupsKnown(HERE, aged(hours=30))))
    assert line.text == ""


def test_damaged_books_name_the_backup_and_the_line_to_type() -> None:
    said = halt_sentence(Halt(HaltKind.DAMAGED, facts={"backup": LAST}))
    assert "2026-11-23 04:30 UTC" in said
    assert said.endswith(f'python -m desktop restore "{LAST.file}"')


def test_the_work_at_the_end_tells_its_steps_and_ends(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    def work(tell: Callable[[str], None]) -> None:
        for step in ("copy", "check", "carry"):
            tell(step)

    def broken(_tell: Callable[[str], None]) -> None:
        raise OSError("no room")

    never = threading.Event()
    assert work_after_closing(work)
    assert not work_after_closing(broken)
    assert "CLOSING_WORK_FAILED" in caplog.text
    assert not work_after_closing(lambda _tell: never.wait(), seconds_max=0.05)
    never.set()
