"""Stops of sale and blocks, as intents over days."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Table, Text

from db.catalogue_words import ClosureKind
from db.schema.columns import day, home, key, metadata, moment, one_of, refer, text, word

# A stop of sale or a block, as an intent over days; both days included.
closure = Table(
    "closure",
    metadata,
    key(),
    word("kind", ClosureKind),
    refer("offering_id", "offering", index=True),
    day("first_day"),
    day("last_day"),
    text("reason"),
    text("clerk"),
    moment("created_at"),
    moment("lifted_at", optional=True),
    home(),
    one_of("kind", ClosureKind),
    CheckConstraint("last_day >= first_day", name="days_in_order"),
    sqlite_strict=True,
)

closure_unit = Table(
    "closure_unit",
    metadata,
    Column("closure_id", Text, ForeignKey("closure.id"), primary_key=True),
    Column("unit_id", Text, ForeignKey("unit.id"), primary_key=True),
    home(),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
