"""Bookings as screens and use cases see them. Every time is aware UTC, every amount paise."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from db.ids import BookingId, BookingReference, DeskId, DocumentId, PaymentId, RefundId
from db.states import (
    BookingState,
    BuyerKind,
    InstrumentKind,
    LinkSms,
    PaymentState,
    RefundRule,
    RefundState,
    Tender,
)
from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.paid_parts import PaidPart, paid_parts
from desktop.services.domain.people import Customer
from desktop.services.domain.quote import QuoteLine


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
    # Under which tender it was entered first, where that was a mistake.
    corrected_from: Tender | None = None
    rounding_paise: int = 0
    # The account of the house to which it went, '' without.
    account: str = ""
    # Cash: what the customer handed over.
    received_paise: int | None = None

    @property
    def taken_paise(self) -> int:
        """What was taken: in cash it may be rounded to the rupee; the sale counts `amount_paise`."""
        return self.amount_paise + self.rounding_paise


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
    payment_id: PaymentId | None = None
    document_id: DocumentId | None = None
    # Whether it gives back what was taken for the sale; not so money that came double, late or for nobody.
    of_sale: bool = True
    # The slip by which the card machine gave it back.
    reference: str = ""
    rounding_paise: int = 0

    @property
    def given_paise(self) -> int:
        """What goes back: in cash it may be rounded to the rupee; the sale counts `amount_paise`."""
        return self.amount_paise + self.rounding_paise


@dataclass(frozen=True, slots=True)
class LineMove:
    """A line's way from one unit to another."""

    moved_at: datetime
    from_name: str
    to_name: str
    reason: str


@dataclass(frozen=True, slots=True)
class BookingLine(QuoteLine):
    """A line of a booking: price and start as they were frozen, its slot as it is now, and its own end.

    `unit_name` is where it is now, `description` what was sold. `is_over`: its slot has ended.
    """

    number: int
    starts_now_at: datetime
    ends_now_at: datetime
    boarding_now_minutes: int
    departure_cancelled: bool
    is_over: bool
    cancelled_at: datetime | None
    cancel_reason: str
    refund_rule: RefundRule | None
    refund_paise: int
    voucher_id: DocumentId | None
    moves: tuple[LineMove, ...]
    # What of it had not been paid when it ended, and is not owed.
    unpaid_paise: int = 0

    @property
    def is_live(self) -> bool:
        """Whether it has not come to its own end."""
        return self.cancelled_at is None

    @property
    def boards_at(self) -> datetime:
        """When the customer must be there, as the slot is now."""
        return self.starts_now_at + timedelta(minutes=self.boarding_now_minutes)

    @property
    def sold_boards_at(self) -> datetime:
        """When they were to be there as it was sold."""
        return self.starts_at + timedelta(minutes=self.boarding_minutes)

    @property
    def is_moved(self) -> bool:
        """Whether the house has changed when they must be there since it was sold."""
        return self.boards_at != self.sold_boards_at

    def unit_name_at(self, moment: datetime) -> str:
        """Return the unit's name as it was at a moment: what a paper made then keeps telling."""
        return next((move.from_name for move in self.moves if move.moved_at > moment), self.unit_name)


