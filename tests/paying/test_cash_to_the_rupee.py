"""Cash rounded to the rupee by a setting: the sale, its tax and the plan do not know it, the drawer does."""

import pytest
from sqlalchemy import insert, update

from db.ids import RequestKey
from db.schema import setting, slot, unit
from db.states import BookingState, CaseAnswer, Tender
from desktop.services.documents.show_document import ShowDocument
from desktop.services.domain.booking import Hold
from desktop.services.domain.money import to_the_rupee
from desktop.services.domain.tenders import cash_roundings
from desktop.services.errors import TendersDoNotMatch
from desktop.services.paying.list_open_cases import ListOpenCases
from desktop.services.reviewing.tell_story import TellStory
from desktop.ui.papers.sum_rows import price_rows, tender_rows
from desktop.ui.payment.payment_form import PaymentForm
from desktop.ui.payment.payment_request import request_of
from desktop.ui.payment.payment_view import view_payment
from tests.actors import actor_of
from tests.conftest import SteppedClock
from tests.counter import FACTS, Counter
from tests.paying.resolving import resolve_case_of
from tests.paying.test_correct_tender import correct, only_payment
from tests.paying.test_take_payment import house_paise

# V12: a seat of 1,455.30 from a stop in the own State costs 1,528.06.
SEAT = 1_528_06


def house_rounds(counter: Counter) -> None:
    with counter.database.write(actor_of(counter.database)) as session:
        row = {"name": "rule_cash_to_rupee", "value": "1", "home": session.home}
        session.execute(insert(setting), row)


def seat(counter: Counter) -> Hold:
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(slot).values(price_paise=1_455_30))
        session.execute(update(unit).values(supplement_paise=0))
    hold = counter.hold(counter.quote(counter.item("GOA21")))
    assert hold.total_paise == SEAT
    return hold


def test_cash_is_exact_where_the_house_has_said_nothing(any_counter: Counter) -> None:
    any_counter.pay(seat(any_counter), cash_paise=SEAT)
    assert house_paise(any_counter, "drawer") == SEAT
    assert any_counter.faults() == []


def test_the_last_cash_is_rounded_and_the_paper_says_by_what(any_counter: Counter) -> None:
    counter = any_counter
    house_rounds(counter)
    hold = seat(counter)
    result = counter.pay(hold, cash_paise=SEAT, cash_rounding_paise=-6, cash_received_paise=2_000_00)
    assert (result.state, result.due_paise, result.change_paise) == (BookingState.CONFIRMED, 0, 472_00)
    assert [house_paise(counter, kind) for kind in ("drawer", "rounding")] == [1_528_00, 6]
    booking = counter.booking(hold)
    assert (booking.total_paise, booking.tax_paise, booking.paid_paise) == (SEAT, 72_76, SEAT)
    assert result.document_id is not None
    paper = ShowDocument(counter.database, FACTS)(result.document_id)
    assert [(row.word, row.amount) for row in price_rows(paper)[-3:]] == [
        ("Total", "₹1,528.06"),
        ("Round off in cash", "-0.06"),
        ("Paid", "₹1,528.00"),
    ]
    assert [(row.word, row.amount) for row in tender_rows(paper)] == [
        ("Cash", "1,528.00"),
        ("Cash received", "2,000.00"),
        ("Change", "472.00"),
    ]
    assert counter.faults() == []


@pytest.mark.parametrize(("wallet", "rounding", "drawer"), [(1_000_50, 44, 528_00), (1_000_80, -26, 527_00)])
def test_beside_the_wallet_only_the_cash_is_rounded(
    any_counter: Counter, wallet: int, rounding: int, drawer: int
) -> None:
    counter = any_counter
    house_rounds(counter)
    customer = counter.customer(wallet_paise=wallet)
    before = house_paise(counter, "drawer")
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(slot).values(price_paise=1_455_30))
        session.execute(update(unit).values(supplement_paise=0))
    hold = counter.hold(counter.quote(counter.item("GOA21"), customer=customer), customer)
    counter.pay(hold, wallet_paise=wallet, cash_paise=SEAT - wallet, cash_rounding_paise=rounding)
    assert house_paise(counter, "drawer") - before == drawer
    assert counter.faults() == []


