"""A way of paying that fails more than usual at the moment."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad it is, in the gateway's own words; the worst stands first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Disturbance:
    """`method` is the gateway's name for the way of paying: upi, card or netbanking."""

    method: str
    severity: Severity
