"""The people of the staff, what they may do, and the yes of a manager to an act of somebody else."""

from sqlalchemy import CheckConstraint, Column, Table, Text

from db.schema.columns import (
    Word,
    at_least,
    flag,
    flag_check,
    home,
    key,
    metadata,
    moment,
    one_of,
    refer,
    text,
    whole,
    word,
)
from db.states import Role

person = Table(
    "person",
    metadata,
    key(),
    # Two digits, typed before the PIN; whoever left keeps theirs.
    text("code", unique=True),
    text("name"),
    word("role", Role),
    # Argon2id with its parameters and salt in it; empty: a new PIN is due before anything else.
    text("pin_hash", default=""),
    # When the person chose it; empty: somebody else gave it, and an own one is due.
    moment("pin_set_at", optional=True),
    # Of the code that was printed when the first manager was made; empty: there is none, or it was used.
    text("recovery_hash", default=""),
    moment("created_at"),
    moment("left_at", optional=True),
    home(),
    one_of("role", Role),
    CheckConstraint("length(code) = 2", name="code_length"),
    sqlite_strict=True,
)

# Wrong PINs of a person, wherever they were typed, and at a desk, whosever they were.
pin_guard = Table(
    "pin_guard",
    metadata,
    # A person's id or a desk's.
    Column("subject_id", Text, primary_key=True),
    whole("failures"),
    moment("failed_at"),
    # Nothing is compared before.
    moment("wait_until"),
    home(),
    at_least("failures", 1),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# What a role may do by right; an act without a row has the usual answer of domain/permission.py.
permission = Table(
    "permission",
    metadata,
    Column("role", Word(Role), primary_key=True),
    Column("act", Text, primary_key=True),
    flag("is_allowed"),
    # Up to how much, where the act has an amount or a share; empty: without a limit.
    whole("most_paise", optional=True),
    whole("most_percent", optional=True),
    home(),
    one_of("role", Role),
    flag_check("is_allowed"),
    at_least("most_paise", 0),
    CheckConstraint("most_percent BETWEEN 0 AND 100", name="most_percent_range"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

approval = Table(
    "approval",
    metadata,
    key(),
    text("act"),
    # What was on the screen: the ids and figures of the act, as the use case names them.
    text("subject"),
    whole("amount_paise", default=0),
    whole("percent", default=0),
    text("reason"),
    # Who asked, and who said yes: the same person where a manager approves an own act.
    text("clerk"),
    refer("approved_by_id", "person"),
    text("approved_by"),
    refer("desk_id", "desk"),
    moment("approved_at"),
    # Two minutes later.
    moment("ends_at"),
    moment("used_at", optional=True),
    home(),
    at_least("amount_paise", 0),
    sqlite_strict=True,
)

# Whose business it is: the newest row; a paper bears what was known when it was made.
business = Table(
    "business",
    metadata,
    key(),
    text("name"),
    text("address"),
    # Two digits of the GST State codes.
    text("state_code"),
    moment("created_at"),
    home(),
    sqlite_strict=True,
)
