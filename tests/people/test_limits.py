"""What each role may do is the house's to say, within reason; the journal keeps what it was before."""

import pytest

from db.states import Role
from desktop.services.domain.permission import ALWAYS, NEVER, Allowed, ManagerAct
from desktop.services.errors import BadRequest, NotPermitted
from desktop.services.staff.list_limits import ListLimits
from desktop.services.staff.set_limit import SetLimit
from tests.counter import Counter
from tests.staff import keep_staff


def allowed(counter: Counter, role: Role, act: ManagerAct) -> Allowed:
    (found,) = (one for one in ListLimits(counter.database)() if (one.role, one.act) == (role, act))
    return found.allowed


def test_every_act_is_listed_for_both_roles(counter: Counter) -> None:
    limits = ListLimits(counter.database)()
    assert {(one.role, one.act) for one in limits} == {(role, act) for role in Role for act in ManagerAct}
    assert not any(one.is_set for one in limits)


def test_a_limit_is_changed_and_told_with_the_old_one(any_counter: Counter) -> None:
    counter = any_counter
    staff, act = keep_staff(counter.database), ManagerAct.GIVE_DISCOUNT
    put = SetLimit(counter.database)
    put(Role.CLERK, act, Allowed(True, 250_00, 10), actor=staff.manager)
    assert allowed(counter, Role.CLERK, act) == Allowed(True, 250_00, 10)
    before = counter.rows()
    put(Role.CLERK, act, Allowed(True, 250_00, 10), actor=staff.manager)
    assert counter.rows() == before
    put(Role.CLERK, act, NEVER, actor=staff.manager)
    told = [content for tag, content in counter.told() if tag == "LIMIT_CHANGED"]
    assert len(told) == 2
    assert '"old":"100000 paise and 5 %"' in told[0]
    assert '"new":"25000 paise and 10 %"' in told[0]
    assert '"new":"no"' in told[1]
    assert counter.faults() == []


@pytest.mark.parametrize(
    ("limit", "reason"),
    [
        (Allowed(True, most_paise=-1), "not_an_amount"),
        (Allowed(True, most_paise=10**15), "not_an_amount"),
        (Allowed(True, most_percent=101), "not_a_share"),
        (Allowed(True, most_percent=-5), "not_a_share"),
        (Allowed(False, most_paise=5), "none_and_some"),
    ],
)
def test_nonsense_is_refused(limit: Allowed, reason: str, counter: Counter) -> None:
    manager = keep_staff(counter.database).manager
    before = counter.rows()
    with pytest.raises(BadRequest) as refused:
        SetLimit(counter.database)(Role.CLERK, ManagerAct.PAY_OUT, limit, actor=manager)
    assert (refused.value.reason, counter.rows()) == (reason, before)


def test_managers_do_not_lock_themselves_out(counter: Counter) -> None:
    manager = keep_staff(counter.database).manager
    with pytest.raises(BadRequest, match="locks_out"):
        SetLimit(counter.database)(Role.MANAGER, ManagerAct.KEEP_LIMITS, NEVER, actor=manager)


def test_a_limit_of_managers_counts_for_them(counter: Counter) -> None:
    manager, put = keep_staff(counter.database).manager, SetLimit(counter.database)
    put(Role.MANAGER, ManagerAct.CANCEL_DEPARTURE, NEVER, actor=manager)
    put(Role.MANAGER, ManagerAct.CANCEL_DEPARTURE, ALWAYS, actor=manager)
    assert allowed(counter, Role.MANAGER, ManagerAct.CANCEL_DEPARTURE) == ALWAYS


def test_a_clerk_changes_no_limit(counter: Counter) -> None:
    clerk = keep_staff(counter.database).clerk
    with pytest.raises(NotPermitted):
        SetLimit(counter.database)(Role.CLERK, ManagerAct.VOID_SALE, ALWAYS, actor=clerk)
