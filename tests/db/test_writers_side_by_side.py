"""On a server several programs write as one desk at the same moment, and none waits for ever."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import text

from db import cases, customers, journal, ledger
from db.database import Database
from db.ids import CustomerId
from db.states import CaseAnswer, CaseKind
from tests.actors import actor_of
from tests.counter import Counter

WRITERS = 3


def on_a_server(database: Database) -> None:
    if database.engine.dialect.name == "sqlite":
        pytest.skip("SQLite has one writer at a time")


def test_ledger_and_journal_of_one_desk_let_others_by(any_database: Database) -> None:
    on_a_server(any_database)
    together = Barrier(WRITERS)

    def write(number: int) -> None:
        with any_database.write(actor_of(any_database)) as session:
            ledger.post(session, "test", ())
            journal.record(session, "TEST", {"number": number})
            together.wait(60)

    with ThreadPoolExecutor(WRITERS) as pool:
        assert list(pool.map(write, range(WRITERS))) == [None] * WRITERS


def test_a_locked_customer_can_still_be_referred_to(any_counter: Counter) -> None:
    database = any_counter.database
    on_a_server(database)
    customer = any_counter.customer()
    owner = CustomerId(customer.id)
    with database.write(actor_of(database)) as session:
        customers.lock(session, owner)
        with database.write(actor_of(database)) as beside:
            beside.execute(text("SET LOCAL lock_timeout = '60s'"))
            cases.open_new(
                beside,
                kind=CaseKind.PART_PAYMENT,
                customer_id=owner,
                amount_paise=100,
                proposal=CaseAnswer.WALLET,
            )
