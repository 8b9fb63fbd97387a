"""Who has arrived, and what the register of guests asks for."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
GUEST_TEXTS = (
    *("nationality", "passport", "visa", "arrived_from", "going_to", "address"),
    *("id_kind", "id_last", "vehicle", "purpose"),
)


def upgrade() -> None:
    _make_arrivals()
    _make_list_prints()
    _make_guests()
    was_cancelled = sa.text("cancelled_at IS NOT NULL")
    op.create_index(
        "ix_booking_line_cancelled_slot",
        "booking_line",
        ["slot_id"],
        unique=False,
        sqlite_where=was_cancelled,
        postgresql_where=was_cancelled,
    )


def _make_arrivals() -> None:
    op.create_table(
        "arrival",
        sa.Column("booking_id", sa.Text(), nullable=False),
        sa.Column("number", WHOLE, autoincrement=False, nullable=False),
        sa.Column("arrived_at", WHOLE, nullable=False),
        sa.Column("arrived_clerk", sa.Text(), nullable=False),
        sa.Column("arrived_desk_id", sa.Text(), nullable=False),
        sa.Column("departed_at", WHOLE, nullable=True),
        sa.Column("departed_clerk", sa.Text(), server_default="", nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("departed_at >= arrived_at", name=op.f("ck_arrival_departs_after_arrival")),
        sa.CheckConstraint(
            "(departed_at IS NULL) = (departed_clerk = '')", name=op.f("ck_arrival_departed_by")
        ),
        sa.ForeignKeyConstraint(
            ["booking_id", "number"],
            ["booking_line.booking_id", "booking_line.number"],
            name=op.f("fk_arrival_booking_id"),
        ),
        sa.ForeignKeyConstraint(["arrived_desk_id"], ["desk.id"], name=op.f("fk_arrival_arrived_desk_id")),
        sa.PrimaryKeyConstraint("booking_id", "number", name=op.f("pk_arrival")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _make_list_prints() -> None:
    op.create_table(
        "list_print",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("desk_id", sa.Text(), nullable=False),
        sa.Column("taken_at", WHOLE, nullable=False),
        sa.Column("done_at", WHOLE, nullable=True),
        sa.Column("list_count", WHOLE, server_default="0", nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("list_count >= 0", name=op.f("ck_list_print_list_count_floor")),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name=op.f("fk_list_print_desk_id")),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_list_print")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _make_guests() -> None:
    op.create_table(
        "guest_entry",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("booking_id", sa.Text(), nullable=False),
        sa.Column("number", WHOLE, nullable=False),
        sa.Column("is_foreign", WHOLE, server_default="0", nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), server_default="", nullable=False) for name in GUEST_TEXTS),
        sa.Column("arrived_at", WHOLE, nullable=False),
        sa.Column("leaves_at", WHOLE, nullable=False),
        sa.Column("departed_at", WHOLE, nullable=True),
        sa.Column("sent_at", WHOLE, nullable=True),
        sa.Column("departure_sent_at", WHOLE, nullable=True),
        sa.Column("entered_at", WHOLE, nullable=False),
        sa.Column("clerk", sa.Text(), nullable=False),
        sa.Column("changed_at", WHOLE, nullable=False),
        sa.Column("blanked_at", WHOLE, nullable=True),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("is_foreign IN (0, 1)", name=op.f("ck_guest_entry_is_foreign_flag")),
        sa.CheckConstraint("length(id_last) <= 4", name=op.f("ck_guest_entry_id_last_length")),
        sa.CheckConstraint(
            "departed_at IS NOT NULL OR departure_sent_at IS NULL",
            name=op.f("ck_guest_entry_departure_sent_when"),
        ),
        sa.CheckConstraint(
            "blanked_at IS NULL OR name || nationality || passport || visa || arrived_from || going_to"
            " || address || id_kind || id_last || vehicle || purpose = ''",
            name=op.f("ck_guest_entry_blanked_whole"),
        ),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_guest_entry_booking_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guest_entry")),
        sqlite_strict=True,
    )
    op.create_index("ix_guest_entry_booking_id", "guest_entry", ["booking_id", "number"], unique=False)
    is_kept = sa.text("blanked_at IS NULL")
    op.create_index(
        "ix_guest_entry_kept",
        "guest_entry",
        ["leaves_at"],
        unique=False,
        sqlite_where=is_kept,
        postgresql_where=is_kept,
    )
