"""Shifts: one drawer each, from the counted float to the sealed close. All amounts in paise."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, Text

from db.catalogue_words import CountMoment
from db.schema.columns import (
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
from db.states import DrawerMoveKind

shift = Table(
    "shift",
    metadata,
    key(),
    refer("desk_id", "desk"),
    # Who answers for the drawer.
    text("clerk"),
    moment("opened_at"),
    whole("float_paise", default=0),
    moment("closed_at", optional=True),
    home(),
    refer("person_id", "person", optional=True),
    # Others of the house may sell into it under their own name.
    flag("is_shared", default=1),
    # A desk without cash opens and closes without counting.
    flag("has_drawer", default=1),
    # By how much the float was more than the last shift had left, and why.
    whole("opening_difference_paise", default=0),
    text("opening_reason", default=""),
    # The close: who counted, what was there, what the books had, and where it went.
    text("closed_by", optional=True),
    whole("counted_paise", optional=True),
    whole("expected_paise", optional=True),
    whole("to_safe_paise", optional=True),
    whole("left_paise", optional=True),
    # What the card machine's own slip says that it took.
    whole("card_counted_paise", optional=True),
    # The last record of the desk's journal that the seal covers, and its hash.
    whole("seal_number", optional=True),
    text("seal_hash", optional=True),
    text("closing_note", default=""),
    # A manager has accepted the close, perhaps days later.
    moment("accepted_at", optional=True),
    text("accepted_by", optional=True),
    text("acceptance_note", default=""),
    at_least("float_paise", 0),
    flag_check("is_shared"),
    flag_check("has_drawer"),
    CheckConstraint("counted_paise IS NULL OR closed_at IS NOT NULL", name="counted_when_closed"),
    CheckConstraint("accepted_at IS NULL OR closed_at IS NOT NULL", name="accepted_after_close"),
    CheckConstraint(
        "to_safe_paise IS NULL OR to_safe_paise + left_paise = counted_paise", name="counted_goes_somewhere"
    ),
    sqlite_strict=True,
)

# A desk has one open shift.
Index(
    "ix_shift_open",
    shift.c.desk_id,
    unique=True,
    sqlite_where=shift.c.closed_at.is_(None),
    postgresql_where=shift.c.closed_at.is_(None),
)

drawer_move = Table(
    "drawer_move",
    metadata,
    key(),
    word("kind", DrawerMoveKind),
    refer("shift_id", "shift", index=True),
    # The entry that posted it: its desk, its moment and the key of the act. Nothing moved: none.
    Column("entry_id", Text, ForeignKey("entry.id"), nullable=True, unique=True),
    whole("amount_paise"),
    text("reason"),
    # Who got a pay-out.
    text("payee", default=""),
    text("clerk"),
    moment("made_at"),
    # The caller's key: the same act asked for twice is done once.
    text("request_key", unique=True),
    home(),
    one_of("kind", DrawerMoveKind),
    CheckConstraint("(kind = 'opened') = (amount_paise = 0)", name="amount_moves"),
    CheckConstraint("(kind = 'opened') = (entry_id IS NULL)", name="posted_when_moved"),
    at_least("amount_paise", 0),
    sqlite_strict=True,
)

# How many notes and coins of each worth a drawer held.
cash_count = Table(
    "cash_count",
    metadata,
    Column("shift_id", Text, ForeignKey("shift.id"), primary_key=True),
    Column("moment", Text, primary_key=True),
    Column("worth_paise", whole("worth_paise").type, primary_key=True, autoincrement=False),
    whole("pieces"),
    home(),
    one_of("moment", CountMoment),
    at_least("worth_paise", 1),
    at_least("pieces", 0),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# What the slip of a closed shift says, as it was when it was sealed.
z_slip = Table(
    "z_slip",
    metadata,
    Column("document_id", Text, ForeignKey("document.id"), primary_key=True),
    # A shift is closed once.
    Column("shift_id", Text, ForeignKey("shift.id"), nullable=False, unique=True),
    # JSON: see desktop/services/domain/z_slip.py.
    text("content"),
    home(),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
