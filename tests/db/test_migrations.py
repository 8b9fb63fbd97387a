"""A database of an earlier version is brought to this one with all that is in it."""

from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import IntegrityError

from db.engine import open_engine
from db.migrate import LATEST, alembic_config, current_revision
from db.states import AccountKind, Tender

PAYMENT = text(
    "INSERT INTO payment (id, booking_id, tender, state, amount_paise, instrument_kind, instrument_id,"
    " request_key, created_at, settled_at, home)"
    " VALUES (:id, 'b', 'razorpay', :state, 100, 'qr', :id, :id, 1, :settled_at, 'h')"
)
UNKNOWN = {"tender": "shells", "state": "captured", "request_key": "x"}
# Only the payments matter here, not all that they belong to.
WITHOUT_THE_REST = {
    "sqlite": "PRAGMA foreign_keys = OFF",
    "postgresql": "SET session_replication_role = replica",
}


def bring_up(engine: Engine) -> None:
    """Run the steps alone: a start would refuse rows that belong to nothing as damaged."""
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), LATEST)


def test_payments_of_the_first_version_are_kept_and_those_that_ended_need_no_look_back(
    empty_url: str,
) -> None:
    engine = open_engine(empty_url)
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), "0001")
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.execute(WITHOUT_THE_REST[connection.dialect.name])
        with connection.begin():
            connection.execute(PAYMENT, {"id": "ended", "state": "void", "settled_at": 7})
            connection.execute(PAYMENT, {"id": "open", "state": "waiting", "settled_at": None})
    bring_up(engine)
    with engine.connect() as connection:
        found = connection.execute(text("SELECT id, looked_back_at, link_sms FROM payment ORDER BY id"))
        assert found.all() == [("ended", 7, None), ("open", None, None)]
        assert current_revision(connection) == LATEST
    engine.dispose()


def insert(connection: Connection, table: str, **values: object) -> None:
    """Insert a row, whatever it belongs to."""
    connection.execute(sa.insert(sa.table(table, *(sa.column(name) for name in values))), values)


def test_money_of_an_earlier_version_stays_and_every_tender_of_today_fits_beside_it(empty_url: str) -> None:
    engine = open_engine(empty_url)
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), "0002")
    money = {"amount_paise": 100, "created_at": 1, "settled_at": 1, "home": "h"}
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.execute(WITHOUT_THE_REST[connection.dialect.name])
        with connection.begin():
            insert(connection, "account", id="a", kind="card_machine", owner_id="", home="h")
            paid = money | {"tender": "card", "state": "captured", "request_key": "p"}
            insert(connection, "payment", id="p", booking_id="b", **paid)
            back = money | {"tender": "card", "state": "done", "request_key": "r"}
            insert(connection, "refund", id="r", booking_id="b", payment_id="p", **back)
    bring_up(engine)
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        driver.execute(WITHOUT_THE_REST[connection.dialect.name])
        with connection.begin():
            for tender in Tender:
                paid = money | {"tender": tender, "state": "captured", "request_key": f"p-{tender}"}
                insert(connection, "payment", id=f"p-{tender}", booking_id="b", **paid)
            for kind in AccountKind:
                balance = 0 if kind in (AccountKind.WALLET, AccountKind.RESERVED_WALLET) else None
                insert(
                    connection, "account", id=kind, kind=kind, owner_id="new", balance_paise=balance, home="h"
                )
        found = connection.execute(text("SELECT count(*) FROM payment"))
        assert found.scalar_one() == 1 + len(Tender)
        assert connection.execute(text("SELECT kind FROM account WHERE id = 'a'")).scalar() == "card_machine"
        assert connection.execute(text("SELECT payment_id FROM refund")).scalar() == "p"
        with pytest.raises(IntegrityError):
            insert(connection, "payment", id="x", booking_id="b", **money, **UNKNOWN)
        if connection.dialect.name == "sqlite":
            connection.rollback()
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    engine.dispose()
