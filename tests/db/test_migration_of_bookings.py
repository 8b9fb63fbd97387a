"""A database of version 0.1 with bookings of all kinds in every state goes on as if it had been made today.

What was sold by the program of today is copied into the tables of before, as far as they had a place for it;
migrated, it must say the same.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from sqlalchemy import Connection, MetaData, Table, select, text

from db.catalogue_words import ClosureKind
from db.database import Database
from db.engine import open_engine
from db.install import install
from db.migrate import alembic_config, migrate
from db.schema import document, refund, slot, tax_rate, unit
from db.states import AccountKind, BookingState, RefundRule, Tender
from desktop.services.catalogue.block_units import BlockUnits
from desktop.services.catalogue.stop_sale import StopSale
from desktop.services.customers.find_customers import FindCustomers
from desktop.services.domain.booking import Booking, Hold
from desktop.services.holding.complete_bookings import CompleteBookings
from desktop.services.holding.release_hold import ReleaseHold
from tests.actors import works_at
from tests.conftest import Recorder, SteppedClock
from tests.counter import Counter
from tests.db.test_migrations import WITHOUT_THE_REST
from tests.kept_papers.books_of_before import as_before

# The schemas of 0.1, of 0.2 and of 0.3.
BEFORE = ("0002", "0004", "0005")
# In 0.2 two rooms of one site could still have one number.
LAST_WITH_TWINS = "0004"
DAY = 86_400
LEFT_OUT = ("alembic_version",)
# Nothing was booked on these.
LATER_ACCOUNTS = (
    *(AccountKind.OWN_UPI, AccountKind.BANK_TRANSFER, AccountKind.CHEQUE),
    *(AccountKind.SAFE, AccountKind.BANK, AccountKind.PAY_OUTS, AccountKind.CASH_OVER_AND_SHORT),
    *(AccountKind.GATEWAY_FEES, AccountKind.GATEWAY_FEE_TAX, AccountKind.SETTLED_OTHER),
)


def sell_everything(counter: Counter, clock: SteppedClock) -> dict[str, Hold]:
    """A booking in each state, of all three kinds."""
    rich = counter.customer(wallet_paise=500_000, mobile="9876501234", name="Ravi")
    done = counter.hold(counter.quote(counter.item("HERI", ahead=1), counter.item("GOA21", "1A", ahead=1)))
    counter.pay(done)
    clock.advance(4 * DAY)
    CompleteBookings(counter.database, counter.publish)(actor=counter.actor)
    stay = counter.hold(
        counter.quote(
            counter.item("DLX", "203", nights=3),
            counter.item("DLX", "205", ahead=12, nights=2),
            counter.item("GOA21", "4A", "4B"),
            counter.item("HERI"),
            promo="UTSAV10",
        ),
        rich,
    )
    counter.pay(stay, wallet_paise=400_000, cash_paise=stay.total_paise - 400_000)
    gone = counter.hold(counter.quote(counter.item("DLX", "204", nights=2), counter.item("GOA21", "6A")))
    counter.pay(gone)
    counter.cancel(gone)
    refund_later(counter, gone)
    released = counter.hold(counter.quote(counter.item("HERI")))
    ReleaseHold(counter.database, counter.publish)(released.booking_id, actor=counter.actor)
    over = counter.hold(counter.quote(counter.item("GOA21", "8A")))
    clock.advance(601)
    counter.sweep()
    held = counter.hold(counter.quote(counter.item("DLX", "206"), counter.item("GOA21", "9A")))
    counter.pay(held, cash_paise=10_000)
    rooms = counter.offering("DLX").id
    block, stop = BlockUnits(counter.database, counter.publish), StopSale(counter.database, counter.publish)
    days = counter.day(8), counter.day(10)
    block(rooms, counter.units("DLX", "207", "208"), *days, "painting", actor=counter.actor)
    stop(counter.offering("HERI").id, *days, True, "no guide", actor=counter.actor)
    return {
        "done": done,
        "stay": stay,
        "gone": gone,
        "released": released,
        "over": over,
        "held": held,
    }


def refund_later(counter: Counter, hold: Hold) -> None:
    """Let a cancelled booking's refund be one that took the place of another, a minute after the voucher."""
    with counter.database.write(counter.actor) as session:
        later = sa.update(refund).where(refund.c.booking_id == hold.booking_id)
        moment = session.now + timedelta(minutes=1)
        assert session.execute(later.values(created_at=moment, settled_at=moment)).rowcount == 1


