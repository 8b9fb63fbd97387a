"""What needs more than a sale: deposits, companies, a manager's yes, customers and holds put right."""

from dataclasses import replace

import pytest

from db.ids import CustomerId, PaymentId
from db.states import AccountKind, Tender
from desktop.services.domain.deposits import DepositRule
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.domain.quote import BasketItem, QuoteRequest
from desktop.services.errors import NotPermitted
from tests.two_days.selling import Sold, approved, customer, hold, parts_of, sell, take, took
from tests.two_days.shop import Desk, Shop

TWENTY_PERCENT = DepositRule("any", 2_000)


def set_rules(shop: Shop, desk: Desk) -> None:
    """Let a fifth confirm a booking."""
    desk.services.save_deposit_rules((TWENTY_PERCENT,), actor=desk.actor)


def sell_on_deposit(shop: Shop, desk: Desk, guest: int, tender: Tender) -> Sold:
    """Confirm a booking against a fifth."""
    who = customer(shop, desk, guest)
    held = hold(shop, desk, who)
    terms = desk.services.show_deposit_terms(held.booking_id)
    assert terms is not None
    paise = terms.least_paise
    request = TakePaymentRequest(
        held.booking_id, shop.key(), parts_of(shop, [(tender, paise)]), deposit_paise=paise
    )
    desk.services.take_payment(request, actor=desk.actor)
    took(shop, desk, tender, paise, who)
    shop.book.note("deposit")
    shop.book.note("sale")
    return Sold(held.booking_id, who, ((tender, paise),))


def pay_balance(shop: Shop, desk: Desk, sold: Sold, tender: Tender) -> None:
    """Take the rest."""
    booking = desk.services.find_booking(sold.booking_id)
    assert booking.owes_balance
    request = TakePaymentRequest(sold.booking_id, shop.key(), parts_of(shop, [(tender, booking.due_paise)]))
    desk.services.take_payment(request, actor=desk.actor)
    took(shop, desk, tender, booking.due_paise, sold.customer_id)
    assert not desk.services.find_booking(sold.booking_id).owes_balance
    shop.book.note("balance")


def sell_on_account(shop: Shop, desk: Desk, guest: int) -> CustomerId:
    """Let a company owe what it takes."""
    who = customer(shop, desk, guest)
    manager = shop.at(desk.code, "90")
    manager.services.save_company(who, 50_000_00, 30, True, actor=manager.actor)
    held = hold(shop, desk, who)
    take(shop, desk, held, who, [(Tender.ON_ACCOUNT, held.total_paise)])
    shop.book.note("sale")
    return who


def take_bill(shop: Shop, desk: Desk, company: CustomerId, paise: int) -> None:
    """The company pays some of it in cash."""
    desk.services.take_company_payment(company, Tender.CASH, paise, "", shop.key(), actor=desk.actor)
    took(shop, desk, Tender.CASH, paise, company)
    shop.book.move(desk.person, AccountKind.OWED_BY_COMPANIES, -paise)
    shop.book.note("bill")


def waive(shop: Shop, desk: Desk, guest: int) -> None:
    """A clerk gives back all of a sale whose policy keeps something, with Meena's yes."""
    sold = sell(shop, desk, guest, Tender.CASH, code="EXE")
    services = desk.services
    total = services.find_booking(sold.booking_id).total_paise
    plan = services.preview_cancellation(sold.booking_id, back_paise=total)
    asked = (sold.booking_id, "funeral", plan, frozenset[PaymentId](), shop.key())
    with pytest.raises(NotPermitted) as refused:
        services.cancel_booking(*asked, actor=desk.actor, note="a regular")
    yes = approved(shop, desk, refused.value)
    services.cancel_booking(*asked, actor=yes, note="a regular")
    took(shop, desk, Tender.CASH, -total, sold.customer_id)
    shop.book.note("waiver")


def give_away(shop: Shop, desk: Desk, guest: int) -> None:
    """A complimentary place: nothing is paid, and Meena says yes to it."""
    who = customer(shop, desk, guest)
    services = desk.services
    offering = next(one for one in services.list_offerings() if one.code == "GOA21")
    day = shop.today().replace(day=min(shop.today().day + 4, 28))
    found = services.find_availability(offering.id, day, day, 1)
    item = BasketItem(offering.id, found.suggested_unit_ids[:1], day, day)
    quote = services.make_quote(QuoteRequest((item,), customer_id=who), actor=desk.actor)
    with pytest.raises(NotPermitted) as refused:
        services.give_discount(quote.id, "complimentary", actor=desk.actor, percent=100)
    yes = approved(shop, desk, refused.value)
    code = services.give_discount(quote.id, "complimentary", actor=yes, percent=100)
    free = services.make_quote(QuoteRequest((item,), promo_code=code, customer_id=who), actor=desk.actor)
    assert free.total_paise == 0
    held = services.place_hold(free.id, who, shop.key(), actor=desk.actor)
    services.take_payment(TakePaymentRequest(held.booking_id, shop.key()), actor=desk.actor)
    shop.book.note("sale")
    shop.book.note("discount")


def extend(shop: Shop, desk: Desk, guest: int) -> None:
    """Ten minutes more, twice: the second time a manager says yes."""
    who = customer(shop, desk, guest)
    held = hold(shop, desk, who)
    services = desk.services
    shop.step(8)
    first = services.extend_hold(held.booking_id, held.expires_at, actor=desk.actor)
    with pytest.raises(NotPermitted) as refused:
        services.extend_hold(held.booking_id, first.hold.expires_at, actor=desk.actor)
    services.extend_hold(held.booking_id, first.hold.expires_at, actor=approved(shop, desk, refused.value))
    shop.step(15)
    take(shop, desk, held, who, [(Tender.CASH, held.total_paise)])
    shop.book.note("sale")
    shop.book.note("extension")


def change_customer(shop: Shop, desk: Desk, wrong: int, right: int) -> None:
    """A sale was made to the wrong person."""
    sold = sell(shop, desk, wrong, Tender.CASH)
    who = customer(shop, desk, right)
    services = desk.services
    asked = (sold.booking_id, who, "took the wrong Asha", 0)
    with pytest.raises(NotPermitted) as refused:
        services.change_customer(*asked, actor=desk.actor)
    services.change_customer(*asked, actor=approved(shop, desk, refused.value))
    assert services.find_booking(sold.booking_id).customer.id == who
    shop.book.note("customer_changed")


def merge(shop: Shop, desk: Desk, kept: int, gone: int) -> None:
    """Two rows are one person; the wallet moves along."""
    to, of = customer(shop, desk, kept), customer(shop, desk, gone)
    services = desk.services
    paise = services.get_customer(of).wallet_paise
    plan = services.preview_merge(to, of)
    with pytest.raises(NotPermitted) as refused:
        services.merge_customers(to, of, "the same person", plan, actor=desk.actor)
    yes = approved(shop, desk, refused.value)
    services.merge_customers(to, of, "the same person", plan, actor=replace(yes))
    del shop.book.wallets[of]
    shop.book.wallets[to] += paise
    shop.book.note("merge")
