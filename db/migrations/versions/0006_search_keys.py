"""Let people be found however their names are typed, and buy without a mobile number."""

import sqlalchemy as sa
from alembic import op

from db.migrations.table_text import allow_empty
from db.search_key import search_key

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER TABLE customer ADD COLUMN landline TEXT")
    op.execute("ALTER TABLE customer ADD COLUMN search_key TEXT DEFAULT '' NOT NULL")
    op.execute("ALTER TABLE booking_line ADD COLUMN search_key TEXT DEFAULT '' NOT NULL")
    _fill("customer", "name")
    _fill("booking_line", "guest_name")
    op.create_index("ix_customer_landline", "customer", ["landline"])
    op.create_index("ix_customer_search_key", "customer", ["search_key", "id"])
    named = sa.text("search_key <> ''")
    op.create_index(
        "ix_booking_line_search_key",
        "booking_line",
        ["search_key", "booking_id"],
        sqlite_where=named,
        postgresql_where=named,
    )
    allow_empty("customer", "mobile")


def _fill(table: str, column: str) -> None:
    """Write the key of each name that is there; as many people share a name, each name is folded once."""
    connection = op.get_bind()
    rows = sa.table(table, sa.column(column, sa.Text()), sa.column("search_key", sa.Text()))
    name = rows.c[column]
    names = (
        connection.execute(sa.select(name).distinct().where(name.is_not(None), name != "")).scalars().all()
    )
    keys = [{"old": found, "key": search_key(found)} for found in names]
    if keys:
        statement = sa.update(rows).where(name == sa.bindparam("old")).values(search_key=sa.bindparam("key"))
        connection.execute(statement, keys)
