"""What the clerk enters in the payment window."""

from dataclasses import dataclass

from db.states import InstrumentKind, Tender
from desktop.services.domain.cash_law import CashRoom
from desktop.services.domain.house_accounts import HouseAccount
from desktop.services.domain.payment_plan import GatewayCannotTake, split_for_gateway
from desktop.services.domain.tenders import BY_HAND

# How the rest after the wallet is taken: by hand, or asked of the gateway by one of its instruments.
Method = Tender | InstrumentKind
GATEWAY_METHODS = (InstrumentKind.QR, InstrumentKind.LINK, InstrumentKind.CARD_LINK)
LINKS = GATEWAY_METHODS[1:]
METHODS: tuple[Method, ...] = (GATEWAY_METHODS[0], *BY_HAND, Tender.ON_ACCOUNT, *LINKS)


@dataclass(frozen=True, slots=True)
class PaymentForm:
    """What the clerk entered. A wish of None is as much as there is; None received is the exact amount.

    `unreadable` when a field in use holds something that is no amount. Not `has_gateway`: the desk has none,
    and what is asked of one is not offered. `deposit_paise`: the part that is to confirm the booking, None:
    all of it. `balance_from`: what had been paid when a booking was opened to take its balance. `may_owe`:
    whether the customer may pay on account. `part_paise`: of one payer among several, None is all that is
    left. `account`: of the house, for the method; missing while one of several has to be chosen. `room`:
    what the law still lets in in cash, as far as it was read.
    """

    use_wallet: bool = True
    wallet_wish_paise: int | None = None
    method: Method = InstrumentKind.QR
    received_paise: int | None = None
    reference: str = ""
    unreadable: bool = False
    has_gateway: bool = True
    deposit_paise: int | None = None
    balance_from: int | None = None
    may_owe: bool = False
    part_paise: int | None = None
    account: HouseAccount | None = None
    account_missing: bool = False
    pan: str = ""
    room: CashRoom | None = None


def methods_for(
    due_paise: int, *, can_send: bool, has_gateway: bool = True, may_owe: bool = False
) -> tuple[Method, ...]:
    """Return the tenders that can take the rest of this amount, in the order in which they stand.

    `can_send`: whether there is a mobile number that a link can be sent to. `may_owe`: whether the customer
    is a company that may pay on account.
    """
    left_out: set[Method] = set() if may_owe else {Tender.ON_ACCOUNT}
    try:
        split_for_gateway(due_paise, 0)
    except GatewayCannotTake:
        has_gateway = False
    if not has_gateway:
        left_out |= set(GATEWAY_METHODS)
    if not can_send:
        left_out |= set(LINKS)
    return tuple(method for method in METHODS if method not in left_out)
