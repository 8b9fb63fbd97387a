"""The signatures of the use cases about settlements, by their parameters' names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date

    from db.actor import Actor
    from desktop.services.domain.settlements import SettlementItem, SettlementsRead, SettlementsSeen


class ReadSettlements(Protocol):
    """Asks the gateway what it has paid out on a day, or on every day that is due, and posts it."""

    def __call__(self, *, actor: Actor, day: date | None = None) -> SettlementsRead: ...


class ListSettlements(Protocol):
    """Payouts and what is owed, without a network."""

    def __call__(self, *, actor: Actor) -> SettlementsSeen: ...


class ShowSettlement(Protocol):
    """The rows of a payout."""

    def __call__(self, settlement_id: str, *, actor: Actor) -> tuple[SettlementItem, ...]: ...
