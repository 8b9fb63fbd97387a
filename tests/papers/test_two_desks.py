"""Two desks that make due papers at the same time make each of them once."""

import threading
from collections import Counter as Tally
from collections.abc import Iterator
from typing import Protocol

import pytest

from db.actor import Actor
from db.database import Database
from db.states import DocumentKind
from desktop.services.documents.consolidate_small_sales import ConsolidateSmallSales
from desktop.services.documents.issue_due_invoices import IssueDueInvoices
from tests.conftest import Recorder, SteppedClock, open_database
from tests.counter import FACTS, Counter
from tests.papers.desk import kinds, papers, price_of_units, rule
from tests.papers.vectors_sold import all_in, of_kind

DAY = 86_400


class Due(Protocol):
    """Makes what is due."""

    def __call__(self, *, actor: Actor) -> int: ...


def issue(database: Database) -> Due:
    return IssueDueInvoices(database, FACTS, Recorder())


def consolidate(database: Database) -> Due:
    return ConsolidateSmallSales(database, FACTS)


def at_once(counters: tuple[Counter, Counter], make: "Makes") -> int:
    """Let both desks begin together; return what they made in all."""
    barrier = threading.Barrier(2, timeout=20)
    made: list[int] = []

    def run(counter: Counter) -> None:
        act = make(counter.database)
        barrier.wait()
        made.append(act(actor=counter.actor))

    threads = [threading.Thread(target=run, args=(one,)) for one in counters]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert len(made) == 2
    return sum(made)


class Makes(Protocol):
    """Builds it for a desk."""

    def __call__(self, database: Database) -> Due: ...


@pytest.fixture
def desks(engine_url: str, clock: SteppedClock) -> Iterator[tuple[Counter, Counter]]:
    first = Counter(open_database(engine_url, clock, Recorder()), clock, Recorder())
    second = Counter(open_database(engine_url, clock, Recorder(), desk_code="D2"), clock, Recorder())
    yield first, second
    for one in (first, second):
        one.database.engine.dispose()


def test_each_invoice_is_made_once(desks: tuple[Counter, Counter], clock: SteppedClock) -> None:
    counter = desks[0]
    holds = []
    for _ in range(4):
        holds.append(counter.hold(counter.quote(counter.item("DLX", ahead=1))))
        counter.pay(holds[-1])
    clock.advance(4 * DAY)
    assert at_once(desks, issue) == 4
    for hold in holds:
        assert kinds(counter, hold) == [DocumentKind.RECEIPT_VOUCHER, DocumentKind.TAX_INVOICE]
    assert counter.faults() == []


def test_each_small_sale_is_taken_in_once(desks: tuple[Counter, Counter], clock: SteppedClock) -> None:
    counter = desks[0]
    rule(counter, small_sale_paise=200_00)
    all_in(counter)
    price_of_units(counter, 150_00)
    holds = []
    for _ in range(3):
        holds.append(counter.hold(counter.quote(counter.item("GOA21"))))
        counter.pay(holds[-1])
    clock.advance(DAY)
    assert at_once(desks, consolidate) == 1
    (invoice,) = of_kind(counter, DocumentKind.CONSOLIDATED_INVOICE)
    listed = Tally(one.number for one in invoice.content.listed)
    assert listed == Tally(papers(counter, hold)[0].number for hold in holds)
    assert counter.faults() == []
