"""Top-ups of a wallet as the desk shows them."""

from dataclasses import dataclass
from datetime import datetime

from db.ids import RequestKey, TopUpId


@dataclass(frozen=True, slots=True)
class TopUp:
    """Cash that went into a wallet.

    `reversed_at`: when it was taken back, with the reason; None while it stands.
    `request_key`: of the act that made it, so that an act whose answer was lost is found.
    """

    id: TopUpId
    amount_paise: int
    made_at: datetime
    clerk: str
    request_key: RequestKey
    reversed_at: datetime | None
    reverse_reason: str
