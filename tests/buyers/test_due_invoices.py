"""Supplies that are over and have no invoice stand in a list, and series that run out in another."""

from sqlalchemy import insert, update

from db.schema import document, series
from desktop.services.domain.booking import Hold
from desktop.services.domain.returns import DueInvoice
from desktop.services.returns.list_due_invoices import ListDueInvoices
from desktop.services.returns.list_series import ListSeries
from tests.actors import actor_of
from tests.conftest import SteppedClock
from tests.counter import Counter

DAY = 86_400


def due(counter: Counter) -> tuple[DueInvoice, ...]:
    return ListDueInvoices(counter.database)()


def test_a_room_that_was_paid_before_is_due_when_its_nights_are_over(
    any_counter: Counter, clock: SteppedClock
) -> None:
    hold = any_counter.hold(any_counter.quote(any_counter.item("DLX"), any_counter.item("GOA21")))
    any_counter.pay(hold)
    assert due(any_counter) == ()
    clock.advance(7 * DAY)
    (one,) = due(any_counter)
    room = any_counter.booking(hold).lines[0]
    # The seat has its ticket, which is its invoice.
    assert (one.reference, one.total_paise, one.days) == (hold.reference, room.total_paise, 1)
    assert not one.is_told
    clock.advance(3 * DAY)
    assert due(any_counter)[0].is_told
    clock.advance(27 * DAY)
    assert due(any_counter)[0].is_late


def test_what_was_cancelled_or_sold_with_its_invoice_is_not_due(
    counter: Counter, clock: SteppedClock
) -> None:
    counter.cancel(_paid(counter, "DLX"))
    _paid(counter, "GOA21")
    _paid(counter, "HERI")
    clock.advance(10 * DAY)
    assert due(counter) == ()


def _paid(counter: Counter, code: str) -> Hold:
    hold = counter.hold(counter.quote(counter.item(code)))
    counter.pay(hold)
    return hold


def test_the_longest_over_stands_first(counter: Counter, clock: SteppedClock) -> None:
    for ahead in (6, 3, 5):
        counter.pay(counter.hold(counter.quote(counter.item("DLX", ahead=ahead))))
    clock.advance(20 * DAY)
    days = [one.days for one in due(counter)]
    assert days == sorted(days, reverse=True)
    assert len(days) == 3


def test_a_paper_of_before_leaves_nothing_due(counter: Counter, clock: SteppedClock) -> None:
    counter.pay(counter.hold())
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(document).values(content=""))
    clock.advance(20 * DAY)
    assert due(counter) == ()


def test_each_series_tells_its_last_number_and_whether_it_runs_out(counter: Counter) -> None:
    counter.pay(counter.hold(counter.quote(counter.item("GOA21"))))
    with counter.database.write(actor_of(counter.database)) as session:
        row = {"kind": "tax_invoice:MH", "year": 2526, "home": "h", "desk_id": counter.actor.desk_id}
        session.execute(insert(series), row | {"last_number": 899_999})
    found = {(one.kind.value, one.year): one for one in ListSeries(counter.database)()}
    full = found["tax_invoice", 2526]
    assert (full.registration, full.number[-6:], full.is_near_end) == ("MH", "899999", False)
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(series).where(series.c.year == 2526).values(last_number=900_000))
    assert ListSeries(counter.database)()[0].is_near_end
    assert found["ticket_invoice", max(year for _, year in found)].last_number == 1
