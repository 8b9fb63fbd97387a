"""Give each line its own end, rooms one identity, and closures their days."""

import time
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import op

from db.keys import new_key
from db.migrations.table_text import know, refer

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
DOCUMENTS = ("receipt", "refund_voucher", "ticket")

# Where a departure's boarding stops stand: the line names the chosen one first, "Swargate - Mapusa".
BOARDING = """COALESCE((SELECT point.after_minutes FROM stop_point AS point
    WHERE point.offering_id = slot.offering_id AND point.direction = 'boarding'
    AND (line.details = point.name OR substr(line.details, 1, length(point.name) + 3) = point.name || ' - ')
    ORDER BY length(point.name) DESC LIMIT 1), 0)"""
# The nights of one room in one item have one difference between day and number.
DAY_NUMBER = {
    "sqlite": "CAST(julianday(line.day) AS INTEGER) - line.number",
    "postgresql": "(CAST(line.day AS date) - DATE '1970-01-01') - line.number",
}
STAY = """CASE line.kind WHEN 'room' THEN min(line.number) OVER (
    PARTITION BY line.booking_id, line.unit_id, {run}) ELSE line.number END"""
NAMED = "substr(line.description, 1, length(line.description) - length(unit.name) - 1)"
THING = f"CASE line.kind WHEN 'bus' THEN substr({NAMED}, 1, length({NAMED}) - 6) ELSE {NAMED} END"
KEPT = (
    *("booking_id", "number", "unit_id", "slot_id", "kind", "description", "day", "starts_at", "guest_name"),
    *("guest_gender", "adults", "children", "details", "base_paise", "discount_paise", "fee_paise"),
    *("tax_paise", "total_paise", "tax_rate_bp", "policy", "home"),
)


def upgrade() -> None:
    know("document", "kind", DOCUMENTS)
    _add_columns()
    _make_closures()
    _make_lines()
    _fill_lines_of_cancelled()
    _name_rooms()
    op.create_index(
        "ix_booking_sold",
        "booking",
        ["confirmed_at"],
        sqlite_where=sa.text("confirmed_at IS NOT NULL"),
        postgresql_where=sa.text("confirmed_at IS NOT NULL"),
    )
    op.create_index(
        "ix_payment_settled",
        "payment",
        ["settled_at"],
        sqlite_where=sa.text("state = 'captured'"),
        postgresql_where=sa.text("state = 'captured'"),
    )
    op.create_index("ix_refund_created_at", "refund", ["created_at"])


def _run(statement: str, **params: Any) -> Any:
    return op.get_bind().execute(sa.text(statement), params)


def _add_columns() -> None:
    refer("booking", "sold_desk_id", "desk")
    refer("payment", "desk_id", "desk")
    refer("refund", "desk_id", "desk")
    refer("refund", "document_id", "document")
    refer("unit", "site_id", "site")
    whole = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    _run(
        f"ALTER TABLE site ADD COLUMN night_ends_minute {whole} DEFAULT '360' NOT NULL"
        " CONSTRAINT ck_site_night_ends_minute_range CHECK (night_ends_minute BETWEEN 0 AND 719)"
    )
    _run("ALTER TABLE offering ADD COLUMN coach TEXT DEFAULT '' NOT NULL")
    _run("UPDATE booking SET sold_desk_id = desk_id WHERE confirmed_at IS NOT NULL")
    for table in ("payment", "refund"):
        _run(
            f"UPDATE {table} SET desk_id = COALESCE("  # noqa: S608 (names of our own tables)
            f"(SELECT shift.desk_id FROM shift WHERE shift.id = {table}.shift_id),"
            f" (SELECT booking.desk_id FROM booking WHERE booking.id = {table}.booking_id))"
        )
    _run(
        "UPDATE refund SET document_id = (SELECT document.id FROM document"
        " WHERE document.booking_id = refund.booking_id AND document.kind = 'refund_voucher'"
        " AND document.made_at <= refund.created_at) WHERE payment_id IS NOT NULL"
    )


