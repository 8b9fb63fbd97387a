"""The signatures of the use cases about people, by their parameters' names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from db.actor import Actor
    from db.ids import ApprovalId, PersonId
    from db.states import Role
    from desktop.services.domain.staff import AddedPerson, Person
    from desktop.services.errors import NotPermitted


class SignIn(Protocol):
    """A person of the staff takes over the desk, by code and PIN."""

    def __call__(self, code: str, pin: str) -> Person: ...


class Approve(Protocol):
    """A manager's yes to what was refused; it goes into the actor with which that is done again."""

    def __call__(
        self, refused: NotPermitted, code: str, pin: str, reason: str, *, actor: Actor
    ) -> ApprovalId: ...


class AddPerson(Protocol):
    """A person of the staff gets a code and a PIN; with the first one sign-in begins to count."""

    def __call__(self, code: str, name: str, role: Role, pin: str, *, actor: Actor) -> AddedPerson: ...


class ChangePerson(Protocol):
    """Another name or role, or a person who no longer works here."""

    def __call__(
        self, person_id: PersonId, *, name: str, role: Role, has_left: bool, actor: Actor
    ) -> Person: ...


class SetPin(Protocol):
    """An own PIN in the place of the old one."""

    def __call__(self, code: str, old_pin: str, new_pin: str, *, actor: Actor) -> Person: ...


class GivePin(Protocol):
    """A PIN for somebody else, who has to choose an own one with it."""

    def __call__(self, person_id: PersonId, pin: str, *, actor: Actor) -> None: ...


class RecoverManager(Protocol):
    """A manager who has forgotten the PIN gets in by the recovery code, and gets another one."""

    def __call__(self, code: str, recovery_code: str, new_pin: str, *, actor: Actor) -> AddedPerson: ...


class MakeRecoveryCode(Protocol):
    """The manager's own; an older one no longer counts."""

    def __call__(self, *, actor: Actor) -> str: ...
