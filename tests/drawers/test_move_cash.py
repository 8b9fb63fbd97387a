"""Cash into a drawer and out of it without a sale: by whom, up to how much, and never twice."""

from dataclasses import replace
from itertools import count

import pytest

from db import people
from db.actor import Actor
from db.database import Database
from db.ids import RequestKey
from db.states import DrawerMoveKind, Role
from desktop.services.domain.cash_move import CashMove
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.shift import CashSource
from desktop.services.drawer_errors import DrawerTooLow, NoOpenShift
from desktop.services.drawers.move_cash import MoveCash
from desktop.services.drawers.read_drawer import DrawerHolds, ReadDrawer
from desktop.services.errors import BadRequest, NotPermitted, OtherContent
from desktop.services.staff.approve import Approve
from tests.conftest import Recorder, SteppedClock, open_database
from tests.counter import FACTS, Counter
from tests.drawers.till import Till
from tests.staff import MANAGER_PIN, Staff, keep_staff

IN, DROP, OUT = DrawerMoveKind.CASH_IN, DrawerMoveKind.DROP, DrawerMoveKind.PAY_OUT


def opened(counter: Counter, paise: int = 0) -> tuple[Till, Staff]:
    """Return the drawer of a shared shift of Ravi's, with so much in it."""
    staff = keep_staff(counter.database)
    till = Till(counter)
    till.close(0)
    till.open(paise, actor=staff.clerk)
    return till, staff


def test_cash_comes_in_by_a_manager_only(any_counter: Counter) -> None:
    till, staff = opened(any_counter)
    with pytest.raises(NotPermitted) as refused:
        till.move(IN, 1_000_00, actor=staff.clerk)
    assert refused.value.act is ManagerAct.TAKE_CASH_IN
    yes = Approve(any_counter.database)(refused.value, "90", MANAGER_PIN, "small change", actor=staff.clerk)
    with pytest.raises(NotPermitted):
        till.move(IN, 1_000_01, actor=replace(staff.clerk, approval_id=yes))
    till.move(IN, 1_000_00, actor=replace(staff.clerk, approval_id=yes))
    till.move(IN, 500_00, source=CashSource.BANK, actor=staff.manager)
    assert ReadDrawer(any_counter.database)(staff.manager) == 1_500_00
    assert any_counter.faults() == []


def test_the_same_key_moves_cash_once(any_counter: Counter) -> None:
    till = Till(any_counter)
    first = till.move(IN, 1_000_00, key="in-1")
    assert till.move(IN, 1_000_00, key="in-1") == first
    assert till.expected() == 1_000_00
    for other in (
        CashMove(IN, 1_000_01, "as every noon"),
        CashMove(DROP, 1_000_00, "as every noon"),
        CashMove(IN, 1_000_00, "another reason"),
        CashMove(IN, 1_000_00, "as every noon", source=CashSource.BANK),
    ):
        with pytest.raises(OtherContent):
            MoveCash(any_counter.database, FACTS, any_counter.publish)(
                other, RequestKey("in-1"), actor=any_counter.actor
            )
    till.close(1_000_00)
    # A lost answer is told after the close, too.
    assert till.move(IN, 1_000_00, key="in-1") == first
    with pytest.raises(NoOpenShift):
        till.move(IN, 1_000_00, key="in-2")


def test_a_drawer_never_gives_more_than_it_holds_and_a_clerk_does_not_hear_how_much(
    any_counter: Counter,
) -> None:
    till, staff = opened(any_counter, 700_00)
    with pytest.raises(DrawerTooLow) as refused:
        till.move(DROP, 700_01, actor=staff.clerk)
    assert refused.value.available_paise is None
    with pytest.raises(DrawerTooLow) as told:
        till.move(DROP, 700_01, actor=staff.manager)
    assert told.value.available_paise == 700_00
    till.move(DROP, 700_00, actor=staff.clerk)
    assert any_counter.faults() == []


