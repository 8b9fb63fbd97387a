"""Two desks at once: one buyer against a payment, one number of the portal, one month."""

from collections.abc import Iterator
from functools import partial

import pytest

from db.database import Database
from db.ids import RequestKey
from desktop.services.buyer_errors import BuyerFixed, IrnKnown, MonthChanged
from desktop.services.customers.change_buyer import ChangeBuyer, PreviewBuyerChange
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.paying.take_payment import TakePayment
from desktop.services.returns.enter_irn import EnterIrn
from desktop.services.returns.file_month import FileMonth, ReopenMonth
from desktop.services.returns.list_waiting import ListWaiting
from tests.buyers.buyers_at_hand import KARNATAKA, save
from tests.buyers.e_invoices_at_hand import answer, waiting_paper
from tests.buyers.test_change_buyer import seat
from tests.buyers.test_filed_months import last_month
from tests.conftest import Recorder, SteppedClock, open_database
from tests.counter import FACTS, Counter, parts_of
from tests.races.test_close_and_sell import at_once

ROUNDS = 4


@pytest.fixture
def second(any_counter: Counter, clock: SteppedClock, publish: Recorder) -> Iterator[Database]:
    """Another program's database, on the same books."""
    made = open_database(
        any_counter.database.engine.url.render_as_string(hide_password=False), clock, publish
    )
    yield made
    made.engine.dispose()


def test_a_buyer_against_a_payment_one_of_them_wins_and_the_books_are_right(
    any_counter: Counter, second: Database
) -> None:
    counter = any_counter
    buyer = counter.customer()
    for turn in range(ROUNDS):
        save(counter, buyer)
        hold = seat(counter)
        save(counter, buyer, KARNATAKA)
        shown = PreviewBuyerChange(counter.database)(hold.booking_id)
        assert shown is not None
        change = ChangeBuyer(counter.database, counter.publish)
        request = TakePaymentRequest(
            hold.booking_id, RequestKey(f"pay-{turn}"), parts_of(cash_paise=hold.total_paise)
        )
        changed, paid = at_once(
            partial(change, hold.booking_id, shown.total_paise, actor=counter.actor),
            partial(TakePayment(second, FACTS, counter.publish), request, actor=counter.actor),
        )
        held = counter.booking(hold)
        assert not isinstance(paid, Exception)
        # Whoever comes second finds what the first has done: the paisa more is left to pay.
        assert held.due_paise == (0 if isinstance(changed, BuyerFixed) else shown.more_paise)
        assert held.buyer_gstin == ("" if isinstance(changed, BuyerFixed) else KARNATAKA)
        counter.cancel(hold)
    assert counter.faults() == []


def test_one_number_of_the_portal_for_two_papers_stands_on_one(
    any_counter: Counter, second: Database
) -> None:
    counter = any_counter
    papers = [waiting_paper(counter), waiting_paper(counter, ahead=6)]
    answers = at_once(
        *(
            partial(EnterIrn(database, counter.publish), [answer(counter, number)], actor=counter.actor)
            for database, number in zip((counter.database, second), papers, strict=True)
        )
    )
    assert sorted(map(repr, answers))[0] == "1"
    assert sum(isinstance(one, IrnKnown) for one in answers) == 1
    assert len(ListWaiting(counter.database)()) == 1


def test_a_month_is_filed_and_opened_once_by_two_desks(any_counter: Counter, second: Database) -> None:
    counter, month = any_counter, last_month(any_counter)
    both = (counter.database, second)
    filed = at_once(*(partial(FileMonth(one), "MH", month, actor=counter.actor) for one in both))
    assert filed == [None, None]
    opened = at_once(
        *(partial(ReopenMonth(one), "MH", month, "a row was wrong", actor=counter.actor) for one in both)
    )
    assert sum(isinstance(one, MonthChanged) for one in opened) == 1
    tags = [tag for tag, _ in counter.told() if tag.startswith("MONTH_")]
    assert tags == ["MONTH_FILED", "MONTH_REOPENED"]
