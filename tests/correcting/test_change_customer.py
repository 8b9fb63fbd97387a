"""A booking that was sold to the wrong customer goes to the right one, with what it was paid with."""

from typing import Any

import pytest
from sqlalchemy import update

from db.ids import CustomerId
from db.schema import promo
from db.states import BookingState, DocumentKind
from desktop.services.correcting.change_customer import ChangeCustomer, PreviewCustomerChange
from desktop.services.correcting_errors import NotHandedOver, NotHandedOverReason, OtherThanShown
from desktop.services.customers.get_customer import GetCustomer
from desktop.services.customers.save_buyer import SaveBuyer
from desktop.services.documents.show_document import FindReceipt, ShowDocument
from desktop.services.domain.booking import Hold
from desktop.services.domain.people import Customer
from desktop.services.domain.promo import PromoRefused
from desktop.services.errors import BadRequest, NotFound, NotPermitted, WalletTooLow, WrongState
from tests.counter import FACTS, Counter
from tests.staff import keep_staff

OTHER = "9812345678"


def change(counter: Counter, hold: Hold, to: Customer, wallet_paise: int = 0, **rest: Any) -> Any:
    use_case = ChangeCustomer(counter.database, FACTS, counter.publish)
    actor = rest.pop("actor", counter.actor)
    return use_case(hold.booking_id, to.id, rest.pop("reason", "wrong number"), wallet_paise, actor=actor)


def wallet(counter: Counter, customer: Customer) -> int:
    return GetCustomer(counter.database)(customer.id).wallet_paise


def test_the_booking_is_the_other_customers_and_the_old_paper_keeps_its_name(any_counter: Counter) -> None:
    counter = any_counter
    asha, ravi = counter.customer(), counter.customer(mobile=OTHER, name="Ravi")
    hold = counter.hold(customer=asha)
    old_paper = counter.pay(hold).document_id
    assert old_paper is not None
    ticket = change(counter, hold, ravi)
    assert counter.booking(hold).customer.id == ravi.id
    old = ShowDocument(counter.database, FACTS)(old_paper)
    new = FindReceipt(counter.database, FACTS)(hold.booking_id)
    assert (old.content.buyer.name, old.content.replaces) == ("Asha", "")
    assert (new.id, new.kind, new.content.buyer.name) == (ticket, DocumentKind.RECEIPT_VOUCHER, "Ravi")
    assert new.content.replaces == old.number
    assert "CUSTOMER_CHANGED" in [tag for tag, _ in counter.told()]
    assert not any(OTHER in content or "9876543210" in content for _, content in counter.told())
    assert counter.faults() == []


def test_what_the_first_wallet_paid_goes_back_and_comes_out_of_the_second(any_counter: Counter) -> None:
    counter = any_counter
    asha = counter.customer(wallet_paise=20_000_00)
    ravi = counter.customer(wallet_paise=30_000_00, mobile=OTHER, name="Ravi")
    hold = counter.hold(customer=asha)
    counter.pay(hold, wallet_paise=hold.total_paise)
    plan = PreviewCustomerChange(counter.database)(hold.booking_id, ravi.id)
    assert plan.wallet_paise == hold.total_paise
    with pytest.raises(OtherThanShown):
        change(counter, hold, ravi, plan.wallet_paise - 1)
    change(counter, hold, ravi, plan.wallet_paise)
    assert wallet(counter, asha) == 20_000_00
    assert wallet(counter, ravi) == 30_000_00 - hold.total_paise
    with pytest.raises(NotHandedOver) as again:
        change(counter, hold, ravi, plan.wallet_paise)
    assert again.value.because is NotHandedOverReason.SAME
    assert counter.faults() == []
    counter.cancel(hold)
    assert wallet(counter, asha) == 20_000_00
    assert counter.faults() == []


def test_the_second_wallet_never_falls_below_zero(any_counter: Counter) -> None:
    counter = any_counter
    asha = counter.customer(wallet_paise=20_000_00)
    ravi = counter.customer(wallet_paise=1_00, mobile=OTHER, name="Ravi")
    nobody = counter.customer(mobile="", name="Walk-in")
    hold = counter.hold(customer=asha)
    counter.pay(hold, wallet_paise=hold.total_paise)
    before = counter.rows()
    with pytest.raises(WalletTooLow):
        change(counter, hold, ravi, hold.total_paise)
    with pytest.raises(BadRequest):
        change(counter, hold, nobody, hold.total_paise)
    assert counter.rows() == before


def test_a_hold_goes_over_with_no_paper(any_counter: Counter) -> None:
    hold = any_counter.hold()
    ravi = any_counter.customer(mobile=OTHER, name="Ravi")
    assert change(any_counter, hold, ravi) is None
    any_counter.pay(hold)
    assert any_counter.booking(hold).customer.id == ravi.id
    assert any_counter.faults() == []


def test_what_went_back_or_is_over_stays_where_it_is(any_counter: Counter, clock: Any) -> None:
    counter = any_counter
    ravi = counter.customer(mobile=OTHER, name="Ravi")
    hold = counter.hold(counter.quote(counter.item("DLX", "203"), counter.item("DLX", "204")))
    counter.pay(hold)
    counter.cancel(hold, counter.plan(hold, [1]))
    with pytest.raises(NotHandedOver) as refusal:
        change(counter, hold, ravi)
    assert refusal.value.because is NotHandedOverReason.REFUNDED
    over = counter.hold()
    clock.advance(600)
    with pytest.raises(WrongState) as ended:
        change(counter, over, ravi)
    assert ended.value.state is BookingState.EXPIRED


def test_a_registered_buyer_is_another_paper(any_counter: Counter) -> None:
    counter = any_counter
    ravi = counter.customer(mobile=OTHER, name="Ravi")
    SaveBuyer(counter.database)(ravi.id, "27AAPFU0939F1ZV", "", actor=counter.actor)
    hold = counter.hold()
    counter.pay(hold)
    with pytest.raises(NotHandedOver) as refusal:
        change(counter, hold, ravi)
    assert refusal.value.because is NotHandedOverReason.OTHER_GSTIN


def test_a_promo_is_used_by_whom_the_booking_is(any_counter: Counter) -> None:
    counter = any_counter
    with counter.database.write(counter.actor) as session:
        session.execute(update(promo).values(uses_per_customer_max=1))
    asha, ravi = counter.customer(), counter.customer(mobile=OTHER, name="Ravi")
    hold = counter.hold(counter.quote(promo="NAMASTE", customer=asha), asha)
    counter.pay(hold)
    change(counter, hold, ravi)
    assert counter.faults() == []
    second = counter.hold(counter.quote(counter.item("DLX", ahead=6), promo="NAMASTE", customer=asha), asha)
    counter.pay(second)
    with pytest.raises(PromoRefused):
        change(counter, second, ravi)


def test_it_needs_permission_a_reason_and_a_customer(any_counter: Counter) -> None:
    counter = any_counter
    ravi = counter.customer(mobile=OTHER, name="Ravi")
    hold = counter.hold()
    counter.pay(hold)
    staff = keep_staff(counter.database)
    with pytest.raises(NotPermitted):
        change(counter, hold, ravi, actor=staff.clerk)
    with pytest.raises(BadRequest):
        change(counter, hold, ravi, reason=" ", actor=staff.manager)
    nobody = Customer(CustomerId("nobody"), "", "", 0)
    with pytest.raises(NotFound):
        change(counter, hold, nobody, actor=staff.manager)
    change(counter, hold, ravi, actor=staff.manager)
    assert counter.booking(hold).customer.id == ravi.id
