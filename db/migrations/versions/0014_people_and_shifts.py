"""People of the staff with what they may do, and shifts that are counted, closed, sealed and accepted."""

import sqlalchemy as sa
from alembic import op

from db.migrations.table_text import know, limit, refer

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ACCOUNTS = (
    "wallet",
    "reserved_wallet",
    "drawer",
    "card_machine",
    "own_upi",
    "bank_transfer",
    "cheque",
    "gateway",
    "sales",
    "tax_payable",
    "advance_received",
    "refunds_payable",
    "unresolved_money",
    "rounding",
    "safe",
    "next_float",
    "bank",
    "pay_outs",
    "cash_over_and_short",
    "owed_by_companies",
)


def upgrade() -> None:
    _make_people()
    _make_drawer_tables()
    _widen_shifts()
    know("account", "kind", ACCOUNTS)
    know("document", "kind", ("receipt", "refund_voucher", "ticket", "z_slip"))


def _make_people() -> None:
    op.create_table(
        "business",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("state_code", sa.Text(), nullable=False),
        sa.Column("created_at", WHOLE, nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_business")),
        sqlite_strict=True,
    )
    op.create_table(
        "permission",
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("is_allowed", WHOLE, server_default="0", nullable=False),
        sa.Column("most_paise", WHOLE, nullable=True),
        sa.Column("most_percent", WHOLE, nullable=True),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("role IN ('clerk', 'manager')", name=op.f("ck_permission_role_known")),
        sa.CheckConstraint("is_allowed IN (0, 1)", name=op.f("ck_permission_is_allowed_flag")),
        sa.CheckConstraint("most_paise >= 0", name=op.f("ck_permission_most_paise_floor")),
        sa.CheckConstraint("most_percent BETWEEN 0 AND 100", name=op.f("ck_permission_most_percent_range")),
        sa.PrimaryKeyConstraint("role", "act", name=op.f("pk_permission")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("pin_hash", sa.Text(), server_default="", nullable=False),
        sa.Column("pin_set_at", WHOLE, nullable=True),
        sa.Column("recovery_hash", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", WHOLE, nullable=False),
        sa.Column("left_at", WHOLE, nullable=True),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("role IN ('clerk', 'manager')", name=op.f("ck_person_role_known")),
        sa.CheckConstraint("length(code) = 2", name=op.f("ck_person_code_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("code", name=op.f("uq_person_code")),
        sqlite_strict=True,
    )
    op.create_table(
        "pin_guard",
        sa.Column("subject_id", sa.Text(), nullable=False),
        sa.Column("failures", WHOLE, nullable=False),
        sa.Column("failed_at", WHOLE, nullable=False),
        sa.Column("wait_until", WHOLE, nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("failures >= 1", name=op.f("ck_pin_guard_failures_floor")),
        sa.PrimaryKeyConstraint("subject_id", name=op.f("pk_pin_guard")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "approval",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("amount_paise", WHOLE, server_default="0", nullable=False),
        sa.Column("percent", WHOLE, server_default="0", nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("clerk", sa.Text(), nullable=False),
        sa.Column("approved_by_id", sa.Text(), nullable=False),
        sa.Column("approved_by", sa.Text(), nullable=False),
        sa.Column("desk_id", sa.Text(), nullable=False),
        sa.Column("approved_at", WHOLE, nullable=False),
        sa.Column("ends_at", WHOLE, nullable=False),
        sa.Column("used_at", WHOLE, nullable=True),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("amount_paise >= 0", name=op.f("ck_approval_amount_paise_floor")),
        sa.ForeignKeyConstraint(["approved_by_id"], ["person.id"], name=op.f("fk_approval_approved_by_id")),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name=op.f("fk_approval_desk_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
        sqlite_strict=True,
    )


def _make_drawer_tables() -> None:
    op.create_table(
        "cash_count",
        sa.Column("shift_id", sa.Text(), nullable=False),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.Column("worth_paise", WHOLE, autoincrement=False, nullable=False),
        sa.Column("pieces", WHOLE, nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("moment IN ('opening', 'closing')", name=op.f("ck_cash_count_moment_known")),
        sa.CheckConstraint("pieces >= 0", name=op.f("ck_cash_count_pieces_floor")),
        sa.CheckConstraint("worth_paise >= 1", name=op.f("ck_cash_count_worth_paise_floor")),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_cash_count_shift_id")),
        sa.PrimaryKeyConstraint("shift_id", "moment", "worth_paise", name=op.f("pk_cash_count")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "drawer_move",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("shift_id", sa.Text(), nullable=False),
        sa.Column("entry_id", sa.Text(), nullable=True),
        sa.Column("amount_paise", WHOLE, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("payee", sa.Text(), server_default="", nullable=False),
        sa.Column("clerk", sa.Text(), nullable=False),
        sa.Column("made_at", WHOLE, nullable=False),
        sa.Column("request_key", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(kind = 'opened') = (amount_paise = 0)", name=op.f("ck_drawer_move_amount_moves")
        ),
        sa.CheckConstraint(
            "(kind = 'opened') = (entry_id IS NULL)", name=op.f("ck_drawer_move_posted_when_moved")
        ),
        sa.CheckConstraint(
            "kind IN ('cash_in', 'drop', 'pay_out', 'opened')", name=op.f("ck_drawer_move_kind_known")
        ),
        sa.CheckConstraint("amount_paise >= 0", name=op.f("ck_drawer_move_amount_paise_floor")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_drawer_move_entry_id")),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_drawer_move_shift_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drawer_move")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_drawer_move_entry_id")),
        sa.UniqueConstraint("request_key", name=op.f("uq_drawer_move_request_key")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_drawer_move_shift_id"), "drawer_move", ["shift_id"], unique=False)


def _widen_shifts() -> None:
    op.add_column("entry", sa.Column("clerk", sa.Text(), server_default="", nullable=False))
    op.add_column("shift", sa.Column("is_shared", WHOLE, server_default="1", nullable=False))
    op.add_column("shift", sa.Column("has_drawer", WHOLE, server_default="1", nullable=False))
    op.add_column("shift", sa.Column("opening_difference_paise", WHOLE, server_default="0", nullable=False))
    op.add_column("shift", sa.Column("opening_reason", sa.Text(), server_default="", nullable=False))
    op.add_column("shift", sa.Column("closed_by", sa.Text(), nullable=True))
    op.add_column("shift", sa.Column("counted_paise", WHOLE, nullable=True))
    op.add_column("shift", sa.Column("expected_paise", WHOLE, nullable=True))
    op.add_column("shift", sa.Column("to_safe_paise", WHOLE, nullable=True))
    op.add_column("shift", sa.Column("left_paise", WHOLE, nullable=True))
    op.add_column("shift", sa.Column("card_counted_paise", WHOLE, nullable=True))
    op.add_column("shift", sa.Column("seal_number", WHOLE, nullable=True))
    op.add_column("shift", sa.Column("seal_hash", sa.Text(), nullable=True))
    op.add_column("shift", sa.Column("closing_note", sa.Text(), server_default="", nullable=False))
    op.add_column("shift", sa.Column("accepted_at", WHOLE, nullable=True))
    op.add_column("shift", sa.Column("accepted_by", sa.Text(), nullable=True))
    op.add_column("shift", sa.Column("acceptance_note", sa.Text(), server_default="", nullable=False))
    refer("shift", "person_id", "person")
    limit("shift", "is_shared_flag", "is_shared IN (0, 1)")
    limit("shift", "has_drawer_flag", "has_drawer IN (0, 1)")
    limit("shift", "counted_when_closed", "counted_paise IS NULL OR closed_at IS NOT NULL")
    limit("shift", "accepted_after_close", "accepted_at IS NULL OR closed_at IS NOT NULL")
    limit(
        "shift",
        "counted_goes_somewhere",
        "to_safe_paise IS NULL OR to_safe_paise + left_paise = counted_paise",
    )
    op.create_index(
        "ix_shift_open",
        "shift",
        ["desk_id"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
