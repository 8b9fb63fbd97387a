"""What the page of the books and the line below the command field say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from db.halt import Halt, HaltKind
from desktop.services.domain.condition import Condition
from desktop.ui.books.books_window import BooksWindow
from desktop.ui.desk.halt_line import HaltLine
from desktop.ui.halt_words import halt_sentence
from desktop.ui.server_words import server_sentence
from desktop.ui.theme import apply_theme
from tests.ui.sample_conditions import CONDITIONS, ZONE
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner


def test_sound_books_say_so(runner: Runner, qtbot: QtBot) -> None:
    window = BooksWindow(sample_services(), runner)
    qtbot.addWidget(window)
    window.refresh()
    qtbot.waitUntil(lambda: window.said.text() == "✓ Nothing is wrong with the books.")


@pytest.mark.parametrize("kind", HaltKind)
def test_each_halt_has_its_sentence_on_the_page_and_below_the_command_field(
    kind: HaltKind, runner: Runner, qtbot: QtBot
) -> None:
    condition = Condition(halts=(Halt(kind),))
    window = BooksWindow(replace(sample_services(), read_condition=lambda: condition), runner)
    line = HaltLine()
    qtbot.addWidget(window)
    qtbot.addWidget(line)
    window.refresh()
    line.show_condition(condition)
    qtbot.waitUntil(lambda: halt_sentence(Halt(kind)) in window.said.text())
    assert line.text == f"▲ {halt_sentence(Halt(kind))}"
    line.show_condition(Condition())
    assert line.text == ""


def sentences(window: BooksWindow) -> list[str]:
    """What stands on the page, line by line from the top, without the signs in front."""
    labels = [one for one in window.findChildren(QLabel) if one.isVisibleTo(window) and one.text()]
    labels.sort(key=lambda one: one.mapTo(window, QPoint(0, 0)).y())
    return [line.lstrip("▲◷◌✓○● ") for label in labels for line in label.text().split("\n")]


@pytest.mark.parametrize("name", CONDITIONS)
def test_what_is_wrong_stands_once_and_first(name: str, runner: Runner, qtbot: QtBot) -> None:
    condition = CONDITIONS[name]
    window = BooksWindow(sample_services(), runner)
    qtbot.addWidget(window)
    window.resize(1074, 648)
    window.show()
    window.show_condition(condition)
    qtbot.waitUntil(lambda: window.pages.y() > 0)
    said = sentences(window)
    assert len(said) == len(set(said))
    assert said[0] == "Condition of the books"
    wrong = [halt_sentence(halt) for halt in condition.halts if halt.kind is not HaltKind.BEHIND]
    wrong += [sentence] if (sentence := server_sentence(condition.server, ZONE)) else []
    assert all(said.count(sentence) == 1 for sentence in wrong)
    is_calm = "Nothing is wrong with the books." in said
    assert not (is_calm and (wrong or condition.halts or condition.is_checking))
    assert is_calm or said[1:3] != ["Clock", "It is Sunday 29 November 2026, 08:55."]


@pytest.mark.parametrize(
    ("name", "zoom"),
    [("behind", 2.0), ("clock in question", 2.0), ("clock before the records", 2.0), ("foreign", 1.0)],
)
def test_the_key_of_a_halt_is_seen_without_scrolling(
    name: str, zoom: float, runner: Runner, qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, "light", zoom)
    window = BooksWindow(sample_services(), runner)
    qtbot.addWidget(window)
    window.show_condition(CONDITIONS[name])
    window.resize(1366, window.heightForWidth(1366))
    window.show()
    (key,) = [
        one
        for one in window.findChildren(QPushButton)
        if one.isVisibleTo(window) and one.property("role") == "primary"
    ]
    # What is left of 768 below the top line, the command field and the line of the halt, above the footer.
    qtbot.waitUntil(lambda: 0 < key.mapTo(window, QPoint(0, key.height())).y() <= 430)
