"""The same slip twice is said once before it is taken."""

from typing import Any

import pytest
from sqlalchemy import event, select

from db.ids import RefundId
from db.states import Tender
from desktop.services.cancelling.enter_refund_slip import EnterRefundSlip
from desktop.services.domain.booking import Hold
from desktop.services.domain.tenders import BY_HAND, TENDERS
from desktop.services.errors import SlipSeen
from desktop.services.paying.correct_tender import CorrectTender
from desktop.services.steps.check_slip import check_slip
from tests.conftest import Recorder, SteppedClock, open_database
from tests.counter import Counter

SLIPS = {
    Tender.CARD: ("A2907", " a2907 "),
    Tender.OWN_UPI: ("412233445566", "4122 3344 5566"),
    Tender.BANK_TRANSFER: ("HDFCN52026112912", "hdfc-n520 2611 2912"),
    Tender.CHEQUE: ("000123", "000-123"),
}
DAY = 24 * 3600


def pay(counter: Counter, tender: Tender, slip: str, *, again: bool = False) -> Hold:
    """Sell a Deluxe night by this slip."""
    hold = counter.hold()
    fields: dict[str, Any] = {
        f"{tender}_paise": hold.total_paise,
        f"{tender}_reference": slip,
        "slip_again": again,
    }
    counter.pay(hold, **fields)
    return hold


def test_every_tender_with_a_reference_is_tried_here() -> None:
    assert set(SLIPS) == {tender for tender in BY_HAND if TENDERS[tender].reference}


@pytest.mark.parametrize("tender", SLIPS)
def test_a_slip_entered_twice_is_said_and_a_second_press_takes_it(
    any_counter: Counter, tender: Tender
) -> None:
    counter = any_counter
    first, second = SLIPS[tender]
    sold = pay(counter, tender, first)
    before = len(counter.rows()["payment"])
    with pytest.raises(SlipSeen) as told:
        pay(counter, tender, second)
    assert told.value.reference == sold.reference
    assert len(counter.rows()["payment"]) == before
    again = pay(counter, tender, second, again=True)
    assert counter.booking(again).state == "confirmed"
    assert counter.faults() == []


@pytest.mark.parametrize("tender", SLIPS)
def test_a_machine_counts_anew_each_day_and_a_bank_does_not(
    counter: Counter, clock: SteppedClock, tender: Tender
) -> None:
    slip, _ = SLIPS[tender]
    pay(counter, tender, slip)
    clock.advance(DAY + 1)
    if tender is Tender.CARD:
        pay(counter, tender, slip)
        return
    with pytest.raises(SlipSeen):
        pay(counter, tender, slip)


@pytest.mark.parametrize("tender", SLIPS)
def test_the_machine_of_another_desk_has_its_own_numbers(
    counter: Counter, clock: SteppedClock, publish: Recorder, tender: Tender
) -> None:
    slip, _ = SLIPS[tender]
    pay(counter, tender, slip)
    second = open_database(str(counter.database.engine.url), clock, publish, "D2")
    other = Counter(second, clock, publish, counter.numbers)
    if tender is Tender.CARD:
        pay(other, tender, slip)
    else:
        with pytest.raises(SlipSeen):
            pay(other, tender, slip)
    other.database.close()


@pytest.mark.parametrize("tender", SLIPS)
def test_no_year_of_payments_is_read_for_a_slip(counter: Counter, tender: Tender) -> None:
    pay(counter, tender, SLIPS[tender][0])
    asked: list[tuple[str, Any]] = []
    engine = counter.database.engine

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        asked.append((statement, values))

    with counter.database.write(counter.actor) as session:
        session.execute(select(1))  # what a block of writes begins with is not counted
        event.listen(engine, "before_cursor_execute", note)
        with pytest.raises(SlipSeen):
            check_slip(session, tender, SLIPS[tender][0])
        event.remove(engine, "before_cursor_execute", note)
    with engine.connect() as connection:
        plans = [
            str(step)
            for statement, values in asked
            for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
        ]
    assert len(asked) == 2
    assert [step for step in plans if "SCAN" in step] == []
    payments_by = "ix_payment_settled" if tender is Tender.CARD else "ix_payment_reference"
    assert any(payments_by in step for step in plans)
    assert any("ix_refund_slip" in step for step in plans)


def test_a_refunds_slip_and_a_corrected_tender_are_asked_about_too(counter: Counter) -> None:
    sold = pay(counter, Tender.CARD, "A2907")
    counter.cancel(sold)
    (refund,) = counter.booking(sold).refunds
    enter = EnterRefundSlip(counter.database, counter.publish)
    with pytest.raises(SlipSeen):
        enter(RefundId(refund.id), "A2907", actor=counter.actor)
    enter(refund.id, "A2907", actor=counter.actor, again=True)
    cash = counter.hold()
    counter.pay(cash)
    (payment,) = counter.booking(cash).payments
    correct = CorrectTender(counter.database, counter.publish)
    with pytest.raises(SlipSeen):
        correct(payment.id, Tender.CARD, "A2907", "wrong key", actor=counter.actor)
    correct(payment.id, Tender.CARD, "A2908", "wrong key", actor=counter.actor)
    correct(payment.id, Tender.CARD, "A2907", "wrong slip", actor=counter.actor, again=True)
    assert counter.faults() == []
