"""What the payment window asks of the services for the tenders taken at the desk."""

from db.ids import RequestKey
from db.states import BookingState, Tender
from desktop.services.domain.booking import Booking
from desktop.services.domain.payment_request import TakePaymentRequest, TenderPart
from desktop.services.domain.tenders import TENDERS, plain_reference
from desktop.ui.payment.payment_form import PaymentForm
from desktop.ui.payment.payment_view import PaymentView


def request_of(
    booking: Booking, view: PaymentView, form: PaymentForm, request_key: RequestKey
) -> TakePaymentRequest:
    """Return what is asked of the services for the tenders taken at the desk."""
    parts = []
    if view.wallet_now_paise:
        parts.append(TenderPart(Tender.WALLET, view.wallet_now_paise))
    if view.now_paise and isinstance(view.method, Tender):
        traits = TENDERS[view.method]
        reference = plain_reference(view.method, form.reference) if traits.reference else ""
        received = view.taken_paise + view.change_paise if traits.has_change else None
        parts.append(TenderPart(view.method, view.now_paise, reference, received, view.rounding_paise))
    part = form.deposit_paise if booking.state is BookingState.HELD else None
    return TakePaymentRequest(booking.id, request_key, tuple(parts), deposit_paise=part)
