"""The migrated schema is the models' schema, and it enforces types, amounts and states by itself."""

import re
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any

import pytest
from sqlalchemy import CheckConstraint, insert, inspect, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from db.append_only import create_triggers
from db.database import Database
from db.engine import open_engine, sqlite_url
from db.errors import DatabaseNewer
from db.keys import new_key
from db.migrate import LATEST, known_revisions, migrate
from db.schema import APPEND_ONLY, account, metadata, quote
from db.states import BookingState, Kind, PaymentState, RefundState, Scheme, Supply, Tender
from tests.actors import actor_of
from tests.counter import Counter


def test_the_migrated_schema_is_the_models(any_database: Database) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    with any_database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def shape(inspector: Any, table: str) -> dict[str, Any]:
    return {
        "columns": {
            (column["name"], str(column["type"]), column["nullable"], str(column["default"]))
            for column in inspector.get_columns(table)
        },
        "key": inspector.get_pk_constraint(table),
        "checks": {(check["name"], check["sqltext"]) for check in inspector.get_check_constraints(table)},
        "unique": {
            (one["name"], tuple(one["column_names"])) for one in inspector.get_unique_constraints(table)
        },
        "foreign": {
            (one["name"], tuple(one["constrained_columns"]), one["referred_table"])
            for one in inspector.get_foreign_keys(table)
        },
        "indexes": {(one["name"], tuple(one["column_names"])) for one in inspector.get_indexes(table)},
    }


def test_tables_made_from_the_models_differ_in_nothing(database: Database, tmp_path: Any) -> None:
    """Alembic does not compare CHECKs, STRICT and triggers: SQLite's own words do."""
    other = open_engine(sqlite_url(tmp_path / "models.sqlite3"))
    with other.begin() as connection:
        metadata.create_all(connection)
        create_triggers(connection)
    migrated, made = inspect(database.engine), inspect(other)
    assert {*migrated.get_table_names()} - {"alembic_version"} == {*made.get_table_names()}
    for table in made.get_table_names():
        assert shape(migrated, table) == shape(made, table), table
    assert endings(database.engine) == endings(other)
    other.dispose()


def endings(engine: Any) -> dict[str, str]:
    """Return what stands after each table's columns (STRICT, WITHOUT ROWID) and every trigger."""
    statement = text("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    with engine.connect() as connection:
        rows = connection.execute(statement).all()
    return {
        row.name: row.sql if row.type == "trigger" else row.sql.rsplit(")", 1)[-1].strip()
        for row in rows
        if row.type in ("table", "trigger") and row.name != "alembic_version"
    }


def test_every_table_is_strict(database: Database) -> None:
    found = endings(database.engine)
    assert {name: "STRICT" in found[name] for name in metadata.tables} == dict.fromkeys(metadata.tables, True)


def test_migrating_again_does_nothing(any_database: Database) -> None:
    migrate(any_database.engine)
    assert LATEST in known_revisions()


def test_a_newer_database_is_refused(any_database: Database) -> None:
    with any_database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseNewer) as refusal:
        migrate(any_database.engine)
    assert refusal.value.found == "9999"


def test_every_row_names_its_home_and_every_constraint_has_a_name() -> None:
    # The node is the home itself.
    assert [name for name, table in metadata.tables.items() if "home" not in table.c] == ["node"]
    for table in metadata.tables.values():
        for constraint in table.constraints:
            assert constraint.name, (table.name, constraint)


STATES: dict[tuple[str, str], type[StrEnum]] = {
    ("booking", "state"): BookingState,
    ("payment", "state"): PaymentState,
    ("payment", "tender"): Tender,
    ("refund", "state"): RefundState,
    ("refund", "tender"): Tender,
    ("offering", "kind"): Kind,
    ("booking_line", "kind"): Kind,
    ("tax_class", "supply"): Supply,
    ("registration", "scheme"): Scheme,
    ("fee_rule", "kind"): Kind,
}


@pytest.mark.parametrize(("table", "column"), STATES)
def test_the_databases_words_are_the_programs(table: str, column: str) -> None:
    words = next(
        re.findall(r"'(\w+)'", str(check.sqltext))
        for check in metadata.tables[table].constraints
        if isinstance(check, CheckConstraint) and str(check.name).endswith(f"{column}_known")
    )
    assert set(words) == {word.value for word in STATES[table, column]}


