"""Money at the gateway that the books have lost is a kind of case of its own."""

from db.migrations.table_text import know

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

KINDS = ("late", "duplicate", "mismatch", "foreign", "lost", "part_payment", "refund_failed")


def upgrade() -> None:
    know("open_case", "kind", KINDS)
