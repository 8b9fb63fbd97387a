"""A tender that was entered wrong is put right on the booking's own page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.actor import Actor
from db.ids import HouseAccountId, PaymentId
from db.states import BookingState, Tender
from desktop.ui.booking.tender_correction import TenderCorrection
from desktop.ui.widgets.error_bar import ErrorBar
from tests.ui.sample_bookings import sample_booking, sample_payment
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner


def test_cash_is_made_a_card_slip(qtbot: QtBot, runner: Runner) -> None:
    asked: list[tuple[str, Tender, str, str]] = []

    def correct(
        payment_id: PaymentId,
        tender: Tender,
        reference: str,
        reason: str,
        *,
        actor: Actor,
        again: bool = False,
        pan: str = "",
        account_id: HouseAccountId | None = None,
    ) -> None:
        asked.append((payment_id, tender, reference, reason))

    cash = sample_payment(Tender.CASH, 840_000)
    booking = sample_booking(payments=(cash,), state=BookingState.CONFIRMED)
    services = replace(sample_services(), correct_tender=correct, find_booking=lambda _id: booking)
    part = TenderCorrection(services, runner, ErrorBar())
    qtbot.addWidget(part)
    part.ask_about(booking)
    assert part.payment.count() == 1
    assert part.slip.isHidden()
    part.tender.setCurrentIndex(part.tender.findData(Tender.CARD))
    assert not part.slip.isHidden()
    assert not part.button.isEnabled()
    part.slip.setText("A1 77")
    part.reason.setText("wrong key")
    with qtbot.waitSignal(part.corrected) as done:
        QTest.keyClick(part.reason, Qt.Key.Key_Return)
    assert done.args == [booking]
    assert asked == [(cash.id, Tender.CARD, "A1 77", "wrong key")]
    assert part.isHidden()
