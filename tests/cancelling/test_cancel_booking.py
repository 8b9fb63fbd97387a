"""Cancelling: state, money, stock and journal together, once, or nothing."""

from typing import Any

import pytest
from sqlalchemy import select

from db.ids import BookingId, BookingReference
from db.schema import claim, promo
from db.states import BookingState, RefundState, Tender
from desktop.services.domain.cancellation import RefundPlan
from desktop.services.errors import AlreadyDone, BadRequest, NotFound, PlanChanged, WrongState
from tests.counter import Counter

KINDS = {"room": ("DLX", 2), "bus": ("GOA21", 1), "tour": ("HERI", 1)}
HOUR = 3_600


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("is_paid", [False, True], ids=["held", "confirmed"])
def test_stock_of_every_kind_comes_back_exactly_once(
    any_counter: Counter, publish: Any, kind: str, is_paid: bool
) -> None:
    counter = any_counter
    code, nights = KINDS[kind]
    before = counter.free(code, nights=nights)
    hold = counter.hold(counter.quote(counter.item(code, nights=nights)))
    assert counter.free(code, nights=nights) == before - 1
    if is_paid:
        counter.pay(hold)
    result = counter.cancel(hold)
    assert (result.claims_released, result.refund_paise) == (nights, hold.total_paise if is_paid else 0)
    assert counter.free(code, nights=nights) == before
    written = publish.records[-1]
    assert written.tag == "BOOKING_CANCELLED"
    assert written.content["old_status"] == ("confirmed" if is_paid else "held")
    assert written.content["new_status"] == "cancelled"
    assert written.content["claims_released"] == nights
    assert written.content["refund_paise"] == result.refund_paise
    booking = counter.booking(hold)
    assert (booking.state, booking.cancel_reason) == (BookingState.CANCELLED, "plans changed")
    assert counter.faults() == []


def test_a_second_cancel_changes_nothing(any_counter: Counter, publish: Any) -> None:
    counter = any_counter
    customer = counter.customer(wallet_paise=10_000_00)
    hold = counter.hold(customer=customer)
    counter.pay(hold, wallet_paise=hold.total_paise)
    plan = counter.plan(hold)
    done = counter.cancel(hold, plan, key="once")
    before, told = counter.rows(), len(publish.records)
    assert counter.cancel(hold, plan, key="once") == done
    with pytest.raises(AlreadyDone):
        counter.cancel(hold, plan, key="again")
    assert counter.rows() == before
    assert len(publish.records) == told


def test_money_goes_back_to_every_tender_it_came_from(any_counter: Counter) -> None:
    counter = any_counter
    customer = counter.customer(wallet_paise=1_000_00)
    hold = counter.hold(customer=customer)
    rest = hold.total_paise - 2_000_00
    counter.pay(hold, wallet_paise=1_000_00, cash_paise=rest, card_paise=1_000_00, card_reference="R1")
    plan = counter.plan(hold)
    assert plan.refund_paise == hold.total_paise
    assert plan.drawer_paise == rest
    result = counter.cancel(hold, plan)
    assert result.wallet_balance_paise == 1_000_00
    assert result.document_id
    refunds = {refund.tender: refund for refund in counter.booking(hold).refunds}
    assert {tender: refund.amount_paise for tender, refund in refunds.items()} == {
        Tender.WALLET: 1_000_00,
        Tender.CASH: rest,
        Tender.CARD: 1_000_00,
    }
    # The card's waits for the slip by which the machine gives it back.
    assert refunds.pop(Tender.CARD).state is RefundState.PLANNED
    assert {refund.state for refund in refunds.values()} == {RefundState.DONE}
    assert counter.faults() == []


def test_money_may_go_to_the_customers_wallet_instead(any_counter: Counter, publish: Any) -> None:
    counter = any_counter
    customer = counter.customer(wallet_paise=50_00)
    hold = counter.hold(customer=customer)
    counter.pay(hold)
    plan = counter.plan(hold)
    result = counter.cancel(hold, plan, to_wallet=frozenset(leg.payment_id for leg in plan.legs))
    assert result.wallet_balance_paise == 50_00 + hold.total_paise
    assert publish.records[-1].content["refund_mode"] == "wallet"
    assert counter.faults() == []


