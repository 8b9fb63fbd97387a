"""What the page of the books and the line below the command field say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from db.halt import Halt, HaltKind
from desktop.services.domain.condition import Condition
from desktop.ui.books.books_window import BooksWindow
from desktop.ui.desk.halt_line import HaltLine
from desktop.ui.halt_words import halt_sentence
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
