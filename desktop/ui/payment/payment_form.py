"""What the clerk enters in the payment window."""

from dataclasses import dataclass

from db.states import InstrumentKind, Tender
from desktop.services.domain.tenders import BY_HAND

# How the rest after the wallet is taken: by hand, or asked of the gateway by one of its instruments.
Method = Tender | InstrumentKind
GATEWAY_METHODS = (InstrumentKind.QR, InstrumentKind.LINK, InstrumentKind.CARD_LINK)
LINKS = GATEWAY_METHODS[1:]
METHODS: tuple[Method, ...] = (GATEWAY_METHODS[0], *BY_HAND, *LINKS)


@dataclass(frozen=True, slots=True)
class PaymentForm:
    """What the clerk entered. A wish of None is as much as there is; None received is the exact amount.

    `unreadable` when a field in use holds something that is no amount. Not `has_gateway`: the desk has none,
    and what is asked of one is not offered.
    """

    use_wallet: bool = True
    wallet_wish_paise: int | None = None
    method: Method = InstrumentKind.QR
    received_paise: int | None = None
    reference: str = ""
    unreadable: bool = False
    has_gateway: bool = True
