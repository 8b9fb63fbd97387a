"""Rules by which payments of another program on the same account make no case."""

import sqlalchemy as sa
from alembic import op

from db.migrations.table_text import know, refer

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "foreign_payment_rule",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("sign", sa.Text(), nullable=False),
        sa.Column("made_at", WHOLE, nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("revoked_at", WHOLE, nullable=True),
        sa.Column("revoked_by", sa.Text(), nullable=True),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "field IN ('notes', 'description')", name=op.f("ck_foreign_payment_rule_field_known")
        ),
        sa.CheckConstraint(
            "(revoked_at IS NULL) = (revoked_by IS NULL)", name=op.f("ck_foreign_payment_rule_revoked_whole")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_foreign_payment_rule")),
        sqlite_strict=True,
    )
    refer("gateway_money", "rule_id", "foreign_payment_rule")
    op.create_index("ix_gateway_money_rule_id", "gateway_money", ["rule_id"])
    know("gateway_money", "use", ("applied", "case", "not_ours"))
