"""The signatures of the use cases about buyers and what is told to the tax, by their parameters' names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.actor import Actor
    from db.ids import BookingId
    from desktop.services.domain.buyer_change import BuyerChange
    from desktop.services.domain.e_invoice import PortalAnswer


class ChangeBuyer(Protocol):
    """A held booking bears the levies of who its customer is to the tax now."""

    def __call__(self, booking_id: BookingId, shown_total_paise: int, *, actor: Actor) -> BuyerChange: ...


class EnterIrn(Protocol):
    """The portal's numbers stand on their papers from now on."""

    def __call__(self, answers: Sequence[PortalAnswer], *, actor: Actor) -> int: ...


class FileMonth(Protocol):
    """No paper is dated in the month any more."""

    def __call__(self, registration: str, month: str, *, actor: Actor) -> None: ...


class ReopenMonth(Protocol):
    """Papers may be dated in the month again."""

    def __call__(self, registration: str, month: str, reason: str, *, actor: Actor) -> None: ...
