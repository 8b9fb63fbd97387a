"""Accounts of the house for its own tenders. All amounts in paise."""

from sqlalchemy import CheckConstraint, Table

from db.schema.columns import (
    at_least,
    flag,
    flag_check,
    home,
    key,
    metadata,
    moment,
    one_of,
    text,
    whole,
    word,
)
from db.states import Tender

# The tenders that can have accounts: what is taken by hand and lies neither in a drawer nor in a wallet.
OWN = (Tender.OWN_UPI, Tender.BANK_TRANSFER, Tender.CHEQUE, Tender.CARD)

house_account = Table(
    "house_account",
    metadata,
    key(),
    word("tender", Tender),
    # As the clerk says it; with what follows it stays as it is, for papers name it.
    text("name"),
    # Own UPI: the address that is paid, and the payee's name in the code.
    text("vpa", default=""),
    text("payee_name", default=""),
    # The last four figures of the account, and its IFSC or the bank's name.
    text("last_four", default=""),
    text("bank", default=""),
    # Above it no code is drawn; what the acquirer allows for one payment.
    whole("upi_limit_paise", default=1_00_000_00),
    flag("is_active", default=1),
    moment("created_at"),
    home(),
    one_of("tender", OWN),
    CheckConstraint("vpa = '' OR tender = 'own_upi'", name="vpa_of_upi"),
    at_least("upi_limit_paise", 1),
    flag_check("is_active"),
    sqlite_strict=True,
)
