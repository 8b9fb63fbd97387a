"""Books as version 0.6.0 left them: papers that keep nothing, in series by calendar years."""

import json
from collections import Counter as Count
from collections.abc import Mapping
from typing import Any

from alembic import command
from sqlalchemy import Connection, MetaData, Row, delete, insert, select, text, update

from db.append_only import create_triggers
from db.database import Database
from db.document_kinds import number_of
from db.engine import open_engine
from db.install import install
from db.journal import FIRST_HASH, link_hash
from db.migrate import alembic_config, migrate
from db.schema import APPEND_ONLY, booking, desk, document, document_answer, journal, series, shift
from db.schema.columns import to_microseconds
from db.session import to_json
from db.states import AccountKind, DocumentKind
from tests.actors import works_at
from tests.counter import Counter
from tests.db.test_migrations import WITHOUT_THE_REST

LAST_SCHEMA = "0020"
# What was given then for what has a slip now; of a part it was the receipt for a deposit.
OLD_KINDS = {
    DocumentKind.PAYMENT_SLIP: DocumentKind.RECEIPT,
    DocumentKind.REFUND_SLIP: DocumentKind.REFUND_VOUCHER,
    DocumentKind.TICKET: DocumentKind.TICKET,
    DocumentKind.Z_SLIP: DocumentKind.Z_SLIP,
}
# Records of which 0.6.0 wrote none.
LATER_TAGS = ("PAPERS_MADE", "PAPERS_FROZEN")
# Accounts that 0.6.0 did not know: nothing was posted to them.
LATER_ACCOUNTS = (AccountKind.GATEWAY_FEES, AccountKind.GATEWAY_FEE_TAX, AccountKind.SETTLED_OTHER)


def as_before(counter: Counter) -> None:
    """Make the papers of a desk on SQLite those of before, and let its journal know no others."""
    with counter.database.engine.begin() as connection:
        for table in APPEND_ONLY:
            for event in ("update", "delete"):
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_no_{event}")
        _without_later_records(connection, _old_papers(connection))
        create_triggers(connection)
    counter.database.engine.dispose()


def _old_papers(connection: Connection) -> dict[str, str]:
    """Give papers their kinds and numbers of then, and return the new ones by the old."""
    renamed = {}
    connection.execute(delete(document_answer))
    connection.execute(delete(series))
    taken = Count[tuple[str, str, int]]()
    for row in connection.execute(select(document).order_by(document.c.made_at, document.c.number)).all():
        kind = OLD_KINDS.get(row.kind)
        if kind is None:
            connection.execute(delete(document).where(document.c.id == row.id))
            continue
        balance_by = None
        if kind is DocumentKind.RECEIPT:
            balance_by = _balance_by(connection, row)
            kind = DocumentKind.DEPOSIT_RECEIPT if balance_by else kind
        code = row.number.partition("-")[0]
        year = row.made_at.year
        taken[code, kind, year] += 1
        renamed[row.number] = number_of(code, kind, year, taken[code, kind, year])
        values = {
            "kind": kind,
            "number": renamed[row.number],
            "registration": "",
            "issued_on": None,
            "content": "",
            "balance_by": balance_by,
        }
        connection.execute(update(document).where(document.c.id == row.id).values(values))
    desks = {row.code: row for row in connection.execute(select(desk))}
    for (code, name, year), last in taken.items():
        new = {"desk_id": desks[code].id, "kind": name, "year": year, "last_number": last}
        connection.execute(insert(series), new | {"home": desks[code].home})
    return renamed


def _balance_by(connection: Connection, row: Row[Any]) -> Any:
    """Return until when the rest of a booking had to be paid, where it was open when its paper was made."""
    about = connection.execute(select(booking).where(booking.c.id == row.booking_id)).one()
    is_open = about.sold_at is None or about.sold_at > row.made_at
    return about.balance_by if is_open else None


def _without_later_records(connection: Connection, renamed: Mapping[str, str]) -> None:
    connection.execute(delete(journal).where(journal.c.tag.in_(LATER_TAGS)))
    for one in connection.execute(select(desk)).all():
        rows = connection.execute(
            select(journal).where(journal.c.desk_id == one.id).order_by(journal.c.number)
        )
        previous, number = FIRST_HASH, 0
        for number, row in enumerate(rows.all(), start=1):
            content = row.content
            if row.tag == "Z_SLIP_MADE":
                told = json.loads(content)
                content = to_json(told | {"number": renamed[told["number"]]})
            told_of = (row.tag, row.booking_id, row.clerk, content)
            link = link_hash(previous, one.id, number, to_microseconds(row.at), *told_of)
            mine = (journal.c.desk_id == one.id) & (journal.c.number == row.number)
            values = {"number": number, "content": content, "previous_hash": previous, "hash": link}
            connection.execute(update(journal).where(mine).values(values))
            sealed = update(shift).where(shift.c.seal_hash == row.hash)
            connection.execute(sealed.values(seal_number=number, seal_hash=link))
            previous = link
        head = {"journal_number": number, "journal_hash": previous}
        connection.execute(update(desk).where(desk.c.id == one.id).values(head))


def _copy_into(new: Connection, old: Connection) -> None:
    """Put what the tables of before had a place for into them."""
    before = MetaData()
    before.reflect(bind=old)
    old.rollback()
    driver: Any = old.connection.driver_connection
    driver.execute(WITHOUT_THE_REST[old.dialect.name])
    with old.begin():
        for table in before.sorted_tables:
            if table.name == "alembic_version":
                continue
            found = new.execute(text(f"SELECT * FROM {table.name}")).mappings()  # noqa: S608 - our own tables
            names = [*table.columns.keys()]
            rows = [{name: row[name] for name in names} for row in found]
            if table.name == "account":
                rows = [row for row in rows if row["kind"] not in LATER_ACCOUNTS]
            if rows:
                old.execute(insert(table), rows)
        old.execute(text("UPDATE desk SET schema = :schema"), {"schema": LAST_SCHEMA})


def migrated(counter: Counter, url: str) -> Counter:
    """Return the counter at a copy of its books, brought from the last schema of before to this one."""
    engine = open_engine(url)
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), LAST_SCHEMA)
    with counter.database.engine.connect() as new, engine.connect() as old:
        _copy_into(new, old)
    engine.dispose()
    engine = open_engine(url)
    migrate(engine)
    who = install(engine, desk_code="D1", clerk="clerk")
    database = works_at(Database(engine, clock=counter.now, home=who.home), who)
    return Counter(database, counter.now, counter.publish, counter.numbers)
