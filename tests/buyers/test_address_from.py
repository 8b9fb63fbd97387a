"""An invoice of 50,000 and more names its buyer: address and State are asked for before money is taken."""

import pytest
from sqlalchemy import update

from db import house_rules
from db.schema import site, slot, tax_rate, unit
from desktop.services.buyer_errors import BuyerWanted
from desktop.services.domain.booking import Hold
from desktop.services.domain.people import NOT_TOLD, Billing
from tests.actors import actor_of
from tests.buyers.buyers_at_hand import AT_HOME, KARNATAKA, save
from tests.counter import Counter


def hold_for(counter: Counter, paise: int, *codes: str) -> Hold:
    """Hold one of each at this price."""
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(slot).values(price_paise=paise))
        session.execute(update(unit).values(supplement_paise=0))
    return counter.hold(counter.quote(*(counter.item(code) for code in codes or ("HERI",))))


def test_49_999_99_asks_for_nothing_and_one_paisa_more_does(any_counter: Counter) -> None:
    any_counter.pay(hold_for(any_counter, 49_999_99))
    hold = hold_for(any_counter, 50_000_00)
    before = any_counter.rows()
    with pytest.raises(BuyerWanted) as refusal:
        any_counter.pay(hold)
    assert refusal.value.limit_paise == 50_000_00
    assert any_counter.rows() == before
    save(any_counter, any_counter.customer(), "", "27", AT_HOME)
    any_counter.pay(hold)
    assert any_counter.faults() == []


@pytest.mark.parametrize(
    ("state", "billing"),
    [("", AT_HOME), ("27", NOT_TOLD), ("27", Billing("Asha")), ("27", Billing("", (), "411045"))],
)
def test_half_of_it_is_not_enough(counter: Counter, state: str, billing: Billing) -> None:
    hold = hold_for(counter, 50_000_00)
    save(counter, counter.customer(), "", state, billing)
    with pytest.raises(BuyerWanted):
        counter.pay(hold)


def test_a_part_is_not_taken_either(counter: Counter) -> None:
    hold = hold_for(counter, 50_000_00)
    with pytest.raises(BuyerWanted):
        counter.pay(hold, cash_paise=100_00)


def test_it_is_the_value_of_one_paper_and_without_its_tax(counter: Counter) -> None:
    # Room and tour of one State stand on one invoice where both are made at the supply.
    counter.pay(hold_for(counter, 40_000_00, "HERI"))
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(tax_rate).values(rate_bp=2_800))
    counter.pay(hold_for(counter, 45_000_00, "HERI"))
    with pytest.raises(BuyerWanted):
        counter.pay(hold_for(counter, 25_000_00, "DLX", "HERI"))


def test_a_ticket_leaves_the_address_out(counter: Counter) -> None:
    counter.pay(hold_for(counter, 60_000_00, "GOA21"))


def test_a_registered_buyer_has_told_enough(counter: Counter) -> None:
    buyer = save(counter, counter.customer(), KARNATAKA)
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(slot).values(price_paise=60_000_00))
    counter.pay(counter.hold(counter.quote(counter.item("HERI"), customer=buyer), buyer))


def test_where_nobody_is_registered_nothing_is_asked(counter: Counter) -> None:
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(site).values(registration="NONE"))
    counter.pay(hold_for(counter, 60_000_00))


def test_a_house_may_ask_earlier(counter: Counter) -> None:
    with counter.database.write(actor_of(counter.database)) as session:
        house_rules.write(session, {"address_from_paise": 20_000_00}, change=True)
    with pytest.raises(BuyerWanted):
        counter.pay(hold_for(counter, 20_000_00))
    counter.pay(hold_for(counter, 19_999_99))
