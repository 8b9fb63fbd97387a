"""What the page of the books says of its pages, and its key."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.halt import Checksums, Halt, HaltKind, PagesSeen
from desktop.services.domain.condition import Condition
from desktop.ui.books.books_window import BooksWindow
from desktop.ui.books.pages_section import PagesSection
from desktop.ui.desk.halt_line import HaltLine
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

AT = datetime(2026, 11, 29, 5, 12, tzinfo=UTC)


def said(qtbot: QtBot, condition: Condition) -> str:
    section = PagesSection("Asia/Kolkata")
    qtbot.addWidget(section)
    section.show_condition(condition)
    return section.said.text()


def test_a_sound_file_says_when_it_was_checked(qtbot: QtBot) -> None:
    text = said(qtbot, Condition(pages=PagesSeen(AT, Checksums.ON)))
    assert "✓ Checked" in text
    assert "10:42" in text
    assert "carries a checksum" in text


@pytest.mark.parametrize(
    ("checksums", "word"),
    [
        (Checksums.NOT_HERE, "Install"),
        (Checksums.NOT_YET, "every other desk is closed"),
        (Checksums.SERVER_OFF, "administrator"),
    ],
)
def test_missing_checksums_say_what_to_do(qtbot: QtBot, checksums: Checksums, word: str) -> None:
    assert word in said(qtbot, Condition(pages=PagesSeen(AT, checksums)))


@pytest.mark.parametrize("kind", [HaltKind.DAMAGED, HaltKind.SCHEMA, HaltKind.FOREIGN])
def test_what_was_found_stands_there(qtbot: QtBot, kind: HaltKind) -> None:
    text = said(qtbot, Condition(halts=(Halt(kind),), pages=PagesSeen(AT, Checksums.ON)))
    assert "▲ Checked" in text
    assert "✓ Checked" not in text


def test_progress_stands_on_the_page_and_below_the_command_field(qtbot: QtBot) -> None:
    condition = Condition(is_checking=True, pages=PagesSeen(per_cent=40))
    assert "40 %" in said(qtbot, condition)
    line = HaltLine()
    qtbot.addWidget(line)
    line.show_condition(condition)
    assert "40 %" in line.text


def test_damaged_tables_are_named_in_the_line(qtbot: QtBot) -> None:
    line = HaltLine()
    qtbot.addWidget(line)
    line.show_condition(Condition(halts=(Halt(HaltKind.DAMAGED, facts={"tables": ("claim", "journal")}),)))
    assert "claim, journal" in line.text


def test_k_checks_again_once(runner: Runner, qtbot: QtBot) -> None:
    asked: list[str] = []
    services = replace(
        sample_services(),
        read_condition=lambda: Condition(pages=PagesSeen(AT, Checksums.ON)),
        check_books_again=lambda: asked.append("again"),
    )
    window = BooksWindow(services, runner)
    qtbot.addWidget(window)
    window.show()
    window.refresh()
    qtbot.waitUntil(window.pages.button.isEnabled)
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: asked == ["again"])
    qtbot.waitUntil(window.pages.button.isEnabled)
