"""The signatures of the use cases about the house, by their parameters' names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from db.actor import Actor
    from desktop.services.domain.house import Business


class TellBusiness(Protocol):
    """Another name, address or State of the business, for papers made from now on."""

    def __call__(self, name: str, address: tuple[str, ...], state: str, *, actor: Actor) -> Business: ...
