"""What the clerk sees of a clock that may be wrong, and the keys that put it right."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.halt import Halt, HaltKind, Purpose
from db.ids import BookingReference
from desktop.services.domain.clock_state import (
    NOT_FINAL,
    SOUND,
    ClockKnown,
    ClockPut,
    ClockQuestion,
    ClockState,
)
from desktop.services.domain.condition import Condition
from desktop.services.halted import ClockGoesBack
from desktop.ui.books.books_window import BooksWindow
from desktop.ui.clock_words import difference, question_sentence
from desktop.ui.desk.halt_line import HaltLine
from desktop.ui.typed.moment_text import parse_moment
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from db.actor import Actor
    from desktop.services.application import Services
    from desktop.ui.runner import Runner

NOW = datetime(2026, 11, 29, 3, 25, tzinfo=UTC)
LAST = datetime(2026, 11, 28, 15, 43, tzinfo=UTC)
INDIA = ZoneInfo("Asia/Kolkata")


def known(question: ClockQuestion, now: datetime = NOW, **fields: object) -> ClockKnown:
    refused = frozenset(Purpose) - {Purpose.REMEDY}
    return ClockKnown(now, ClockState(question, refused, ahead=timedelta(hours=5, minutes=30)), LAST)


def condition(clock: ClockKnown) -> Condition:
    facts = {"known": clock, "time_zone": "Asia/Kolkata"}
    halts = (Halt(HaltKind.CLOCK, clock.state.refused, facts),) if clock.state.refused else ()
    return Condition(halts=halts, clock=clock)


class Clocks:
    """Services over one clock, and what was asked of it."""

    def __init__(self, clock: ClockKnown, refuses: Exception | None = None) -> None:
        self.condition = condition(clock)
        self.confirmed: list[datetime] = []
        self.typed: list[tuple[datetime, bool]] = []
        self.refuses = refuses

    def services(self) -> Services:
        """Return them."""
        return replace(
            sample_services(),
            read_condition=lambda: self.condition,
            confirm_clock=self.confirm,
            set_clock=self.set,
        )

    def confirm(self, shown: datetime, *, actor: Actor) -> None:
        """Take a confirmation; nothing is in question any more."""
        self.confirmed.append(shown)
        self.condition = Condition(clock=ClockKnown(shown))

    def set(self, moment: datetime, *, actor: Actor, back: bool = False) -> ClockPut:
        """Take a time, or refuse it once."""
        self.typed.append((moment, back))
        if self.refuses is not None and not back:
            raise self.refuses
        return ClockPut(NOW, moment, (BookingReference("BK-AAAAAA"),), (BookingReference("BK-BBBBBB"),))


def page(clocks: Clocks, runner: Runner, qtbot: QtBot) -> BooksWindow:
    window = BooksWindow(clocks.services(), runner)
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    window.refresh()
    qtbot.waitUntil(lambda: window.clock.isVisible())
    window.setFocus()
    return window


def test_every_question_has_its_sentence_without_a_gap() -> None:
    sentences = {
        question_sentence(replace(known(question), on_server=on_server, witness=NOW), "Asia/Kolkata")
        for question in ClockQuestion
        for on_server in (False, True)
    }
    assert len(sentences) >= len(ClockQuestion)
    assert not [one for one in sentences if "{" in one or "None" in one]


def test_the_sentence_says_what_the_pc_says_and_the_last_record() -> None:
    wrong = known(ClockQuestion.LONG_AFTER, datetime(2027, 12, 29, 3, 25, tzinfo=UTC))
    assert question_sentence(wrong, "Asia/Kolkata").startswith(
        "This PC says Wednesday 29 December 2027, 08:55."
        " The last record is of Saturday 28 November 2026, 21:13."
    )


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (timedelta(hours=5, minutes=30), "5 h 30 min ahead (two systems on this PC?)"),
        (-timedelta(hours=5, minutes=29), "5 h 29 min behind (two systems on this PC?)"),
        (timedelta(days=365), "365 days ahead (a year typed wrong?)"),
        (timedelta(days=30), "30 days ahead"),
        (-timedelta(minutes=3), "3 min behind"),
        (timedelta(seconds=40), "40 s ahead"),
    ],
)
def test_a_difference_is_named(ahead: timedelta, words: str) -> None:
    assert difference(ahead) == words


def test_c_says_that_it_is_right(runner: Runner, qtbot: QtBot) -> None:
    clocks = Clocks(known(ClockQuestion.LONG_AFTER))
    window = page(clocks, runner, qtbot)
    QTest.keyClick(window, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: window.clock.answer.text() == "✓ Confirmed.")
    assert clocks.confirmed == [NOW]


def test_c_does_nothing_where_records_are_of_later(runner: Runner, qtbot: QtBot) -> None:
    clocks = Clocks(known(ClockQuestion.BEFORE_RECORD))
    window = page(clocks, runner, qtbot)
    QTest.keyClick(window, Qt.Key.Key_C)
    assert clocks.confirmed == []


def test_t_types_it_and_what_is_no_time_is_said(runner: Runner, qtbot: QtBot) -> None:
    clocks = Clocks(known(ClockQuestion.BEFORE_RELEASE))
    window = page(clocks, runner, qtbot)
    QTest.keyClick(window, Qt.Key.Key_T)
    field = window.clock.field
    QTest.keyClicks(field, "in the morning")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.clock.answer.text().startswith("That is no day and time.")
    assert clocks.typed == []
    field.clear()
    QTest.keyClicks(field, "29 nov 2026 8:55")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "BK-AAAAAA" in window.clock.answer.text())
    assert "BK-BBBBBB" in window.clock.answer.text()
    assert clocks.typed == [(NOW, False)]
    assert field.isHidden()


def test_setting_back_is_said_before_it_is_done(runner: Runner, qtbot: QtBot) -> None:
    clocks = Clocks(known(ClockQuestion.RECORD_AHEAD), ClockGoesBack(LAST, 4))
    window = page(clocks, runner, qtbot)
    QTest.keyClick(window, Qt.Key.Key_T)
    QTest.keyClicks(window.clock.field, "29 nov 2026 8:55")
    QTest.keyClick(window.clock.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "made later than that time: 4" in window.clock.answer.text())
    assert window.clock.set.text() == "Set it back   Enter"
    QTest.keyClick(window.clock.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "✓ The clock is set" in window.clock.answer.text())
    assert clocks.typed == [(NOW, False), (NOW, True)]


def test_the_line_asks_once_a_day_and_one_key_answers(runner: Runner, qtbot: QtBot) -> None:
    clocks = Clocks(ClockKnown(NOW, SOUND, LAST, asks_day=True))
    line = HaltLine()
    qtbot.addWidget(line)
    line.attach(clocks.services(), runner)
    line.resize(900, 60)
    line.show()
    qtbot.waitUntil(lambda: line.text == "◷ It is Sunday 29 November 2026, 08:55.")
    assert line.button.isHidden()
    line.right.click()
    qtbot.waitUntil(lambda: line.text == "")
    assert clocks.confirmed == [NOW]


def test_a_question_that_stops_nobody_is_told_calmly(runner: Runner, qtbot: QtBot) -> None:
    calm = ClockKnown(NOW, ClockState(ClockQuestion.DAYS_AFTER, NOT_FINAL), LAST)
    line = HaltLine()
    qtbot.addWidget(line)
    line.attach(Clocks(calm).services(), runner)
    qtbot.waitUntil(lambda: line.text.startswith("◷ It is Sunday"))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("29 nov 2026 8:55", NOW),
        ("8:55", NOW),
        ("8.55", NOW),
        ("0855", NOW),
        ("08:55 am", NOW),
        ("29/11/2026 8:55", NOW),
        ("2026-11-29 08:55", NOW),
        ("29 nov 8:55", NOW),
        ("२९ नव 2026 ८:५५", NOW),
        ("28 nov 21:13", LAST),
        ("8:55 pm", NOW + timedelta(hours=12)),
        ("25:00", None),
        ("8:75", None),
        ("31 nov 8:55", None),
        ("soon", None),
        ("", None),
        ("13:00 pm", None),
    ],
)
def test_day_and_time_are_read_as_they_are_typed(text: str, moment: datetime | None) -> None:
    assert parse_moment(text, date(2026, 11, 29), INDIA) == moment
