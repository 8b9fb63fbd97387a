"""Customers, and what papers and the tax ask of a buyer."""

from sqlalchemy import Index, Table

from db.schema.columns import home, key, metadata, moment, one_of, refer, text, word
from db.states import BuyerKind

customer = Table(
    "customer",
    metadata,
    key(),
    # E.164, e.g. +919876543210. Without one: no wallet, no link.
    text("mobile", unique=True, optional=True),
    # E.164 as well. Several people answer it, so it names nobody alone.
    text("landline", optional=True),
    text("name"),
    # The name as db/search_key.py folds it.
    text("search_key", default=""),
    moment("created_at"),
    text("gstin", default=""),
    # The State of the address on record, two digits; empty: not asked.
    text("state_code", default=""),
    text("pan", default=""),
    # Of a buyer who is registered, asks, or buys for 50,000 and more: name on papers, address in lines.
    text("billing_name", default=""),
    text("billing_address", default=""),
    text("pin_code", default=""),
    # How the tax sees a buyer apart from that; empty: as anybody.
    word("buyer_kind", BuyerKind, optional=True),
    # Who this row was made one with: it is found no more, and its number finds that customer.
    refer("merged_into", "customer", optional=True),
    home(),
    one_of("buyer_kind", BuyerKind),
    Index("ix_customer_landline", "landline"),
    Index("ix_customer_search_key", "search_key", "id"),
    sqlite_strict=True,
)

Index(
    "ix_customer_merged_into",
    customer.c.merged_into,
    sqlite_where=customer.c.merged_into.is_not(None),
    postgresql_where=customer.c.merged_into.is_not(None),
)
