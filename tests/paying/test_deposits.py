"""A part confirms a booking by a rule of the house; the rest is paid later, and then it is sold."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from db import deposits
from db.catalogue_words import BalanceDue
from db.deposits import DepositRuleRow
from db.ids import RequestKey
from db.schema import claim, document
from db.states import BookingState, DocumentKind
from desktop.services.domain.booking import Hold
from desktop.services.domain.payment_request import PaymentResult, TakePaymentRequest
from desktop.services.errors import BadRequest, NotPermitted, OtherContent, TendersDoNotMatch, WrongState
from desktop.services.holding.complete_bookings import CompleteBookings
from desktop.services.paying.take_payment import TakePayment
from tests.actors import actor_of
from tests.conftest import SteppedClock
from tests.counter import FACTS, Counter, parts_of
from tests.staff import keep_staff

TWENTY = DepositRuleRow("any", 20_00, 0, BalanceDue.AT_ARRIVAL, 0, True)


def set_rules(counter: Counter, *rules: DepositRuleRow) -> None:
    """Let these be the rules of the house."""
    with counter.database.write(counter.actor) as session:
        deposits.write_rules(session, rules)


def take_deposit(
    counter: Counter, hold: Hold, deposit_paise: int, key: str = "", **tenders: Any
) -> PaymentResult:
    """Confirm a hold against a part, in cash if nothing else is said."""
    parts = parts_of(**(tenders or {"cash_paise": deposit_paise}))
    request = TakePaymentRequest(
        hold.booking_id, RequestKey(key or counter.key()), parts, deposit_paise=deposit_paise
    )
    return TakePayment(counter.database, FACTS, counter.publish)(request, actor=counter.actor)


def account_paise(counter: Counter, kind: str) -> int:
    """Return what an account of the house has, as a debit."""
    from tests.paying.test_take_payment import house_paise

    return house_paise(counter, kind)


def fifth_of(hold: Hold) -> int:
    """Return twenty per cent, raised to a full rupee."""
    return -(-hold.total_paise // 500) * 100


def papers(counter: Counter) -> list[DocumentKind]:
    """Return what papers were made, in their order."""
    with counter.database.read() as session:
        return list(session.execute(select(document.c.kind).order_by(document.c.id)).scalars())


def test_a_part_confirms_and_keeps_the_room_for_good(any_counter: Counter) -> None:
    counter = any_counter
    set_rules(counter, TWENTY)
    hold = counter.hold()
    part = fifth_of(hold)
    result = take_deposit(counter, hold, part)
    assert (result.state, result.due_paise) == (BookingState.CONFIRMED, hold.total_paise - part)
    with counter.database.read() as session:
        assert session.execute(select(claim.c.expires_at)).scalars().all() == [None]
    assert account_paise(counter, "advance_received") == -part
    assert account_paise(counter, "sales") == 0
    assert papers(counter) == [DocumentKind.RECEIPT_VOUCHER, DocumentKind.PAYMENT_SLIP]
    assert counter.faults() == []


def test_the_sale_is_posted_when_the_last_paisa_of_the_balance_came(any_counter: Counter) -> None:
    counter = any_counter
    set_rules(counter, TWENTY)
    customer = counter.customer(wallet_paise=500_00)
    hold = counter.hold(customer=customer)
    take_deposit(counter, hold, fifth_of(hold))
    left = hold.total_paise - fifth_of(hold)
    assert counter.pay(hold, wallet_paise=500_00).due_paise == left - 500_00
    assert account_paise(counter, "sales") == 0
    assert counter.faults() == []
    done = counter.pay(hold, card_paise=left - 500_00, card_reference="RRN 1")
    assert (done.due_paise, done.balance_by) == (0, None)
    booking = counter.booking(hold)
    assert account_paise(counter, "sales") == booking.tax_paise - hold.total_paise
    assert account_paise(counter, "advance_received") == 0
    assert sorted(papers(counter)) == [
        DocumentKind.MONEY_RECEIPT,  # of what was put into the wallet
        *(3 * [DocumentKind.PAYMENT_SLIP]),
        *(3 * [DocumentKind.RECEIPT_VOUCHER]),
    ]
    assert counter.faults() == []
    with pytest.raises(WrongState):
        counter.pay(hold, cash_paise=1_00)


def test_nobody_pays_more_than_the_balance(counter: Counter) -> None:
    set_rules(counter, TWENTY)
    hold = counter.hold()
    take_deposit(counter, hold, fifth_of(hold))
    with pytest.raises(TendersDoNotMatch):
        counter.pay(hold, cash_paise=hold.total_paise)


def test_less_than_the_rule_needs_a_manager_down_to_nothing(any_counter: Counter) -> None:
    counter = any_counter
    evening = replace(TWENTY, due=BalanceDue.BY_CLOCK, due_value=18 * 60)
    set_rules(counter, evening)
    hold = counter.hold()
    keep_staff(counter.database)
    before = counter.rows()
    with pytest.raises(NotPermitted):
        take_deposit(counter, hold, 0, cash_paise=0)
    assert counter.rows() == before


def test_a_telephone_reservation_is_kept_until_six(any_counter: Counter) -> None:
    counter = any_counter
    set_rules(counter, replace(TWENTY, percent_bp=0, due=BalanceDue.BY_CLOCK, due_value=18 * 60))
    hold = counter.hold()
    result = take_deposit(counter, hold, 0, cash_paise=0)
    assert (result.state, result.due_paise) == (BookingState.CONFIRMED, hold.total_paise)
    assert result.balance_by is not None
    assert result.balance_by.strftime("%H:%M") == "12:30"
    assert counter.faults() == []
    again = take_deposit(counter, hold, 0, cash_paise=0)
    assert again.document_id == result.document_id


def test_without_a_rule_a_part_needs_a_manager(counter: Counter) -> None:
    hold = counter.hold()
    keep_staff(counter.database)
    with pytest.raises(NotPermitted):
        take_deposit(counter, hold, 100_00)


@pytest.mark.parametrize("part", ["all", "more", "minus"])
def test_what_is_no_part_is_refused(counter: Counter, part: str) -> None:
    set_rules(counter, TWENTY)
    hold = counter.hold()
    paise = {"all": hold.total_paise, "more": hold.total_paise + 1, "minus": -1}[part]
    with pytest.raises((BadRequest, TendersDoNotMatch)):
        take_deposit(counter, hold, paise)


def test_a_part_that_would_be_due_already_is_refused(counter: Counter) -> None:
    set_rules(counter, replace(TWENTY, due=BalanceDue.BEFORE_START, due_value=24 * 30))
    with pytest.raises(BadRequest, match="too_late"):
        take_deposit(counter, counter.hold(), 1_000_00)


def test_the_same_key_takes_a_deposit_once_and_for_one_part_only(any_counter: Counter) -> None:
    counter = any_counter
    set_rules(counter, TWENTY)
    hold = counter.hold()
    first = take_deposit(counter, hold, fifth_of(hold), key="once")
    assert take_deposit(counter, hold, fifth_of(hold), key="once").due_paise == first.due_paise
    with pytest.raises(OtherContent):
        take_deposit(counter, hold, fifth_of(hold) + 1_00, key="once", cash_paise=fifth_of(hold))
    assert account_paise(counter, "drawer") == fifth_of(hold)


def test_the_fee_counts_on_the_total_and_is_kept_from_what_was_paid(any_counter: Counter) -> None:
    counter = any_counter
    set_rules(counter, TWENTY)
    hold = counter.hold(counter.quote(counter.item("DLX", ahead=0)))
    part = fifth_of(hold)
    take_deposit(counter, hold, part)
    plan = counter.plan(hold)
    fee = max(hold.total_paise - counter.booking(hold).total_paise, 0)
    assert plan.kept_paise + plan.refund_paise == part
    assert fee == 0
    counter.cancel(hold, plan)
    assert account_paise(counter, "advance_received") == 0
    sold = account_paise(counter, "sales") + account_paise(counter, "tax_payable")
    assert sold == -plan.kept_paise
    assert counter.faults() == []


def test_one_of_two_lines_ends_and_the_deposit_pays_for_the_other(any_counter: Counter) -> None:
    counter = any_counter
    set_rules(counter, TWENTY)
    hold = counter.hold(counter.quote(counter.item("DLX", ahead=9), counter.item("DLX", ahead=12)))
    part = fifth_of(hold)
    take_deposit(counter, hold, part)
    plan = counter.plan(hold, [1])
    counter.cancel(hold, plan)
    booking = counter.booking(hold)
    assert (
        booking.due_paise
        == plan.balance_paise
        == booking.lines[1].total_paise + plan.kept_paise - (part - plan.refund_paise)
    )
    assert counter.faults() == []
    counter.pay(hold, cash_paise=booking.due_paise)
    assert counter.booking(hold).due_paise == 0
    assert counter.faults() == []


def test_a_deposit_that_is_enough_for_what_is_left_sells_it(any_counter: Counter) -> None:
    counter = any_counter
    set_rules(counter, replace(TWENTY, percent_bp=90_00))
    hold = counter.hold(counter.quote(counter.item("DLX", ahead=9), counter.item("DLX", ahead=12)))
    take_deposit(counter, hold, -(-hold.total_paise * 9 // 1000) * 100)
    counter.cancel(hold, counter.plan(hold, [1]))
    booking = counter.booking(hold)
    assert (booking.state, booking.due_paise) == (BookingState.CONFIRMED, 0)
    assert account_paise(counter, "advance_received") == 0
    assert counter.faults() == []


def test_an_open_balance_is_never_completed(any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    set_rules(counter, TWENTY)
    hold = counter.hold(counter.quote(counter.item("DLX", ahead=0)))
    take_deposit(counter, hold, fifth_of(hold))
    clock.advance(timedelta(days=3).total_seconds())
    assert CompleteBookings(counter.database, counter.publish)(actor=actor_of(counter.database)) == 0
    assert counter.booking(hold).state is BookingState.CONFIRMED
    counter.pay(hold, cash_paise=counter.booking(hold).due_paise)
    assert CompleteBookings(counter.database, counter.publish)(actor=actor_of(counter.database)) == 1
    assert counter.faults() == []