def refused(database: Database, statements: Iterable[str]) -> None:
    for statement in statements:
        with pytest.raises(DBAPIError), database.engine.begin() as connection:
            connection.execute(text(statement))


def test_amounts_that_cannot_be_are_refused(any_counter: Counter) -> None:
    hold = any_counter.hold()
    any_counter.pay(hold)
    refused(
        any_counter.database,
        (
            "UPDATE booking SET total_paise = total_paise + 1",
            "UPDATE booking SET tax_paise = -1, total_paise = total_paise - tax_paise - 1",
            "UPDATE booking SET state = 'sold'",
            "UPDATE booking SET state = 'cancelled'",
            "UPDATE booking SET confirmed_at = NULL",
            "UPDATE booking SET expires_at = expires_at + 1",
            "UPDATE booking SET grace_seconds = 301, expires_at = reserved_at + 901000000",
            "UPDATE booking_line SET adults = 0, children = 0",
            "UPDATE booking_line SET discount_paise = -1",
            "UPDATE payment SET amount_paise = 0",
            "UPDATE payment SET received_paise = amount_paise - 1",
            "UPDATE payment SET state = 'void', settled_at = NULL",
            "UPDATE account SET balance_paise = -1 WHERE kind = 'wallet'",
            "UPDATE account SET balance_paise = NULL WHERE kind = 'wallet'",
            "UPDATE account SET balance_paise = 0 WHERE kind = 'sales'",
            "UPDATE promo SET uses = -1",
            "UPDATE promo SET uses_max = 0, uses = 1",
            "UPDATE promo SET value_bp = 10001 WHERE discount = 'percent'",
            "UPDATE claim SET closure_id = booking_id",
            "UPDATE claim SET booking_id = NULL",
            "UPDATE slot SET price_paise = -1",
            "UPDATE slot SET stopped = 2",
            "UPDATE tax_rate SET rate_bp = 10001",
            "UPDATE document SET kind = 'bill'",
            "INSERT INTO claim SELECT * FROM claim",
            "DELETE FROM booking",
        ),
    )
    assert any_counter.faults() == []


def test_a_claims_booking_must_exist(any_counter: Counter) -> None:
    any_counter.hold()
    with pytest.raises(IntegrityError), any_counter.database.engine.begin() as connection:
        connection.execute(text("UPDATE claim SET booking_id = 'nobody'"))


@pytest.mark.parametrize("value", ["12.5", "abc", b"1"])
def test_sqlite_takes_whole_paise_only(database: Database, value: object) -> None:
    row = "INSERT INTO quote (id, made_at, content, total_paise, home) VALUES ('q', 1, '', ?, 'h')"
    with pytest.raises(DBAPIError), database.engine.begin() as connection:
        connection.exec_driver_sql(row, (value,))


def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    row = {"id": "q", "made_at": datetime(2026, 1, 1), "content": "", "total_paise": 1, "home": "h"}  # noqa: DTZ001  the naive moment is the case
    with pytest.raises(Exception, match="time zone"), database.write(actor_of(database)) as session:
        session.execute(insert(quote), row)


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_what_is_recorded_can_be_neither_changed_nor_deleted(any_counter: Counter, table: str) -> None:
    any_counter.pay(any_counter.hold())
    column = "tag" if table == "journal" else "home"
    for statement in (f"UPDATE {table} SET {column} = 'x'", f"DELETE FROM {table}"):  # noqa: S608  words of this test
        with (
            pytest.raises(DBAPIError, match="append-only"),
            any_counter.database.engine.begin() as connection,
        ):
            connection.execute(text(statement))
    assert any_counter.faults() == []


def test_a_wallet_has_one_account(database: Database) -> None:
    row = {"kind": "wallet", "owner_id": "c", "balance_paise": 0, "home": "h"}
    rows = [{"id": new_key(), **row} for _ in range(2)]
    with pytest.raises(IntegrityError), database.write(actor_of(database)) as session:
        session.execute(insert(account), rows)
    with database.read() as session:
        assert session.execute(select(account.c.id).where(account.c.owner_id == "c")).all() == []
