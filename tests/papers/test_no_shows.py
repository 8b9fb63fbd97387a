"""Who did not come is named so on the invoice, where the house marks who comes; nowhere else."""

import pytest

from db import arrivals
from db.states import DocumentKind
from desktop.services.documents.issue_due_invoices import IssueDueInvoices
from desktop.services.domain.booking import Hold
from desktop.services.domain.paper import PaperWord
from tests.conftest import SteppedClock
from tests.counter import FACTS, Counter
from tests.papers.desk import papers, rule

DAY = 86_400


@pytest.fixture
def counter(any_counter: Counter) -> Counter:
    """A house that makes the invoice of a room when it is over."""
    rule(any_counter, invoice_at_supply_room=1)
    return any_counter


def sold(counter: Counter, code: str = "DLX", ahead: int = 1, nights: int = 1) -> Hold:
    """Sell one of it."""
    hold = counter.hold(counter.quote(counter.item(code, ahead=ahead, nights=nights)))
    counter.pay(hold)
    return hold


def came(counter: Counter, hold: Hold, *numbers: int) -> None:
    """Mark lines of which the guests came."""
    with counter.database.write(counter.actor) as session:
        arrivals.mark(session, hold.booking_id, numbers)


def words(counter: Counter, hold: Hold) -> tuple[PaperWord, ...]:
    """Return what the invoice of a booking that is over says besides."""
    IssueDueInvoices(counter.database, FACTS, counter.publish)(actor=counter.actor)
    (invoice,) = (one for one in papers(counter, hold) if one.kind is DocumentKind.TAX_INVOICE)
    return invoice.content.words


def test_a_house_that_marks_no_arrivals_knows_of_no_one_who_stayed_away(
    counter: Counter, clock: SteppedClock
) -> None:
    hold = sold(counter)
    clock.advance(4 * DAY)
    assert PaperWord.NO_SHOW not in words(counter, hold)


def test_where_another_guest_was_marked_who_was_not_is_a_no_show(
    counter: Counter, clock: SteppedClock
) -> None:
    hold, other = sold(counter), sold(counter)
    came(counter, other, 1)
    clock.advance(4 * DAY)
    assert PaperWord.NO_SHOW in words(counter, hold)
    assert PaperWord.NO_SHOW not in words(counter, other)


def test_a_mark_of_another_day_or_another_site_says_nothing(counter: Counter, clock: SteppedClock) -> None:
    hold = sold(counter)
    came(counter, sold(counter, ahead=3), 1)
    came(counter, sold(counter, "GOA21", ahead=1), 1)
    clock.advance(6 * DAY)
    assert PaperWord.NO_SHOW not in words(counter, hold)


def test_who_came_for_the_second_night_is_no_no_show(counter: Counter, clock: SteppedClock) -> None:
    hold = sold(counter, nights=2)
    came(counter, sold(counter), 1)
    came(counter, hold, 2)
    clock.advance(6 * DAY)
    assert PaperWord.NO_SHOW not in words(counter, hold)
