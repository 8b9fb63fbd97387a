"""A top-up that was a mistake is taken back: once, with a reason, while the wallet holds it."""

from dataclasses import replace
from typing import Any

import pytest

from db.ids import RequestKey, TopUpId
from desktop.services.customers.list_top_ups import ListTopUps
from desktop.services.customers.reverse_top_up import ReverseTopUp
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import (
    AlreadyDone,
    BadRequest,
    NotFound,
    NotPermitted,
    OtherContent,
    WalletTooLow,
)
from tests.actors import actor_of
from tests.conftest import Recorder, SteppedClock, open_database
from tests.counter import Counter
from tests.staff import keep_staff


def reverse(
    counter: Counter, top_up_id: TopUpId, key: str = "back", reason: str = "a nought too many"
) -> int:
    """Take it back; return what the wallet holds then."""
    act = ReverseTopUp(counter.database)
    return act(top_up_id, reason, RequestKey(key), actor=actor_of(counter.database)).wallet_paise


def test_fifty_thousand_instead_of_five_is_taken_back_once(any_counter: Counter, publish: Any) -> None:
    counter = any_counter
    customer = counter.customer(wallet_paise=50_000_00)
    (top_up,) = ListTopUps(counter.database)(customer.id)
    assert (top_up.amount_paise, top_up.clerk, top_up.reversed_at) == (50_000_00, "clerk", None)
    assert reverse(counter, top_up.id) == 0
    before = counter.rows()
    assert reverse(counter, top_up.id) == 0
    with pytest.raises(AlreadyDone):
        reverse(counter, top_up.id, "other")
    with pytest.raises(OtherContent):
        reverse(counter, top_up.id, reason="something else")
    assert counter.rows() == before
    (listed,) = ListTopUps(counter.database)(customer.id)
    assert listed.reversed_at == counter.now()
    assert listed.reverse_reason == "a nought too many"
    told = publish.records[-1]
    assert told.tag == "WALLET_TOP_UP_REVERSED"
    assert told.content["amount_paise"] == told.content["wallet_before_paise"] == 50_000_00
    assert counter.faults() == []


def test_what_was_spent_meanwhile_cannot_be_taken_back(counter: Counter) -> None:
    customer = counter.customer(wallet_paise=50_000_00)
    hold = counter.hold(customer=customer)
    counter.pay(hold, wallet_paise=hold.total_paise)
    (top_up,) = ListTopUps(counter.database)(customer.id)
    before = counter.rows()
    with pytest.raises(WalletTooLow) as low:
        reverse(counter, top_up.id)
    assert low.value.available_paise == 50_000_00 - hold.total_paise
    with pytest.raises(BadRequest, match="blank"):
        reverse(counter, top_up.id, reason=" ")
    with pytest.raises(NotFound):
        reverse(counter, TopUpId("none"))
    assert counter.rows() == before


def test_another_drawer_needs_permission(counter: Counter, clock: SteppedClock, publish: Recorder) -> None:
    customer = counter.customer(wallet_paise=1_000_00)
    (top_up,) = ListTopUps(counter.database)(customer.id)
    other = Counter(open_database(str(counter.database.engine.url), clock, publish, "D2"), clock, publish)
    staff = keep_staff(counter.database)
    clerk = replace(staff.clerk, desk_id=other.actor.desk_id)
    with pytest.raises(NotPermitted) as refused:
        ReverseTopUp(other.database)(top_up.id, "mistyped", RequestKey("clerk"), actor=clerk)
    assert refused.value.act is ManagerAct.REVERSE_OF_OTHER_SHIFT
    manager = replace(staff.manager, desk_id=other.actor.desk_id)
    back = ReverseTopUp(other.database)(top_up.id, "mistyped", RequestKey("manager"), actor=manager)
    assert (back.wallet_paise, counter.faults()) == (0, [])
    other.database.close()
