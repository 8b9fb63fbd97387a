"""A manager's yes at the clerk's screen: for one act with its content, once, for two minutes."""

from dataclasses import replace

import pytest

from db import people
from db.ids import ApprovalId
from db.states import Role
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import BadRequest, NotPermitted
from desktop.services.staff.approve import Approve
from desktop.services.staff_errors import WrongPin
from desktop.services.steps.check_permission import check_permission
from tests.conftest import SteppedClock
from tests.counter import Counter
from tests.staff import CLERK_PIN, MANAGER_PIN, Staff, keep_staff


def refusal(
    counter: Counter, staff: Staff, subject: str = "BK-1:2100", paise: int = 2_100_00
) -> NotPermitted:
    """Return how a clerk's waiver is refused."""
    with pytest.raises(NotPermitted) as refused:
        do(counter, staff, None, subject, paise)
    return refused.value


def do(
    counter: Counter, staff: Staff, yes: ApprovalId | None, subject: str = "BK-1:2100", paise: int = 2_100_00
) -> None:
    """Waive, with a yes or without."""
    with counter.database.write(replace(staff.clerk, approval_id=yes)) as session:
        check_permission(session, ManagerAct.WAIVE_FEE, subject, amount_paise=paise)


def approve(counter: Counter, staff: Staff, refused: NotPermitted) -> ApprovalId:
    return Approve(counter.database)(refused, "90", MANAGER_PIN, "wedding of a regular", actor=staff.clerk)


def test_a_yes_counts_once_for_what_was_shown(any_counter: Counter) -> None:
    staff = keep_staff(any_counter.database)
    refused = refusal(any_counter, staff)
    yes = approve(any_counter, staff, refused)
    for subject, paise in (("BK-2:2100", 2_100_00), ("BK-1:2100", 2_100_01)):
        with pytest.raises(NotPermitted):
            do(any_counter, staff, yes, subject, paise)
    do(any_counter, staff, yes)
    with pytest.raises(NotPermitted):
        do(any_counter, staff, yes)
    tags = [tag for tag, _ in any_counter.told()]
    assert (tags.count("APPROVAL_GIVEN"), tags.count("ACT_APPROVED")) == (1, 1)


def test_a_yes_is_over_after_two_minutes(counter: Counter, clock: SteppedClock) -> None:
    staff = keep_staff(counter.database)
    yes = approve(counter, staff, refusal(counter, staff))
    clock.advance(120)
    with pytest.raises(NotPermitted):
        do(counter, staff, yes)


def test_nobody_says_yes_beyond_their_own_limit_or_without_a_reason(counter: Counter) -> None:
    staff = keep_staff(counter.database)
    refused = refusal(counter, staff)
    approving = Approve(counter.database)
    with pytest.raises(NotPermitted):
        approving(refused, "11", CLERK_PIN, "please", actor=staff.clerk)
    with pytest.raises(WrongPin):
        approving(refused, "90", CLERK_PIN, "please", actor=staff.clerk)
    with pytest.raises(BadRequest):
        approving(refused, "90", MANAGER_PIN, "  ", actor=staff.clerk)


def test_a_house_may_set_its_own_limits(counter: Counter) -> None:
    staff = keep_staff(counter.database)
    with counter.database.write(staff.manager) as session:
        people.put_permission(
            session,
            Role.CLERK,
            ManagerAct.WAIVE_FEE,
            is_allowed=True,
            most_paise=500_00,
            most_percent=None,
        )
    do(counter, staff, None, paise=500_00)
    assert refusal(counter, staff, paise=500_01).most_paise == 500_00