def _make_closures() -> None:
    """Blocks with their days and units, and a closure for each run of stopped days; claims point to them."""
    op.create_table(
        "closure",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("offering_id", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Text(), nullable=False),
        sa.Column("last_day", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("clerk", sa.Text(), nullable=False),
        sa.Column("created_at", WHOLE, nullable=False),
        sa.Column("lifted_at", WHOLE, nullable=True),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('stop', 'block')", name=op.f("ck_closure_kind_known")),
        sa.CheckConstraint("last_day >= first_day", name=op.f("ck_closure_days_in_order")),
        sa.ForeignKeyConstraint(["offering_id"], ["offering.id"], name=op.f("fk_closure_offering_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closure")),
        sqlite_strict=True,
    )
    op.create_index("ix_closure_offering_id", "closure", ["offering_id"])
    op.create_table(
        "closure_unit",
        sa.Column("closure_id", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["closure_id"], ["closure.id"], name=op.f("fk_closure_unit_closure_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_closure_unit_unit_id")),
        sa.PrimaryKeyConstraint("closure_id", "unit_id", name=op.f("pk_closure_unit")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    # A block that was lifted has no claims any more, and nobody knows its days.
    _run(
        "INSERT INTO closure (id, kind, offering_id, first_day, last_day, reason, clerk, created_at,"
        " lifted_at, home)"
        " SELECT block.id, 'block', block.offering_id, COALESCE(min(slot.day), '1970-01-01'),"
        " COALESCE(max(slot.day), '1970-01-01'), block.reason, block.clerk, block.created_at,"
        " block.lifted_at, block.home"
        " FROM block LEFT JOIN claim ON claim.block_id = block.id LEFT JOIN slot ON slot.id = claim.slot_id"
        " GROUP BY block.id, block.offering_id, block.reason, block.clerk, block.created_at,"
        " block.lifted_at, block.home"
    )
    _run(
        "INSERT INTO closure_unit (closure_id, unit_id, home)"
        " SELECT DISTINCT block_id, unit_id, home FROM claim WHERE block_id IS NOT NULL"
    )
    _close_stopped_days()
    _run("CREATE TEMPORARY TABLE claim_before AS SELECT * FROM claim")
    op.drop_table("claim")
    op.create_table(
        "claim",
        sa.Column("slot_id", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("booking_id", sa.Text(), nullable=True),
        sa.Column("closure_id", sa.Text(), nullable=True),
        sa.Column("expires_at", WHOLE, nullable=True),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("(booking_id IS NULL) <> (closure_id IS NULL)", name=op.f("ck_claim_one_owner")),
        sa.CheckConstraint("closure_id IS NULL OR expires_at IS NULL", name=op.f("ck_claim_closure_stays")),
        sa.ForeignKeyConstraint(["closure_id"], ["closure.id"], name=op.f("fk_claim_closure_id")),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_claim_booking_id")),
        sa.ForeignKeyConstraint(["slot_id"], ["slot.id"], name=op.f("fk_claim_slot_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_claim_unit_id")),
        sa.PrimaryKeyConstraint("slot_id", "unit_id", name=op.f("pk_claim")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    _run(
        "INSERT INTO claim (slot_id, unit_id, booking_id, closure_id, expires_at, home)"
        " SELECT slot_id, unit_id, booking_id, block_id, expires_at, home FROM claim_before"
    )
    _run("DROP TABLE claim_before")
    op.drop_table("block")
    op.create_index(
        "ix_claim_closure_id",
        "claim",
        ["closure_id"],
        sqlite_where=sa.text("closure_id IS NOT NULL"),
        postgresql_where=sa.text("closure_id IS NOT NULL"),
    )


def _close_stopped_days() -> None:
    """Write a closure for each run of stopped days with one reason; nobody knows who stopped them."""
    stopped = _run(
        "SELECT offering_id, COALESCE(stop_reason, '') AS reason, day, home FROM slot"
        " WHERE stopped = 1 AND cancelled = 0 ORDER BY offering_id, day"
    ).all()
    numbered = [
        (row, date.fromisoformat(row.day) - timedelta(days=place)) for place, row in enumerate(stopped)
    ]
    for (offering_id, reason, _), group in groupby(
        numbered, key=lambda one: (one[0].offering_id, one[0].reason, one[1])
    ):
        days = [row for row, _ in group]
        _run(
            "INSERT INTO closure (id, kind, offering_id, first_day, last_day, reason, clerk, created_at, home)"
            " VALUES (:id, 'stop', :offering_id, :first_day, :last_day, :reason, '', :created_at, :home)",
            id=new_key(),
            offering_id=offering_id,
            first_day=days[0].day,
            last_day=days[-1].day,
            reason=reason,
            created_at=time.time_ns() // 1000,
            home=days[0].home,
        )


def _make_lines() -> None:
    run = DAY_NUMBER[op.get_bind().dialect.name]
    _run("CREATE TEMPORARY TABLE line_before AS SELECT * FROM booking_line")
    op.drop_table("booking_line")
    _create_booking_line()
    _create_line_move()
    columns = ", ".join(KEPT)
    values = ", ".join((*(f"line.{name}" for name in KEPT), STAY.format(run=run), THING, "unit.name"))
    _run(
        f"INSERT INTO booking_line ({columns}, stay, thing, unit_name, ends_at, boarding_minutes,"  # noqa: S608 - own names
        f" time_zone) SELECT {values}, line.starts_at + slot.ends_at - slot.starts_at, {BOARDING}, site.time_zone"
        " FROM line_before AS line JOIN unit ON unit.id = line.unit_id JOIN slot ON slot.id = line.slot_id"
        " JOIN offering ON offering.id = slot.offering_id JOIN site ON site.id = offering.site_id"
    )
    _run("DROP TABLE line_before")
    op.create_index(
        "ix_booking_line_cancelled",
        "booking_line",
        ["cancelled_at"],
        sqlite_where=sa.text("cancelled_at IS NOT NULL"),
        postgresql_where=sa.text("cancelled_at IS NOT NULL"),
    )


def _create_booking_line() -> None:
    op.create_table(
        "booking_line",
        sa.Column("booking_id", sa.Text(), nullable=False),
        sa.Column("number", WHOLE, autoincrement=False, nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("slot_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("stay", WHOLE, nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("thing", sa.Text(), nullable=False),
        sa.Column("unit_name", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("starts_at", WHOLE, nullable=False),
        sa.Column("ends_at", WHOLE, nullable=False),
        sa.Column("boarding_minutes", WHOLE, nullable=False),
        sa.Column("boarding_now_minutes", WHOLE, nullable=True),
        sa.Column("time_zone", sa.Text(), nullable=False),
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
        sa.Column("cancelled_at", WHOLE, nullable=True),
        sa.Column("cancel_reason", sa.Text(), nullable=True),
        sa.Column("cancelled_desk_id", sa.Text(), nullable=True),
        sa.Column("refund_rule", sa.Text(), nullable=True),
        sa.Column("refund_paise", WHOLE, server_default="0", nullable=False),
        sa.Column("refund_tax_paise", WHOLE, server_default="0", nullable=False),
        sa.Column("voucher_id", sa.Text(), nullable=True),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "guest_gender IN ('F', 'M', 'X')", name=op.f("ck_booking_line_guest_gender_known")
        ),
        sa.CheckConstraint("kind IN ('room', 'bus', 'tour')", name=op.f("ck_booking_line_kind_known")),
        sa.CheckConstraint(
            "refund_rule IN ('policy', 'house_cancelled', 'house_moved', 'void', 'hold')",
            name=op.f("ck_booking_line_refund_rule_known"),
        ),
        sa.CheckConstraint(
            "(cancelled_at IS NULL) = (refund_rule IS NULL)", name=op.f("ck_booking_line_ends_by_a_rule")
        ),
        sa.CheckConstraint(
            "refund_paise BETWEEN 0 AND total_paise", name=op.f("ck_booking_line_refund_paise_range")
        ),
        sa.CheckConstraint(
            "refund_tax_paise BETWEEN 0 AND refund_paise", name=op.f("ck_booking_line_refund_tax_paise_range")
        ),
        sa.CheckConstraint(
            "cancelled_at IS NOT NULL OR refund_paise = 0", name=op.f("ck_booking_line_refund_after_end")
        ),
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
        sa.ForeignKeyConstraint(
            ["cancelled_desk_id"], ["desk.id"], name=op.f("fk_booking_line_cancelled_desk_id")
        ),
        sa.ForeignKeyConstraint(["voucher_id"], ["document.id"], name=op.f("fk_booking_line_voucher_id")),
        sa.PrimaryKeyConstraint("booking_id", "number", name=op.f("pk_booking_line")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _create_line_move() -> None:
    references = (
        *(("booking", "booking_id"), ("unit", "from_unit_id"), ("slot", "from_slot_id")),
        *(("unit", "to_unit_id"), ("slot", "to_slot_id")),
    )
    op.create_table(
        "line_move",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("booking_id", sa.Text(), nullable=False),
        sa.Column("number", WHOLE, nullable=False),
        sa.Column("moved_at", WHOLE, nullable=False),
        sa.Column("from_unit_id", sa.Text(), nullable=False),
        sa.Column("from_slot_id", sa.Text(), nullable=False),
        sa.Column("from_name", sa.Text(), nullable=False),
        sa.Column("to_unit_id", sa.Text(), nullable=False),
        sa.Column("to_slot_id", sa.Text(), nullable=False),
        sa.Column("to_name", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("clerk", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_line_move_{column}"))
            for table, column in references
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_line_move")),
        sqlite_strict=True,
    )
    op.create_index("ix_line_move_booking_id", "line_move", ["booking_id"])


def _fill_lines_of_cancelled() -> None:
    """End the lines of cancelled bookings; what came back was told by booking, and is shared by total."""
    bookings = _run(
        "SELECT booking.id, booking.cancelled_at, booking.cancel_reason, booking.desk_id,"
        " booking.confirmed_at, (SELECT max(document.id) FROM document WHERE document.booking_id = booking.id"
        " AND document.kind = 'refund_voucher') AS voucher_id,"
        " (SELECT COALESCE(sum(refund.amount_paise), 0) FROM refund WHERE refund.booking_id = booking.id"
        " AND refund.created_at >= booking.cancelled_at AND refund.payment_id IS NOT NULL"
        " AND refund.state <> 'replaced') AS back"
        " FROM booking WHERE booking.state = 'cancelled'"
    ).all()
    for booking in bookings:
        lines = _run(
            "SELECT number, total_paise, tax_paise FROM booking_line WHERE booking_id = :id ORDER BY number",
            id=booking.id,
        ).all()
        backs = _shares(int(booking.back), [line.total_paise for line in lines])
        for line, back in zip(lines, backs, strict=True):
            _run(
                "UPDATE booking_line SET cancelled_at = :at, cancel_reason = :reason, refund_rule = :rule,"
                " cancelled_desk_id = :desk, refund_paise = :back, refund_tax_paise = :tax,"
                " voucher_id = :voucher WHERE booking_id = :id AND number = :number",
                at=booking.cancelled_at,
                reason=booking.cancel_reason,
                rule="hold" if booking.confirmed_at is None else "policy",
                desk=booking.desk_id,
                back=back,
                tax=back * line.tax_paise // line.total_paise if line.total_paise else 0,
                voucher=booking.voucher_id,
                id=booking.id,
                number=line.number,
            )


def _shares(amount: int, totals: Sequence[int]) -> list[int]:
    """Split an amount by the totals, the paise that are left over to the first lines; none above its total."""
    whole = sum(totals)
    amount = min(amount, whole)
    if not whole:
        return [0] * len(totals)
    shares = [amount * total // whole for total in totals]
    for place in range(len(shares)):
        if sum(shares) == amount:
            break
        shares[place] += shares[place] < totals[place]
    return shares


def _name_rooms() -> None:
    """A room belongs to its site once. Of two with one name the first keeps it; the audit tells of the other."""
    _run(
        "UPDATE unit SET site_id = (SELECT offering.site_id FROM offering WHERE offering.id = unit.offering_id)"
        " WHERE unit.active = 1 AND unit.id IN (SELECT min(room.id) FROM unit AS room"
        " JOIN offering ON offering.id = room.offering_id"
        " WHERE offering.kind = 'room' AND offering.active = 1 AND room.active = 1"
        " GROUP BY offering.site_id, room.name)"
    )
    op.create_index(
        "ix_unit_room",
        "unit",
        ["site_id", "name"],
        unique=True,
        sqlite_where=sa.text("active = 1"),
        postgresql_where=sa.text("active = 1"),
    )
