"""Names of ledgers for the accountant."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ledger_name",
        sa.Column("ledger", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_ledger_name_name_told")),
        sa.PrimaryKeyConstraint("ledger", name=op.f("pk_ledger_name")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
