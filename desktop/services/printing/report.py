"""What can be printed besides documents."""

from collections.abc import Mapping
from typing import Protocol

from db.actor import Actor
from db.database import Session


class Printable(Protocol):
    """A paper: a frozen dataclass with its number; a document tells how often it went out before, too."""

    @property
    def number(self) -> str: ...


class Report(Protocol):
    """A paper that is made anew each time."""

    def admit(self, session: Session, told: Mapping[str, object], actor: Actor) -> Mapping[str, object]:
        """Return what is asked for as it is kept until its turn.

        Raises NotPermitted where `actor` may not see it; KeyError, ValueError or BadRequest for nonsense.
        """
        ...

    def make(self, session: Session, told: Mapping[str, object]) -> Printable:
        """Return the paper. Raises KeyError, ValueError or a DeskError where it can't be made any more."""
        ...
