"""The wallet share that waits beside a payment through the gateway: reserved, then posted or voided."""

from db import ledger
from db.database import Session
from db.errors import BalanceTooLow
from db.ids import BookingId, CustomerId
from db.states import AccountKind
from desktop.services.errors import WalletTooLow


def reserve(session: Session, *, booking_id: BookingId, customer_id: CustomerId, amount_paise: int) -> None:
    """Move a share from the customer's wallet to the booking's reserved wallet. Raises WalletTooLow."""
    if not amount_paise:
        return
    wallet = ledger.get_account(session, AccountKind.WALLET, customer_id)
    reserved = ledger.get_account(session, AccountKind.RESERVED_WALLET, booking_id)
    try:
        postings = ((wallet, amount_paise), (reserved, -amount_paise))
        ledger.post(session, "wallet_reserved", postings, booking_id=booking_id)
    except BalanceTooLow as low:
        raise WalletTooLow(needed_paise=low.needed_paise, available_paise=low.available_paise) from low


def void(session: Session, *, booking_id: BookingId, customer_id: CustomerId) -> int:
    """Give whatever is reserved for the booking back to the wallet; return the paise."""
    amount = ledger.balance_paise(session, AccountKind.RESERVED_WALLET, booking_id)
    if amount:
        wallet = ledger.get_account(session, AccountKind.WALLET, customer_id)
        reserved = ledger.get_account(session, AccountKind.RESERVED_WALLET, booking_id)
        postings = ((reserved, amount), (wallet, -amount))
        ledger.post(session, "wallet_reserve_voided", postings, booking_id=booking_id)
    return amount
