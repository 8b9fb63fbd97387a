"""Each line of a booking has its own end: one seat of four, a night at the end, a whole sale by mistake."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from db.schema import document, slot
from db.states import BookingState, DocumentKind, RefundRule
from desktop.services.cancelling.preview_cancellation import PreviewCancellation
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.documents.show_document import FindReceipt, ShowDocument
from desktop.services.domain.booking import Hold
from desktop.services.domain.cancellation import RefundPlan
from desktop.services.domain.document import Document
from desktop.services.domain.paper import PaperWord
from desktop.services.errors import NotVoidable, WrongLines
from desktop.ui.cancellation.cancellation_view import view_cancellation
from tests.conftest import SteppedClock
from tests.counter import FACTS, Counter

DAY = 86_400


def sold(counter: Counter, *items: Any) -> Hold:
    """Sell the items, paid in cash."""
    hold = counter.hold(counter.quote(*items))
    counter.pay(hold)
    return hold


def four_seats(counter: Counter) -> Hold:
    """Sell four seats of one coach."""
    return sold(counter, counter.item("GOA21", "3A", "3B", "4A", "4B"))


def plan_of(counter: Counter, hold: Hold, *numbers: int, void: bool = False) -> RefundPlan:
    """Preview the end of some lines."""
    return PreviewCancellation(counter.database)(hold.booking_id, numbers, void=void)


def paper(counter: Counter, hold: Hold) -> Document:
    """Return what the customer shows."""
    return FindReceipt(counter.database, FACTS)(hold.booking_id)


def kinds(counter: Counter, hold: Hold) -> list[DocumentKind]:
    """Return the kinds of the papers of a booking in the order in which they were made."""
    with counter.database.read() as session:
        made = select(document.c.kind).where(document.c.booking_id == hold.booking_id)
        return list(session.execute(made.order_by(document.c.made_at, document.c.kind)).scalars())


def test_one_seat_of_four_ends_and_the_others_go_on_with_a_ticket(any_counter: Counter) -> None:
    counter = any_counter
    hold = four_seats(counter)
    receipt = paper(counter, hold)
    last = counter.booking(hold).lines[-1]
    result = counter.cancel(hold, plan_of(counter, hold, last.number))
    booking = counter.booking(hold)
    assert (booking.state, result.claims_released) == (BookingState.CONFIRMED, 1)
    assert booking.title.endswith("3A 3B 4A")
    assert set(kinds(counter, hold)) == {
        DocumentKind.TICKET_INVOICE,
        DocumentKind.PAYMENT_SLIP,
        DocumentKind.CREDIT_NOTE,
        DocumentKind.REFUND_SLIP,
        DocumentKind.TICKET,
    }
    ticket = paper(counter, hold)
    assert (ticket.kind, [line.unit_name for line in ticket.content.lines]) == (
        DocumentKind.TICKET,
        ["3A", "3B", "4A"],
    )
    assert result.document_id is not None
    voucher = ShowDocument(counter.database, FACTS)(result.document_id)
    assert [(line.unit_name, line.refund_paise) for line in voucher.content.lines] == [
        ("4B", result.refund_paise)
    ]
    again = ShowDocument(counter.database, FACTS)(receipt.id)
    assert [line.unit_name for line in again.content.lines] == ["3A", "3B", "4A", "4B"]
    assert counter.faults() == []


def test_the_paper_of_a_booking_that_has_ended_is_its_voucher(counter: Counter) -> None:
    hold = four_seats(counter)
    counter.cancel(hold)
    assert paper(counter, hold).kind is DocumentKind.REFUND_SLIP
    assert set(kinds(counter, hold)) == {
        DocumentKind.TICKET_INVOICE,
        DocumentKind.PAYMENT_SLIP,
        DocumentKind.CREDIT_NOTE,
        DocumentKind.REFUND_SLIP,
    }


def test_of_what_was_free_of_charge_no_ticket_is_shown_once_all_has_ended(
    counter: Counter, clock: SteppedClock
) -> None:
    with counter.database.write(counter.actor) as session:
        session.execute(update(slot).values(price_paise=0))
    hold = counter.hold(counter.quote(counter.item("HERI"), counter.item("HERI", ahead=6)))
    counter.pay(hold, cash_paise=0)
    sold_with = paper(counter, hold)
    assert PaperWord.COMPLIMENTARY in sold_with.content.words
    for number in (1, 2):
        clock.advance(1)
        counter.cancel(hold, plan_of(counter, hold, number))
    assert counter.booking(hold).state is BookingState.CANCELLED
    shown = paper(counter, hold)
    assert shown.kind is DocumentKind.PAYMENT_SLIP
    assert [one.id for one in shown.content.listed] == [sold_with.id]


def test_what_was_kept_for_a_line_before_pays_for_nothing_that_goes_on(
    counter: Counter, clock: SteppedClock
) -> None:
    hold = sold(counter, counter.item("GOA21", "4A", "5A", ahead=1))
    leaves = counter.booking(hold).lines[0].starts_at
    clock.advance((leaves - timedelta(hours=13) - counter.now()).total_seconds())
    kept = plan_of(counter, hold, 1).kept_paise
    counter.cancel(hold, plan_of(counter, hold, 1))
    view = view_cancellation(counter.booking(hold), plan_of(counter, hold), frozenset(), "changed")
    assert (view.kept_before_paise, view.goes_on_paise) == (kept, 0)
    assert view.paid_paise == view.refund_paise + view.kept_paise + view.before_paise + kept
    assert kept > 0


def test_paying_twice_by_one_key_answers_with_what_is_valid(counter: Counter) -> None:
    hold = counter.hold(counter.quote(counter.item("GOA21", "3A", "3B")))
    counter.pay(hold, key="once", cash_paise=hold.total_paise)
    counter.cancel(hold, plan_of(counter, hold, 1))
    again = counter.pay(hold, key="once", cash_paise=hold.total_paise)
    assert again.document_id == paper(counter, hold).id


@pytest.mark.parametrize("numbers", [(1,), (1, 2), (4,), (3, 4), (1, 4), (1, 2, 3, 4)])
def test_nights_at_the_ends_of_a_stay_can_be_given_back(counter: Counter, numbers: tuple[int, ...]) -> None:
    hold = sold(counter, counter.item("DLX", nights=4))
    assert plan_of(counter, hold, *numbers).numbers == set(numbers)


@pytest.mark.parametrize("numbers", [(2,), (3,), (2, 3), (1, 3)])
def test_a_night_in_the_middle_of_a_stay_cannot(counter: Counter, numbers: tuple[int, ...]) -> None:
    hold = sold(counter, counter.item("DLX", nights=4))
    before = counter.rows()
    with pytest.raises(WrongLines) as refusal:
        plan_of(counter, hold, *numbers)
    assert refusal.value.inside_stay
    assert counter.rows() == before


def test_after_the_last_night_the_one_before_is_at_the_end(counter: Counter) -> None:
    hold = sold(counter, counter.item("DLX", nights=3))
    counter.cancel(hold, plan_of(counter, hold, 3))
    assert plan_of(counter, hold, 2).numbers == {2}


def test_one_of_two_rooms_ends_for_all_its_nights(counter: Counter) -> None:
    first, second = counter.look("DLX", nights=3, wanted=2).suggested_unit_ids[:2]
    item = counter.item("DLX", nights=3)
    rooms = type(item)(item.offering_id, (first, second), item.first_day, item.last_day)
    hold = sold(counter, rooms)
    lines = counter.booking(hold).lines
    one = [line for line in lines if line.unit_id == first]
    assert len({line.stay for line in lines}) == 1
    assert plan_of(counter, hold, *(line.number for line in one)).refund_paise > 0
    with pytest.raises(WrongLines):
        plan_of(counter, hold, one[1].number)


def test_a_night_that_the_house_cancelled_ends_wherever_it_lies(counter: Counter) -> None:
    hold = sold(counter, counter.item("DLX", nights=3))
    night = counter.booking(hold).lines[1]
    offering = counter.offering("DLX").id
    CancelDeparture(counter.database, counter.publish)(offering, night.day, "flood", actor=counter.actor)
    plan = plan_of(counter, hold, night.number)
    assert [line.rule for line in plan.lines] == [RefundRule.HOUSE_CANCELLED]
    counter.cancel(hold, plan)
    assert [line.is_live for line in counter.booking(hold).lines] == [True, False, True]
    assert plan_of(counter, hold, 3).numbers == {3}


def test_what_can_still_end_is_told_with_the_booking(counter: Counter, clock: Any) -> None:
    hold = sold(counter, counter.item("DLX", nights=1), counter.item("GOA21", "4A", ahead=8))
    assert [line.number for line in counter.booking(hold).endable_lines] == [1, 2]
    clock.advance(7 * DAY)
    assert [line.number for line in counter.booking(hold).endable_lines] == [2]
    clock.advance(4 * DAY)
    assert counter.booking(hold).endable_lines == ()


def test_a_sale_by_mistake_is_voided_whole_by_its_own_desk(any_counter: Counter, publish: Any) -> None:
    counter = any_counter
    hold = sold(counter, counter.item("EXE"))
    assert plan_of(counter, hold).refund_paise == 0
    booking = counter.booking(hold)
    assert booking.sold_desk_id == counter.actor.desk_id
    plan = plan_of(counter, hold, void=True)
    assert (plan.is_void, plan.refund_paise) == (True, hold.total_paise)
    assert counter.cancel(hold, plan).state is BookingState.CANCELLED
    assert publish.records[-1].content["rules"] == ["void"]
    assert publish.records[-1].tag == "BOOKING_CANCELLED"
    assert counter.faults() == []


def test_a_sale_is_voided_for_a_quarter_of_an_hour(counter: Counter, clock: Any) -> None:
    hold = sold(counter, counter.item("EXE"))
    clock.advance(15 * 60 + 1)
    assert counter.booking(hold).void_until is None
    with pytest.raises(NotVoidable) as refusal:
        plan_of(counter, hold, void=True)
    assert refusal.value.reason == "too_late"
