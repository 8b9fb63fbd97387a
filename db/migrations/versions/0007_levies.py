"""Freeze the taxable value and each levy of a line."""

import sqlalchemy as sa
from alembic import op

from db.migrations.table_text import limit

revision = "0007"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _add_to_lines()


def _run(statement: str) -> None:
    op.get_bind().execute(sa.text(statement))


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
