"""What one key does to a marked hold: longer, ended at another desk; and what others ended is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.actor import Actor
from db.ids import BookingId, BookingReference
from desktop.services.domain.booking import Hold
from desktop.services.domain.extending import ADDED, CodeAfter, Extended
from desktop.services.domain.today import BrokenHold, Today
from desktop.ui.desk_window import DeskWindow
from desktop.ui.event_relay import EventRelay
from tests.ui.desk.conftest import FakeDesk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

BROKEN = BrokenHold(
    BookingId("b9"), BookingReference("BK-9F3K29"), "Deluxe 204", "Meena", "D2", "the group needs it"
)


class Others(FakeDesk):
    """A desk beside others: what was made longer, ended and read."""

    def __init__(self) -> None:
        super().__init__()
        first, *rest = self.holds
        self.holds = (first, *(replace(one, is_own=False, desk_code="D2", clerk="Meena") for one in rest))
        self.longer: list[tuple[str, datetime]] = []
        self.ended: list[tuple[str, str]] = []
        self.read: list[str] = []
        self.broken: tuple[BrokenHold, ...] = ()

    def today(self) -> Today:
        return replace(super().today(), broken=self.broken)

    def extend(self, booking_id: BookingId, shown_end: datetime, *, actor: Actor) -> Extended:
        self.longer.append((booking_id, shown_end))
        reference = BookingReference("BK-7F3K23")
        return Extended(Hold(booking_id, reference, 0, shown_end, shown_end + ADDED), CodeAfter.NONE)

    def end(self, booking_id: BookingId, reason: str, *, actor: Actor) -> None:
        self.ended.append((booking_id, reason))
        self.holds = tuple(hold for hold in self.holds if hold.booking_id != booking_id)

    def note_read(self, booking_id: BookingId, *, actor: Actor) -> None:
        self.read.append(booking_id)


def opened(qtbot: QtBot, runner: Runner, fake: Others) -> DeskWindow:
    services = replace(
        fake.services(), extend_hold=fake.extend, break_hold=fake.end, read_broken_hold=fake.note_read
    )
    window = DeskWindow()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.attach(services, runner, EventRelay())
    qtbot.waitUntil(lambda: window.side.hold_count.text() == "3")
    window.side.holds.setFocus()
    window.grab()
    QApplication.processEvents()
    return window


def test_e_makes_the_marked_hold_longer_from_the_end_that_is_shown(qtbot: QtBot, runner: Runner) -> None:
    fake = Others()
    window = opened(qtbot, runner, fake)
    marked = window.side.holds.current()
    assert marked is not None
    assert "E  until" in window.side.keys.text()
    QTest.keyClick(window.side.holds, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: "is held until" in window.errors.text)
    assert fake.longer == [(marked.booking_id, marked.expires_at)]


def test_del_on_a_hold_of_another_desk_asks_why_and_ends_it(qtbot: QtBot, runner: Runner) -> None:
    fake = Others()
    window = opened(qtbot, runner, fake)
    assert window.work is not None
    panel = window.work.hold_keys.panel
    QTest.keyClick(window.side.holds, Qt.Key.Key_Down)
    window.grab()
    QTest.keyClick(window.side.holds, Qt.Key.Key_Delete)
    assert not panel.isHidden()
    assert "Meena" in panel.said.text()
    assert fake.released == []
    panel.press()
    assert fake.ended == []
    panel.reason.setText("the group needs it")
    window.grab()
    QApplication.processEvents()
    QTest.keyClick(panel.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "was ended" in window.errors.text)
    assert fake.ended == [("booking-2", "the group needs it")]
    assert panel.isHidden()


def test_a_row_of_another_desk_names_desk_and_person(qtbot: QtBot, runner: Runner) -> None:
    window = opened(qtbot, runner, Others())
    model = window.side.holds.holds
    rows = [str(model.index(row).data()) for row in range(3)]
    assert ["D2 Meena" in row for row in rows] == [False, True, True]


def test_who_ended_a_hold_of_this_desk_is_told_until_it_is_put_away(qtbot: QtBot, runner: Runner) -> None:
    fake = Others()
    fake.broken = (BROKEN,)
    window = opened(qtbot, runner, fake)
    assert "Meena (desk D2) ended your hold BK-9F3K29, Deluxe 204: the group needs it" in window.notices.text
    assert window.work is not None
    window.work.feed.read_today()
    QApplication.processEvents()
    assert len(window.notices.waiting) == 1
    assert fake.read == []
    window.notices.away_button.click()
    qtbot.waitUntil(lambda: fake.read == ["b9"])