def copy_into(new: Connection, old: Connection) -> None:
    """Put every row of today's tables into those of before."""
    before = MetaData()
    before.reflect(bind=old)
    old.rollback()
    driver: Any = old.connection.driver_connection
    driver.execute(WITHOUT_THE_REST[old.dialect.name])
    with old.begin():
        for table in before.sorted_tables:
            if table.name not in LEFT_OUT and (rows := list(rows_of(new, table))):
                old.execute(sa.insert(table), rows)


def rows_of(new: Connection, table: Table) -> Iterator[Mapping[str, Any]]:
    """Yield the rows for a table of before, as they are stored."""
    if table.name == "tax_rule":
        yield from taxes_by_kind(new)
        return
    renamed = {"block": "closure"}
    source = renamed.get(table.name, table.name)
    for row in new.execute(text(f"SELECT * FROM {source}")).mappings():  # noqa: S608 - names of our own tables
        if table.name == "block" and row["kind"] != ClosureKind.BLOCK:
            continue
        if table.name == "account" and row["kind"] in LATER_ACCOUNTS:
            continue
        values = {name: row[name] for name in {*table.columns.keys()} & {*row}}
        if "block_id" in table.columns:
            values["block_id"] = row["closure_id"]
        yield values


# The kinds of before, buses by their air, as today's classes.
KIND_OF = {
    "room": ("room", None),
    "bus_ac": ("bus", 1),
    "bus_plain": ("bus", 0),
    "tour_other": ("tour", None),
}


def taxes_by_kind(new: Connection) -> Iterator[Mapping[str, Any]]:
    """Yield today's rates of classes as the taxes of before."""
    for row in new.execute(select(tax_rate)).mappings():
        if row["tax_class"] in KIND_OF:
            kind, air = KIND_OF[row["tax_class"]]
            same = {name: row[name] for name in ("id", "over_paise", "up_to_paise", "rate_bp", "home")}
            yield same | {
                "kind": kind,
                "air_conditioned": air,
                "effective_from": row["valid_from"].isoformat(),
            }


@pytest.fixture(params=BEFORE)
def of_before(
    request: pytest.FixtureRequest,
    counter: Counter,
    clock: SteppedClock,
    empty_url: str,
    publish: Recorder,
) -> Iterator[tuple[Counter, Counter, dict[str, Hold]]]:
    """Return the counter that sold, one at the migrated copy, and what was sold."""
    sold = sell_everything(counter, clock)
    as_before(counter)
    engine = open_engine(empty_url)
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), request.param)
    with counter.database.engine.connect() as new, engine.connect() as old:
        copy_into(new, old)
    engine.dispose()
    engine = open_engine(empty_url)
    migrate(engine)
    who = install(engine, desk_code="D1", clerk="clerk")
    database = works_at(Database(engine, clock=clock, home=who.home), who)
    yield counter, Counter(database, clock, publish, counter.numbers), sold
    database.close()


# Only the grouping of stays matters; what decides a line's levies was not kept.
UNKNOWN_BEFORE = ("stay", "place_state", "tax_class", "sac", "registration", "supply")


def without_stays(booking: Booking) -> dict[str, Any]:
    """Return what must be the same."""
    lines = [
        {name: getattr(line, name) for name in line.__dataclass_fields__ if name not in UNKNOWN_BEFORE}
        for line in booking.lines
    ]
    names = [name for name in booking.__dataclass_fields__ if name != "lines"]
    return {"lines": lines} | {name: getattr(booking, name) for name in names}


def stays(booking: Booking) -> list[list[int]]:
    found: dict[int, list[int]] = {}
    for line in booking.lines:
        if line.kind == "room":
            found.setdefault(line.stay, []).append(line.number)
    return list(found.values())


def test_bookings_in_every_state_are_what_they_were(
    of_before: tuple[Counter, Counter, dict[str, Hold]],
) -> None:
    counter, migrated, sold = of_before
    assert {name: migrated.booking(hold).state for name, hold in sold.items()} == {
        "done": BookingState.COMPLETED,
        "stay": BookingState.CONFIRMED,
        "gone": BookingState.CANCELLED,
        "released": BookingState.CANCELLED,
        "over": BookingState.EXPIRED,
        "held": BookingState.HELD,
    }
    for hold in sold.values():
        before, after = counter.booking(hold), migrated.booking(hold)
        assert stays(after) == stays(before)
        if before.state is not BookingState.CANCELLED:
            assert without_stays(after) == without_stays(before)
    assert migrated.faults() == []


