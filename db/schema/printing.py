"""Printers of a desk, and the papers that wait for them."""

from sqlalchemy import CheckConstraint, Index, Table

from db.print_words import CopyMark, PaperLanguage, PaperSize, PrinterWay, PrintFault, PrintState
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

printer = Table(
    "printer",
    metadata,
    key(),
    refer("desk_id", "desk"),
    text("name"),
    word("way", PrinterWay),
    # By its way: a queue's name, host:port, a file, a folder, whom mail goes to.
    text("address", default=""),
    word("paper", PaperSize),
    word("language", PaperLanguage),
    # The one that the desk's papers go to.
    flag("is_usual"),
    # Papers of before name it still.
    moment("removed_at", optional=True),
    home(),
    one_of("way", PrinterWay),
    one_of("paper", PaperSize),
    one_of("language", PaperLanguage),
    flag_check("is_usual"),
    sqlite_strict=True,
)

Index(
    "ix_printer_usual",
    printer.c.desk_id,
    unique=True,
    sqlite_where=(printer.c.is_usual == 1) & printer.c.removed_at.is_(None),
    postgresql_where=(printer.c.is_usual == 1) & printer.c.removed_at.is_(None),
)

print_job = Table(
    "print_job",
    metadata,
    key(),
    refer("desk_id", "desk"),
    # None: the desk's usual printer, whichever that is when the paper's turn comes.
    refer("printer_id", "printer", optional=True),
    # What is printed: a document, or a report by its name with what it was asked for, as JSON.
    refer("document_id", "document", optional=True, index=True),
    text("report", default=""),
    text("parameters", default=""),
    # Whom it is mailed to; empty: it is printed.
    text("recipient", default=""),
    word("mark", CopyMark),
    # What it speaks; none: what its printer's papers speak.
    word("language", PaperLanguage, optional=True),
    # How many went out before it; known from when it was sent first until it is known not to be out.
    whole("copy_number", optional=True),
    word("state", PrintState),
    whole("tries", default=0),
    word("fault", PrintFault),
    # What printer or server said of it, in its own words.
    text("said", default=""),
    # Where it went: the printer's name, the file, the recipient.
    text("went_to", default=""),
    text("clerk"),
    moment("queued_at"),
    moment("changed_at"),
    # The caller's key: the same act asked for twice is one paper.
    text("request_key", unique=True),
    home(),
    one_of("mark", CopyMark),
    one_of("language", PaperLanguage),
    one_of("state", PrintState),
    one_of("fault", PrintFault),
    at_least("tries", 0),
    at_least("copy_number", 0),
    CheckConstraint("(document_id IS NULL) = (report <> '')", name="one_content"),
    sqlite_strict=True,
)
Index("ix_print_job_desk_state", print_job.c.desk_id, print_job.c.state)
