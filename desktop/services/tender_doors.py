"""The signatures of the use cases about the house's own tenders and cash, by their parameters' names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from db.actor import Actor
    from db.ids import BookingId, HouseAccountId, PaymentId, RequestKey
    from db.states import InstrumentKind, Tender
    from desktop.services.domain.booking import Payment
    from desktop.services.domain.house_accounts import HouseAccount


class KeepHouseAccount(Protocol):
    """Enters an account that takes one of the house's own tenders."""

    def __call__(self, account: HouseAccount, *, actor: Actor) -> HouseAccountId: ...


class ChangeHouseAccount(Protocol):
    """Lets an account take its tender or not, and sets the limit of its code."""

    def __call__(
        self, account_id: HouseAccountId, *, is_active: bool, upi_limit_paise: int, actor: Actor
    ) -> None: ...


class NameOccasion(Protocol):
    """Puts a booking to a wedding or a conference, over which cash is added up."""

    def __call__(self, booking_id: BookingId, occasion: str, *, actor: Actor) -> None: ...


class CorrectTender(Protocol):
    """A payment that was entered under the wrong tender is put right."""

    def __call__(
        self,
        payment_id: PaymentId,
        tender: Tender,
        reference: str,
        reason: str,
        *,
        actor: Actor,
        again: bool = False,
        pan: str = "",
        account_id: HouseAccountId | None = None,
    ) -> None: ...


class BeginGatewayPayment(Protocol):
    """Asks for what is due less the wallet's share, or for the part of one payer."""

    def __call__(
        self,
        booking_id: BookingId,
        wallet_paise: int,
        kind: InstrumentKind,
        request_key: RequestKey,
        *,
        actor: Actor,
        due_now_paise: int | None = None,
        deposit_paise: int | None = None,
    ) -> Payment: ...
