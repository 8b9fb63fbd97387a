"""The words for kinds and states, the same on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.states import BookingState, Kind, RefundState
from desktop.services.domain.tenders import TENDERS
from desktop.ui import formats

if TYPE_CHECKING:
    from desktop.services.domain.booking import Refund

translate = QCoreApplication.translate


def kind_word(kind: Kind) -> str:
    """Return what is sold, in the singular."""
    return {
        Kind.ROOM: translate("Lifecycle", "room"),
        Kind.BUS: translate("Lifecycle", "bus"),
        Kind.TOUR: translate("Lifecycle", "tour"),
    }[kind]


def booking_word(state: BookingState, *, was_released: bool = False) -> str:
    """Return a booking's state; `was_released` where it was given up while it was only held."""
    if was_released:
        return translate("Lifecycle", "released")
    return {
        BookingState.HELD: translate("Lifecycle", "held"),
        BookingState.CONFIRMED: translate("Lifecycle", "confirmed"),
        BookingState.EXPIRED: translate("Lifecycle", "expired"),
        BookingState.CANCELLED: translate("Lifecycle", "cancelled"),
        BookingState.COMPLETED: translate("Lifecycle", "completed"),
    }[state]


def balance_word(balance_paise: int) -> str:
    """Return what is left to pay of a booking that a part has confirmed."""
    return translate("Lifecycle", "{left} left").format(left=formats.amount(balance_paise))


def refund_word(state: RefundState) -> str:
    """Return where a refund stands, as the customer would ask it."""
    return {
        RefundState.PLANNED: translate("Lifecycle", "to be sent"),
        RefundState.SENT: translate("Lifecycle", "sent"),
        RefundState.PENDING: translate("Lifecycle", "at the bank"),
        RefundState.DONE: translate("Lifecycle", "done"),
        RefundState.FAILED: translate("Lifecycle", "failed, open case"),
        RefundState.REPLACED: translate("Lifecycle", "given back another way"),
    }[state]


def refund_text(refund: Refund) -> str:
    """Return where a refund stands; one that the clerk gives back on a machine waits for its slip."""
    if refund.state is RefundState.PLANNED and TENDERS[refund.tender].back_by_slip:
        return translate("Lifecycle", "its slip is to be entered")
    return f"{refund_word(refund.state)}  {refund.reference}".strip()
