"""Words of the catalogue and of counts, as every layer may use them; stored as they stand here."""

from enum import StrEnum


class Berth(StrEnum):
    """What a place on a bus is."""

    SEAT = "seat"
    SLEEPER = "sleeper"


class StopDirection(StrEnum):
    """What passengers do at a stop."""

    BOARDING = "boarding"
    DROPPING = "dropping"


class Discount(StrEnum):
    """How a promo's worth is given."""

    FLAT = "flat"
    PERCENT = "percent"


class ClosureKind(StrEnum):
    """What a closure keeps from being sold: all of an offering, or some of its units."""

    STOP = "stop"
    BLOCK = "block"


class BalanceDue(StrEnum):
    """When what a deposit left open has to be paid."""

    BEFORE_START = "before_start"
    AT_ARRIVAL = "at_arrival"
    BY_CLOCK = "by_clock"


class CountMoment(StrEnum):
    """When a drawer was counted."""

    OPENING = "opening"
    CLOSING = "closing"


class Gender(StrEnum):
    """A guest's gender, as a bus asks it."""

    FEMALE = "F"
    MALE = "M"
    OTHER = "X"
