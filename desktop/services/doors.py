"""The signatures of use cases that take more than one thing; what stands in for one is checked by it, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import date
    from pathlib import Path

    from db.actor import Actor
    from db.ids import (
        BookingId,
        ClosureId,
        CustomerId,
        DocumentId,
        OfferingId,
        PaymentId,
        QuoteId,
        RefundId,
        RequestKey,
        TopUpId,
        UnitId,
    )
    from db.states import BuyerKind
    from desktop.services.domain.account_report import AccountReport
    from desktop.services.domain.blocks import Block, SaleChange
    from desktop.services.domain.booking import Hold, Payment
    from desktop.services.domain.catalogue import Availability, FreeUnit
    from desktop.services.domain.catalogue_import import ImportReport
    from desktop.services.domain.departures import CancelledDeparture, DepartureRefund, DepartureRefunded
    from desktop.services.domain.payment_request import PaymentResult, TakePaymentRequest
    from desktop.services.domain.people import Billing, Customer
    from desktop.services.domain.quote import Quote, QuoteRequest
    from desktop.services.domain.review import ReviewFilter, ReviewPage


class FindAvailability(Protocol):
    """Rooms: `last_day` is not included; buses and tours: it is."""

    def __call__(
        self, offering_id: OfferingId, first_day: date, last_day: date, wanted_count: int
    ) -> Availability: ...


class SaveCustomer(Protocol):
    """Makes the customer, or finds the one with this number; another name is given only where it is meant."""

    def __call__(
        self, mobile: str, name: str, *, actor: Actor, rename: bool = False, known: CustomerId | None = None
    ) -> Customer: ...


class SaveBuyer(Protocol):
    """Who a customer is to the tax: a GSTIN, or the State of the address."""

    def __call__(
        self,
        customer_id: CustomerId,
        gstin: str,
        state: str,
        billing: Billing,
        kind: BuyerKind | None,
        *,
        actor: Actor,
    ) -> Customer: ...


class TopUpWallet(Protocol):
    """Cash into the wallet."""

    def __call__(
        self, customer_id: CustomerId, amount_paise: int, request_key: RequestKey, *, actor: Actor
    ) -> Customer: ...


class EnterRefundSlip(Protocol):
    """A refund that was given back on the card machine is done."""

    def __call__(self, refund_id: RefundId, reference: str, *, actor: Actor, again: bool = False) -> None: ...


class ReverseTopUp(Protocol):
    """Takes a top-up back out of the wallet and the drawer."""

    def __call__(
        self, top_up_id: TopUpId, reason: str, request_key: RequestKey, *, actor: Actor
    ) -> Customer: ...


class PlaceHold(Protocol):
    """Takes the quote's units for ten minutes."""

    def __call__(
        self, quote_id: QuoteId, customer_id: CustomerId, request_key: RequestKey, *, actor: Actor
    ) -> Hold: ...


class ListBookings(Protocol):
    """`after` is the `next_after` of the page before."""

    def __call__(self, wanted: ReviewFilter, after: str | None, rows_max: int) -> ReviewPage: ...


class StopSale(Protocol):
    """Both days included; days that are not on the calendar yet are closed as well."""

    def __call__(
        self,
        offering_id: OfferingId,
        first_day: date,
        last_day: date,
        stopped: bool,
        reason: str,
        *,
        actor: Actor,
    ) -> SaleChange: ...


class BlockUnits(Protocol):
    """Both days included."""

    def __call__(
        self,
        offering_id: OfferingId,
        unit_ids: tuple[UnitId, ...],
        first_day: date,
        last_day: date,
        reason: str,
        *,
        actor: Actor,
    ) -> ClosureId: ...


class ListBlocks(Protocol):
    """The blocks and stops that stand on `from_day` or later."""

    def __call__(self, offering_id: OfferingId, from_day: date) -> tuple[Block, ...]: ...


class ListFreeUnits(Protocol):
    """Where some lines of one unit could go, at the same price."""

    def __call__(self, booking_id: BookingId, numbers: Collection[int]) -> tuple[FreeUnit, ...]: ...


class MoveBookingLines(Protocol):
    """Returns the new ticket's id, None for a hold."""

    def __call__(
        self, booking_id: BookingId, numbers: Collection[int], unit_id: UnitId, reason: str, *, actor: Actor
    ) -> DocumentId | None: ...


class ListDepartureRefunds(Protocol):
    """Who gets money back for a cancelled departure, each with its own plan."""

    def __call__(self, offering_id: OfferingId, day: date) -> tuple[DepartureRefund, ...]: ...


class RefundDeparture(Protocol):
    """Carries out what was shown, booking by booking; `progress` stops it with False."""

    def __call__(
        self,
        shown: Sequence[DepartureRefund],
        reason: str,
        request_key: RequestKey,
        *,
        actor: Actor,
        progress: Callable[[int], bool] = ...,
    ) -> DepartureRefunded: ...


class CancelDeparture(Protocol):
    """The house cancels it; its bookings get everything back when they are cancelled."""

    def __call__(
        self, offering_id: OfferingId, day: date, reason: str, *, actor: Actor
    ) -> CancelledDeparture: ...


class TryLiveKeys(Protocol):
    """Tries the keys and keeps nothing."""

    def __call__(self, key_id: str, key_secret: str) -> AccountReport: ...


class KeepLiveKeys(Protocol):
    """Puts the keys into the system's keyring."""

    def __call__(self, key_id: str, key_secret: str, *, actor: Actor) -> None: ...


class ImportCatalogue(Protocol):
    """`dry_run` writes nothing and reports the same; `retire` is the word for what goes off sale."""

    def __call__(
        self, files: tuple[Path, ...], dry_run: bool, *, actor: Actor, retire: bool = False
    ) -> ImportReport: ...


class MakeQuote(Protocol):
    """Prices a basket and keeps the quote; takes no stock."""

    def __call__(self, request: QuoteRequest, *, actor: Actor) -> Quote: ...


class ReleaseHold(Protocol):
    """The clerk gives the units back; nothing may have been paid."""

    def __call__(self, booking_id: BookingId, *, actor: Actor) -> None: ...


class HoldAgain(Protocol):
    """Takes a hold that is over once more at its price; raises SlotTaken, NotHeldAgain, PromoRefused."""

    def __call__(self, booking_id: BookingId, *, actor: Actor) -> Hold: ...


class TakePayment(Protocol):
    """Takes what the clerk was given, and confirms a booking that is paid in full."""

    def __call__(self, request: TakePaymentRequest, *, actor: Actor) -> PaymentResult: ...


class CheckGatewayPayment(Protocol):
    """Asks the gateway now and settles what it says."""

    def __call__(self, payment_id: PaymentId, *, actor: Actor) -> Payment: ...


class StopGatewayPayment(Protocol):
    """Closes the instrument; raises PaymentUncertain while it may still be paid."""

    def __call__(self, payment_id: PaymentId, *, actor: Actor) -> Payment: ...


class CountCopy(Protocol):
    """It has been printed; the next printing is a copy."""

    def __call__(self, document_id: DocumentId, *, actor: Actor) -> None: ...


class LiftBlock(Protocol):
    """Returns how many claims of the block were given back."""

    def __call__(self, block_id: ClosureId, *, actor: Actor) -> int: ...


class ForgetLiveKeys(Protocol):
    """Takes the keys out of the system's keyring."""

    def __call__(self, *, actor: Actor) -> None: ...