@pytest.mark.parametrize(
    ("hours_ahead", "refund_bp"), [(48, 10_000), (47.99, 7_500), (24, 7_500), (23, 2_500), (3.9, 0)]
)
def test_the_coachs_tiers(counter: Counter, clock: Any, hours_ahead: float, refund_bp: int) -> None:
    hold = counter.hold(counter.quote(counter.item("SHR08", "4B")))
    counter.pay(hold)
    starts = counter.booking(hold).lines[0].starts_at
    clock.advance((starts - counter.now()).total_seconds() - hours_ahead * HOUR)
    plan = counter.plan(hold)
    assert plan.refund_paise == (hold.total_paise * refund_bp + 5_000) // 10_000
    assert plan.kept_paise == hold.total_paise - plan.refund_paise
    counter.cancel(hold, plan)
    assert counter.faults() == []


def test_each_line_of_a_basket_has_its_own_policy(counter: Counter, clock: Any) -> None:
    basket = counter.quote(counter.item("EXE"), counter.item("GOA21", "4A"))
    hold = counter.hold(basket)
    counter.pay(hold)
    plan = counter.plan(hold)
    assert plan.refund_paise == basket.lines[1].total_paise
    assert plan.tax_refund_paise == basket.lines[1].tax_paise
    assert plan.kept_tax_paise == basket.lines[0].tax_paise
    counter.cancel(hold, plan)
    assert counter.faults() == []


def test_a_plan_that_time_has_changed_is_not_carried_out(counter: Counter, clock: Any) -> None:
    hold = counter.hold(counter.quote(counter.item("SHR08", "4B")))
    counter.pay(hold)
    shown = counter.plan(hold)
    clock.advance(4 * 24 * HOUR)
    before = counter.rows()
    with pytest.raises(PlanChanged) as refusal:
        counter.cancel(hold, shown)
    assert refusal.value.shown_paise == hold.total_paise
    assert counter.rows() == before


def test_a_held_booking_gives_back_all_that_was_taken_for_it(any_counter: Counter) -> None:
    counter = any_counter
    hold = counter.hold(counter.quote(counter.item("EXE")))
    counter.pay(hold, cash_paise=1_000_00)
    plan = counter.plan(hold)
    assert (plan.refund_paise, plan.kept_paise, plan.kept_tax_paise) == (1_000_00, 0, 0)
    assert counter.cancel(hold, plan).refund_paise == 1_000_00
    assert counter.faults() == []


def test_a_promo_use_is_free_again(any_counter: Counter) -> None:
    counter = any_counter
    hold = counter.hold(counter.quote(promo="UTSAV10"))
    counter.pay(hold)
    counter.cancel(hold)
    with counter.database.read() as session:
        assert session.execute(select(promo.c.uses).where(promo.c.code == "UTSAV10")).scalar() == 0
    assert counter.faults() == []


@pytest.mark.parametrize("reason", ["", "   ", "x" * 301])
def test_a_cancellation_needs_a_reason(counter: Counter, reason: str) -> None:
    hold = counter.hold()
    before = counter.rows()
    with pytest.raises(BadRequest) as refusal:
        counter.cancel(hold, reason=reason)
    assert refusal.value.field == "reason"
    assert counter.rows() == before


@pytest.mark.parametrize("swept", [False, True])
def test_an_expired_hold_is_not_cancelled(any_counter: Counter, clock: Any, swept: bool) -> None:
    counter = any_counter
    hold = counter.hold()
    plan = counter.plan(hold)
    clock.advance(600)
    if swept:
        counter.sweep()
    with pytest.raises(WrongState) as refusal:
        counter.cancel(hold, plan)
    assert refusal.value.state == BookingState.EXPIRED
    with pytest.raises(WrongState):
        counter.plan(hold)


def test_nothing_is_cancelled_that_does_not_exist(counter: Counter) -> None:
    hold = counter.hold()
    nothing = type(hold)(BookingId("nothing"), BookingReference(""), 1, hold.reserved_at, hold.expires_at)
    with pytest.raises(NotFound):
        counter.plan(nothing)
    with pytest.raises(NotFound):
        counter.cancel(nothing, RefundPlan((), 0, 0, 0, 0))


def test_cells_sold_to_the_next_customer_stay_theirs(any_counter: Counter, clock: Any) -> None:
    """The first hold is over and its seat taken over: nothing that happens to it frees the seat."""
    counter = any_counter
    item = counter.item("GOA21", "4A")
    first = counter.hold(counter.quote(item))
    clock.advance(600)
    second = counter.hold(counter.quote(item))
    counter.pay(second)
    counter.sweep()
    with counter.database.read() as session:
        assert session.execute(select(claim.c.booking_id)).scalars().all() == [second.booking_id]
    assert counter.booking(first).state is BookingState.EXPIRED
    assert counter.faults() == []