@dataclass(frozen=True, slots=True)
class Booking:
    """A booking with everything that belongs to it, as of `as_of`.

    `state` is `expired` from the deadline on, whether or not a background job has written it yet.
    `paid_paise` counts captured payments; `due_paise` is what is missing. `buyer_gstin` and `buyer_kind`
    are those of the hold.
    """

    id: BookingId
    reference: BookingReference
    state: BookingState
    as_of: datetime
    customer: Customer
    title: str
    lines: tuple[BookingLine, ...]
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
    # Until when the desk that sold it may void it; None where that is over or was never possible.
    void_until: datetime | None = None
    sold_desk_id: DeskId | None = None
    # Whether the last cash for it, and cash that goes back, is rounded to the rupee.
    cash_to_rupee: bool = False
    buyer_gstin: str = ""
    buyer_kind: BuyerKind | None = None
    # Until when a hold that is over can be taken again at its price; None where it can't.
    again_until: datetime | None = None
    # How often the hold was extended since it was placed or taken again.
    extensions: int = 0
    # Above it the gateway is asked for no UPI code.
    gateway_upi_paise: int = 1_00_000_00
    # The part against which it was confirmed, until when the rest has to be paid, and when that was.
    deposit_paise: int | None = None
    balance_by: datetime | None = None
    sold_at: datetime | None = None

    @property
    def owes_balance(self) -> bool:
        """Whether a part has confirmed it, and the rest is not paid."""
        is_open = self.balance_by is not None and self.sold_at is None
        return is_open and self.state is BookingState.CONFIRMED

    @property
    def is_overdue(self) -> bool:
        """Whether its balance should have been paid by now."""
        return self.balance_by is not None and self.owes_balance and self.balance_by <= self.as_of

    @property
    def kept_paise(self) -> int:
        """What was taken for it, less what of that has gone or is going back."""
        return self.paid_paise - sum(refund.amount_paise for refund in self.refunds_of_sale)

    @property
    def paid_paise(self) -> int:
        """What has been captured, whatever went back later."""
        return sum(p.amount_paise for p in self.payments if p.state is PaymentState.CAPTURED)

    @property
    def refunds_of_sale(self) -> tuple[Refund, ...]:
        """What has gone or is going back of what was taken for it."""
        return tuple(refund for refund in self.refunds if refund.of_sale)

    @property
    def was_released(self) -> bool:
        """Whether it was given up while it was only held: nothing was sold, so nothing was cancelled."""
        return self.state is BookingState.CANCELLED and self.confirmed_at is None

    @property
    def live_lines(self) -> tuple[BookingLine, ...]:
        """The lines that have not come to their own end."""
        return tuple(line for line in self.lines if line.is_live)

    @property
    def movable_lines(self) -> tuple[BookingLine, ...]:
        """The lines that may go to another unit: named, not over, of a departure that takes place."""
        if self.state not in (BookingState.HELD, BookingState.CONFIRMED):
            return ()
        return tuple(
            line
            for line in self.live_lines
            if TRAITS[line.kind].has_named_units and not (line.is_over or line.departure_cancelled)
        )

    @property
    def endable_lines(self) -> tuple[BookingLine, ...]:
        """The live lines that can still be cancelled: what was used can't, what the house cancelled can."""
        if self.state is BookingState.HELD:
            return self.live_lines
        if self.state not in (BookingState.CONFIRMED, BookingState.COMPLETED):
            return ()
        if self.owes_balance:
            return self.live_lines
        is_completed = self.state is BookingState.COMPLETED
        return tuple(
            line for line in self.live_lines if line.departure_cancelled or not (is_completed or line.is_over)
        )

    @property
    def due_paise(self) -> int:
        """What is still to be paid: of one that a part has confirmed, for what of it goes on."""
        if self.balance_by is not None and self.confirmed_at is not None:
            gone = sum(line.refund_paise + line.unpaid_paise for line in self.lines)
            return self.total_paise - gone - self.kept_paise
        return max(self.total_paise - sum(part.amount_paise for part in self.paid_parts), 0)

    @property
    def paid_parts(self) -> tuple[PaidPart, ...]:
        """What pays for it, by tender: less what went back before it was sold, not what goes back later."""
        back = Counter[PaymentId | None]()
        sold_at = self.confirmed_at if self.balance_by is None else self.sold_at
        for refund in self.refunds_of_sale:
            if sold_at is None or refund.created_at < sold_at:
                back[refund.payment_id] += refund.amount_paise
        return paid_parts(
            PaidPart(
                one.tender,
                one.instrument_kind,
                one.amount_paise - back[one.id],
                one.rounding_paise,
                one.account,
            )
            for one in self.payments
            if one.state is PaymentState.CAPTURED
        )

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
