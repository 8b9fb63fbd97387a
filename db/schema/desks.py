"""Desks, number series, the journal, and what this database knows of itself."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, Text

from db.schema.columns import at_least, home, key, metadata, moment, refer, text, whole

desk = Table(
    "desk",
    metadata,
    key(),
    text("code", unique=True),
    text("name"),
    # The last link of this desk's journal.
    whole("journal_number", default=0),
    text("journal_hash"),
    # Which schema a program must know to write as this desk: see db/journal.py.
    text("schema", default=""),
    # Where it ended when the clock was set last: what came before says nothing of the time of now.
    whole("clock_set_number", default=0),
    home(),
    sqlite_strict=True,
)

series = Table(
    "series",
    metadata,
    Column("desk_id", Text, ForeignKey("desk.id"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("year", whole("year").type, primary_key=True, autoincrement=False),
    whole("last_number", default=0),
    home(),
    at_least("last_number", 0),
    sqlite_strict=True,
)

journal = Table(
    "journal",
    metadata,
    Column("desk_id", Text, ForeignKey("desk.id"), primary_key=True),
    Column("number", whole("number").type, primary_key=True, autoincrement=False),
    moment("at"),
    text("tag"),
    refer("booking_id", "booking", optional=True, index=True),
    text("clerk"),
    # JSON with sorted keys; amounts in paise, moments in UTC.
    text("content"),
    text("previous_hash"),
    text("hash"),
    home(),
    CheckConstraint("length(hash) = 64", name="hash_length"),
    at_least("number", 1),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# Rare as well, and looked for in the same list: holds that others see, and customers put right.
PUT_RIGHT = ("HOLD_EXTENDED", "HOLD_BROKEN", "CUSTOMER_CHANGED", "CUSTOMERS_MERGED", "NUMBER_CHANGED")
Index(
    "ix_journal_put_right",
    journal.c.at,
    sqlite_where=journal.c.tag.in_(PUT_RIGHT),
    postgresql_where=journal.c.tag.in_(PUT_RIGHT),
)

# What a wrong clock completed is rare, and is looked for in the manager's list.
Index(
    "ix_journal_reopened",
    journal.c.at,
    sqlite_where=journal.c.tag == "BOOKING_REOPENED",
    postgresql_where=journal.c.tag == "BOOKING_REOPENED",
)

node = Table(
    "node",
    metadata,
    key(),
    text("name"),
    # One boot of the machine and where the wall clock stood in it: see db/node_clock.py.
    text("boot_id"),
    whole("boot_nanoseconds"),
    moment("wall_at"),
    # What is added to the node's own clock, and to a server's; only CLOCK_SET changes it.
    whole("clock_offset_us", default=0),
    # Why nothing final is done until somebody has confirmed day and time; empty: nothing is in doubt.
    text("clock_doubt", default=""),
    # By how much the clock was wrong then.
    whole("clock_doubt_us", default=0),
    moment("clock_confirmed_at", optional=True),
    sqlite_strict=True,
)

setting = Table(
    "setting",
    metadata,
    Column("name", Text, primary_key=True),
    text("value"),
    home(),
    sqlite_strict=True,
)

# Of the desks of one database, which one runs a job that one of them is enough for.
job_turn = Table(
    "job_turn",
    metadata,
    Column("job", Text, primary_key=True),
    refer("desk_id", "desk"),
    moment("taken_at"),
    home(),
    sqlite_strict=True,
)