def test_a_cancelled_booking_keeps_what_came_back_line_by_line(
    of_before: tuple[Counter, Counter, dict[str, Hold]],
) -> None:
    _, migrated, sold = of_before
    gone, released = migrated.booking(sold["gone"]), migrated.booking(sold["released"])
    assert {line.refund_rule for line in gone.lines} == {RefundRule.POLICY}
    back = sum(refund.amount_paise for refund in gone.refunds)
    assert sum(line.refund_paise for line in gone.lines) == back > 0
    assert {line.cancelled_at for line in gone.lines} == {gone.cancelled_at}
    with migrated.database.read() as session:
        vouchers = set(
            session.execute(select(document.c.id).where(document.c.kind == "refund_voucher")).scalars()
        )
    assert {line.voucher_id for line in gone.lines} == vouchers
    assert {refund.document_id for refund in gone.refunds} == vouchers
    assert [(line.refund_rule, line.refund_paise) for line in released.lines] == [(RefundRule.HOLD, 0)]


def test_a_migrated_booking_is_cancelled_in_part_and_a_held_one_paid(
    of_before: tuple[Counter, Counter, dict[str, Hold]],
) -> None:
    _, migrated, sold = of_before
    stay = sold["stay"]
    last = migrated.booking(stay).lines[-1]
    assert migrated.cancel(stay, migrated.plan(stay, [last.number])).state is BookingState.CONFIRMED
    due = migrated.booking(sold["held"]).due_paise
    assert migrated.pay(sold["held"], cash_paise=due).state is BookingState.CONFIRMED
    assert {payment.tender for payment in migrated.booking(sold["held"]).payments} == {Tender.CASH}
    assert migrated.faults() == []


def test_what_is_sold_after_the_migration_costs_what_it_did(
    of_before: tuple[Counter, Counter, dict[str, Hold]],
) -> None:
    counter, migrated, _ = of_before
    for code in ("STE", "DLX", "GOA21", "SHR08", "HERI"):
        before, after = (one.quote(one.item(code, ahead=20)) for one in (counter, migrated))
        assert (after.tax_paise, after.total_paise) == (before.tax_paise, before.total_paise)
        assert (before.lines[0].place_state, after.lines[0].place_state) == ("27", "")


def test_blocks_and_stops_become_closures_over_their_days(
    of_before: tuple[Counter, Counter, dict[str, Hold]],
) -> None:
    _, migrated, _ = of_before
    days = (migrated.day(8).isoformat(), migrated.day(10).isoformat())
    statement = text("SELECT kind, first_day, last_day, reason, lifted_at FROM closure ORDER BY kind")
    with migrated.database.read() as session:
        found = [tuple(row) for row in session.execute(statement)]
    assert found == [("block", *days, "painting", None), ("stop", *days, "no guide", None)]


def test_of_two_rooms_with_one_number_the_first_keeps_it_and_nothing_is_lost(
    counter: Counter, empty_url: str
) -> None:
    engine = open_engine(empty_url)
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), LAST_WITH_TWINS)
    with counter.database.engine.connect() as new, engine.connect() as old:
        copy_into(new, old)
        with old.begin():
            number = "SELECT name FROM unit WHERE offering_id IN (SELECT id FROM offering WHERE code = 'DLX')"
            other = "offering_id IN (SELECT id FROM offering WHERE code = 'EXE')"
            first = f"SELECT min(id) FROM unit WHERE {other}"  # noqa: S608 - our own words
            old.execute(text(f"UPDATE unit SET name = ({number} LIMIT 1) WHERE id IN ({first})"))  # noqa: S608 - our own words
    engine.dispose()
    engine = open_engine(empty_url)
    migrate(engine)
    with engine.connect() as connection:
        named = connection.execute(select(unit.c.name, unit.c.site_id).where(unit.c.active == 1)).all()
        rooms = [name for name, site in named if site is not None]
        assert len(rooms) == len(set(rooms)) > 0
        assert connection.execute(select(sa.func.count()).select_from(slot)).scalar_one() > 0
    engine.dispose()


def test_people_of_before_are_found_by_the_key_of_their_names(
    of_before: tuple[Counter, Counter, dict[str, Hold]],
) -> None:
    _, migrated, _ = of_before
    find = FindCustomers(migrated.database)
    assert [one.name for one in find("ravi")] == ["Ravi"]
    assert [one.name for one in find("ASHA")] == ["Asha"]
