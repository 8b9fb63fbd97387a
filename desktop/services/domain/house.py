"""Whose business it is, and what is told when practice is left."""

from dataclasses import dataclass, field
from enum import StrEnum

ADDRESS_LINES = 3


class Asked(StrEnum):
    """What a live start has to be told before the desk opens."""

    NOTHING = "nothing"
    # A desk that is new in books whose business is known.
    DESK = "desk"
    # Everything: these books are nobody's yet.
    HOUSE = "house"


@dataclass(frozen=True, slots=True)
class Business:
    """Name, address in lines and State (two digits of the GST) of the business."""

    name: str
    address: tuple[str, ...]
    state_code: str


@dataclass(frozen=True, slots=True)
class FirstManager:
    """The first person of the house. PIN and recovery code are shown to nobody else and kept as hashes."""

    code: str
    name: str
    pin: str = field(repr=False)
    recovery_code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class HouseTold:
    """What the form was told; without `business` and `manager` it was asked for the desk alone."""

    desk_code: str
    desk_name: str
    business: Business | None = None
    manager: FirstManager | None = None


@dataclass(eq=False)
class HouseWanted(Exception):
    """The desk can't open before the form was told what is `asked`; `desk_code` is the start's own."""

    asked: Asked
    desk_code: str
