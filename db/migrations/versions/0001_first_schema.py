"""First schema"""

import sqlalchemy as sa
from alembic import op

from db.append_only import create_triggers

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Text(), nullable=False),
        sa.Column("balance_paise", WHOLE, nullable=True),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(kind IN ('wallet', 'reserved_wallet')) = (balance_paise IS NOT NULL)",
            name=op.f("ck_account_balance_kept"),
        ),
        sa.CheckConstraint(
            "kind IN ('wallet', 'reserved_wallet', 'drawer', 'card_machine', 'gateway', 'sales', 'tax_payable', 'advance_received', 'refunds_payable', 'unresolved_money', 'rounding')",
            name=op.f("ck_account_kind_known"),
        ),
        sa.CheckConstraint("balance_paise >= 0", name=op.f("ck_account_balance_paise_floor")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("kind", "owner_id", name=op.f("uq_account_kind_owner_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "customer",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("mobile", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", WHOLE, nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer")),
        sa.UniqueConstraint("mobile", name=op.f("uq_customer_mobile")),
        sqlite_strict=True,
    )
    op.create_table(
        "desk",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("journal_number", WHOLE, server_default="0", nullable=False),
        sa.Column("journal_hash", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk")),
        sa.UniqueConstraint("code", name=op.f("uq_desk_code")),
        sqlite_strict=True,
    )
    op.create_table(
        "fee_rule",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("rate_bp", WHOLE, nullable=False),
        sa.Column("cap_paise", WHOLE, nullable=True),
        sa.Column("effective_from", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('room', 'bus', 'tour')", name=op.f("ck_fee_rule_kind_known")),
        sa.CheckConstraint("cap_paise >= 0", name=op.f("ck_fee_rule_cap_paise_floor")),
        sa.CheckConstraint("rate_bp BETWEEN 0 AND 10000", name=op.f("ck_fee_rule_rate_range")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fee_rule")),
        sqlite_strict=True,
    )
    op.create_table(
        "node",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("boot_id", sa.Text(), nullable=False),
        sa.Column("boot_nanoseconds", WHOLE, nullable=False),
        sa.Column("wall_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_node")),
        sqlite_strict=True,
    )
    op.create_table(
        "policy",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("effective_from", sa.Text(), nullable=False),
        sa.Column("tiers", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy")),
        sa.UniqueConstraint("code", "effective_from", name=op.f("uq_policy_code_effective_from")),
        sqlite_strict=True,
    )
    op.create_table(
        "promo",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("discount", sa.Text(), nullable=False),
        sa.Column("value_paise", WHOLE, nullable=True),
        sa.Column("value_bp", WHOLE, nullable=True),
        sa.Column("cap_paise", WHOLE, nullable=True),
        sa.Column("minimum_paise", WHOLE, server_default="0", nullable=False),
        sa.Column("starts_at", WHOLE, nullable=False),
        sa.Column("ends_at", WHOLE, nullable=False),
        sa.Column("uses_max", WHOLE, nullable=True),
        sa.Column("uses_per_customer_max", WHOLE, nullable=True),
        sa.Column("uses", WHOLE, server_default="0", nullable=False),
        sa.Column("active", WHOLE, server_default="1", nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(discount = 'flat' AND value_paise > 0 AND value_bp IS NULL) OR (discount = 'percent' AND value_bp BETWEEN 1 AND 10000 AND value_paise IS NULL)",
            name=op.f("ck_promo_discount_value"),
        ),
        sa.CheckConstraint("kind IN ('any', 'room', 'bus', 'tour')", name=op.f("ck_promo_kind_known")),
        sa.CheckConstraint("active IN (0, 1)", name=op.f("ck_promo_active_flag")),
        sa.CheckConstraint("cap_paise >= 0", name=op.f("ck_promo_cap_paise_floor")),
        sa.CheckConstraint("code = upper(trim(code))", name=op.f("ck_promo_code_form")),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_promo_window")),
        sa.CheckConstraint("minimum_paise >= 0", name=op.f("ck_promo_minimum_paise_floor")),
        sa.CheckConstraint(
            "uses >= 0 AND (uses_max IS NULL OR uses <= uses_max)", name=op.f("ck_promo_uses_range")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promo")),
        sa.UniqueConstraint("code", name=op.f("uq_promo_code")),
        sqlite_strict=True,
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
        sqlite_strict=True,
    )
    op.create_table(
        "site",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site")),
        sa.UniqueConstraint("code", name=op.f("uq_site_code")),
        sqlite_strict=True,
    )
    op.create_table(
        "tax_rule",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("air_conditioned", WHOLE, nullable=True),
        sa.Column("over_paise", WHOLE, nullable=False),
        sa.Column("up_to_paise", WHOLE, nullable=True),
        sa.Column("rate_bp", WHOLE, nullable=False),
        sa.Column("effective_from", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('room', 'bus', 'tour')", name=op.f("ck_tax_rule_kind_known")),
        sa.CheckConstraint(
            "air_conditioned IS NULL OR air_conditioned IN (0, 1)",
            name=op.f("ck_tax_rule_air_conditioned_flag"),
        ),
        sa.CheckConstraint("over_paise >= -1", name=op.f("ck_tax_rule_over_floor")),
        sa.CheckConstraint("rate_bp BETWEEN 0 AND 10000", name=op.f("ck_tax_rule_rate_range")),
        sa.CheckConstraint(
            "up_to_paise IS NULL OR up_to_paise > over_paise", name=op.f("ck_tax_rule_slab_range")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tax_rule")),
        sqlite_strict=True,
    )
    op.create_table(
        "offering",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("site_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("policy_code", sa.Text(), nullable=False),
        sa.Column("air_conditioned", WHOLE, server_default="0", nullable=False),
        sa.Column("adults_max", WHOLE, nullable=True),
        sa.Column("children_max", WHOLE, nullable=True),
        sa.Column("persons_max", WHOLE, nullable=True),
        sa.Column("persons_min", WHOLE, server_default="1", nullable=False),
        sa.Column("origin", sa.Text(), nullable=True),
        sa.Column("destination", sa.Text(), nullable=True),
        sa.Column("start_minute", WHOLE, server_default="840", nullable=False),
        sa.Column("length_minutes", WHOLE, server_default="1260", nullable=False),
        sa.Column("active", WHOLE, server_default="1", nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('room', 'bus', 'tour')", name=op.f("ck_offering_kind_known")),
        sa.CheckConstraint("active IN (0, 1)", name=op.f("ck_offering_active_flag")),
        sa.CheckConstraint("air_conditioned IN (0, 1)", name=op.f("ck_offering_air_conditioned_flag")),
        sa.CheckConstraint("length_minutes >= 1", name=op.f("ck_offering_length_minutes_floor")),
        sa.CheckConstraint(
            "persons_max IS NULL OR persons_max >= persons_min", name=op.f("ck_offering_persons_range")
        ),
        sa.CheckConstraint("persons_min >= 1", name=op.f("ck_offering_persons_min_floor")),
        sa.CheckConstraint("start_minute BETWEEN 0 AND 1439", name=op.f("ck_offering_start_minute_range")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_offering_site_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offering")),
        sa.UniqueConstraint("code", name=op.f("uq_offering_code")),
        sqlite_strict=True,
    )
    op.create_table(
        "quote",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("made_at", WHOLE, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("total_paise", WHOLE, nullable=False),
        sa.Column("promo_id", sa.Text(), nullable=True),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("total_paise >= 0", name=op.f("ck_quote_total_paise_floor")),
        sa.ForeignKeyConstraint(["promo_id"], ["promo.id"], name=op.f("fk_quote_promo_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quote")),
        sqlite_strict=True,
    )
    op.create_table(
        "series",
        sa.Column("desk_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("year", WHOLE, autoincrement=False, nullable=False),
        sa.Column("last_number", WHOLE, server_default="0", nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("last_number >= 0", name=op.f("ck_series_last_number_floor")),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name=op.f("fk_series_desk_id")),
        sa.PrimaryKeyConstraint("desk_id", "kind", "year", name=op.f("pk_series")),
        sqlite_strict=True,
    )
    op.create_table(
        "shift",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("desk_id", sa.Text(), nullable=False),
        sa.Column("clerk", sa.Text(), nullable=False),
        sa.Column("opened_at", WHOLE, nullable=False),
        sa.Column("float_paise", WHOLE, server_default="0", nullable=False),
        sa.Column("closed_at", WHOLE, nullable=True),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("float_paise >= 0", name=op.f("ck_shift_float_paise_floor")),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name=op.f("fk_shift_desk_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift")),
        sqlite_strict=True,
    )
    op.create_table(
        "block",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("offering_id", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("clerk", sa.Text(), nullable=False),
        sa.Column("created_at", WHOLE, nullable=False),
        sa.Column("lifted_at", WHOLE, nullable=True),
        sa.Column("home", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["offering_id"], ["offering.id"], name=op.f("fk_block_offering_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_block")),
        sqlite_strict=True,
    )
    op.create_table(
        "booking",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("quote_id", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Text(), nullable=False),
        sa.Column("desk_id", sa.Text(), nullable=False),
        sa.Column("clerk", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("line_count", WHOLE, nullable=False),
        sa.Column("base_paise", WHOLE, nullable=False),
        sa.Column("discount_paise", WHOLE, nullable=False),
        sa.Column("fee_paise", WHOLE, nullable=False),
        sa.Column("tax_paise", WHOLE, nullable=False),
        sa.Column("total_paise", WHOLE, nullable=False),
        sa.Column("promo_id", sa.Text(), nullable=True),
        sa.Column("reserved_at", WHOLE, nullable=False),
        sa.Column("expires_at", WHOLE, nullable=False),
        sa.Column("grace_seconds", WHOLE, server_default="0", nullable=False),
        sa.Column("confirmed_at", WHOLE, nullable=True),
        sa.Column("expired_at", WHOLE, nullable=True),
        sa.Column("cancelled_at", WHOLE, nullable=True),
        sa.Column("completed_at", WHOLE, nullable=True),
        sa.Column("cancel_reason", sa.Text(), nullable=True),
        sa.Column("request_key", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(state = 'cancelled') = (cancelled_at IS NOT NULL)", name=op.f("ck_booking_cancelled_when")
        ),
        sa.CheckConstraint(
            "(state = 'expired') = (expired_at IS NOT NULL)", name=op.f("ck_booking_expired_when")
        ),
        sa.CheckConstraint(
            "state IN ('held', 'confirmed', 'expired', 'cancelled', 'completed')",
            name=op.f("ck_booking_state_known"),
        ),
        sa.CheckConstraint(
            "state NOT IN ('confirmed', 'completed') OR confirmed_at IS NOT NULL",
            name=op.f("ck_booking_confirmed_when"),
        ),
        sa.CheckConstraint(
            "base_paise - discount_paise + fee_paise + tax_paise = total_paise",
            name=op.f("ck_booking_total_adds_up"),
        ),
        sa.CheckConstraint("base_paise >= 0", name=op.f("ck_booking_base_paise_floor")),
        sa.CheckConstraint("discount_paise >= 0", name=op.f("ck_booking_discount_paise_floor")),
        sa.CheckConstraint(
            "expires_at = reserved_at + 600000000 + grace_seconds * 1000000",
            name=op.f("ck_booking_hold_length"),
        ),
        sa.CheckConstraint("fee_paise >= 0", name=op.f("ck_booking_fee_paise_floor")),
        sa.CheckConstraint("grace_seconds BETWEEN 0 AND 300", name=op.f("ck_booking_grace_range")),
        sa.CheckConstraint("line_count >= 1", name=op.f("ck_booking_line_count_floor")),
        sa.CheckConstraint("tax_paise >= 0", name=op.f("ck_booking_tax_paise_floor")),
        sa.CheckConstraint("total_paise >= 0", name=op.f("ck_booking_total_paise_floor")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_booking_customer_id")),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name=op.f("fk_booking_desk_id")),
        sa.ForeignKeyConstraint(["promo_id"], ["promo.id"], name=op.f("fk_booking_promo_id")),
        sa.ForeignKeyConstraint(["quote_id"], ["quote.id"], name=op.f("fk_booking_quote_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking")),
        sa.UniqueConstraint("reference", name=op.f("uq_booking_reference")),
        sa.UniqueConstraint("request_key", name=op.f("uq_booking_request_key")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("booking", schema=None) as batch_op:
        batch_op.create_index(
            "ix_booking_confirmed",
            ["reserved_at"],
            unique=False,
            sqlite_where=sa.text("state = 'confirmed'"),
            postgresql_where=sa.text("state = 'confirmed'"),
        )
        batch_op.create_index(batch_op.f("ix_booking_customer_id"), ["customer_id"], unique=False)
        batch_op.create_index(
            "ix_booking_held",
            ["expires_at"],
            unique=False,
            sqlite_where=sa.text("state = 'held'"),
            postgresql_where=sa.text("state = 'held'"),
        )
        batch_op.create_index("ix_booking_reserved_at", ["reserved_at"], unique=False)

    op.create_table(
        "meal_plan",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("offering_id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("supplement_paise", WHOLE, nullable=False),
        sa.Column("rank", WHOLE, nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("supplement_paise >= 0", name=op.f("ck_meal_plan_supplement_paise_floor")),
        sa.ForeignKeyConstraint(["offering_id"], ["offering.id"], name=op.f("fk_meal_plan_offering_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meal_plan")),
        sa.UniqueConstraint("offering_id", "code", name=op.f("uq_meal_plan_offering_id_code")),
        sqlite_strict=True,
    )
    op.create_table(
        "slot",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("offering_id", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("starts_at", WHOLE, nullable=False),
        sa.Column("ends_at", WHOLE, nullable=False),
        sa.Column("price_paise", WHOLE, nullable=False),
        sa.Column("stopped", WHOLE, server_default="0", nullable=False),
        sa.Column("stop_reason", sa.Text(), nullable=True),
        sa.Column("cancelled", WHOLE, server_default="0", nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("cancelled IN (0, 1)", name=op.f("ck_slot_cancelled_flag")),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_slot_ends_after_start")),
        sa.CheckConstraint("price_paise >= 0", name=op.f("ck_slot_price_paise_floor")),
        sa.CheckConstraint("stopped IN (0, 1)", name=op.f("ck_slot_stopped_flag")),
        sa.ForeignKeyConstraint(["offering_id"], ["offering.id"], name=op.f("fk_slot_offering_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slot")),
        sa.UniqueConstraint("offering_id", "day", name=op.f("uq_slot_offering_id_day")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("slot", schema=None) as batch_op:
        batch_op.create_index("ix_slot_day", ["day"], unique=False)

    op.create_table(
        "stop_point",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("offering_id", sa.Text(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("after_minutes", WHOLE, nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "direction IN ('boarding', 'dropping')", name=op.f("ck_stop_point_direction_known")
        ),
        sa.ForeignKeyConstraint(["offering_id"], ["offering.id"], name=op.f("fk_stop_point_offering_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stop_point")),
        sa.UniqueConstraint(
            "offering_id", "direction", "name", name=op.f("uq_stop_point_offering_id_direction_name")
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "unit",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("offering_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("rank", WHOLE, nullable=False),
        sa.Column("row_number", WHOLE, nullable=True),
        sa.Column("column_number", WHOLE, nullable=True),
        sa.Column("deck", WHOLE, nullable=True),
        sa.Column("berth", sa.Text(), nullable=True),
        sa.Column("by_window", WHOLE, server_default="0", nullable=False),
        sa.Column("ladies_only", WHOLE, server_default="0", nullable=False),
        sa.Column("supplement_paise", WHOLE, server_default="0", nullable=False),
        sa.Column("active", WHOLE, server_default="1", nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("berth IN ('seat', 'sleeper')", name=op.f("ck_unit_berth_known")),
        sa.CheckConstraint("active IN (0, 1)", name=op.f("ck_unit_active_flag")),
        sa.CheckConstraint("by_window IN (0, 1)", name=op.f("ck_unit_by_window_flag")),
        sa.CheckConstraint("ladies_only IN (0, 1)", name=op.f("ck_unit_ladies_only_flag")),
        sa.CheckConstraint("supplement_paise >= 0", name=op.f("ck_unit_supplement_paise_floor")),
        sa.ForeignKeyConstraint(["offering_id"], ["offering.id"], name=op.f("fk_unit_offering_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
        sa.UniqueConstraint("offering_id", "name", name=op.f("uq_unit_offering_id_name")),
        sqlite_strict=True,
    )
    op.create_table(
        "booking_line",
        sa.Column("booking_id", sa.Text(), nullable=False),
        sa.Column("number", WHOLE, autoincrement=False, nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("slot_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("starts_at", WHOLE, nullable=False),
        sa.Column("guest_name", sa.Text(), nullable=True),
        sa.Column("guest_gender", sa.Text(), nullable=True),
        sa.Column("adults", WHOLE, nullable=False),
        sa.Column("children", WHOLE, nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("base_paise", WHOLE, nullable=False),
        sa.Column("discount_paise", WHOLE, nullable=False),
        sa.Column("fee_paise", WHOLE, nullable=False),
        sa.Column("tax_paise", WHOLE, nullable=False),
        sa.Column("total_paise", WHOLE, nullable=False),
        sa.Column("tax_rate_bp", WHOLE, nullable=False),
        sa.Column("policy", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "guest_gender IN ('F', 'M', 'X')", name=op.f("ck_booking_line_guest_gender_known")
        ),
        sa.CheckConstraint("kind IN ('room', 'bus', 'tour')", name=op.f("ck_booking_line_kind_known")),
        sa.CheckConstraint(
            "adults >= 0 AND children >= 0 AND adults + children >= 1",
            name=op.f("ck_booking_line_persons_range"),
        ),
        sa.CheckConstraint(
            "base_paise - discount_paise + fee_paise + tax_paise = total_paise",
            name=op.f("ck_booking_line_total_adds_up"),
        ),
        sa.CheckConstraint("discount_paise >= 0", name=op.f("ck_booking_line_discount_paise_floor")),
        sa.CheckConstraint("tax_paise >= 0", name=op.f("ck_booking_line_tax_paise_floor")),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_booking_line_booking_id")),
        sa.ForeignKeyConstraint(["slot_id"], ["slot.id"], name=op.f("fk_booking_line_slot_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_booking_line_unit_id")),
        sa.PrimaryKeyConstraint("booking_id", "number", name=op.f("pk_booking_line")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "claim",
        sa.Column("slot_id", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("booking_id", sa.Text(), nullable=True),
        sa.Column("block_id", sa.Text(), nullable=True),
        sa.Column("expires_at", WHOLE, nullable=True),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("(booking_id IS NULL) <> (block_id IS NULL)", name=op.f("ck_claim_one_owner")),
        sa.CheckConstraint("block_id IS NULL OR expires_at IS NULL", name=op.f("ck_claim_block_stays")),
        sa.ForeignKeyConstraint(["block_id"], ["block.id"], name=op.f("fk_claim_block_id")),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_claim_booking_id")),
        sa.ForeignKeyConstraint(["slot_id"], ["slot.id"], name=op.f("fk_claim_slot_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_claim_unit_id")),
        sa.PrimaryKeyConstraint("slot_id", "unit_id", name=op.f("pk_claim")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.create_index(
            "ix_claim_block_id",
            ["block_id"],
            unique=False,
            sqlite_where=sa.text("block_id IS NOT NULL"),
            postgresql_where=sa.text("block_id IS NOT NULL"),
        )

    op.create_table(
        "document",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("booking_id", sa.Text(), nullable=True),
        sa.Column("made_at", WHOLE, nullable=False),
        sa.Column("copies", WHOLE, server_default="0", nullable=False),
        sa.Column("practice", WHOLE, server_default="0", nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('receipt', 'refund_voucher')", name=op.f("ck_document_kind_known")),
        sa.CheckConstraint("copies >= 0", name=op.f("ck_document_copies_floor")),
        sa.CheckConstraint("practice IN (0, 1)", name=op.f("ck_document_practice_flag")),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_document_booking_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("number", name=op.f("uq_document_number")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_document_booking_id"), ["booking_id"], unique=False)

    op.create_table(
        "entry",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("booking_id", sa.Text(), nullable=True),
        sa.Column("at", WHOLE, nullable=False),
        sa.Column("desk_id", sa.Text(), nullable=False),
        sa.Column("request_key", sa.Text(), nullable=True),
        sa.Column("home", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_entry_booking_id")),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name=op.f("fk_entry_desk_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry")),
        sa.UniqueConstraint("request_key", name=op.f("uq_entry_request_key")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_entry_booking_id"), ["booking_id"], unique=False)

    op.create_table(
        "journal",
        sa.Column("desk_id", sa.Text(), nullable=False),
        sa.Column("number", WHOLE, autoincrement=False, nullable=False),
        sa.Column("at", WHOLE, nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.Column("booking_id", sa.Text(), nullable=True),
        sa.Column("clerk", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("previous_hash", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("length(hash) = 64", name=op.f("ck_journal_hash_length")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_journal_number_floor")),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_journal_booking_id")),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name=op.f("fk_journal_desk_id")),
        sa.PrimaryKeyConstraint("desk_id", "number", name=op.f("pk_journal")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("journal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_journal_booking_id"), ["booking_id"], unique=False)

    op.create_table(
        "payment",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("booking_id", sa.Text(), nullable=False),
        sa.Column("tender", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("amount_paise", WHOLE, nullable=False),
        sa.Column("received_paise", WHOLE, nullable=True),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.Column("instrument_kind", sa.Text(), nullable=True),
        sa.Column("instrument_id", sa.Text(), nullable=True),
        sa.Column("instrument_content", sa.Text(), nullable=True),
        sa.Column("instrument_ends_at", WHOLE, nullable=True),
        sa.Column("instrument_closed_at", WHOLE, nullable=True),
        sa.Column("answered_at", WHOLE, nullable=True),
        sa.Column("last_answer", sa.Text(), nullable=True),
        sa.Column("wallet_paise", WHOLE, server_default="0", nullable=False),
        sa.Column("shift_id", sa.Text(), nullable=True),
        sa.Column("request_key", sa.Text(), nullable=False),
        sa.Column("created_at", WHOLE, nullable=False),
        sa.Column("settled_at", WHOLE, nullable=True),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(state IN ('captured', 'void')) = (settled_at IS NOT NULL)", name=op.f("ck_payment_settled_when")
        ),
        sa.CheckConstraint(
            "instrument_kind IN ('qr', 'link', 'card_link')", name=op.f("ck_payment_instrument_kind_known")
        ),
        sa.CheckConstraint(
            "state IN ('creating', 'waiting', 'closing', 'unresolved', 'captured', 'void')",
            name=op.f("ck_payment_state_known"),
        ),
        sa.CheckConstraint(
            "tender <> 'razorpay' OR amount_paise >= 100", name=op.f("ck_payment_razorpay_minimum")
        ),
        sa.CheckConstraint(
            "tender = 'razorpay' OR state = 'captured'", name=op.f("ck_payment_only_razorpay_waits")
        ),
        sa.CheckConstraint(
            "tender IN ('wallet', 'cash', 'card', 'razorpay')", name=op.f("ck_payment_tender_known")
        ),
        sa.CheckConstraint("amount_paise >= 1", name=op.f("ck_payment_amount_paise_floor")),
        sa.CheckConstraint(
            "received_paise IS NULL OR received_paise >= amount_paise", name=op.f("ck_payment_cash_enough")
        ),
        sa.CheckConstraint("wallet_paise >= 0", name=op.f("ck_payment_wallet_paise_floor")),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_payment_booking_id")),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_payment_shift_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment")),
        sa.UniqueConstraint("instrument_id", name=op.f("uq_payment_instrument_id")),
        sa.UniqueConstraint("request_key", name=op.f("uq_payment_request_key")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("payment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_payment_booking_id"), ["booking_id"], unique=False)
        batch_op.create_index(
            "ix_payment_open",
            ["state"],
            unique=False,
            sqlite_where=sa.text("settled_at IS NULL"),
            postgresql_where=sa.text("settled_at IS NULL"),
        )

    op.create_table(
        "promo_use",
        sa.Column("booking_id", sa.Text(), nullable=False),
        sa.Column("promo_id", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_promo_use_booking_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_promo_use_customer_id")),
        sa.ForeignKeyConstraint(["promo_id"], ["promo.id"], name=op.f("fk_promo_use_promo_id")),
        sa.PrimaryKeyConstraint("booking_id", name=op.f("pk_promo_use")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("promo_use", schema=None) as batch_op:
        batch_op.create_index("ix_promo_use_promo_id_customer_id", ["promo_id", "customer_id"], unique=False)

    op.create_table(
        "gateway_money",
        sa.Column("gateway_payment_id", sa.Text(), nullable=False),
        sa.Column("payment_id", sa.Text(), nullable=True),
        sa.Column("booking_id", sa.Text(), nullable=True),
        sa.Column("amount_paise", WHOLE, nullable=False),
        sa.Column("use", sa.Text(), nullable=False),
        sa.Column("found_at", WHOLE, nullable=False),
        sa.Column("found_by", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("use IN ('applied', 'case')", name=op.f("ck_gateway_money_use_known")),
        sa.CheckConstraint("amount_paise >= 1", name=op.f("ck_gateway_money_amount_paise_floor")),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_gateway_money_booking_id")),
        sa.ForeignKeyConstraint(["payment_id"], ["payment.id"], name=op.f("fk_gateway_money_payment_id")),
        sa.PrimaryKeyConstraint("gateway_payment_id", name=op.f("pk_gateway_money")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("gateway_money", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_gateway_money_payment_id"), ["payment_id"], unique=False)

    op.create_table(
        "posting",
        sa.Column("entry_id", sa.Text(), nullable=False),
        sa.Column("number", WHOLE, autoincrement=False, nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("amount_paise", WHOLE, nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("amount_paise <> 0", name=op.f("ck_posting_amount_moves")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_posting_account_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_posting_entry_id")),
        sa.PrimaryKeyConstraint("entry_id", "number", name=op.f("pk_posting")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("posting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_posting_account_id"), ["account_id"], unique=False)

    op.create_table(
        "refund",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("booking_id", sa.Text(), nullable=True),
        sa.Column("payment_id", sa.Text(), nullable=True),
        sa.Column("gateway_payment_id", sa.Text(), nullable=True),
        sa.Column("tender", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("amount_paise", WHOLE, nullable=False),
        sa.Column("request_key", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("gateway_refund_id", sa.Text(), nullable=True),
        sa.Column("attempts", WHOLE, server_default="0", nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("next_try_at", WHOLE, nullable=True),
        sa.Column("shift_id", sa.Text(), nullable=True),
        sa.Column("created_at", WHOLE, nullable=False),
        sa.Column("settled_at", WHOLE, nullable=True),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(state IN ('done', 'replaced')) = (settled_at IS NOT NULL)", name=op.f("ck_refund_settled_when")
        ),
        sa.CheckConstraint(
            "(tender = 'razorpay') = (gateway_payment_id IS NOT NULL)", name=op.f("ck_refund_razorpay_source")
        ),
        sa.CheckConstraint(
            "state IN ('planned', 'sent', 'pending', 'done', 'failed', 'replaced')",
            name=op.f("ck_refund_state_known"),
        ),
        sa.CheckConstraint(
            "tender = 'razorpay' OR state = 'done'", name=op.f("ck_refund_only_razorpay_waits")
        ),
        sa.CheckConstraint(
            "tender IN ('wallet', 'cash', 'card', 'razorpay')", name=op.f("ck_refund_tender_known")
        ),
        sa.CheckConstraint("amount_paise >= 1", name=op.f("ck_refund_amount_paise_floor")),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_refund_booking_id")),
        sa.ForeignKeyConstraint(["payment_id"], ["payment.id"], name=op.f("fk_refund_payment_id")),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_refund_shift_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refund")),
        sa.UniqueConstraint("gateway_refund_id", name=op.f("uq_refund_gateway_refund_id")),
        sa.UniqueConstraint("request_key", name=op.f("uq_refund_request_key")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("refund", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_refund_booking_id"), ["booking_id"], unique=False)
        batch_op.create_index(
            "ix_refund_open",
            ["state"],
            unique=False,
            sqlite_where=sa.text("settled_at IS NULL"),
            postgresql_where=sa.text("settled_at IS NULL"),
        )
        batch_op.create_index(batch_op.f("ix_refund_payment_id"), ["payment_id"], unique=False)

    op.create_table(
        "open_case",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("booking_id", sa.Text(), nullable=True),
        sa.Column("customer_id", sa.Text(), nullable=True),
        sa.Column("gateway_payment_id", sa.Text(), nullable=True),
        sa.Column("refund_id", sa.Text(), nullable=True),
        sa.Column("amount_paise", WHOLE, nullable=False),
        sa.Column("proposal", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("opened_at", WHOLE, nullable=False),
        sa.Column("resolved_at", WHOLE, nullable=True),
        sa.Column("resolution", sa.Text(), nullable=True),
        sa.Column("resolved_by", sa.Text(), nullable=True),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(state = 'resolved') = (resolved_at IS NOT NULL)", name=op.f("ck_open_case_resolved_when")
        ),
        sa.CheckConstraint(
            "kind IN ('late', 'duplicate', 'mismatch', 'foreign', 'part_payment', 'refund_failed')",
            name=op.f("ck_open_case_kind_known"),
        ),
        sa.CheckConstraint(
            "proposal IN ('confirm', 'wallet', 'refund', 'cash', 'look')",
            name=op.f("ck_open_case_proposal_known"),
        ),
        sa.CheckConstraint("state IN ('open', 'resolved')", name=op.f("ck_open_case_state_known")),
        sa.CheckConstraint("amount_paise >= 1", name=op.f("ck_open_case_amount_paise_floor")),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_open_case_booking_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_open_case_customer_id")),
        sa.ForeignKeyConstraint(
            ["gateway_payment_id"],
            ["gateway_money.gateway_payment_id"],
            name=op.f("fk_open_case_gateway_payment_id"),
        ),
        sa.ForeignKeyConstraint(["refund_id"], ["refund.id"], name=op.f("fk_open_case_refund_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_open_case")),
        sa.UniqueConstraint("gateway_payment_id", name=op.f("uq_open_case_gateway_payment_id")),
        sqlite_strict=True,
    )
    create_triggers(op.get_bind())
