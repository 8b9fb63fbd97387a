"""What the payment window asks of the services for the tenders taken at the desk."""

from typing import NamedTuple

from db.ids import BookingId, RequestKey
from db.states import BookingState, InstrumentKind, Tender
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
        account_id = form.account.id if form.account is not None else None
        part = TenderPart(view.method, view.now_paise, reference, received, view.rounding_paise, account_id)
        parts.append(part)
    asks_pan = form.room is not None and view.method is Tender.CASH and form.room.asks_pan(view.taken_paise)
    return TakePaymentRequest(
        booking.id,
        request_key,
        tuple(parts),
        pan=form.pan if asks_pan else "",
        deposit_paise=form.deposit_paise if booking.state is BookingState.HELD else None,
    )


class GatewayAsk(NamedTuple):
    """What is asked of the gateway; `due_now_paise` None is all that is due, which `due_paise` tells."""

    booking_id: BookingId
    wallet_paise: int
    kind: InstrumentKind
    due_now_paise: int | None
    deposit_paise: int | None
    due_paise: int


def gateway_ask(booking: Booking, view: PaymentView, deposit_paise: int | None) -> GatewayAsk:
    """Return what is asked of the gateway: of one payer's part the wallet pays nothing, it pays last."""
    now = view.now_paise if view.stays_due_paise else None
    kind = InstrumentKind(view.method.value)
    wallet = 0 if now is not None else view.wallet_applied_paise
    return GatewayAsk(booking.id, wallet, kind, now, deposit_paise, booking.due_paise)
