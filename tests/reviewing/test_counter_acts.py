"""What a manager finds in one list: slips that are missing, top-ups taken back, tenders put right."""

from typing import Any

from db.ids import RequestKey, TopUpId
from db.states import Tender
from desktop.services.cancelling.enter_refund_slip import EnterRefundSlip
from desktop.services.correcting.change_customer import ChangeCustomer
from desktop.services.correcting.merge_customers import MergeCustomers, PreviewMerge
from desktop.services.customers.change_number import ChangeNumber
from desktop.services.customers.list_top_ups import ListTopUps
from desktop.services.customers.reverse_top_up import ReverseTopUp
from desktop.services.domain.counter_acts import CounterActKind
from desktop.services.holding.extend_hold import ExtendHold
from desktop.services.paying.correct_tender import CorrectTender
from desktop.services.reviewing.list_counter_acts import ListCounterActs
from tests.conftest import SteppedClock
from tests.counter import FACTS, Counter


def test_slips_reversals_and_corrections_stand_in_one_list(any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    listed = ListCounterActs(counter.database)
    assert listed() == ()
    customer = counter.customer(wallet_paise=500_00)
    (top_up,) = ListTopUps(counter.database)(customer.id)
    reverse = ReverseTopUp(counter.database)
    reverse(TopUpId(top_up.id), "too much", RequestKey("back"), actor=counter.actor)
    clock.advance(60)
    cash = counter.hold(customer=customer)
    counter.pay(cash)
    (payment,) = counter.booking(cash).payments
    correct = CorrectTender(counter.database, counter.publish)
    correct(payment.id, Tender.CARD, "A1", "wrong key", actor=counter.actor)
    counter.cancel(cash)
    slip, corrected, reversed_one = listed()
    assert (slip.kind, slip.reference, slip.amount_paise) == (
        CounterActKind.SLIP_WAITS,
        cash.reference,
        counter.booking(cash).refunds[0].amount_paise,
    )
    assert (corrected.kind, corrected.old_tender, corrected.new_tender, corrected.reason) == (
        CounterActKind.TENDER_CORRECTED,
        Tender.CASH,
        Tender.CARD,
        "wrong key",
    )
    assert (corrected.booking_id, corrected.clerk) == (cash.booking_id, counter.actor.person)
    assert (reversed_one.kind, reversed_one.amount_paise, reversed_one.reason) == (
        CounterActKind.TOP_UP_REVERSED,
        500_00,
        "too much",
    )
    assert reversed_one.customer_name == "Asha"
    (refund,) = counter.booking(cash).refunds
    EnterRefundSlip(counter.database, counter.publish)(refund.id, "R1", actor=counter.actor)
    assert [act.kind for act in listed()] == [
        CounterActKind.TENDER_CORRECTED,
        CounterActKind.TOP_UP_REVERSED,
    ]
    clock.advance(32 * 24 * 3600)
    assert listed() == ()


def test_holds_of_every_desk_and_customers_put_right_stand_in_it(any_counter: Counter) -> None:
    counter = any_counter
    ravi = counter.customer(50_00, "9812345678", "Ravi")
    hold = counter.hold()
    ExtendHold(counter.database, nothing, nothing, counter.publish)(
        hold.booking_id, hold.expires_at, actor=counter.actor
    )
    change = ChangeCustomer(counter.database, FACTS, counter.publish)
    change(hold.booking_id, ravi.id, "wrong one", 0, actor=counter.actor)
    asha = counter.customer()
    ChangeNumber(counter.database)(asha.id, asha.mobile, "9800000001", actor=counter.actor)
    plan = PreviewMerge(counter.database)(asha.id, ravi.id)
    MergeCustomers(counter.database)(asha.id, ravi.id, "one person", plan, actor=counter.actor)
    found = {act.kind: act for act in ListCounterActs(counter.database)()}
    assert set(found) == {
        CounterActKind.HOLD_EXTENDED,
        CounterActKind.CUSTOMER_CHANGED,
        CounterActKind.NUMBER_CHANGED,
        CounterActKind.CUSTOMERS_MERGED,
    }
    merged = found[CounterActKind.CUSTOMERS_MERGED]
    assert (merged.customer_name, merged.amount_paise, merged.reason) == ("Asha", 50_00, "one person")
    assert found[CounterActKind.CUSTOMER_CHANGED].reference == hold.reference
    assert counter.faults() == []


def nothing(*_given: Any, **_named: Any) -> Any:
    raise AssertionError("no code is open")
