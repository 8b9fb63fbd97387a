"""A slip that was entered before is found without reading a year of payments."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

WITH_SLIP = sa.text("reference IS NOT NULL")


def upgrade() -> None:
    op.create_index("ix_payment_reference", "payment", ["reference"])
    op.create_index(
        "ix_refund_slip",
        "refund",
        ["tender", "settled_at"],
        sqlite_where=WITH_SLIP,
        postgresql_where=WITH_SLIP,
    )
