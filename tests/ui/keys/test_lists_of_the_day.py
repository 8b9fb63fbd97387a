"""The lists in the whole window, by the hand of a clerk: arrows, Space, F9, and the way to the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from db.arrivals import arrived
from desktop.services.domain.day_lists import ListKind
from desktop.ui.routes import OpenLists, PageName
from tests.lists.day import guests, sell

if TYPE_CHECKING:
    from db.ids import BookingId
    from tests.ui.keys.busy_desk import BusyDesk

Key = Qt.Key


def marked(desk: BusyDesk, booking_id: BookingId) -> set[int]:
    with desk.counter.database.read() as session:
        return arrived(session, booking_id)


def opened(desk: BusyDesk) -> PageName:
    return desk.window.pages.name


def test_a_clerk_marks_two_rooms_and_goes_on_to_the_register(busy_desk: BusyDesk) -> None:
    desk, counter = busy_desk, busy_desk.counter
    one = sell(counter, counter.item("DLX", "203", ahead=0, nights=2, guests=guests("Asha")))
    two = sell(counter, counter.item("DLX", "204", ahead=0, guests=guests("Ravi")))
    desk.go(OpenLists(ListKind.ARRIVALS))
    page = desk.window.pages.make(desk.window.pages.lists)
    assert page.table.hasFocus()
    assert page.counts.text().startswith("2 expected")
    desk.hand.rest()
    desk.hand.strike(Key.Key_Space)
    desk.settle()
    assert marked(desk, one.booking_id) == {1, 2}
    desk.hand.rest()
    desk.hand.strike(Key.Key_Down)
    desk.hand.rest()
    desk.hand.strike(Key.Key_F9)
    desk.settle()
    assert marked(desk, two.booking_id) == {1}
    desk.hand.rest()
    desk.hand.strike(Key.Key_Space)
    desk.settle()
    assert marked(desk, two.booking_id) == set()
    desk.hand.rest()
    desk.hand.strike("G")
    desk.hand.rest()
    desk.settle()
    assert opened(desk) is PageName.REGISTER
    desk.hand.strike(Key.Key_Escape)
    desk.settle()
    assert opened(desk) is PageName.LISTS


def test_a_key_too_early_marks_nobody(busy_desk: BusyDesk) -> None:
    """Down and Space in one breath: who the mark is for had not stood on the button."""
    desk, counter = busy_desk, busy_desk.counter
    holds = [
        sell(counter, counter.item("DLX", room, ahead=0, guests=guests(room))) for room in ("203", "204")
    ]
    desk.go(OpenLists(ListKind.ARRIVALS))
    desk.hand.rest()
    desk.hand.strike(Key.Key_Down)
    desk.hand.strike(Key.Key_Space, pause=0.05)
    desk.settle()
    assert [marked(desk, hold.booking_id) for hold in holds] == [set(), set()]


def test_an_empty_day_still_has_its_arrows(busy_desk: BusyDesk) -> None:
    desk = busy_desk
    desk.go(OpenLists(ListKind.ARRIVALS))
    page = desk.window.pages.make(desk.window.pages.lists)
    desk.hand.rest()
    desk.hand.strike(Key.Key_Right)
    desk.settle()
    assert "24 Nov 2026" in page.title.text()
    desk.hand.rest()
    desk.hand.strike(Key.Key_Left)
    desk.settle()
    assert "23 Nov 2026" in page.title.text()
