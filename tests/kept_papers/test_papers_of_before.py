"""Papers of before keep from now on what can still be known of them, and say that they do so late."""

import multiprocessing
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.connection import Connection

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import func, select, update

from db import documents
from db.ids import RequestKey
from db.schema import customer, document, journal, unit
from db.states import DocumentKind
from desktop.services.correcting.change_customer import ChangeCustomer
from desktop.services.documents.freeze_old_papers import BATCHES_A_RUN, PAPERS_A_BATCH, FreezeOldPapers
from desktop.services.documents.show_document import read_document
from desktop.services.domain.document import Document
from desktop.services.domain.paper import PaperWord
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.moving.move_booking_lines import MoveBookingLines
from desktop.services.paying.take_payment import TakePayment
from desktop.services.records.booking_record import read_booking
from desktop.ui.papers.lay_out import lay_out
from tests.conftest import Recorder, SteppedClock, open_database
from tests.counter import FACTS, Counter, parts_of
from tests.drawers.till import Till
from tests.kept_papers.books_of_before import as_before, migrated
from tests.paying.test_deposits import TWENTY, fifth_of, set_rules, take_deposit


def sell_of_everything(counter: Counter, clock: SteppedClock) -> None:
    """Receipts, a voucher, tickets and receipts for deposits, as they were before papers kept anything."""
    set_rules(counter, TWENTY)
    rich = counter.customer(wallet_paise=5_000_00, mobile="9876501234", name="Ravi")
    stay = counter.hold(
        counter.quote(counter.item("DLX", "203", nights=2), counter.item("GOA21", "4A")), rich
    )
    counter.pay(stay, wallet_paise=1_000_00, cash_paise=stay.total_paise - 1_000_00)
    clock.advance(60)
    counter.cancel(stay, counter.plan(stay, [3]))
    clock.advance(60)
    part = counter.hold(counter.quote(counter.item("DLX", "205")))
    take_deposit(counter, part, fifth_of(part))
    clock.advance(60)
    counter.pay(part, cash_paise=100_00)
    clock.advance(60)
    moved = counter.hold(counter.quote(counter.item("GOA21", "6A")))
    counter.pay(moved)
    clock.advance(60)
    (target,) = counter.units("GOA21", "7A")
    MoveBookingLines(counter.database, FACTS, counter.publish)(
        moved.booking_id, [1], target, "window", actor=counter.actor
    )
    clock.advance(60)
    ChangeCustomer(counter.database, FACTS, counter.publish)(
        moved.booking_id, rich.id, "wrong number", 0, actor=counter.actor
    )
    clock.advance(60)
    till = Till(counter)
    till.close(till.expected() // 100_00 * 100_00)


@pytest.fixture
def of_before(counter: Counter, clock: SteppedClock, empty_url: str) -> Iterator[Counter]:
    """A counter at migrated books of 0.6.0, with papers of every kind of then."""
    sell_of_everything(counter, clock)
    as_before(counter)
    old = migrated(counter, empty_url)
    yield old
    old.database.close()


def papers(counter: Counter) -> list[Document]:
    """Return every paper as it is shown."""
    with counter.database.read() as session:
        wanted = documents.DOCUMENT.select().where(document.c.kind != DocumentKind.Z_SLIP)
        rows = documents.DOCUMENT.list(session.execute(wanted.order_by(document.c.number)))
        return [read_document(session, row, FACTS) for row in rows]


def texts(counter: Counter) -> list[str]:
    """Return what stands on every paper."""
    return [lay_out(one).toHtml() for one in papers(counter)]


def freeze_all(counter: Counter) -> int:
    """Run the job until nothing is left, and return how many papers were frozen."""
    freeze, count = FreezeOldPapers(counter.database, FACTS), 0
    while freeze.is_due():
        count += freeze(actor=counter.actor)
    return count


def unfrozen(counter: Counter) -> int:
    """Return how many papers keep no day of issue."""
    with counter.database.read() as session:
        wanted = select(func.count()).where(document.c.issued_on.is_(None))
        return int(session.execute(wanted).scalar_one())


def test_frozen_papers_say_what_they_said_before(of_before: Counter, qapp: QApplication) -> None:
    kinds = {one.kind for one in papers(of_before)}
    assert kinds == {
        DocumentKind.RECEIPT,
        DocumentKind.DEPOSIT_RECEIPT,
        DocumentKind.REFUND_VOUCHER,
        DocumentKind.TICKET,
    }
    before, shown = papers(of_before), texts(of_before)
    assert freeze_all(of_before) == len(before) + 1  # the Z slip has its day from now on
    assert unfrozen(of_before) == 0
    after = papers(of_before)
    assert [replace(one, content=was.content) for one, was in zip(after, before, strict=True)] == before
    assert texts(of_before) == shown
    assert all(PaperWord.FROZEN_LATE in one.content.words for one in after)
    assert of_before.faults() == []


def test_frozen_papers_stay_whatever_is_renamed_later(of_before: Counter, qapp: QApplication) -> None:
    freeze_all(of_before)
    shown = texts(of_before)
    with of_before.database.write(of_before.actor) as session:
        session.execute(update(customer).values(name="Somebody else"))
        session.execute(update(unit).values(name=unit.c.name + "!"))
    assert texts(of_before) == shown


def test_freezing_again_writes_nothing(of_before: Counter) -> None:
    freeze_all(of_before)
    rows = of_before.rows()
    assert FreezeOldPapers(of_before.database, FACTS)(actor=of_before.actor) == 0
    assert of_before.rows() == rows


def test_the_journal_tells_each_paper_once(of_before: Counter) -> None:
    count = freeze_all(of_before)
    told = [content for tag, content in of_before.told() if tag == "PAPERS_FROZEN"]
    assert sum(content.count('"number"') for content in told) == count


def test_a_part_paid_before_is_paid_up_now(of_before: Counter) -> None:
    """What the receipts of before told as paid stands on no new slip, and is not paid twice."""
    (booking_id,) = {
        one.content.booking.id
        for one in papers(of_before)
        if one.kind is DocumentKind.DEPOSIT_RECEIPT and one.content.booking
    }
    with of_before.database.read() as session:
        due = read_booking(session, booking_id).due_paise
    request = TakePaymentRequest(booking_id, RequestKey("rest"), parts_of(cash_paise=due))
    TakePayment(of_before.database, FACTS, of_before.publish)(request, actor=of_before.actor)
    new = [one for one in papers(of_before) if one.content.booking and one.content.booking.id == booking_id]
    (slip,) = (one for one in new if one.kind is DocumentKind.PAYMENT_SLIP)
    assert [part.amount_paise for part in slip.content.paid] == [due]
    (bill,) = (one for one in new if one.kind is DocumentKind.RECEIPT)
    assert bill.content.total_paise - bill.content.advance_paise == due
    assert of_before.faults() == []


def _freeze(url: str, frozen: Connection) -> None:
    """Freeze all that is left in a process of its own, and tell of each run."""
    counter = Counter(open_database(url, SteppedClock(), Recorder()), SteppedClock(), Recorder())
    freeze = FreezeOldPapers(counter.database, FACTS)
    while freeze.is_due():
        frozen.send(freeze(actor=counter.actor))
    counter.database.close()


def test_two_programs_freeze_each_paper_once_though_a_third_is_killed(counter: Counter) -> None:
    for ahead in range(60):
        counter.pay(counter.hold(counter.quote(counter.item("HERI", ahead=5 + ahead))))
    as_before(counter)
    url = counter.database.engine.url.render_as_string(hide_password=False)
    total = unfrozen(counter)
    assert total > PAPERS_A_BATCH * BATCHES_A_RUN
    context = multiprocessing.get_context("spawn")
    pipes = [context.Pipe(duplex=False) for _ in range(3)]
    first, *others = [context.Process(target=_freeze, args=(url, there), daemon=True) for _, there in pipes]
    first.start()
    assert pipes[0][0].recv() > 0
    first.kill()
    for one in others:
        one.start()
    for one in (first, *others):
        one.join(timeout=60)
    assert unfrozen(counter) == 0
    with counter.database.read() as session:
        told = session.execute(select(journal.c.content).where(journal.c.tag == "PAPERS_FROZEN")).scalars()
        assert sum(content.count('"number"') for content in told) == total
    assert counter.faults() == []
