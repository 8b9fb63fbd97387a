"""A database of an earlier version is brought to this one with all that is in it."""

from typing import Any

from alembic import command
from sqlalchemy import text

from db.engine import open_engine
from db.migrate import LATEST, alembic_config, current_revision, migrate

PAYMENT = text(
    "INSERT INTO payment (id, booking_id, tender, state, amount_paise, instrument_kind, instrument_id,"
    " request_key, created_at, settled_at, home)"
    " VALUES (:id, 'b', 'razorpay', :state, 100, 'qr', :id, :id, 1, :settled_at, 'h')"
)
# Only the payments matter here, not all that they belong to.
WITHOUT_THE_REST = {
    "sqlite": "PRAGMA foreign_keys = OFF",
    "postgresql": "SET session_replication_role = replica",
}


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
    migrate(engine)
    with engine.connect() as connection:
        found = connection.execute(text("SELECT id, looked_back_at, link_sms FROM payment ORDER BY id"))
        assert found.all() == [("ended", 7, None), ("open", None, None)]
        assert current_revision(connection) == LATEST
    engine.dispose()
