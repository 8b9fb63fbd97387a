"""The words for kinds, states and tenders, the same on every page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.states import BookingState, InstrumentKind, Kind, RefundState, Tender

translate = QCoreApplication.translate


def kind_word(kind: Kind) -> str:
    """Return what is sold, in the singular."""
    return {
        Kind.ROOM: translate("Lifecycle", "room"),
        Kind.BUS: translate("Lifecycle", "bus"),
        Kind.TOUR: translate("Lifecycle", "tour"),
    }[kind]


def booking_word(state: BookingState) -> str:
    """Return a booking's state."""
    return {
        BookingState.HELD: translate("Lifecycle", "held"),
        BookingState.CONFIRMED: translate("Lifecycle", "confirmed"),
        BookingState.EXPIRED: translate("Lifecycle", "expired"),
        BookingState.CANCELLED: translate("Lifecycle", "cancelled"),
        BookingState.COMPLETED: translate("Lifecycle", "completed"),
    }[state]


def tender_word(tender: Tender, instrument_kind: InstrumentKind | None = None) -> str:
    """Return a tender; what came through the gateway by the name of its instrument, where it is known."""
    if tender is Tender.RAZORPAY:
        instruments: dict[InstrumentKind | None, str] = {
            InstrumentKind.QR: translate("Lifecycle", "UPI"),
            InstrumentKind.LINK: translate("Lifecycle", "payment link"),
            InstrumentKind.CARD_LINK: translate("Lifecycle", "card or netbanking"),
        }
        return instruments.get(instrument_kind, translate("Lifecycle", "gateway"))
    return {
        Tender.WALLET: translate("Lifecycle", "wallet"),
        Tender.CASH: translate("Lifecycle", "cash"),
        Tender.CARD: translate("Lifecycle", "card slip"),
    }[tender]


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
