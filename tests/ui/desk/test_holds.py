"""The list of live holds: what it tells, and what Delete and F10 do there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from db.ids import BookingReference
from db.states import BookingState
from desktop.services.errors import PaymentUnderWay, WrongState
from desktop.ui.routes import GoHome, OpenCancellation, OpenPayment, Route
from desktop.ui.steady_clock import NodeTime
from tests.ui.desk.conftest import NOW
from tests.ui.sample_bookings import sample_booking

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.desk_window import DeskWindow
    from tests.ui.desk.conftest import FakeDesk

Key = Qt.Key


def press(window: DeskWindow, *keys: Key) -> None:
    for key in keys:
        QTest.keyClick(window.focusWidget() or window, key)
        QApplication.processEvents()


def test_delete_gives_a_hold_back_without_asking(desk: DeskWindow, fake: FakeDesk, qtbot: QtBot) -> None:
    press(desk, Key.Key_Down)
    assert desk.focusWidget() is desk.side.holds
    press(desk, Key.Key_Down, Key.Key_Delete)
    qtbot.waitUntil(lambda: desk.side.hold_count.text() == "2")
    assert fake.released == ["booking-2"]
    assert "BK-7F3K22 was given back" in desk.errors.text


@pytest.mark.parametrize(
    ("refusal", "advice"),
    [
        (WrongState(BookingReference("BK-7F3K23"), "part_paid"), "F10 cancels it"),
        (PaymentUnderWay(reference=BookingReference("BK-7F3K23")), "stop it there with S"),
    ],
)
def test_delete_says_what_to_do_where_money_is_in_a_hold(
    desk: DeskWindow, fake: FakeDesk, qtbot: QtBot, refusal: Exception, advice: str
) -> None:
    fake.refusal = refusal
    press(desk, Key.Key_Down, Key.Key_Delete)
    qtbot.waitUntil(lambda: advice in desk.errors.text)
    assert "BK-7F3K23" in desk.errors.text
    assert fake.released == []


def test_f10_on_a_hold_cancels_that_one(desk: DeskWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted: list[Route] = []
    assert desk.work is not None
    monkeypatch.setattr(desk.work.links, "go", wanted.append)
    press(desk, Key.Key_F10, Key.Key_Down, Key.Key_Down, Key.Key_F10)
    assert wanted == [OpenCancellation(), OpenCancellation(BookingReference("BK-7F3K22"))]


def test_a_hold_that_is_being_paid_says_so(desk: DeskWindow) -> None:
    model = desk.side.holds.holds
    told = [model.index(row).data() for row in range(3)]
    assert [text.endswith("◔ paying") for text in told] == [False, True, False]


def test_money_taken_already_is_told_beside_its_hold(desk: DeskWindow) -> None:
    model = desk.side.holds.holds
    first, *others = model.holds
    model.set_holds((replace(first, paid_paise=1_500_00), *others), NodeTime(NOW))
    assert str(model.index(0).data()).endswith("◑ 1,500.00 paid")


def test_a_hold_that_is_over_says_how_it_goes_on_and_is_not_given_back(
    desk: DeskWindow, fake: FakeDesk
) -> None:
    holds = desk.side.holds
    first, *others = holds.holds.holds
    over = replace(first, is_over=True, expires_at=NOW)
    holds.show_holds((*others, over), NodeTime(NOW))
    row = len(others)
    assert str(holds.holds.index(row).data()).startswith("■ 00:00 ended")
    assert str(holds.holds.index(row).data()).endswith("hold again")
    assert holds.holds.tick() is False  # it has ended before: nothing has to be read again for it
    chosen: list[str] = []
    holds.chosen.connect(lambda hold: chosen.append(hold.reference))
    holds.setFocus()
    holds.setCurrentIndex(holds.holds.index(row))
    press(desk, Key.Key_Delete, Key.Key_Return)
    assert fake.released == []
    assert chosen == [over.reference]


def test_the_foot_says_what_f9_does_now_and_promises_no_hold_that_is_over(
    desk: DeskWindow, fake: FakeDesk, qtbot: QtBot
) -> None:
    held = sample_booking()
    over = replace(held, state=BookingState.EXPIRED, again_until=NOW)
    fake.bookings[held.id] = held
    assert desk.work is not None
    desk.work.links.go(OpenPayment(held.id))
    qtbot.waitUntil(lambda: "F9 pay" in keys_at_the_foot(desk))
    fake.bookings[held.id] = over
    desk.pages.page.refresh()
    qtbot.waitUntil(lambda: "F9 hold again" in keys_at_the_foot(desk))
    desk.work.links.go(GoHome())
    qtbot.waitUntil(lambda: "F9 pay" in keys_at_the_foot(desk))


def keys_at_the_foot(desk: DeskWindow) -> str:
    shown = [key for key in desk.foot.keys.findChildren(QPushButton) if not key.isHidden()]
    return " ".join(" ".join(key.text().split()) for key in shown)
