"""A request key is bound to its content: the same act again answers the same, another one is refused."""

from typing import Any

import pytest

from db.ids import PaymentId, RequestKey
from db.states import BookingState, Tender
from desktop.services.customers.list_top_ups import ListTopUps
from desktop.services.customers.reverse_top_up import ReverseTopUp
from desktop.services.customers.top_up_wallet import TopUpWallet
from desktop.services.errors import OtherContent, WrongState
from tests.actors import actor_of
from tests.counter import Counter
from tests.paying.test_correct_tender import correct


def test_a_top_up_repeated_with_another_amount_is_refused(any_counter: Counter) -> None:
    counter, key = any_counter, RequestKey("pressed")
    customer, other = counter.customer(), counter.customer(mobile="9876500001", name="Ravi")
    top_up, actor = TopUpWallet(counter.database), actor_of(counter.database)
    assert top_up(customer.id, 500_00, key, actor=actor).wallet_paise == 500_00
    before = counter.rows()
    with pytest.raises(OtherContent) as refused:
        top_up(customer.id, 600_00, key, actor=actor)
    assert refused.value.amount_paise == 500_00
    with pytest.raises(OtherContent):
        top_up(other.id, 500_00, key, actor=actor)
    assert top_up(customer.id, 500_00, key, actor=actor).wallet_paise == 500_00
    assert counter.rows() == before


CARD = {"card_paise": 1_000_00, "card_reference": "A1 77"}


@pytest.mark.parametrize(
    "second",
    [
        {"cash_paise": 1_000_00},
        {**CARD, "card_paise": 900_00},
        {**CARD, "card_reference": "A1 78"},
        {**CARD, "cash_paise": 100_00},
    ],
)
def test_a_payment_repeated_with_something_else_is_refused(counter: Counter, second: dict[str, Any]) -> None:
    hold = counter.hold()
    first = counter.pay(hold, "pressed", **CARD)
    before = counter.rows()
    with pytest.raises(OtherContent) as refused:
        counter.pay(hold, "pressed", **second)
    assert refused.value.amount_paise == 1_000_00
    assert counter.pay(hold, "pressed", **CARD) == first
    assert counter.rows() == before


def test_a_sale_paid_by_card_alone_is_answered_again_and_not_taken_again(counter: Counter) -> None:
    hold = counter.hold()
    whole = {"card_paise": hold.total_paise, "card_reference": "A1 77"}
    first = counter.pay(hold, "pressed", **whole)
    assert (first.state, first.due_paise) == (BookingState.CONFIRMED, 0)
    before = counter.rows()
    assert counter.pay(hold, "pressed", **whole) == first
    with pytest.raises(OtherContent):
        counter.pay(hold, "pressed", **{**whole, "card_reference": "A1 78"})
    with pytest.raises(WrongState):
        counter.pay(hold, "pressed again", **whole)
    assert counter.rows() == before


def test_a_payment_that_was_put_right_meanwhile_is_answered_again(counter: Counter) -> None:
    """The answer was lost, the clerk looked, corrected what was taken, and the first request came again."""
    hold = counter.hold()
    both = {"cash_paise": 1_000_00, "card_paise": hold.total_paise - 1_000_00, "card_reference": "A1 77"}
    counter.pay(hold, "pressed", **both)
    cash = next(one for one in counter.booking(hold).payments if one.tender is Tender.CASH)
    correct(counter, cash.id, Tender.OWN_UPI, "123456789012")
    before = counter.rows()
    assert counter.pay(hold, "pressed", **both).due_paise == 0
    for other in ({**both, "cash_paise": 900_00}, {**both, "card_reference": "A1 78"}):
        with pytest.raises(OtherContent):
            counter.pay(hold, "pressed", **other)
    assert counter.rows() == before


def test_cash_handed_over_is_part_of_a_payment(counter: Counter) -> None:
    hold = counter.hold()
    given = {"cash_paise": 500_00, "cash_received_paise": 1_000_00}
    assert counter.pay(hold, "pressed", **given).change_paise == 500_00
    with pytest.raises(OtherContent):
        counter.pay(hold, "pressed", cash_paise=500_00, cash_received_paise=2_000_00)
    assert counter.pay(hold, "pressed", **given).change_paise == 500_00


