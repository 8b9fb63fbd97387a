"""A booking is given to the right customer on its own page: what moves stands there before the key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.actor import Actor
from db.ids import BookingId, CustomerId
from db.states import BookingState
from desktop.services.domain.corrections import HandOverPlan
from desktop.services.domain.people import Customer
from desktop.ui.booking.hand_over import HandOver
from tests.ui.sample_bookings import sample_booking
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

RAVI = Customer(CustomerId("c9"), "+919812345678", "Ravi Kumar", 900_000)


def test_the_balances_stand_there_and_then_it_goes(qtbot: QtBot, runner: Runner) -> None:
    booking = sample_booking(state=BookingState.CONFIRMED)
    asked: list[tuple[str, str, str, int]] = []

    def change(
        booking_id: BookingId, customer_id: CustomerId, reason: str, shown_wallet_paise: int, *, actor: Actor
    ) -> None:
        asked.append((booking_id, customer_id, reason, shown_wallet_paise))

    old = replace(booking.customer, wallet_paise=50_000)
    plan = HandOverPlan(booking.reference, old, RAVI, 420_000, 840_000)
    services = replace(
        sample_services(),
        find_customers=lambda _text: (booking.customer, RAVI),
        preview_customer_change=lambda _booking, _customer: plan,
        change_customer=change,
        find_booking=lambda _id: replace(booking, customer=RAVI),
    )
    part = HandOver(services, runner)
    qtbot.addWidget(part)
    part.show_of(booking)
    part.ask()
    part.decide()
    assert asked == []
    assert "exactly one" in part.errors.text
    QTest.keyClicks(part.other.field, "981234")
    with qtbot.waitSignal(part.other.found):
        part.other.look()
    qtbot.waitUntil(lambda: part._plan is not None)
    for figure in ("4,200.00", "4,700.00", "4,800.00", "Ravi Kumar"):
        assert figure in part.said.text()
    assert not part.button.isEnabled()
    part.reason.setText("wrong number")
    assert "Ravi Kumar" in part.button.text()
    part.show()
    qtbot.waitExposed(part)
    part.grab()
    QApplication.processEvents()
    with qtbot.waitSignal(part.handed_over):
        QTest.keyClick(part.reason, Qt.Key.Key_Return)
    assert asked == [(booking.id, RAVI.id, "wrong number", 420_000)]
    assert part.isHidden()
