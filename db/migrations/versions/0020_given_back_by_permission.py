"""Lines that give back more by permission, and tenders put right after their shift."""

import sqlalchemy as sa
from alembic import op

from db.migrations.table_text import know, limit, refer

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
RULES = ("policy", "house_cancelled", "house_moved", "void", "hold", "waived", "after_use")
WHOLE_MOVE = (
    "(moved_shift_id IS NULL) = (moved_from IS NULL)"
    " AND (moved_shift_id IS NULL) = (moved_rounding_paise IS NULL)"
)


def upgrade() -> None:
    know("booking_line", "refund_rule", RULES)
    op.add_column("payment", sa.Column("moved_from", sa.Text(), nullable=True))
    op.add_column("payment", sa.Column("moved_rounding_paise", WHOLE, nullable=True))
    refer("payment", "moved_shift_id", "shift")
    limit("payment", "moved_whole", WHOLE_MOVE)
