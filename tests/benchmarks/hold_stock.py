"""A house large enough for a million bookings, and a fast way to fill it."""

import contextlib
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import insert, select, update

from db import journal
from db.database import Database
from db.keys import new_key
from db.schema import (
    booking,
    booking_line,
    claim,
    customer,
    desk,
    metadata,
    offering,
    policy,
    quote,
    site,
    slot,
    tax_rate,
    unit,
)
from db.schema.columns import to_microseconds
from tests.actors import actor_of

ROOMS = 2_000
NIGHTS = 560
# Bookings that are there already fill the nights from the first on; those that are measured take the last.
FREE_NIGHTS = 60
EXISTING_MAX = ROOMS * (NIGHTS - FREE_NIGHTS)
CHUNK = 20_000
PRICE_PAISE, TAX_PAISE = 4_000_00, 200_00
CUSTOMERS = 5_000
Row = tuple[Any, ...]


def build_house(database: Database) -> None:
    """Put one hotel on sale from tomorrow on."""
    with database.write(actor_of(database)) as session:
        home = {"home": session.home}
        place = {"id": "site", "code": "S", "name": "S", "city": "Pune", "time_zone": "Asia/Kolkata"}
        session.execute(insert(site), place | home)
        long_ago = {"effective_from": date(2020, 1, 1)} | home
        rule = {"id": "p", "code": "FLEX", "name": "f", "tiers": '[{"hours_before":24,"refund_bp":10000}]'}
        session.execute(insert(policy), rule | long_ago)
        tax = {"id": "t", "tax_class": "room", "over_paise": -1, "rate_bp": 500}
        session.execute(insert(tax_rate), tax | {"valid_from": date(2020, 1, 1)} | home)
        words = {"code": "DLX", "name": "Deluxe", "description": "", "policy_code": "FLEX", "kind": "room"}
        words["tax_class"] = "room"
        session.execute(insert(offering), {"id": "DLX", "site_id": "site"} | words | home)
        rooms = [{"id": new_key(), "offering_id": "DLX", "name": str(n), "rank": n} for n in range(ROOMS)]
        session.execute(insert(unit), [room | home for room in rooms])
        nights = []
        for ahead in range(1, NIGHTS + 1):
            day = session.now.date() + timedelta(days=ahead)
            starts = datetime.combine(day, time(9), UTC)
            times = {"day": day, "starts_at": starts, "ends_at": starts + timedelta(hours=21)}
            row = {"id": new_key(), "offering_id": "DLX", "price_paise": PRICE_PAISE}
            nights.append(row | times | home)
        session.execute(insert(slot), nights)
        people = [
            {"id": new_key(), "mobile": f"+91{9_000_000_000 + n}", "name": f"Guest {n}"}
            for n in range(CUSTOMERS)
        ]
        made = {"created_at": session.now} | home
        session.execute(insert(customer), [person | made for person in people])


