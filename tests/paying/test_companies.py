"""Companies owe up to a limit: put on account, given back on account, paid later, and told by a statement."""

from datetime import timedelta
from typing import Any

import pytest

from db.ids import CustomerId, RequestKey
from db.states import BookingState, Tender
from desktop.services.companies.read_company import ReadStatement
from desktop.services.companies.save_company import SaveCompany
from desktop.services.companies.take_company_payment import TakeCompanyPayment
from desktop.services.domain.companies import Company, MoveKind, Statement
from desktop.services.errors import BadRequest, NotPermitted, OtherContent
from tests.conftest import SteppedClock
from tests.counter import Counter
from tests.paying.test_take_payment import house_paise
from tests.staff import keep_staff


def may_owe(counter: Counter, customer_id: CustomerId, limit_paise: int = 50_000_00) -> Company:
    """Let a customer owe."""
    return SaveCompany(counter.database)(customer_id, limit_paise, 30, True, actor=counter.actor)


def pays(
    counter: Counter, customer_id: CustomerId, tender: Tender, paise: int, reference: str = "", key: str = ""
) -> Company:
    """Take what a company pays."""
    take = TakeCompanyPayment(counter.database)
    return take(customer_id, tender, paise, reference, RequestKey(key or counter.key()), actor=counter.actor)


def statement(counter: Counter, customer_id: CustomerId, days: int = 1) -> Statement:
    """Read the statement of the last days."""
    until = counter.now() + timedelta(seconds=1)
    return ReadStatement(counter.database)(customer_id, until - timedelta(days=days), until)


def test_a_company_owes_what_it_booked_and_pays_it_later(any_counter: Counter) -> None:
    counter = any_counter
    customer = counter.customer()
    may_owe(counter, customer.id)
    hold = counter.hold(customer=customer)
    result = counter.pay(hold, on_account_paise=hold.total_paise)
    assert result.state is BookingState.CONFIRMED
    assert house_paise(counter, "owed_by_companies") == hold.total_paise
    assert counter.faults() == []
    left = pays(counter, customer.id, Tender.BANK_TRANSFER, 1_000_00, "ABCD123456789012")
    assert left.owed_paise == hold.total_paise - 1_000_00
    assert pays(counter, customer.id, Tender.CASH, left.owed_paise).owed_paise == 0
    assert counter.faults() == []
    told = statement(counter, customer.id)
    assert (told.opening_paise, told.closing_paise) == (0, 0)
    assert [line.kind for line in told.lines] == [MoveKind.BOOKING, MoveKind.PAID, MoveKind.PAID]


def test_what_is_cancelled_is_owed_no_longer(any_counter: Counter) -> None:
    counter = any_counter
    customer = counter.customer()
    may_owe(counter, customer.id)
    hold = counter.hold(counter.quote(counter.item("DLX", ahead=20)), customer)
    counter.pay(hold, on_account_paise=hold.total_paise)
    plan = counter.plan(hold)
    assert {leg.back_to for leg in plan.legs} == {Tender.ON_ACCOUNT}
    counter.cancel(hold, plan)
    assert house_paise(counter, "owed_by_companies") == plan.kept_paise
    assert statement(counter, customer.id).lines[-1].kind is MoveKind.CREDIT
    assert counter.faults() == []


def test_who_is_no_company_owes_nothing(any_counter: Counter) -> None:
    hold = any_counter.hold()
    before = any_counter.rows()
    with pytest.raises(BadRequest, match="no_company"):
        any_counter.pay(hold, on_account_paise=hold.total_paise)
    assert any_counter.rows() == before


def test_beyond_the_limit_only_a_manager_lets_them_owe(any_counter: Counter) -> None:
    counter = any_counter
    customer = counter.customer()
    hold = counter.hold(customer=customer)
    may_owe(counter, customer.id, hold.total_paise - 1)
    keep_staff(counter.database)
    with pytest.raises(NotPermitted) as refused:
        counter.pay(hold, on_account_paise=hold.total_paise)
    assert refused.value.amount_paise == 1
    assert house_paise(counter, "owed_by_companies") == 0


def test_nobody_pays_more_than_is_owed_and_a_key_pays_once(any_counter: Counter) -> None:
    counter = any_counter
    customer = counter.customer()
    may_owe(counter, customer.id)
    hold = counter.hold(customer=customer)
    counter.pay(hold, on_account_paise=hold.total_paise)
    with pytest.raises(BadRequest, match="more_than_owed"):
        pays(counter, customer.id, Tender.CASH, hold.total_paise + 1)
    pays(counter, customer.id, Tender.CASH, 10_00, key="once")
    again = pays(counter, customer.id, Tender.CASH, 10_00, key="once")
    assert again.owed_paise == hold.total_paise - 10_00
    with pytest.raises(OtherContent):
        pays(counter, customer.id, Tender.CASH, 11_00, key="once")
    assert counter.faults() == []


@pytest.mark.parametrize("tender", [Tender.WALLET, Tender.RAZORPAY, Tender.ON_ACCOUNT])
def test_a_debt_is_paid_by_hand_only(counter: Counter, tender: Tender) -> None:
    customer = counter.customer()
    may_owe(counter, customer.id)
    with pytest.raises(BadRequest):
        pays(counter, customer.id, tender, 1_00)


@pytest.mark.parametrize("terms", [(-1, 30), (1, -1), (1, 366), (10**14, 30)])
def test_terms_that_can_not_be_are_refused(counter: Counter, terms: Any) -> None:
    customer = counter.customer()
    with pytest.raises(BadRequest):
        SaveCompany(counter.database)(customer.id, terms[0], terms[1], True, actor=counter.actor)


def test_only_a_manager_says_who_may_owe(counter: Counter) -> None:
    customer = counter.customer()
    keep_staff(counter.database)
    with pytest.raises(NotPermitted):
        may_owe(counter, customer.id)


def test_the_oldest_is_paid_first_and_what_is_older_than_the_terms_is_overdue(
    counter: Counter, clock: SteppedClock
) -> None:
    customer = counter.customer()
    may_owe(counter, customer.id)
    first = counter.hold(customer=customer)
    counter.pay(first, on_account_paise=first.total_paise)
    clock.advance(timedelta(days=31).total_seconds())
    second = counter.hold(customer=customer)
    counter.pay(second, on_account_paise=second.total_paise)
    pays(counter, customer.id, Tender.CASH, 100_00)
    told = statement(counter, customer.id)
    assert told.overdue_paise == first.total_paise - 100_00
    assert told.opening_paise == first.total_paise
