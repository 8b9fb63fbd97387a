"""Customers by their mobile number, and cash into their wallets."""

from typing import Any

import pytest

from db.ids import CustomerId, RequestKey
from desktop.services.customers.create_sample_customers import CreateSampleCustomers
from desktop.services.customers.find_customers import FindCustomers
from desktop.services.customers.get_customer import GetCustomer
from desktop.services.customers.save_customer import SaveCustomer
from desktop.services.customers.top_up_wallet import TopUpWallet, UnusualTopUp
from desktop.services.errors import BadRequest, NotFound
from tests.actors import actor_of
from tests.cash_limits import lift_deposits
from tests.counter import Counter


@pytest.mark.parametrize("typed", ["9876543210", "+91 98765 43210", "098765-43210", "91 9876543210"])
def test_a_number_is_the_same_however_it_is_said(counter: Counter, typed: str) -> None:
    customer = SaveCustomer(counter.database)(typed, "  Asha   Rao ", actor=actor_of(counter.database))
    assert (customer.mobile, customer.name) == ("+919876543210", "Asha Rao")
    assert customer.masked_mobile == "...3210"


@pytest.mark.parametrize("typed", ["12345", "asha", "123456", "98765432101234", "447911123456"])
def test_what_is_no_number_is_refused(counter: Counter, typed: str) -> None:
    before = counter.rows()
    with pytest.raises(BadRequest) as refusal:
        SaveCustomer(counter.database)(typed, "Asha", actor=actor_of(counter.database))
    assert (refusal.value.field, refusal.value.reason) == ("mobile", "not_a_number")
    assert counter.rows() == before


def test_one_number_is_one_customer(any_counter: Counter) -> None:
    save = SaveCustomer(any_counter.database)
    first = save("9876543210", "Asha", actor=actor_of(any_counter.database))
    renamed = save("9876543210", "Asha Rao", actor=actor_of(any_counter.database), rename=True)
    assert renamed.id == first.id
    assert save("9876543210", "", actor=actor_of(any_counter.database)).name == "Asha Rao"
    assert len(any_counter.rows()["customer"]) == 1
    with pytest.raises(BadRequest):
        save("9876543210", "A" * 121, actor=actor_of(any_counter.database))


def test_the_full_number_is_in_no_record(counter: Counter, publish: Any) -> None:
    counter.customer()
    assert all("98765" not in str(record.content) for record in publish.records)


def test_they_are_found_by_digits_or_by_name_in_any_script(any_counter: Counter) -> None:
    counter = any_counter
    counter.customer(name="Asha Verma")
    counter.customer(mobile="9876500002", name="राहुल शर्मा")
    find = FindCustomers(counter.database)
    assert [one.name for one in find("3210")] == ["Asha Verma"]
    assert [one.name for one in find("+91 98765 00002")] == ["राहुल शर्मा"]
    assert [one.name for one in find("vERma")] == ["Asha Verma"]
    assert [one.name for one in find("राहुल")] == ["राहुल शर्मा"]
    assert find("10") == find("x") == find("%") == find("9999") == ()


def test_a_top_up_is_posted_once(any_counter: Counter, publish: Any) -> None:
    counter = any_counter
    customer = counter.customer()
    top_up = TopUpWallet(counter.database)
    assert (
        top_up(customer.id, 1_000_00, RequestKey("once"), actor=actor_of(counter.database)).wallet_paise
        == 1_000_00
    )
    before = counter.rows()
    assert (
        top_up(customer.id, 1_000_00, RequestKey("once"), actor=actor_of(counter.database)).wallet_paise
        == 1_000_00
    )
    assert counter.rows() == before
    assert (
        top_up(customer.id, 1, RequestKey("other"), actor=actor_of(counter.database)).wallet_paise == 1_000_01
    )
    assert publish.records[-1].content["wallet_after_paise"] == 1_000_01
    assert GetCustomer(counter.database)(customer.id).wallet_paise == 1_000_01
    assert counter.faults() == []


@pytest.mark.parametrize("amount_paise", [0, -1, 1_00_000_01])
def test_a_top_up_has_bounds(counter: Counter, amount_paise: int) -> None:
    customer = counter.customer()
    with pytest.raises(BadRequest, match="out_of_range"):
        TopUpWallet(counter.database)(
            customer.id, amount_paise, RequestKey("k"), actor=actor_of(counter.database)
        )


def test_the_bounds_of_a_top_up_themselves_are_taken(counter: Counter) -> None:
    lift_deposits(counter.database)
    top_up = TopUpWallet(counter.database)
    customer = counter.customer()
    for key, amount_paise in (("least", 1), ("most", 1_00_000_00)):
        customer = top_up(customer.id, amount_paise, RequestKey(key), actor=actor_of(counter.database))
    assert customer.wallet_paise == 1_00_000_01


def test_an_unusual_top_up_is_more_than_twenty_thousand(counter: Counter) -> None:
    assert UnusualTopUp(counter.database)() == 20_000_00


def test_a_name_may_have_a_hundred_and_twenty_signs(counter: Counter) -> None:
    save = SaveCustomer(counter.database)
    assert save("9876500001", "A" * 120, actor=counter.actor).name == "A" * 120
    with pytest.raises(BadRequest, match="too_long"):
        save("9876500002", "A" * 121, actor=counter.actor)


def test_three_figures_or_two_letters_are_enough_to_look_for_somebody(counter: Counter) -> None:
    counter.customer(mobile="9876543210", name="Asha Rao")
    find = FindCustomers(counter.database)
    assert [len(find(text)) for text in ("210", "10", "As", "A")] == [1, 0, 1, 0]


def test_twenty_of_one_name_are_shown(counter: Counter) -> None:
    for number in range(21):
        counter.customer(mobile=f"98765000{number:02}", name="Asha")
    assert len(FindCustomers(counter.database)("asha")) == 20


def test_nobodys_wallet_is_not_found(counter: Counter) -> None:
    with pytest.raises(NotFound):
        TopUpWallet(counter.database)(
            CustomerId("nobody"), 100, RequestKey("k"), actor=actor_of(counter.database)
        )
    with pytest.raises(NotFound):
        GetCustomer(counter.database)(CustomerId("nobody"))


def test_the_sample_customers_are_made_once(counter: Counter) -> None:
    create = CreateSampleCustomers(counter.database)
    create(actor=actor_of(counter.database))
    before = counter.rows()
    create(actor=actor_of(counter.database))
    after = counter.rows()
    assert after["customer"] == before["customer"]
    assert after["journal"] == before["journal"]
    assert after["posting"] == before["posting"]
    assert counter.faults() == []