def test_the_balance_is_known_to_who_may_know_it(any_counter: Counter) -> None:
    till, staff = opened(any_counter, 700_00)
    with pytest.raises(NotPermitted):
        ReadDrawer(any_counter.database)(staff.clerk)
    with pytest.raises(NotPermitted):
        ReadDrawer(any_counter.database)(replace(staff.clerk, person_id=None))
    assert ReadDrawer(any_counter.database)(staff.manager) == 700_00
    holds = DrawerHolds(any_counter.database)
    assert (holds(700_00, staff.clerk).is_enough, holds(700_00, staff.clerk).paise) == (True, None)
    assert (holds(700_01, staff.clerk).is_enough, holds(700_01, staff.clerk).paise) == (False, None)
    assert holds(1, staff.manager).paise == 700_00
    till.close(700_00, actor=staff.clerk)
    assert ReadDrawer(any_counter.database)(staff.manager) == 0


def test_a_payee_counts_with_all_of_the_day_whatever_way_the_name_is_written(any_counter: Counter) -> None:
    till, staff = opened(any_counter, 20_000_00)
    till.move(OUT, 400_00, "tea", "Ramesh Tea-Stall", actor=staff.clerk)
    with pytest.raises(NotPermitted) as refused:
        till.move(OUT, 101_00, "more tea", " RAMESH tea  stall.", actor=staff.clerk)
    assert (refused.value.amount_paise, refused.value.most_paise) == (501_00, 500_00)
    till.move(OUT, 101_00, "milk", "Gita Dairy", actor=staff.clerk)
    assert any_counter.faults() == []


def test_above_the_laws_sum_for_a_payee_and_day_only_a_manager_pays_out(
    any_counter: Counter, clock: SteppedClock, publish: Recorder
) -> None:
    till, staff = opened(any_counter, 30_000_00)
    _allow(any_counter.database, staff.manager, 50_000_00)
    assert not till.move(OUT, 9_999_00, "repairs", "Sai Works", actor=staff.clerk).is_beyond_law
    assert not till.move(OUT, 1_00, "repairs", "Sai Works", actor=staff.clerk).is_beyond_law
    url = any_counter.database.engine.url.render_as_string(hide_password=False)
    other = Till(Counter(open_database(url, clock, publish, "D2"), clock, publish, count(1000)))
    elsewhere = other.counter.actor.desk_id
    other.open(1_000_00, actor=replace(staff.clerk, desk_id=elsewhere))
    # The day counts at every desk.
    with pytest.raises(NotPermitted) as refused:
        other.move(OUT, 1_00, "a bulb", "sai works", actor=replace(staff.clerk, desk_id=elsewhere))
    assert refused.value.act is ManagerAct.PAY_OUT_BEYOND_LAW
    moved = other.move(OUT, 1_00, "a bulb", "sai works", actor=replace(staff.manager, desk_id=elsewhere))
    assert moved.is_beyond_law
    clock.advance(24 * 3600)
    assert not other.move(
        OUT, 500_00, "a lamp", "sai works", actor=replace(staff.clerk, desk_id=elsewhere)
    ).is_beyond_law
    other.database.close()


def _allow(database: Database, manager: Actor, most_paise: int) -> None:
    with database.write(manager) as session:
        people.put_permission(
            session,
            Role.CLERK,
            ManagerAct.PAY_OUT,
            is_allowed=True,
            most_paise=most_paise,
            most_percent=None,
        )


@pytest.mark.parametrize(
    ("kind", "paise", "reason", "payee", "field"),
    [
        (DROP, 0, "noon", "", "amount"),
        (DROP, -100, "noon", "", "amount"),
        (DROP, 10**15, "noon", "", "amount"),
        (DROP, True, "noon", "", "amount"),
        (DROP, 100, "  ", "", "reason"),
        (OUT, 100, "tea", "", "payee"),
        (OUT, 100, "tea", " . ", "payee"),
        (OUT, 100, "tea", "R" * 101, "payee"),
        (DrawerMoveKind.OPENED, 100, "change", "", "move"),
    ],
)
def test_nonsense_moves_nothing(
    counter: Counter, kind: DrawerMoveKind, paise: int, reason: str, payee: str, field: str
) -> None:
    till = Till(counter)
    till.move(IN, 1_000_00)
    before = counter.rows()
    with pytest.raises(BadRequest) as refused:
        till.move(kind, paise, reason, payee)
    assert refused.value.field == field
    assert counter.rows() == before
