"""A whole first live start in the window: the form, the desk behind it, the recovery code, the next start."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop import bootstrap
from desktop.commands.window import DeskStart, explain_start
from desktop.config import Config
from desktop.paths import Paths
from desktop.ui.desk_window import DeskWindow
from desktop.ui.opening import recovery_sheet
from desktop.ui.opening.opening_form import OpeningForm
from desktop.ui.opening.recovery_sheet import RecoverySheet
from desktop.ui.running import Running
from tests.ui.opening.test_opening_form import LINES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.papers.recovery_paper import RecoveryPaper

Key = Qt.Key
PRINTED: list[RecoveryPaper] = []


class Starts:
    """Begins desks as the program does, one after the other."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._begun: list[tuple[DeskStart, Running]] = []

    def begin(self, config: Config) -> DeskWindow:
        window = DeskWindow()
        self._qtbot.addWidget(window)
        with self._qtbot.waitActive(window):
            window.show()
        desk = DeskStart(config)
        running = Running(window, desk, explain_start, tell_house=desk.tell)
        self._begun.append((desk, running))
        running.begin()
        return window

    def end(self) -> None:
        while self._begun:
            desk, running = self._begun.pop()
            running.close()
            desk.close()


@pytest.fixture
def starts(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Starts]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(bootstrap, "read_live_keys", lambda: None)
    PRINTED.clear()

    def prints(
        paper: RecoveryPaper, _owner: object, done: Callable[[str], None], _silent: Callable[[], None]
    ) -> None:
        PRINTED.append(paper)
        done("")

    monkeypatch.setattr(recovery_sheet, "print_document", prints)
    starts = Starts(qtbot)
    yield starts
    starts.end()


def live(folder: Path) -> Config:
    return Config(Paths(folder), practice=False)


def fill(form: OpeningForm, lines: tuple[str, ...] = LINES) -> None:
    for line in lines:
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        field.selectAll()
        QTest.keyClicks(field, line) if line else QTest.keyClick(field, Key.Key_Backspace)
        QTest.keyClick(field, Key.Key_Return)
        QApplication.processEvents()
    QTest.keyClick(form.go, Key.Key_Return)


def form_of(qtbot: QtBot, window: DeskWindow) -> OpeningForm:
    qtbot.waitUntil(lambda: window.findChild(OpeningForm) is not None, timeout=20_000)
    form = window.findChild(OpeningForm)
    assert form is not None
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    return form


def test_the_form_opens_the_desk_and_shows_the_code_once(
    qtbot: QtBot, starts: Starts, tmp_path: Path
) -> None:
    window = starts.begin(live(tmp_path))
    form = form_of(qtbot, window)
    assert list(tmp_path.iterdir()) == []
    fill(form)
    qtbot.waitUntil(lambda: window.findChild(RecoverySheet) is not None, timeout=30_000)
    sheet = window.findChild(RecoverySheet)
    assert sheet is not None
    qtbot.waitUntil(lambda: bool(PRINTED))
    (paper,) = PRINTED
    assert sheet.code.text() == paper.code
    assert "write the code down" in sheet.printed.text()
    QTest.keyClick(sheet, Key.Key_Escape)
    assert not sheet.isHidden()
    qtbot.waitUntil(lambda: window.windowTitle() == "Sahyadri Stays – Counterfoil")
    assert window.top.name.text() == "Sahyadri Stays"
    assert window.top.desk.text().endswith("Meena Naik")
    assert window.top.gateway.isHidden()
    QTest.keyClick(sheet, Key.Key_F9)
    assert sheet.isHidden()
    starts.end()
    again = starts.begin(live(tmp_path))
    qtbot.waitUntil(lambda: again.work is not None, timeout=30_000)
    assert again.findChild(OpeningForm) is None


def test_escape_leaves_the_program_and_nothing_behind(qtbot: QtBot, starts: Starts, tmp_path: Path) -> None:
    window = starts.begin(live(tmp_path))
    form = form_of(qtbot, window)
    QTest.keyClick(form, Key.Key_Escape)
    qtbot.waitUntil(window.isHidden)
    assert list(tmp_path.iterdir()) == []


def test_what_fails_behind_the_form_is_told_in_it_and_can_be_tried_again(
    qtbot: QtBot, starts: Starts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop import leaving_practice

    def full(*_arguments: object, **_fields: object) -> None:
        raise OSError(28, "No space left on device")

    window = starts.begin(live(tmp_path))
    form = form_of(qtbot, window)
    with monkeypatch.context() as patch:
        patch.setattr(leaving_practice, "found_house", full)
        fill(form)
        qtbot.waitUntil(lambda: bool(form.errors.text), timeout=30_000)
    assert [box.text for box in form.fields.boxes.values()] == list(LINES)
    assert window.work is None
    QTest.keyClick(form.go, Key.Key_Return)
    qtbot.waitUntil(lambda: window.work is not None, timeout=30_000)
    assert form.isHidden()


def test_practice_starts_without_a_form(qtbot: QtBot, starts: Starts, tmp_path: Path) -> None:
    window = starts.begin(Config(Paths(tmp_path)))
    qtbot.waitUntil(lambda: window.work is not None, timeout=60_000)
    assert window.findChild(OpeningForm) is None
    assert window.windowTitle() == "Counterfoil"