def fill(database: Database, count: int) -> None:
    """Add confirmed bookings with quote, line, claim and journal record, as fast as the engine takes them."""
    if count > EXISTING_MAX:
        raise ValueError(f"the house takes {EXISTING_MAX} bookings")
    with database.read() as session:
        nights = session.execute(
            select(slot.c.id, slot.c.day, slot.c.starts_at, slot.c.ends_at).order_by(slot.c.day)
        ).all()
        rooms = list(session.execute(select(unit.c.id)).scalars())
        people = list(session.execute(select(customer.c.id)).scalars())
        head = session.execute(select(desk).where(desk.c.id == actor_of(database).desk_id)).one()
        chain = _Chain(head.journal_number, head.journal_hash)
        at, home = session.now, session.home
    for first in range(0, count, CHUNK):
        rows: dict[str, list[Row]] = {name: [] for name in COLUMNS}
        for number in range(first, min(first + CHUNK, count)):
            night, room = nights[number // ROOMS], rooms[number % ROOMS]
            who = people[number % CUSTOMERS]
            _one(rows, actor_of(database).desk_id, home, to_microseconds(at), number, night, room, who, chain)
        _load(database, rows)
    with database.write(actor_of(database)) as session:
        moved = update(desk).where(desk.c.id == actor_of(database).desk_id)
        session.execute(moved.values(journal_number=chain.number, journal_hash=chain.hash))
    if database.engine.dialect.name == "postgresql":
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("ANALYZE")


class _Chain:
    def __init__(self, number: int, head: str) -> None:
        self.number = number
        self.hash = head


AMOUNTS = ("base_paise", "discount_paise", "fee_paise", "tax_paise", "total_paise")
MONEY = (PRICE_PAISE, 0, 0, TAX_PAISE, PRICE_PAISE + TAX_PAISE)
VALUE = (PRICE_PAISE, TAX_PAISE // 2, TAX_PAISE // 2)
COLUMNS: dict[str, tuple[str, ...]] = {
    quote.name: ("id", "made_at", "content", "total_paise", "home"),
    booking.name: (
        *("id", "reference", "quote_id", "customer_id", "desk_id", "clerk", "state", "title", "line_count"),
        *AMOUNTS,
        *("reserved_at", "expires_at", "confirmed_at", "request_key", "home"),
    ),
    booking_line.name: (
        *("booking_id", "number", "unit_id", "slot_id", "kind", "description", "day", "starts_at"),
        *("stay", "thing", "unit_name", "ends_at", "boarding_minutes", "time_zone"),
        *("adults", "children", "details", *AMOUNTS, "tax_rate_bp", "policy", "home"),
        *("taxable_paise", "cgst_paise", "sgst_paise"),
    ),
    claim.name: ("unit_id", "slot_id", "booking_id", "home"),
    "journal": (
        *("desk_id", "number", "at", "tag", "booking_id", "clerk", "content"),
        *("previous_hash", "hash", "home"),
    ),
}


def _one(
    rows: dict[str, list[Row]],
    desk_id: str,
    home: str,
    at: int,
    number: int,
    night: Any,
    room: str,
    who: str,
    chain: _Chain,
) -> None:
    booking_id, quote_id = new_key(), new_key()
    rows["quote"].append((quote_id, at, "{}", MONEY[-1], home))
    words = ("Deluxe, 1 night", 1)
    made = (booking_id, f"BK-{number:06d}", quote_id, who, desk_id, "clerk", "confirmed", *words)
    rows["booking"].append((*made, *MONEY, at, at + 600_000_000, at, booking_id, home))
    starts = to_microseconds(night.starts_at)
    what = (booking_id, 1, room, night.id, "room", "Deluxe", night.day.isoformat(), starts)
    frozen = (1, "Deluxe", "1", to_microseconds(night.ends_at), 0, "Asia/Kolkata")
    rows["booking_line"].append((*what, *frozen, 2, 0, "", *MONEY, 500, "[]", home, *VALUE))
    rows["claim"].append((room, night.id, booking_id, home))
    chain.number += 1
    previous, content = chain.hash, '{"claims_placed":1}'
    tag = "BOOKING_RESERVED"
    chain.hash = journal.link_hash(previous, desk_id, chain.number, at, tag, booking_id, "clerk", content)
    link = (desk_id, chain.number, at, tag, booking_id, "clerk", content, previous, chain.hash, home)
    rows["journal"].append(link)


def _load(database: Database, rows: dict[str, list[Row]]) -> None:
    with contextlib.closing(database.engine.raw_connection()) as connection:
        driver: Any = connection.driver_connection
        cursor = driver.cursor()
        for name in (table.name for table in metadata.sorted_tables if table.name in rows):
            _load_table(database, cursor, name, rows[name])
        driver.commit()


def _load_table(database: Database, cursor: Any, name: str, rows: Sequence[Row]) -> None:
    columns = ", ".join(COLUMNS[name])
    if database.engine.dialect.name == "postgresql":
        with cursor.copy(f"COPY {name} ({columns}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        return
    marks = ", ".join("?" * len(COLUMNS[name]))
    if not cursor.connection.in_transaction:
        cursor.execute("BEGIN IMMEDIATE")
    cursor.executemany(f"INSERT INTO {name} ({columns}) VALUES ({marks})", rows)  # noqa: S608  the tables' own names


def free_cells(first: int, step: int) -> Iterator[tuple[int, int]]:
    """Yield (room, night) numbers for two nights each that nobody else takes, scattered over the house."""
    for turn in range(FREE_NIGHTS // 2):
        for room in range(first, ROOMS, step):
            yield (room * 977) % ROOMS, NIGHTS - FREE_NIGHTS + 1 + 2 * turn
