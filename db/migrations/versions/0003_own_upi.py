"""Take UPI on the house's own QR code: a tender and its account."""

from db.migrations.table_text import know

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TENDERS = ("wallet", "cash", "card", "own_upi", "razorpay")
ACCOUNTS = (
    *("wallet", "reserved_wallet", "drawer", "card_machine", "own_upi", "gateway", "sales", "tax_payable"),
    *("advance_received", "refunds_payable", "unresolved_money", "rounding"),
)


def upgrade() -> None:
    know("account", "kind", ACCOUNTS)
    know("payment", "tender", TENDERS)
    know("refund", "tender", TENDERS)
