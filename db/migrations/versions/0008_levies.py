"""Freeze value and levies of a line; registrations and tax classes are rows; cash may be rounded."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

from db.keys import new_key
from db.migrations.table_text import check, limit

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
# What the kinds of before are called as classes: code, kind, with air-conditioning or not, SAC, titles.
CLASSES = (
    ("room", "room", None, "996311", "Room", "कमरा"),
    ("room_ac", "room", 1, "996311", "Room with air-conditioning", "वातानुकूलित कमरा"),
    ("room_plain", "room", 0, "996311", "Room without air-conditioning", "बिना वातानुकूलन कमरा"),
    ("bus_ac", "bus", 1, "996422", "Bus with air-conditioning", "वातानुकूलित बस"),
    ("bus_plain", "bus", 0, "996422", "Bus without air-conditioning", "बिना वातानुकूलन बस"),
    ("tour", "tour", None, "998555", "Tour", "भ्रमण"),
)


def upgrade() -> None:
    _add_to_lines()
    _make_tables()
    _add_to_catalogue()
    _fill_classes()
    op.drop_table("tax_rule")
    _add_rounding()


def _run(statement: str, **params: Any) -> Any:
    return op.get_bind().execute(sa.text(statement), params)


def _add_to_lines() -> None:
    """Add value, levies and what decides them to lines; the tax of a line stays what it was.

    Of a line of before only its tax is known. Two equal levies are told where it can be halved, else one;
    with the place of supply left empty that says no more than what was printed.
    """
    whole = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    for name in ("taxable_paise", "cgst_paise", "sgst_paise", "igst_paise"):
        _run(f"ALTER TABLE booking_line ADD COLUMN {name} {whole} DEFAULT '0' NOT NULL")
    for name in ("place_state", "tax_class", "sac"):
        _run(f"ALTER TABLE booking_line ADD COLUMN {name} TEXT DEFAULT '' NOT NULL")
    _run(
        "UPDATE booking_line SET taxable_paise = base_paise - discount_paise,"
        " cgst_paise = CASE tax_paise % 2 WHEN 0 THEN tax_paise / 2 ELSE 0 END,"
        " sgst_paise = CASE tax_paise % 2 WHEN 0 THEN tax_paise / 2 ELSE 0 END,"
        " igst_paise = CASE tax_paise % 2 WHEN 0 THEN 0 ELSE tax_paise END"
    )
    limit("booking_line", "levies_add_up", "cgst_paise + sgst_paise + igst_paise = tax_paise")
    limit(
        "booking_line",
        "taxable_paise_range",
        "total_paise - tax_paise - taxable_paise IN (0, fee_paise)",
    )


def _add_rounding() -> None:
    """Cash may be rounded to the rupee from now on; none was before."""
    whole = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    rounded = "rounding_paise = 0 OR tender = 'cash' AND rounding_paise BETWEEN -49 AND 50"
    for table in ("payment", "refund"):
        _run(f"ALTER TABLE {table} ADD COLUMN rounding_paise {whole} DEFAULT '0' NOT NULL")
        limit(table, "only_cash_is_rounded", rounded)
    enough = "received_paise IS NULL OR received_paise >= amount_paise + rounding_paise"
    check("payment", "cash_enough", "cash_enough", enough)


def _make_tables() -> None:
    op.create_table(
        "registration",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Text(), nullable=False),
        sa.Column("gstin", sa.Text(), server_default="", nullable=False),
        sa.Column("state_code", sa.Text(), nullable=False),
        sa.Column("legal_name", sa.Text(), nullable=False),
        sa.Column("trade_name", sa.Text(), server_default="", nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("scheme", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "scheme IN ('regular', 'composition', 'none')", name=op.f("ck_registration_scheme_known")
        ),
        sa.CheckConstraint("gstin = '' OR length(gstin) = 15", name=op.f("ck_registration_gstin_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registration")),
        sa.UniqueConstraint("code", "valid_from", name=op.f("uq_registration_code_valid_from")),
        sqlite_strict=True,
    )
    op.create_table(
        "tax_class",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("sac", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_hi", sa.Text(), server_default="", nullable=False),
        sa.Column("supply", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("supply IN ('taxable', 'exempt')", name=op.f("ck_tax_class_supply_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tax_class")),
        sa.UniqueConstraint("code", name=op.f("uq_tax_class_code")),
        sqlite_strict=True,
    )
    op.create_table(
        "tax_rate",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("tax_class", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Text(), nullable=False),
        sa.Column("over_paise", WHOLE, nullable=False),
        sa.Column("up_to_paise", WHOLE, nullable=True),
        sa.Column("rate_bp", WHOLE, nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("over_paise >= -1", name=op.f("ck_tax_rate_over_floor")),
        sa.CheckConstraint("rate_bp BETWEEN 0 AND 10000", name=op.f("ck_tax_rate_rate_range")),
        sa.CheckConstraint(
            "up_to_paise IS NULL OR up_to_paise > over_paise", name=op.f("ck_tax_rate_slab_range")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tax_rate")),
        sa.UniqueConstraint(
            "tax_class", "valid_from", "over_paise", name=op.f("uq_tax_rate_tax_class_valid_from_over_paise")
        ),
        sqlite_strict=True,
    )


def _add_to_catalogue() -> None:
    """Sites without a registration are taxed as before; nobody has said in which State."""
    texts = (
        *(
            ("site", "registration"),
            ("site", "state_code"),
            ("offering", "tax_class"),
            ("offering", "registration"),
        ),
        *(
            ("booking", "buyer_gstin"),
            ("stop_point", "state_code"),
            ("customer", "gstin"),
            ("customer", "state_code"),
        ),
    )
    for table, name in texts:
        _run(f"ALTER TABLE {table} ADD COLUMN {name} TEXT DEFAULT '' NOT NULL")
    whole = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    _run(
        f"ALTER TABLE offering ADD COLUMN price_with_tax {whole} DEFAULT '0' NOT NULL"
        " CONSTRAINT ck_offering_price_with_tax_flag CHECK (price_with_tax IN (0, 1))"
    )


def _fill_classes() -> None:
    """Each kind becomes a class with the rates it had, so that prices stay; buses are two, by their air.

    Rooms too, where their tax asked for the air. Where two rows of one day began at the same amount, the one
    that won is kept.
    """
    by_air = _run(
        "SELECT 1 FROM tax_rule WHERE kind = 'room' AND air_conditioned IS NOT NULL LIMIT 1"
    ).first()
    for code, kind, air, sac, title, title_hi in CLASSES:
        if kind == "room" and (air is None) is bool(by_air):
            continue
        where: str = "kind = :kind"
        params: dict[str, str | int] = {"kind": kind}
        if air is not None:
            where, params = f"{where} AND air_conditioned = :air", params | {"air": air}
        _run(f"UPDATE offering SET tax_class = :code WHERE {where}", code=code, **params)  # noqa: S608 - own words
        rows = _run(
            "SELECT effective_from, over_paise, up_to_paise, rate_bp, home FROM tax_rule"
            " WHERE kind = :kind AND (air_conditioned IS NULL OR air_conditioned = :air)"
            " ORDER BY COALESCE(air_conditioned, -1), rate_bp",
            kind=kind,
            air=air or 0,
        ).all()
        if rows:
            supply = "taxable" if any(row.rate_bp for row in rows) else "exempt"
            _insert_class(rows[0].home, code, sac, title, title_hi, supply)
            _insert_rates(code, {(row.effective_from, row.over_paise): row for row in rows})


def _insert_class(home: str, code: str, sac: str, title: str, title_hi: str, supply: str) -> None:
    _run(
        "INSERT INTO tax_class (id, code, sac, title, title_hi, supply, home)"
        " VALUES (:id, :code, :sac, :title, :title_hi, :supply, :home)",
        id=new_key(),
        code=code,
        sac=sac,
        title=title,
        title_hi=title_hi,
        supply=supply,
        home=home,
    )


def _insert_rates(code: str, rows: Mapping[tuple[str, int], Any]) -> None:
    for (valid_from, over_paise), row in rows.items():
        _run(
            "INSERT INTO tax_rate (id, tax_class, valid_from, over_paise, up_to_paise, rate_bp, home)"
            " VALUES (:id, :code, :valid_from, :over_paise, :up_to_paise, :rate_bp, :home)",
            id=new_key(),
            code=code,
            valid_from=valid_from,
            over_paise=over_paise,
            up_to_paise=row.up_to_paise,
            rate_bp=row.rate_bp,
            home=row.home,
        )
