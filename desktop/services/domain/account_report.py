"""What an account at the gateway can and can't do, as the set-up screen shows it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AccountReport:
    """The answer to a trial. `lacks` holds words: keys, qr, image_content, link, amount.

    `is_live` tells keys that move real money from test keys. `clock_offset_seconds` is how far the gateway's
    clock is ahead of this computer's.
    """

    reachable: bool
    is_live: bool
    lacks: tuple[str, ...]
    clock_offset_seconds: float

    @property
    def can_sell(self) -> bool:
        """Whether money can be taken at all: without image_content the gateway's own picture is shown."""
        return self.reachable and not {"keys", "qr"} & set(self.lacks)
