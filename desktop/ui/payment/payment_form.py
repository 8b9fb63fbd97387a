"""What the clerk enters in the payment window."""

from dataclasses import dataclass
from enum import StrEnum

from db.states import InstrumentKind, Tender

# The reference that a machine prints (RRN) has twelve digits; a card's own number has more.
CARD_NUMBER_DIGITS = range(13, 20)


class Method(StrEnum):
    """How the rest after the wallet is taken. The gateway's own are named as its instruments are."""

    UPI = InstrumentKind.QR
    CASH = Tender.CASH
    CARD = Tender.CARD
    LINK = InstrumentKind.LINK
    CARD_LINK = InstrumentKind.CARD_LINK


GATEWAY_METHODS = (Method.UPI, Method.LINK, Method.CARD_LINK)


@dataclass(frozen=True, slots=True)
class PaymentForm:
    """What the clerk entered. A wish of None is as much as there is; None received is the exact amount.

    `unreadable` when a field in use holds something that is no amount.
    """

    use_wallet: bool = True
    wallet_wish_paise: int | None = None
    method: Method = Method.UPI
    received_paise: int | None = None
    slip_reference: str = ""
    unreadable: bool = False


def looks_like_card_number(text: str) -> bool:
    """Whether somebody typed a card's number where the slip's reference belongs: it must never be kept."""
    bare = text.replace(" ", "").replace("-", "")
    return bare.isdigit() and len(bare) in CARD_NUMBER_DIGITS
