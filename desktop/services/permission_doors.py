"""The signatures of the use cases that ask for permission, by their parameters' names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection

    from db.actor import Actor
    from db.ids import BookingId, PaymentId, QuoteId, RequestKey
    from db.states import Role
    from desktop.services.domain.cancellation import CancellationResult, RefundPlan
    from desktop.services.domain.permission import Allowed, ManagerAct


class CancelBooking(Protocol):
    """`to_wallet`: payments whose money goes to the customer's wallet instead."""

    def __call__(
        self,
        booking_id: BookingId,
        reason: str,
        shown: RefundPlan,
        to_wallet: frozenset[PaymentId],
        request_key: RequestKey,
        *,
        actor: Actor,
        note: str = "",
    ) -> CancellationResult: ...


class PreviewCancellation(Protocol):
    """What would come back now for some lines, without any for all that can end; or for a void."""

    def __call__(
        self,
        booking_id: BookingId,
        numbers: Collection[int] = (),
        *,
        void: bool = False,
        outside: bool = False,
        back_paise: int | None = None,
    ) -> RefundPlan: ...


class GiveDiscount(Protocol):
    """A promo of its own for one quote: so many per cent, or paise, off; its code is returned."""

    def __call__(
        self,
        quote_id: QuoteId,
        reason: str,
        *,
        actor: Actor,
        percent: int | None = None,
        paise: int | None = None,
    ) -> str: ...


class SetLimit(Protocol):
    """What a role may do by right from now on."""

    def __call__(self, role: Role, act: ManagerAct, allowed: Allowed, *, actor: Actor) -> None: ...
