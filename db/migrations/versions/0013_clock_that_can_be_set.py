"""The node's clock has an offset that only CLOCK_SET changes, and may be in doubt."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    whole = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    for column in (
        f"node ADD COLUMN clock_offset_us {whole} DEFAULT '0' NOT NULL",
        "node ADD COLUMN clock_doubt TEXT DEFAULT '' NOT NULL",
        f"node ADD COLUMN clock_doubt_us {whole} DEFAULT '0' NOT NULL",
        f"node ADD COLUMN clock_confirmed_at {whole}",
        f"desk ADD COLUMN clock_set_number {whole} DEFAULT '0' NOT NULL",
    ):
        op.get_bind().execute(sa.text(f"ALTER TABLE {column}"))
    reopened = sa.text("tag = 'BOOKING_REOPENED'")
    op.create_index(
        "ix_journal_reopened", "journal", ["at"], sqlite_where=reopened, postgresql_where=reopened
    )