def test_a_part_in_cash_counts_as_it_was_handed_over_and_the_last_one_is_rounded(counter: Counter) -> None:
    house_rounds(counter)
    hold = seat(counter)
    counter.pay(hold, cash_paise=1_000_00)
    counter.pay(hold, cash_paise=528_06, cash_rounding_paise=-6)
    assert house_paise(counter, "drawer") == 1_528_00
    assert counter.booking(hold).state is BookingState.CONFIRMED
    assert counter.faults() == []


@pytest.mark.parametrize("rounding", [0, -5, 94])
def test_what_did_not_stand_on_the_page_is_not_taken(counter: Counter, rounding: int) -> None:
    house_rounds(counter)
    hold = seat(counter)
    before = counter.rows()
    with pytest.raises(TendersDoNotMatch):
        counter.pay(hold, cash_paise=SEAT, cash_rounding_paise=rounding)
    assert counter.rows() == before


def test_what_is_no_cash_is_exact(counter: Counter) -> None:
    house_rounds(counter)
    hold = seat(counter)
    counter.pay(hold, card_paise=SEAT, card_reference="A1 77")
    assert counter.booking(hold).paid_paise == SEAT
    assert (house_paise(counter, "drawer"), house_paise(counter, "rounding")) == (0, 0)
    assert counter.faults() == []


def test_half_of_a_ticket_goes_back_in_whole_rupees(any_counter: Counter) -> None:
    """V26, V31: of 764.03 the customer gets 764.00; three paise are the house's."""
    counter = any_counter
    house_rounds(counter)
    hold = seat(counter)
    counter.pay(hold, cash_paise=SEAT, cash_rounding_paise=-6)
    plan = counter.plan(hold)
    cancelled = counter.cancel(hold, plan, key="c")
    assert counter.cancel(hold, plan, key="c") == cancelled
    back, given = plan.refund_paise, (plan.refund_paise + 50) // 100 * 100
    assert (cancelled.given_paise, plan.given_paise) == (given, given)
    assert (cancelled.refund_paise, plan.drawer_paise) == (back, given)
    (refund,) = counter.booking(hold).refunds
    assert (refund.amount_paise, refund.given_paise) == (back, given)
    told = [step for step in TellStory(counter.database)(hold.reference) if step.tag == "BOOKING_CANCELLED"]
    assert dict(told[0].facts)["rounding_paise"] == str(given - back)
    assert house_paise(counter, "drawer") == 1_528_00 - given
    slip = counter.booking(hold).lines[0].voucher_id
    assert slip is not None
    rows = [(row.word, row.amount) for row in tender_rows(ShowDocument(counter.database, FACTS)(slip))]
    assert [word for word, _ in rows][:4] == [
        "Due back",
        "Round off in cash",
        "Cash, given back",
        "Given back",
    ]
    assert counter.faults() == []


@pytest.mark.parametrize(
    ("days", "parts"),
    [(0, (500_50,)), (0, (333_33, 333_33)), (0, (100_60, 200_60, 300_60)), (4, (333_33, 333_33))],
)
def test_what_goes_back_in_cash_of_several_payments_is_rounded_as_one_sum(
    counter: Counter, clock: SteppedClock, days: int, parts: tuple[int, ...]
) -> None:
    """Each by itself gave back 1,529.00 or 1,527.00 of 1,528.06; four days on a part of it goes back."""
    house_rounds(counter)
    hold = seat(counter)
    for number, part in enumerate(parts):
        counter.pay(hold, own_upi_paise=part, own_upi_reference=f"{100_000_000_000 + number}")
    rest = SEAT - sum(parts)
    counter.pay(hold, cash_paise=rest, cash_rounding_paise=to_the_rupee(rest))
    clock.advance(days * 24 * 3_600)
    before = house_paise(counter, "drawer")
    plan = counter.plan(hold)
    counter.cancel(hold, plan)
    given = plan.refund_paise + to_the_rupee(plan.refund_paise)
    assert before - house_paise(counter, "drawer") == plan.drawer_paise == given
    assert counter.faults() == []


