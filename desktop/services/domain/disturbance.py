"""How the gateway is, and which of its ways of paying fail more than usual at the moment."""

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


class GatewayAnswer(StrEnum):
    """Whether the gateway can be worked with: it may be silent, or refuse this desk's keys.

    By a clock of this PC that is wrong, its certificate is not valid: nothing is asked for then. The last two
    stand for a desk that sells without a gateway: no keys are kept, or the keyring did not hand them out.
    """

    GOOD = "good"
    SILENT = "silent"
    KEYS_REFUSED = "keys_refused"
    PC_BEHIND = "pc_behind"
    PC_AHEAD = "pc_ahead"
    NO_KEYS = "no_keys"
    NO_KEYRING = "no_keyring"


NO_GATEWAY = (GatewayAnswer.NO_KEYS, GatewayAnswer.NO_KEYRING)


@dataclass(frozen=True, slots=True)
class GatewayState:
    """What the gateway said of itself last. `answer` is None until it was asked."""

    answer: GatewayAnswer | None
    disturbances: tuple[Disturbance, ...]

    @property
    def is_there(self) -> bool:
        """Whether this desk has a gateway at all; without one its tenders are on no page."""
        return self.answer not in NO_GATEWAY

    @property
    def is_away(self) -> bool:
        """Whether it is known that nothing can be asked of it now."""
        return self.answer not in (None, GatewayAnswer.GOOD)
