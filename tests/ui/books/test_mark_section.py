"""What is missing stands on the page before the key that accepts it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.halt import Halt, HaltKind
from desktop.services.domain.condition import Condition
from desktop.services.domain.loss import Adopted, Loss, LostAct, LostNumbers, MarkCondition
from desktop.ui.books.books_window import BooksWindow
from desktop.ui.desk.halt_line import HaltLine
from desktop.ui.keys.key_rule import key_rule
from tests.ui.hand import Hand
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from db.actor import Actor
    from desktop.ui.runner import Runner

NOON = datetime(2026, 11, 28, 6, 30, tzinfo=UTC)
LOSS = Loss(
    HaltKind.BEHIND,
    marked_number=28,
    marked_hash="a" * 64,
    number=15,
    common_number=15,
    since=NOON,
    until=NOON.replace(hour=15),
    acts=(LostAct(16, NOON, "BOOKING_RESERVED", "BK-7F3K2Q", 483_000, "D1-R-2026-000003"),),
    numbers=(LostNumbers("receipt", 2026, 3, 5),),
)


class Books:
    """Books with a loss, until it is accepted."""

    def __init__(self, condition: Condition) -> None:
        self.condition = condition
        self.accepted: list[Loss] = []

    def accept(self, shown: Loss, *, actor: Actor) -> None:
        assert actor
        self.accepted.append(shown)
        self.condition = Condition()

    def read_adopted(self) -> None:
        self.condition = Condition()


def opened(books: Books, runner: Runner, qtbot: QtBot) -> BooksWindow:
    services = replace(
        sample_services(),
        read_condition=lambda: books.condition,
        accept_loss=books.accept,
        read_adopted=books.read_adopted,
    )
    window = BooksWindow(services, runner)
    qtbot.addWidget(window)
    window.show()
    window.refresh()
    qtbot.waitUntil(lambda: window.mark.isVisible())
    return window


def test_a_loss_is_read_and_then_accepted_by_a_key(runner: Runner, qtbot: QtBot) -> None:
    books = Books(Condition(halts=(Halt(HaltKind.BEHIND),), mark=MarkCondition(LOSS)))
    window = opened(books, runner, qtbot)
    said = window.mark.text.text()
    assert "13 records" in said
    assert "Receipt 2026: 3 to 5" in said
    row = [window.mark.table.item(0, column) for column in range(5)]
    assert [item.text() for item in row if item][1:] == [
        "Held for ten minutes",
        "BK-7F3K2Q",
        "4,830.00",
        "D1-R-2026-000003",
    ]
    assert window.mark.button.text() == "Accept the loss of 13 records and go on   A"
    window.mark.table.setFocus()
    QTest.keyClick(window.mark.table, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: window.mark.isHidden())
    assert books.accepted == [LOSS]


def test_a_key_in_the_moment_in_which_the_loss_comes_accepts_nothing(runner: Runner, qtbot: QtBot) -> None:
    books = Books(Condition(halts=(Halt(HaltKind.BEHIND),), mark=MarkCondition(LOSS)))
    window = opened(books, runner, qtbot)
    hand = Hand(window, key_rule())
    window.mark.button.offer.renew()
    hand.turn()
    hand.strike("a", pause=0.1)
    hand.rest()
    assert books.accepted == []
    hand.strike("a")
    qtbot.waitUntil(lambda: books.accepted == [LOSS])


@pytest.mark.parametrize("paper", ["", "D1-R-2026-000893"])
def test_a_first_time_here_is_told_until_it_was_compared(runner: Runner, qtbot: QtBot, paper: str) -> None:
    books = Books(Condition(mark=MarkCondition(adopted=Adopted(paper, NOON))))
    line = HaltLine()
    qtbot.addWidget(line)
    line.show_condition(books.condition)
    assert paper in line.text
    window = opened(books, runner, qtbot)
    assert paper in window.mark.text.text()
    QTest.keyClick(window, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: window.mark.isHidden())
    line.show_condition(books.condition)
    assert line.text == ""


def test_other_books_are_accepted_as_such(runner: Runner, qtbot: QtBot) -> None:
    loss = replace(LOSS, kind=HaltKind.FOREIGN, number=0, acts=(), old_home="a", since=None)
    window = opened(Books(Condition(mark=MarkCondition(loss))), runner, qtbot)
    assert window.mark.text.text().startswith("Other books")
    assert window.mark.button.text().startswith("Accept these as the books")
    assert window.mark.table.isHidden()


def test_a_mark_that_cant_be_kept_is_said_and_offers_no_key(runner: Runner, qtbot: QtBot) -> None:
    window = opened(Books(Condition(mark=MarkCondition(trouble="OSError"))), runner, qtbot)
    assert "can't be kept" in window.mark.trouble.text()
    assert window.mark.button.isHidden()
