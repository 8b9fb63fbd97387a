"""A completed booking gives back a part of its money by keys, with a yes; so is a sale voided too late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from db.states import RefundRule
from desktop.services.holding.complete_bookings import CompleteBookings
from desktop.ui.routes import OpenBooking, OpenCancellation

if TYPE_CHECKING:
    from tests.ui.override.conftest import StaffedDesk

Key = Qt.Key


def test_a_part_comes_back_of_what_was_used(desk: StaffedDesk) -> None:
    hold = desk.sold(ahead=1)
    desk.clock.advance(3 * 86_400)
    CompleteBookings(desk.counter.database, desk.counter.publish)(actor=desk.counter.actor)
    desk.go(OpenBooking(hold.booking_id))
    desk.strike("X", "F")
    page = desk.cancelling
    assert not page.beyond.isHidden()
    desk.type("no hot water")
    page.beyond.amount.setFocus()
    page.beyond.amount.selectAll()
    desk.type("1000")
    page.beyond._rest.timeout.emit()
    page.beyond._rest.stop()
    desk.settle()
    page.setFocus()
    desk.strike("5", Key.Key_F9)
    assert "Give back after completion" in desk.panel.head.text()
    desk.pin()
    (line,) = desk.counter.booking(hold).lines
    assert (line.refund_rule, line.refund_paise) == (RefundRule.AFTER_USE, 1_000_00)
    assert desk.counter.faults() == []


def test_a_sale_is_voided_too_late_by_a_second_v(desk: StaffedDesk) -> None:
    hold = desk.sold()
    desk.clock.advance(3_600)
    desk.go(OpenCancellation(desk.counter.booking(hold).reference))
    desk.strike("V")
    assert "V once more" in desk.cancelling.error_bar.text
    desk.strike("V", "2", Key.Key_Return)
    assert "Undo money of another drawer" in desk.panel.head.text()
    desk.pin()
    (line,) = desk.counter.booking(hold).lines
    assert line.refund_rule is RefundRule.VOID
    assert desk.counter.faults() == []
