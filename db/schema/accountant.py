"""What the accountant's program calls each ledger."""

from sqlalchemy import CheckConstraint, Column, Table, Text

from db.schema.columns import home, metadata, text

ledger_name = Table(
    "ledger_name",
    metadata,
    # A kind of account, or sales of a class and rate, or a levy at its rate: sales:room:5, cgst:2.5.
    Column("ledger", Text, primary_key=True),
    text("name"),
    home(),
    CheckConstraint("name <> ''", name="name_told"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
