"""A card refund is planned until the clerk enters the slip by which the machine gave it back."""

import pytest

from db.ids import RefundId
from db.states import RefundState, Tender
from desktop.services.cancelling.enter_refund_slip import EnterRefundSlip
from desktop.services.domain.booking import Hold, Refund
from desktop.services.errors import AlreadyDone, BadRequest, NotFound
from tests.actors import actor_of
from tests.counter import Counter
from tests.paying.test_take_payment import house_paise


def cancelled(counter: Counter) -> tuple[Hold, Refund]:
    """Sell by card and cash, cancel; return the refund to the card."""
    hold = counter.hold()
    counter.pay(hold, cash_paise=1_000_00, card_paise=hold.total_paise - 1_000_00, card_reference="A1 77")
    counter.cancel(hold)
    (refund,) = [one for one in counter.booking(hold).refunds if one.tender is Tender.CARD]
    return hold, refund


def enter(counter: Counter, refund_id: RefundId, slip: str) -> None:
    """Enter a slip."""
    EnterRefundSlip(counter.database, counter.publish)(refund_id, slip, actor=actor_of(counter.database))


def test_a_card_refund_is_done_when_its_slip_is_entered(any_counter: Counter) -> None:
    counter = any_counter
    hold, refund = cancelled(counter)
    assert refund.state is RefundState.PLANNED
    assert counter.faults() == []
    enter(counter, refund.id, " R 881 ")
    (done,) = [one for one in counter.booking(hold).refunds if one.id == refund.id]
    assert (done.state, done.reference, done.settled_at) == (RefundState.DONE, "R 881", counter.now())
    assert counter.faults() == []
    before = counter.rows()
    enter(counter, refund.id, "R 881")
    with pytest.raises(AlreadyDone):
        enter(counter, refund.id, "R 882")
    assert counter.rows() == before


def test_a_card_refund_leaves_the_drawer_as_it_is(counter: Counter) -> None:
    hold, refund = cancelled(counter)
    before = {kind: house_paise(counter, kind) for kind in ("drawer", "card_machine", "refunds_payable")}
    by_card = hold.total_paise - 1_000_00
    assert before == {"drawer": 0, "card_machine": by_card, "refunds_payable": -by_card}
    enter(counter, refund.id, "R 881")
    assert {kind: house_paise(counter, kind) for kind in before} == dict.fromkeys(before, 0)


def test_only_a_card_refund_takes_a_slip_and_no_card_number(counter: Counter) -> None:
    hold, refund = cancelled(counter)
    (cash,) = [one for one in counter.booking(hold).refunds if one.tender is Tender.CASH]
    assert cash.state is RefundState.DONE
    for unknown in (cash.id, RefundId("none")):
        with pytest.raises(NotFound):
            enter(counter, unknown, "R 881")
    with pytest.raises(BadRequest, match="card_number"):
        enter(counter, refund.id, "4111 1111 1111 1111")
    with pytest.raises(BadRequest, match="blank"):
        enter(counter, refund.id, " ")
