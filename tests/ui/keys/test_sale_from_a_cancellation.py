"""A sale that is started from the page of a cancellation is for the customer of that booking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui import routes

if TYPE_CHECKING:
    from tests.ui.keys.busy_desk import BusyDesk

Key = Qt.Key


def cancelling_while_another_stands_there(desk: BusyDesk) -> str:
    """Open a cancellation while somebody else is at the desk, and return whose booking it is."""
    hold = desk.sold()
    assert desk.window.work is not None
    desk.window.work.served.set_customer(desk.customer())
    booking = desk.counter.booking(hold)
    desk.go(routes.OpenCancellation(booking.reference))
    return booking.customer.name


@pytest.mark.parametrize("how", ["F3", "line"])
def test_a_sale_started_from_a_cancellation_is_for_its_customer(busy_desk: BusyDesk, how: str) -> None:
    name = cancelling_while_another_stands_there(busy_desk)
    window = busy_desk.window
    assert window.customer.isHidden()
    if how == "F3":
        busy_desk.hand.strike(Key.Key_F3)
    else:
        window.command.setFocus()
        QTest.keyClicks(window.command, "dlx 2")
        busy_desk.hand.rest()
        busy_desk.hand.strike(Key.Key_Return)
    busy_desk.settle()
    assert window.pages.name == "quote"
    customer = window.pages.make(window.pages.quote).session.sale.customer
    assert customer is not None
    assert customer.name == name


def test_who_stands_at_the_desk_is_shown_while_a_booking_to_cancel_is_looked_for(busy_desk: BusyDesk) -> None:
    cancelling_while_another_stands_there(busy_desk)
    busy_desk.go(routes.OpenCancellation())
    assert not busy_desk.window.customer.isHidden()