def test_parts_of_a_hold_that_ended_go_back_in_cash_as_one_sum(counter: Counter, clock: SteppedClock) -> None:
    house_rounds(counter)
    hold = seat(counter)
    for number in range(3):
        counter.pay(hold, own_upi_paise=100_60, own_upi_reference=f"{100_000_000_000 + number}")
    clock.advance(600)
    counter.sweep()
    (case,) = ListOpenCases(counter.database)()
    resolve = resolve_case_of(counter)
    resolve(case.id, CaseAnswer.REFUND, actor=counter.actor)
    assert house_paise(counter, "drawer") == -302_00
    assert counter.faults() == []


def test_rounding_stands_in_the_largest_part_and_leaves_none_below_nothing() -> None:
    cash, card = Tender.CASH, Tender.CARD
    assert cash_roundings([(cash, 10_30), (card, 99_99), (cash, 20_40)]) == [0, 0, 30]
    assert cash_roundings([(cash, 20), (cash, 25)]) == [-20, -25]
    assert cash_roundings([(card, 1), (cash, 1_00)]) == [0, 0]
    assert cash_roundings([]) == []


def test_a_sale_that_is_voided_gives_back_what_was_taken(any_counter: Counter) -> None:
    counter = any_counter
    house_rounds(counter)
    hold = seat(counter)
    counter.pay(hold, cash_paise=SEAT, cash_rounding_paise=-6)
    counter.cancel(hold, counter.plan(hold, void=True))
    assert [house_paise(counter, kind) for kind in ("drawer", "rounding")] == [0, 0]
    assert counter.faults() == []


def test_cash_that_was_a_card_slip_was_taken_exactly(any_counter: Counter) -> None:
    counter = any_counter
    house_rounds(counter)
    hold = seat(counter)
    counter.pay(hold, cash_paise=SEAT, cash_rounding_paise=-6)
    correct(counter, only_payment(counter, hold).id, Tender.CARD, "A1 77")
    kinds = ("drawer", "card_machine", "rounding")
    assert [house_paise(counter, kind) for kind in kinds] == [0, SEAT, 0]
    assert counter.faults() == []
    correct(counter, only_payment(counter, hold).id, Tender.CASH)
    assert [house_paise(counter, kind) for kind in kinds] == [1_528_00, 0, 6]
    assert counter.faults() == []


@pytest.mark.parametrize(
    ("received", "taken", "change", "stays"),
    [
        (None, 1_528_00, 0, 0),
        (1_528_00, 1_528_00, 0, 0),
        (2_000_00, 1_528_00, 472_00, 0),
        (1_000_00, 1_000_00, 0, 528_06),
        # A part is whole rupees too, and the gateway gets what it can take.
        (1_527_50, 1_527_00, 50, 1_06),
        (1_527_00, 1_527_00, 0, 1_06),
    ],
)
def test_what_the_page_says_of_cash_is_what_is_taken(
    counter: Counter, received: int | None, taken: int, change: int, stays: int
) -> None:
    house_rounds(counter)
    hold = seat(counter)
    booking = counter.booking(hold)
    form = PaymentForm(method=Tender.CASH, received_paise=received)
    view = view_payment(booking, form)
    assert (view.taken_paise, view.change_paise, view.stays_due_paise) == (taken, change, stays)
    (part,) = request_of(booking, view, form, RequestKey(counter.key())).parts
    result = counter.pay(
        hold,
        cash_paise=part.amount_paise,
        cash_rounding_paise=part.rounding_paise,
        cash_received_paise=part.received_paise,
    )
    assert (result.due_paise, result.change_paise) == (stays, change)
    assert house_paise(counter, "drawer") == taken
    assert counter.faults() == []
