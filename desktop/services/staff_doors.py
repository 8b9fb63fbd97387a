"""The signatures of the use cases about people, by their parameters' names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from db.actor import Actor
    from db.ids import ApprovalId
    from desktop.services.domain.staff import Person
    from desktop.services.errors import NotPermitted


class SignIn(Protocol):
    """A person of the staff takes over the desk, by code and PIN."""

    def __call__(self, code: str, pin: str) -> Person: ...


class Approve(Protocol):
    """A manager's yes to what was refused; it goes into the actor with which that is done again."""

    def __call__(
        self, refused: NotPermitted, code: str, pin: str, reason: str, *, actor: Actor
    ) -> ApprovalId: ...
