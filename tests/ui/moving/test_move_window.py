"""The page that moves a seat, by keys on the real services."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.services.moving.list_free_units import ListFreeUnits
from desktop.services.moving.move_booking_lines import MoveBookingLines
from desktop.services.reviewing.find_booking import FindBooking
from desktop.ui.moving.move_window import MoveWindow
from desktop.ui.routes import OpenDocument, Route
from desktop.ui.runner import Runner
from tests.counter import FACTS, Counter
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.services.domain.booking import Hold

Key = Qt.Key
TIMEOUT_MS = 60_000


@pytest.fixture
def hold(counter: Counter) -> Hold:
    """Two seats and a room for two nights, sold."""
    hold = counter.hold(counter.quote(counter.item("GOA21", "4A", "4B"), counter.item("DLX", nights=2)))
    counter.pay(hold)
    return hold


@pytest.fixture
def page(qtbot: QtBot, counter: Counter, hold: Hold) -> Iterator[MoveWindow]:
    services = replace(
        sample_services(),
        actor=lambda: counter.actor,
        find_booking=FindBooking(counter.database),
        list_free_units=ListFreeUnits(counter.database),
        move_booking_lines=MoveBookingLines(counter.database, FACTS, counter.publish),
    )
    runner = Runner(ThreadPoolExecutor(1))
    shown = MoveWindow(services, runner)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
    shown.show_booking(hold.booking_id)
    qtbot.waitUntil(lambda: shown.where.count() > 0, timeout=TIMEOUT_MS)
    yield shown
    shown.hide()
    runner.close()


def test_the_second_seat_moves_by_keys_and_its_new_ticket_is_at_hand(
    page: MoveWindow, qtbot: QtBot, counter: Counter, hold: Hold
) -> None:
    opened: list[Route] = []
    page.wanted.connect(opened.append)
    texts = [page.what.item(row).text() for row in range(page.what.count())]
    assert [text.split("   ")[0].split()[-1] for text in texts[:2]] == ["4A", "4B"]
    assert len(texts) == 3, "the nights of one room move together"
    QTest.keyClick(page.what, Key.Key_Down)
    qtbot.waitUntil(lambda: page.primary.text().startswith("Move 4B to "), timeout=TIMEOUT_MS)
    new = page.primary.text().removeprefix("Move 4B to ").split()[0]
    QTest.keyClick(page.what, Key.Key_Return)
    assert page.where.hasFocus()
    QTest.keyClick(page.where, Key.Key_Return)
    qtbot.waitUntil(lambda: page.primary.offer.is_seen, timeout=TIMEOUT_MS)
    QTest.keyClick(page, Key.Key_F9)
    qtbot.waitUntil(lambda: not page.ticket_button.isHidden(), timeout=TIMEOUT_MS)
    assert page.errors.text == f"{new} instead of 4B; the price stays."
    assert [line.unit_name for line in counter.booking(hold).lines[:2]] == ["4A", new]
    QTest.keyClick(page, Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(opened[0], OpenDocument)
    assert counter.faults() == []


def test_nothing_moves_before_what_is_free_is_read(page: MoveWindow, counter: Counter, hold: Hold) -> None:
    page.what.setCurrentRow(2)
    assert not page.primary.isEnabled()
    QTest.keyClick(page, Key.Key_F9)
    assert [line.moves for line in counter.booking(hold).lines] == [()] * 4


def test_a_reason_is_asked_for_and_nothing_is_lost(page: MoveWindow, qtbot: QtBot) -> None:
    page.reason.set_text("")
    QTest.keyClick(page, Key.Key_F9)
    qtbot.waitUntil(lambda: bool(page.errors.text), timeout=TIMEOUT_MS)
    assert page.what.count() == 3
