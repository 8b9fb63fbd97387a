"""Bookings as screens and use cases see them. Every time is aware UTC, every amount paise."""

from dataclasses import dataclass
from datetime import datetime

from db.ids import BookingId, BookingReference, CaseId, DocumentId, PaymentId, RefundId, RequestKey
from db.states import (
    BookingState,
    DocumentKind,
    InstrumentKind,
    Kind,
    LinkSms,
    PaymentState,
    RefundState,
    Tender,
)
from desktop.services.domain.people import Customer
from desktop.services.domain.quote import QuoteLine


@dataclass(frozen=True, slots=True)
class LiveHold:
    """One row of the desk's list of holds. `paying`: a payment through the gateway is open."""

    booking_id: BookingId
    reference: BookingReference
    title: str
    kind: Kind
    masked_mobile: str
    total_paise: int
    expires_at: datetime
    desk_code: str
    paying: bool
    paid_paise: int = 0


@dataclass(frozen=True, slots=True)
class Today:
    """What stands in the desk's side column. `as_of` is the database node's clock, for every countdown.

    `newest_case_id` is the open case that was opened last, None when none waits: it changes with every case
    that comes, even when another one is decided meanwhile and the count stays.
    """

    as_of: datetime
    holds: tuple[LiveHold, ...]
    sold_count: int
    sold_paise: int
    cancelled_count: int
    open_case_count: int
    newest_case_id: CaseId | None = None


@dataclass(frozen=True, slots=True)
class Payment:
    """One tender's money in. For razorpay: how it is asked for and what the gateway last said.

    `link_sms` is told of a link that goes by SMS, and None for everything else.
    """

    id: PaymentId
    booking_id: BookingId
    tender: Tender
    state: PaymentState
    amount_paise: int
    wallet_paise: int
    reference: str
    created_at: datetime
    instrument_kind: InstrumentKind | None
    instrument_content: str
    instrument_ends_at: datetime | None
    answered_at: datetime | None
    last_answer: str
    link_sms: LinkSms | None = None


@dataclass(frozen=True, slots=True)
class Refund:
    """One tender's money back."""

    id: RefundId
    tender: Tender
    state: RefundState
    amount_paise: int
    created_at: datetime
    settled_at: datetime | None
    last_error: str


@dataclass(frozen=True, slots=True)
class Booking:
    """A booking with everything that belongs to it, as of `as_of`.

    `state` is `expired` from the deadline on, whether or not a background job has written it yet.
    `paid_paise` counts captured payments; `due_paise` is what is still missing.
    """

    id: BookingId
    reference: BookingReference
    state: BookingState
    as_of: datetime
    customer: Customer
    title: str
    lines: tuple[QuoteLine, ...]
    base_paise: int
    discount_paise: int
    fee_paise: int
    tax_paise: int
    total_paise: int
    promo_code: str
    reserved_at: datetime
    expires_at: datetime
    grace_seconds: int
    confirmed_at: datetime | None
    cancelled_at: datetime | None
    cancel_reason: str
    desk_code: str
    clerk: str
    payments: tuple[Payment, ...]
    refunds: tuple[Refund, ...]

    @property
    def paid_paise(self) -> int:
        """What has been captured, whatever went back later."""
        return sum(p.amount_paise for p in self.payments if p.state is PaymentState.CAPTURED)

    @property
    def due_paise(self) -> int:
        """What is still to be paid."""
        return max(self.total_paise - self.paid_paise, 0)

    @property
    def open_payment(self) -> Payment | None:
        """The payment through the gateway that has not ended yet, if there is one."""
        ended = (PaymentState.CAPTURED, PaymentState.VOID)
        return next((p for p in self.payments if p.state not in ended), None)


@dataclass(frozen=True, slots=True)
class Hold:
    """What placing a hold answers."""

    booking_id: BookingId
    reference: BookingReference
    total_paise: int
    reserved_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class TenderPart:
    """What one tender gives in an act. Where change is given, `received_paise` None is the exact amount."""

    tender: Tender
    amount_paise: int
    reference: str = ""
    received_paise: int | None = None


@dataclass(frozen=True, slots=True)
class TakePaymentRequest:
    """Tenders taken at the desk in one act, each once. `request_key` makes a double click pay once.

    Anything still due afterwards stays due (the booking stays held); the sum never exceeds what is due.
    """

    booking_id: BookingId
    request_key: RequestKey
    parts: tuple[TenderPart, ...] = ()

    def paise_by(self, tender: Tender) -> int:
        """What this act takes by one tender."""
        return sum(part.amount_paise for part in self.parts if part.tender is tender)


@dataclass(frozen=True, slots=True)
class PaymentResult:
    """What taking money answers. `document_id` once the booking is confirmed."""

    booking_id: BookingId
    reference: BookingReference
    state: BookingState
    due_paise: int
    change_paise: int
    wallet_used_paise: int
    wallet_balance_paise: int
    document_id: DocumentId | None


@dataclass(frozen=True, slots=True)
class CancellationResult:
    """What cancelling answers; `claims_released` is counted, not assumed."""

    booking_id: BookingId
    reference: BookingReference
    refund_paise: int
    wallet_balance_paise: int
    claims_released: int
    document_id: DocumentId | None


@dataclass(frozen=True, slots=True)
class Document:
    """A receipt or refund voucher as it was made; `copies` is how often it has been printed before."""

    id: DocumentId
    kind: DocumentKind
    number: str
    made_at: datetime
    practice: bool
    copies: int
    booking: Booking
    refunds: tuple[Refund, ...]
    time_zone: str
