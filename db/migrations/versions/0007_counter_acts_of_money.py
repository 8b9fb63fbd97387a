"""Counter-acts of money: top-ups that can be taken back, card refunds that wait for their slip."""

import sqlalchemy as sa
from alembic import op

from db.keys import new_key
from db.migrations.table_text import check

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TOP_UPS = """SELECT entry.id AS entry_id, wallet.owner_id AS customer_id, -credit.amount_paise AS amount_paise,
    drawer.owner_id AS shift_id, entry.home AS home, coalesce((SELECT journal.clerk FROM journal
        WHERE journal.desk_id = entry.desk_id AND journal.at = entry.at AND journal.tag = 'WALLET_TOPPED_UP'
        ORDER BY journal.number LIMIT 1), shift.clerk) AS clerk
FROM entry
JOIN posting AS credit ON credit.entry_id = entry.id
JOIN account AS wallet ON wallet.id = credit.account_id AND wallet.kind = 'wallet'
JOIN posting AS debit ON debit.entry_id = entry.id
JOIN account AS drawer ON drawer.id = debit.account_id AND drawer.kind = 'drawer'
JOIN shift ON shift.id = drawer.owner_id
WHERE entry.kind = 'wallet_top_up' ORDER BY entry.id"""


# What took the place of a refund that failed belongs to the voucher that planned that one.
VOUCHERS = """UPDATE refund SET document_id = (SELECT old.document_id FROM refund AS old
    WHERE old.payment_id = refund.payment_id AND old.state = 'replaced' AND old.document_id IS NOT NULL
        AND old.created_at <= refund.created_at ORDER BY old.created_at DESC LIMIT 1)
WHERE document_id IS NULL AND payment_id IS NOT NULL"""
WAITS = "tender = 'razorpay' OR state = 'done' OR tender = 'card' AND state = 'planned'"


def upgrade() -> None:
    _make_top_ups()
    op.execute(sa.text(VOUCHERS))
    op.add_column("payment", sa.Column("corrected_from", sa.Text(), nullable=True))
    op.add_column("refund", sa.Column("reference", sa.Text(), nullable=True))
    check("refund", "only_razorpay_waits", "gateway_or_slip_waits", WAITS)


def _make_top_ups() -> None:
    op.create_table(
        "top_up",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("entry_id", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Text(), nullable=False),
        sa.Column("amount_paise", WHOLE, nullable=False),
        sa.Column("shift_id", sa.Text(), nullable=False),
        sa.Column("clerk", sa.Text(), nullable=False),
        sa.Column("reversed_entry_id", sa.Text(), nullable=True),
        sa.Column("reversed_at", WHOLE, nullable=True),
        sa.Column("reversed_by", sa.Text(), nullable=True),
        sa.Column("reverse_reason", sa.Text(), nullable=True),
        sa.Column("reversed_shift_id", sa.Text(), nullable=True),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(reversed_at IS NULL) = (reversed_entry_id IS NULL)"
            " AND (reversed_at IS NULL) = (reversed_by IS NULL)"
            " AND (reversed_at IS NULL) = (reverse_reason IS NULL)"
            " AND (reversed_at IS NULL) = (reversed_shift_id IS NULL)",
            name=op.f("ck_top_up_reversed_whole"),
        ),
        sa.CheckConstraint("amount_paise >= 1", name=op.f("ck_top_up_amount_paise_floor")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_top_up_customer_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_top_up_entry_id")),
        sa.ForeignKeyConstraint(
            ["reversed_entry_id"], ["entry.id"], name=op.f("fk_top_up_reversed_entry_id")
        ),
        sa.ForeignKeyConstraint(
            ["reversed_shift_id"], ["shift.id"], name=op.f("fk_top_up_reversed_shift_id")
        ),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_top_up_shift_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_top_up")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_top_up_entry_id")),
        sa.UniqueConstraint("reversed_entry_id", name=op.f("uq_top_up_reversed_entry_id")),
        sqlite_strict=True,
    )
    op.create_index("ix_top_up_customer_id", "top_up", ["customer_id"])
    op.create_index("ix_top_up_shift_id", "top_up", ["shift_id"])
    rows = [dict(row) | {"id": new_key()} for row in op.get_bind().execute(sa.text(TOP_UPS)).mappings()]
    if rows:
        names = ("id", "entry_id", "customer_id", "amount_paise", "shift_id", "clerk", "home")
        op.bulk_insert(sa.table("top_up", *(sa.column(name) for name in names)), rows)
