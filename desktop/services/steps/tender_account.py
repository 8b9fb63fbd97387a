"""Which account of the ledger one tender's money of a booking moves on."""

from db import ledger
from db.bookings import BookingRow
from db.database import Session
from db.ids import AccountId, ShiftId
from db.ledger import Owner
from db.states import AccountKind, Tender
from desktop.services.domain.tenders import TENDERS


def tender_account(
    session: Session, tender: Tender, booking: BookingRow, shift_id: ShiftId | None
) -> AccountId:
    """Return the account's id: the customer's for a wallet or a debt, the shift's for a drawer, or ours.

    Only cash needs a shift.
    """
    kind = TENDERS[tender].account
    if kind is AccountKind.DRAWER and shift_id is None:
        raise AssertionError("cash moves in a shift")
    owners: dict[AccountKind, Owner | None] = {
        AccountKind.WALLET: booking.customer_id,
        AccountKind.OWED_BY_COMPANIES: booking.customer_id,
        AccountKind.DRAWER: shift_id,
    }
    return ledger.get_account(session, kind, owners.get(kind))
