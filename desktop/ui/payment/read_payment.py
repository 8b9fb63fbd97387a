"""What the payment page reads in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.states import BookingState, PaymentState, Tender
from desktop.services.domain.payment_request import PaymentResult
from desktop.services.domain.place_of_supply import NOBODY
from desktop.services.errors import NotFound
from desktop.ui.payment.payment_view import Stage, stage_of

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.booking import Booking
    from desktop.services.domain.buyer_change import BuyerChange
    from desktop.services.domain.cash_law import CashRoom
    from desktop.services.domain.companies import Company
    from desktop.services.domain.deposits import DepositTerms
    from desktop.services.domain.disturbance import GatewayState
    from desktop.services.domain.house_accounts import HouseAccount

    Found = tuple[Booking, PaymentResult | None, GatewayState, "Beside"]


@dataclass(frozen=True, slots=True)
class Beside:
    """What is read beside a booking that is to be paid.

    Accounts of the house, what the law lets in, what confirms it instead of all, whether its customer may
    owe, and what becomes of its taxes where the customer is somebody else to the tax by now.
    """

    accounts: tuple[HouseAccount, ...] = ()
    room: CashRoom | None = None
    terms: DepositTerms | None = None
    company: Company | None = None
    change: BuyerChange | None = None


def read_payment(services: Services, booking_id: str) -> Found:
    """Return the booking, what came of it when it is paid, and which ways of paying are disturbed.

    A receipt may still be missing: a booking that the gateway's answer confirmed has no act of a clerk that
    could tell it.
    """
    booking = services.find_booking(booking_id)
    if stage_of(booking) is not Stage.DONE:
        return booking, None, services.show_gateway(), _beside(services, booking)
    try:
        document_id = services.find_receipt(booking.id).id
    except NotFound:
        document_id = None
    result = PaymentResult(
        booking_id=booking.id,
        reference=booking.reference,
        state=booking.state,
        due_paise=booking.due_paise,
        change_paise=0,
        wallet_used_paise=sum(
            payment.amount_paise
            for payment in booking.payments
            if payment.tender is Tender.WALLET and payment.state is PaymentState.CAPTURED
        ),
        wallet_balance_paise=booking.customer.wallet_paise,
        document_id=document_id,
        parts=booking.paid_parts,
        balance_by=booking.balance_by if booking.owes_balance else None,
    )
    return booking, result, services.show_gateway(), _beside(services, booking)


def _beside(services: Services, booking: Booking) -> Beside:
    """Return how else it may be paid, while anything is to be paid."""
    if booking.state is not BookingState.HELD and not booking.owes_balance:
        return Beside()
    terms = services.show_deposit_terms(booking.id) if booking.state is BookingState.HELD else None
    company = services.find_company(booking.customer.id)
    if stage_of(booking) is not Stage.CHOOSING:
        return Beside(terms=terms, company=company)
    change = services.preview_buyer_change(booking.id) if _is_told(booking) else None
    return Beside(services.list_house_accounts(), services.read_cash_room(booking.id), terms, company, change)


def _is_told(booking: Booking) -> bool:
    """Whether anything is known of the buyer, now or at the hold, by which the taxes could be others."""
    buyer, is_held = booking.customer.buyer, booking.state is BookingState.HELD
    return is_held and bool(booking.buyer_gstin or booking.buyer_kind or buyer != NOBODY)
