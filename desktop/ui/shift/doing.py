"""What the page of the shift is doing."""

from enum import Enum, auto


class Doing(Enum):
    """One thing at a time."""

    LOOK = auto()
    COUNT = auto()
    MOVE = auto()
    SEALED = auto()