def test_a_payment_of_one_booking_is_not_repeated_for_another(counter: Counter) -> None:
    one, other = counter.hold(), counter.hold()
    counter.pay(one, "pressed", cash_paise=500_00)
    with pytest.raises(OtherContent):
        counter.pay(other, "pressed", cash_paise=500_00)


def test_a_hold_repeated_for_another_customer_or_quote_is_refused(any_counter: Counter) -> None:
    counter = any_counter
    asha, ravi = counter.customer(), counter.customer(mobile="9876500001", name="Ravi")
    quote = counter.quote()
    hold = counter.hold(quote, asha, "pressed")
    before = counter.rows()
    with pytest.raises(OtherContent):
        counter.hold(quote, ravi, "pressed")
    assert counter.hold(quote, asha, "pressed") == hold
    assert counter.rows() == before
    other = counter.quote()
    with pytest.raises(OtherContent):
        counter.hold(other, asha, "pressed")


def test_a_cancellation_whose_answer_was_lost_is_answered_again(any_counter: Counter) -> None:
    counter = any_counter
    hold = counter.hold(counter.quote(counter.item("DLX", nights=2)))
    counter.pay(hold, card_paise=hold.total_paise, card_reference="A1 77")
    plan = counter.plan(hold, {2})
    done = counter.cancel(hold, plan, key="pressed")
    before = counter.rows()
    assert counter.cancel(hold, plan, key="pressed") == done
    for reason, ways in (("changed mind", frozenset[PaymentId]()), ("plans changed", _ids(counter, hold))):
        with pytest.raises(OtherContent) as refused:
            counter.cancel(hold, plan, ways, key="pressed", reason=reason)
        assert refused.value.amount_paise == plan.refund_paise
    with pytest.raises(OtherContent):
        counter.cancel(hold, counter.plan(hold), key="pressed")
    assert counter.rows() == before
    rest = counter.cancel(hold, key="again")
    assert counter.cancel(hold, plan, key="pressed") == done
    assert rest.claims_released == 1


@pytest.mark.parametrize("ahead", [5, 0])
def test_a_cancellation_of_one_booking_is_not_repeated_for_another(any_counter: Counter, ahead: int) -> None:
    """Today's nights give nothing back: the key is bound all the same."""
    counter = any_counter
    one, other = (counter.hold(counter.quote(counter.item("EXE", ahead=ahead))) for _ in range(2))
    for hold in (one, other):
        counter.pay(hold)
    counter.cancel(one, key="pressed")
    before = counter.rows()
    with pytest.raises(OtherContent):
        counter.cancel(other, key="pressed")
    assert counter.rows() == before
    assert counter.faults() == []


def test_a_key_of_one_kind_of_act_is_refused_for_another(any_counter: Counter) -> None:
    counter, actor = any_counter, any_counter.actor
    customer = counter.customer()
    top_up, reverse = TopUpWallet(counter.database), ReverseTopUp(counter.database)
    top_up(customer.id, 500_00, RequestKey("went in"), actor=actor)
    (made,) = ListTopUps(counter.database)(customer.id)
    with pytest.raises(OtherContent) as refused:
        reverse(made.id, "mistake", RequestKey("went in"), actor=actor)
    assert refused.value.amount_paise == 500_00
    reverse(made.id, "mistake", RequestKey("went out"), actor=actor)
    hold = counter.hold()
    counter.pay(hold)
    counter.cancel(hold, key="gave back")
    before = counter.rows()
    for key in ("went out", "gave back"):
        with pytest.raises(OtherContent):
            top_up(customer.id, 500_00, RequestKey(key), actor=actor)
    assert counter.rows() == before


def _ids(counter: Counter, hold: Any) -> frozenset[PaymentId]:
    return frozenset(one.id for one in counter.booking(hold).payments if one.tender is Tender.CARD)
