"""What the clerk enters in the payment window."""

from dataclasses import dataclass

from db.states import InstrumentKind, Tender
from desktop.services.domain.cash_law import CashRoom
from desktop.services.domain.house_accounts import HouseAccount
from desktop.services.domain.tenders import BY_HAND

# How the rest after the wallet is taken: by hand, or asked of the gateway by one of its instruments.
Method = Tender | InstrumentKind
GATEWAY_METHODS = (InstrumentKind.QR, InstrumentKind.LINK, InstrumentKind.CARD_LINK)
LINKS = GATEWAY_METHODS[1:]
METHODS: tuple[Method, ...] = (GATEWAY_METHODS[0], *BY_HAND, *LINKS)


@dataclass(frozen=True, slots=True)
class PaymentForm:
    """What the clerk entered. A wish of None is as much as there is; None received is the exact amount.

    `unreadable` when a field in use holds something that is no amount. `part_paise`: of one payer among
    several, None is all that is left. `account`: of the house, for the method; missing while one of several
    has to be chosen. `room`: what the law still lets in in cash, as far as it was read.
    """

    use_wallet: bool = True
    wallet_wish_paise: int | None = None
    method: Method = InstrumentKind.QR
    received_paise: int | None = None
    reference: str = ""
    unreadable: bool = False
    part_paise: int | None = None
    account: HouseAccount | None = None
    account_missing: bool = False
    pan: str = ""
    room: CashRoom | None = None
