"""The people of the staff as the desk knows them."""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from db.ids import PersonId
from db.states import Role

CODE_LENGTH = 2
PIN_LENGTH = 6


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the staff. `needs_pin`: a new PIN is due before anything else."""

    id: PersonId
    code: str
    name: str
    role: Role
    has_left: bool = False
    needs_pin: bool = False


@dataclass(frozen=True, slots=True)
class AddedPerson:
    """A person and their recovery code, shown once and kept nowhere; '' without one."""

    person: Person
    recovery_code: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Recovery:
    """A manager's PIN that was set anew without the old one, by the system's account `login`.

    '': by the recovery code.
    """

    name: str
    login: str
    at: datetime


def is_code(text: str) -> bool:
    """Tell whether it is a person's code: two figures."""
    return len(text) == CODE_LENGTH and text.isascii() and text.isdigit()


def is_pin(text: str) -> bool:
    """Tell whether it has the form of a PIN: six figures."""
    return len(text) == PIN_LENGTH and text.isascii() and text.isdigit()


def is_guessed_first(pin: str) -> bool:
    """Tell whether it is one of the PINs that are tried first: 000000, 123456, 987654, 121212 ..."""
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    return len(steps) == 1 or pin[:2] * 3 == pin or pin[:3] * 2 == pin
