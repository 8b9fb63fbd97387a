"""Take bank transfers and cheques: two tenders and their accounts."""

from db.migrations.table_text import know

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TENDERS = ("wallet", "cash", "card", "own_upi", "bank_transfer", "cheque", "razorpay")
ACCOUNTS = (
    *("wallet", "reserved_wallet", "drawer", "card_machine", "own_upi", "bank_transfer", "cheque", "gateway"),
    *("sales", "tax_payable", "advance_received", "refunds_payable", "unresolved_money", "rounding"),
)


def upgrade() -> None:
    know("account", "kind", ACCOUNTS)
    know("payment", "tender", TENDERS)
    know("refund", "tender", TENDERS)
