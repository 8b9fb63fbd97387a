"""A cancellation fee is waived at the clerk's screen by a manager's code and PIN: J8m, at most 36 keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from db.states import BookingState, RefundRule
from desktop.services.events import PersonChanged
from desktop.ui.routes import OpenCancellation
from tests.staff import CLERK_PIN, MANAGER_PIN

if TYPE_CHECKING:
    from tests.ui.override.conftest import StaffedDesk

KEYS_MOST = 36
Key = Qt.Key


def test_a_fee_is_waived_in_so_many_keys(desk: StaffedDesk) -> None:
    hold = desk.sold()
    short = desk.counter.booking(hold).reference.removeprefix("BK-")
    desk.window.command.setFocus()
    desk.hand.rest()
    before = len(desk.hand.strikes)
    desk.type(short)
    desk.strike(Key.Key_Return, "X", "4", "F")
    assert not desk.cancelling.beyond.isHidden()
    desk.type("old regulars")
    desk.strike(Key.Key_Return)
    assert not desk.panel.isHidden()
    assert "Waive a cancellation fee" in desk.panel.head.text()
    assert desk.panel.reason.text() == "old regulars"
    desk.pin()
    struck = len(desk.hand.strikes) - before
    assert struck <= KEYS_MOST, struck
    booking = desk.counter.booking(hold)
    assert booking.state is BookingState.CANCELLED
    assert {line.refund_rule for line in booking.lines} == {RefundRule.WAIVED}
    assert sum(line.refund_paise for line in booking.lines) == hold.total_paise
    assert desk.services.actor().person == "Ravi"
    (cancelled,) = desk.told("BOOKING_CANCELLED")
    assert "old regulars" in cancelled
    assert desk.counter.faults() == []


def waiver(desk: StaffedDesk) -> None:
    """Ask for all of it back, up to the panel."""
    booking = desk.counter.booking(desk.sold())
    desk.go(OpenCancellation(booking.reference))
    desk.strike("2", "F")
    desk.type("a regular")
    desk.strike(Key.Key_Return)
    assert not desk.panel.isHidden()


def test_a_part_of_the_fee_is_waived(desk: StaffedDesk) -> None:
    hold = desk.sold()
    desk.go(OpenCancellation(desk.counter.booking(hold).reference))
    desk.strike("2", "F")
    desk.type("a regular")
    desk.cancelling.beyond.amount.setFocus()
    desk.cancelling.beyond.amount.selectAll()
    desk.type("3000")
    desk.cancelling.beyond._rest.timeout.emit()
    desk.cancelling.beyond._rest.stop()
    desk.settle()
    desk.hand.rest()
    assert "3,000.00" in desk.cancelling.primary.text()
    desk.strike(Key.Key_Return)
    desk.pin()
    assert sum(line.refund_paise for line in desk.counter.booking(hold).lines) == 3_000_00
    assert desk.counter.faults() == []


def test_a_wrong_pin_is_said_where_it_was_typed_and_nothing_is_lost(desk: StaffedDesk) -> None:
    waiver(desk)
    desk.pin("555123")
    assert not desk.panel.isHidden()
    assert "wrong" in desk.panel.entry.said.text()
    assert desk.panel.reason.text() == "a regular"
    assert desk.told("BOOKING_CANCELLED") == []


def test_a_clerk_may_not_say_yes(desk: StaffedDesk) -> None:
    waiver(desk)
    desk.pin(CLERK_PIN, "11")
    assert "may not say yes" in desk.panel.said.text()
    assert desk.told("APPROVAL_GIVEN") == []
    desk.pin()
    assert len(desk.told("BOOKING_CANCELLED")) == 1


def test_esc_gives_up_and_the_page_stays_as_it_was(desk: StaffedDesk) -> None:
    waiver(desk)
    desk.strike(Key.Key_Escape)
    assert desk.panel.isHidden()
    page = desk.cancelling
    assert not page.isHidden()
    assert not page.primary.busy
    assert "manager" in page.error_bar.text
    assert (page.beyond.text, page.reason.reason != "") == ("a regular", True)
    assert desk.told("BOOKING_CANCELLED") == []
    page.setFocus()
    desk.strike(Key.Key_F9)
    assert not desk.panel.isHidden()


def test_an_enter_too_soon_after_the_pin_does_nothing_and_forgets_nothing(desk: StaffedDesk) -> None:
    waiver(desk)
    desk.hand.type("90" + MANAGER_PIN)
    desk.hand.strike(Key.Key_Return, pause=0.1)
    desk.settle()
    assert desk.told("APPROVAL_GIVEN") == []
    desk.strike(Key.Key_Return)
    assert len(desk.told("BOOKING_CANCELLED")) == 1


def test_whoever_takes_over_the_desk_is_not_asked_on(desk: StaffedDesk) -> None:
    waiver(desk)
    desk.services.sign_in("90", MANAGER_PIN)
    desk.relay(PersonChanged())
    desk.settle()
    assert desk.panel.isHidden()
    assert not desk.cancelling.primary.busy
    desk.cancelling.setFocus()
    desk.strike(Key.Key_F9)
    assert len(desk.told("BOOKING_CANCELLED")) == 1


def test_the_pin_is_nowhere_on_the_screen(desk: StaffedDesk) -> None:
    waiver(desk)
    desk.type("90" + MANAGER_PIN)
    assert MANAGER_PIN not in desk.panel.entry.pin.displayText()
    desk.strike(Key.Key_Return)
    assert desk.panel.entry.pin.text() == ""
