"""The signatures of the use cases about holds that others see, and customers put right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date, datetime

    from db.actor import Actor
    from db.ids import BookingId, CustomerId, DocumentId, OfferingId, UnitId
    from desktop.services.domain.corrections import HandOverPlan, MergePlan
    from desktop.services.domain.extending import Extended
    from desktop.services.domain.people import Customer
    from desktop.services.domain.unavailable import WhyAnswer


class ExtendHold(Protocol):
    """Ten minutes more from the end that is shown; raises EndMoved, ExtendedEnough, NotPermitted."""

    def __call__(self, booking_id: BookingId, shown_end: datetime, *, actor: Actor) -> Extended: ...


class BreakHold(Protocol):
    """Ends what another desk holds, with a reason; that desk is told."""

    def __call__(self, booking_id: BookingId, reason: str, *, actor: Actor) -> None: ...


class ReadBrokenHold(Protocol):
    """This desk has read who ended its hold."""

    def __call__(self, booking_id: BookingId, *, actor: Actor) -> None: ...


class WhyUnavailable(Protocol):
    """Names who or what keeps a unit, or all of an offering, from being sold."""

    def __call__(
        self,
        offering_id: OfferingId,
        unit_id: UnitId | None,
        first_day: date,
        last_day: date,
        wanted_count: int = 1,
    ) -> WhyAnswer: ...


class PreviewMerge(Protocol):
    """What would move between two customers."""

    def __call__(self, kept: CustomerId, gone: CustomerId) -> MergePlan: ...


class MergeCustomers(Protocol):
    """Two rows of one person become one."""

    def __call__(
        self,
        kept: CustomerId,
        gone: CustomerId,
        reason: str,
        shown: MergePlan,
        *,
        actor: Actor,
        despite_gstins: bool = False,
    ) -> Customer: ...


class PreviewCustomerChange(Protocol):
    """What would move with a booking that goes to another customer."""

    def __call__(self, booking_id: BookingId, customer_id: CustomerId) -> HandOverPlan: ...


class ChangeCustomer(Protocol):
    """A booking goes to the right customer."""

    def __call__(
        self,
        booking_id: BookingId,
        customer_id: CustomerId,
        reason: str,
        shown_wallet_paise: int,
        *,
        actor: Actor,
    ) -> DocumentId | None: ...


class CorrectInvoice(Protocol):
    """Papers with a wrong buyer are answered in full and made anew."""

    def __call__(self, booking_id: BookingId, reason: str, *, actor: Actor) -> tuple[DocumentId, ...]: ...


class ChangeNumber(Protocol):
    """A customer has another mobile number; `shown` is the one on the screen."""

    def __call__(self, customer_id: CustomerId, shown: str, mobile: str, *, actor: Actor) -> Customer: ...
