"""The slip of a card refund is asked for while one is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.actor import Actor
from db.ids import BookingReference, RefundId
from db.states import RefundState, Tender
from desktop.services.domain.booking import Refund
from desktop.services.errors import SlipSeen
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.slip_entry import SlipEntry
from tests.ui.sample_bookings import sample_booking
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

AT = datetime(2026, 11, 23, 5, tzinfo=UTC)
PLANNED = Refund(RefundId("r1"), Tender.CARD, RefundState.PLANNED, 2_415_00, AT, None, "")


def test_the_slip_is_asked_for_until_it_is_entered(qtbot: QtBot, runner: Runner) -> None:
    entered: list[tuple[str, str]] = []

    def enter(refund_id: RefundId, reference: str, *, actor: Actor, again: bool = False) -> None:
        entered.append((refund_id, reference))

    booking = sample_booking()
    services = replace(sample_services(), enter_refund_slip=enter, find_booking=lambda _id: booking)
    slip = SlipEntry(services, runner, ErrorBar())
    qtbot.addWidget(slip)
    slip.show_of(replace(booking, refunds=(PLANNED,)))
    assert not slip.isHidden()
    assert not slip.button.isEnabled()
    QTest.keyClicks(slip.field, "R 881")
    with qtbot.waitSignal(slip.entered) as signal:
        QTest.keyClick(slip.field, Qt.Key.Key_Return)
    assert signal.args == [booking]
    assert entered == [("r1", "R 881")]
    slip.show_of(replace(booking, refunds=(replace(PLANNED, state=RefundState.DONE, settled_at=AT),)))
    assert slip.isHidden()


def test_a_slip_that_was_entered_before_is_asked_about_once(qtbot: QtBot, runner: Runner) -> None:
    asked: list[bool] = []

    def enter(refund_id: RefundId, reference: str, *, actor: Actor, again: bool = False) -> None:
        asked.append(again)
        if not again:
            raise SlipSeen(reference, BookingReference("BK-OTHER1"), AT)

    booking = sample_booking()
    services = replace(sample_services(), enter_refund_slip=enter, find_booking=lambda _id: booking)
    errors = ErrorBar()
    slip = SlipEntry(services, runner, errors)
    qtbot.addWidget(slip)
    slip.show_of(replace(booking, refunds=(PLANNED,)))
    QTest.keyClicks(slip.field, "R 881")
    QTest.keyClick(slip.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not slip.button.busy and bool(asked))
    assert "BK-OTHER1" in errors.text
    with qtbot.waitSignal(slip.entered):
        QTest.keyClick(slip.field, Qt.Key.Key_Return)
    assert asked == [False, True]


def test_enter_without_a_slip_says_what_is_missing(qtbot: QtBot, runner: Runner) -> None:
    bar = ErrorBar()
    slip = SlipEntry(sample_services(), runner, bar)
    for widget in (bar, slip):
        qtbot.addWidget(widget)
    slip.show_of(replace(sample_booking(), refunds=(PLANNED,)))
    QTest.keyClick(slip.field, Qt.Key.Key_Return)
    assert bar.text == "Enter the slip that the card machine printed for the refund."
