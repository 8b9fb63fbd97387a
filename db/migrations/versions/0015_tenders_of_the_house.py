"""Accounts of the house for its own tenders, and what the law counts of cash."""

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
