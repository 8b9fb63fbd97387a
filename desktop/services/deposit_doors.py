"""The signatures of the use cases about deposits and companies, by their parameters' names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from db.actor import Actor
    from db.ids import BookingId, CustomerId, RequestKey
    from db.states import Tender
    from desktop.services.domain.companies import Company, Statement
    from desktop.services.domain.deposits import DepositRule


class KeepOverdue(Protocol):
    """The balance is due at another moment than the one that was shown."""

    def __call__(self, booking_id: BookingId, shown: datetime, until: datetime, *, actor: Actor) -> None: ...


class SaveDepositRules(Protocol):
    """These are all the rules of deposits from now on."""

    def __call__(self, rules: Sequence[DepositRule], *, actor: Actor) -> tuple[DepositRule, ...]: ...


class SaveCompany(Protocol):
    """A customer may owe up to a limit, to be paid in so many days."""

    def __call__(
        self, customer_id: CustomerId, limit_paise: int, terms_days: int, is_active: bool, *, actor: Actor
    ) -> Company: ...


class TakeCompanyPayment(Protocol):
    """A company pays of what it owes."""

    def __call__(
        self,
        customer_id: CustomerId,
        tender: Tender,
        amount_paise: int,
        reference: str,
        request_key: RequestKey,
        *,
        actor: Actor,
        again: bool = False,
    ) -> Company: ...


class ReadStatement(Protocol):
    """How what a company owes came about, from a moment until another."""

    def __call__(self, customer_id: CustomerId, since: datetime, until: datetime) -> Statement: ...
