"""A buyer who was written down without a mobile gets a number, or another name, and stays who they are."""

import pytest

from db.ids import CustomerId, RequestKey
from desktop.services.customers.find_customers import FindCustomers
from desktop.services.customers.save_customer import SaveCustomer
from desktop.services.customers.top_up_wallet import TopUpWallet
from desktop.services.domain.people import Customer
from desktop.services.errors import BadRequest, KnownByOtherName, NotFound, NumberOfAnother
from tests.counter import Counter


def saved(
    counter: Counter, number: str, name: str, known: CustomerId | None = None, *, rename: bool = False
) -> Customer:
    return SaveCustomer(counter.database)(number, name, actor=counter.actor, rename=rename, known=known)


@pytest.mark.parametrize("first", ["", "020 2553 1234"])
def test_a_buyer_without_a_mobile_is_given_one_and_a_wallet(any_counter: Counter, first: str) -> None:
    counter = any_counter
    ravi = saved(counter, first, "Ravi Kulkarni")
    given = saved(counter, "98765 11111", "Ravi Kulkarni", ravi.id)
    assert (given.id, given.mobile, given.landline) == (ravi.id, "+919876511111", "")
    assert TopUpWallet(counter.database)(ravi.id, 500_00, RequestKey("k"), actor=counter.actor).wallet_paise
    assert [one.id for one in FindCustomers(counter.database)("9876511111")] == [ravi.id]
    assert len(counter.rows()["customer"]) == 1
    assert counter.faults() == []


def test_a_number_given_twice_is_given_once(any_counter: Counter) -> None:
    ravi = saved(any_counter, "", "Ravi Kulkarni")
    for _ in range(2):
        saved(any_counter, "9876511111", "Ravi Kulkarni", ravi.id)
    assert any_counter.faults() == []
    with pytest.raises(NumberOfAnother):
        saved(any_counter, "9876522222", "Ravi Kulkarni", ravi.id)


def test_a_buyer_without_a_mobile_gets_a_landline_which_others_have_too(any_counter: Counter) -> None:
    saved(any_counter, "020 2553 1234", "Meera Nair")
    ravi = saved(any_counter, "", "Ravi Kulkarni")
    given = saved(any_counter, "020 2553 1234", "Ravi Kulkarni", ravi.id)
    assert (given.id, given.landline, given.has_wallet) == (ravi.id, "+912025531234", False)
    assert saved(any_counter, "", "Ravi Kulkarni", ravi.id).landline == ""


def test_a_number_of_somebody_else_is_refused_with_their_name(any_counter: Counter) -> None:
    counter = any_counter
    saved(counter, "9876511111", "Asha Rao")
    ravi = saved(counter, "", "Ravi Kulkarni")
    before = counter.rows()
    with pytest.raises(NumberOfAnother) as refusal:
        saved(counter, "9876511111", "Ravi Kulkarni", ravi.id, rename=True)
    assert (refusal.value.known, refusal.value.name) == ("Asha Rao", "Ravi Kulkarni")
    assert counter.rows() == before


def test_a_buyer_without_a_mobile_is_renamed_after_the_question(any_counter: Counter) -> None:
    counter = any_counter
    ravi = saved(counter, "", "Ravi Kulkarni")
    with pytest.raises(KnownByOtherName) as question:
        saved(counter, "", "Rani Kulkarni", ravi.id)
    assert (question.value.known, question.value.name) == ("Ravi Kulkarni", "Rani Kulkarni")
    assert saved(counter, "9876511111", "Rani Kulkarni", ravi.id, rename=True).name == "Rani Kulkarni"
    assert saved(counter, "9876511111", "rani kulkarni", ravi.id).name == "rani kulkarni"
    assert [one.id for one in FindCustomers(counter.database)("rani")] == [ravi.id]
    assert len(counter.rows()["customer"]) == 1


def test_nobody_is_left_without_a_name_and_nobody_unknown_is_changed(counter: Counter) -> None:
    ravi = saved(counter, "", "Ravi Kulkarni")
    with pytest.raises(BadRequest):
        saved(counter, "9876511111", " ", ravi.id)
    with pytest.raises(NotFound):
        saved(counter, "9876511111", "Ravi", CustomerId("nobody"))
