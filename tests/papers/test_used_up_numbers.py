"""A desk whose numbers of a year are used up says so, and nothing of the act is written."""

import pytest
from sqlalchemy import func, select, update

from db.document_kinds import NUMBERS_A_YEAR_MAX
from db.schema import document, payment, series
from db.states import BookingState
from desktop.services.buyer_errors import NumbersUsedUp
from tests.counter import Counter


def use_up(counter: Counter) -> None:
    """Let every series of this desk be at the last number of the year."""
    with counter.database.write(counter.actor) as session:
        session.execute(update(series).values(last_number=NUMBERS_A_YEAR_MAX))


def rows(counter: Counter) -> tuple[int, int]:
    """Return how many papers and payments there are."""
    with counter.database.read() as session:
        papers = session.execute(select(func.count()).select_from(document)).scalar_one()
        return papers, session.execute(select(func.count()).select_from(payment)).scalar_one()


def test_a_payment_without_a_number_left_is_refused_whole(any_counter: Counter) -> None:
    counter = any_counter
    counter.pay(counter.hold(counter.quote(counter.item("DLX"))))
    use_up(counter)
    before = rows(counter)
    hold = counter.hold(counter.quote(counter.item("DLX", ahead=9)))
    with pytest.raises(NumbersUsedUp) as refusal:
        counter.pay(hold)
    assert refusal.value.begin.startswith("D1-")
    assert rows(counter) == before
    assert counter.booking(hold).state is BookingState.HELD


def test_a_cancellation_without_a_number_left_is_refused_whole(any_counter: Counter) -> None:
    counter = any_counter
    first, second = (counter.hold(counter.quote(counter.item("DLX", ahead=ahead))) for ahead in (5, 9))
    for hold in (first, second):
        counter.pay(hold)
    counter.cancel(first)  # so that there is a series of what goes back, too
    use_up(counter)
    before = rows(counter)
    with pytest.raises(NumbersUsedUp):
        counter.cancel(second)
    assert rows(counter) == before
    assert counter.booking(second).state is BookingState.CONFIRMED
