"""The signatures of the use cases that keep the books sound, by their parameters' names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from db.actor import Actor
    from desktop.services.domain.loss import Loss


class AcceptLoss(Protocol):
    """Goes on after a loss that was shown; raises NotPermitted and AlreadyDone."""

    def __call__(self, shown: Loss, *, actor: Actor) -> None: ...
