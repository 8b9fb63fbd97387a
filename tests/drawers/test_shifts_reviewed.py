"""What a close says afterwards: its slip, its causes, and a manager's acceptance, possibly days later."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from db import people
from db.actor import Actor
from db.ids import DocumentId, RequestKey, ShiftId
from db.schema import z_slip
from db.states import DrawerMoveKind, Role, Tender
from desktop.services.documents.show_document import CountCopy, ShowDocument
from desktop.services.documents.show_z_slip import ShowZSlip
from desktop.services.domain.counter_acts import CounterActKind
from desktop.services.domain.drawer_day import ActKind
from desktop.services.domain.mistakes import Mistake
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.shift_review import ListedShift, ShiftState
from desktop.services.domain.z_slip import ZSlip
from desktop.services.drawer_errors import NoOpenShift, NotClosed, NotSignedIn, ShiftAccepted
from desktop.services.drawers.accept_shift import AcceptShift
from desktop.services.drawers.close_shift import CloseShift
from desktop.services.drawers.explain_difference import ExplainDifference
from desktop.services.drawers.list_shifts import ListShifts
from desktop.services.drawers.open_drawer import OpenDrawer
from desktop.services.errors import BadRequest, NotFound, NotPermitted, OtherContent
from desktop.services.reviewing.list_counter_acts import ListCounterActs
from tests.conftest import SteppedClock
from tests.counter import FACTS, Counter
from tests.drawers.till import Till
from tests.staff import Staff, keep_staff


def listed(counter: Counter, shift_id: ShiftId, actor: Actor | None = None) -> ListedShift:
    seen = ListShifts(counter.database)(actor or counter.actor)
    return next(one for one in seen.shifts if one.id == shift_id)


def slip_of(counter: Counter, shift_id: ShiftId) -> ZSlip:
    close = listed(counter, shift_id).close
    assert close is not None
    assert close.document_id is not None
    return ShowZSlip(counter.database, FACTS)(close.document_id, counter.actor)


def accept(counter: Counter, shift_id: ShiftId, note: str = "", actor: Actor | None = None) -> ListedShift:
    return AcceptShift(counter.database, counter.publish)(shift_id, note, actor=actor or counter.actor)


def worked(counter: Counter, missing: int = 0) -> ShiftId:
    """A shift with a sale in cash, a drop and a pay-out, counted with so much missing."""
    till = Till(counter)
    shift_id = till.shift_id
    counter.pay(counter.hold())
    till.move(DrawerMoveKind.DROP, 1_000_00)
    till.move(DrawerMoveKind.PAY_OUT, 120_00, "tea", "Sharma stall")
    till.close(till.expected() - missing)
    return shift_id


def test_the_slip_says_what_was_done_counted_and_sealed(any_counter: Counter) -> None:
    shift_id = worked(any_counter)
    closed = listed(any_counter, shift_id).close
    assert closed is not None
    slip = slip_of(any_counter, shift_id)
    figures = slip.figures
    (day,) = figures.days
    assert slip.number.startswith("D1-Z-2")
    assert (day.sales, day.taken[Tender.CASH]) == (1, figures.expected_paise + 1_120_00)
    assert day.moved == {ActKind.DROP: 1_000_00, ActKind.PAY_OUT: 120_00}
    assert (figures.seal_number, figures.seal_hash) == (closed.seal_number, closed.seal_hash)
    assert [number.split("-")[1] for number in figures.series] == ["P", "R"]
    assert any_counter.faults() == []


def test_slips_are_numbered_without_gaps_and_reprints_are_copies(any_counter: Counter) -> None:
    first = worked(any_counter)
    Till(any_counter).open(0, "")
    second = worked(any_counter)
    slips = [slip_of(any_counter, one) for one in (first, second)]
    assert [slip.number[-6:] for slip in slips] == ["000001", "000002"]
    assert any("-Z-" in number for number in slips[1].figures.series)
    CountCopy(any_counter.database)(slips[0].id, actor=any_counter.actor)
    assert (slip_of(any_counter, first).copies, slip_of(any_counter, second).copies) == (1, 0)
    assert any_counter.faults() == []


def test_the_close_names_its_slip_and_so_does_the_same_close_again(any_counter: Counter) -> None:
    till = Till(any_counter)
    closing = till.closing(0)
    close = CloseShift(any_counter.database, FACTS, any_counter.publish)
    first, again = (close(closing, actor=any_counter.actor) for _ in range(2))
    assert first.document_id is not None
    assert again.document_id == first.document_id == slip_of(any_counter, closing.shift_id).id


def test_a_shift_over_midnight_shows_its_two_parts(counter: Counter, clock: SteppedClock) -> None:
    till = Till(counter)
    shift_id = till.shift_id
    counter.pay(counter.hold())
    clock.advance(timedelta(days=1).total_seconds())
    counter.pay(counter.hold())
    till.close(till.expected())
    days = slip_of(counter, shift_id).figures.days
    assert [day.sales for day in days] == [1, 1]
    assert days[0].day + timedelta(days=1) == days[1].day


def test_a_slip_is_not_altered_by_what_happens_later(counter: Counter) -> None:
    hold = counter.hold()
    till = Till(counter)
    shift_id = till.shift_id
    counter.pay(hold)
    till.close(till.expected())
    before = slip_of(counter, shift_id)
    till.open(before.figures.left_paise, "")
    counter.cancel(hold)
    assert slip_of(counter, shift_id) == before


def test_an_altered_slip_is_found_by_the_audit(counter: Counter) -> None:
    shift_id = worked(counter)
    with counter.database.write(counter.actor) as session:
        session.execute(update(z_slip).where(z_slip.c.shift_id == shift_id).values(content="{}"))
    assert [fault for fault in counter.faults() if "not_as_told" in fault]


def test_a_slip_is_no_receipt(counter: Counter) -> None:
    slip = slip_of(counter, worked(counter))
    with pytest.raises(NotFound):
        ShowDocument(counter.database, FACTS)(slip.id)
    with pytest.raises(NotFound):
        ShowZSlip(counter.database, FACTS)(DocumentId("none"), counter.actor)


def test_a_drop_that_nobody_entered_is_named_after_the_close(any_counter: Counter) -> None:
    shift_id = worked(any_counter, missing=1_000_00)
    explained = ExplainDifference(any_counter.database)(shift_id, any_counter.actor)
    assert explained.cash_difference_paise == -1_000_00
    assert explained.causes[0].mistake is Mistake.DROP_NOT_ENTERED


def test_a_card_slip_entered_as_cash_is_named_with_its_booking(any_counter: Counter) -> None:
    till = Till(any_counter)
    shift_id = till.shift_id
    hold = any_counter.hold()
    any_counter.pay(hold)
    till.close(0, card=hold.total_paise)
    explained = ExplainDifference(any_counter.database)(shift_id, any_counter.actor)
    cause = explained.causes[0]
    assert (cause.mistake, cause.into) == (Mistake.TENDER_SWAPPED, (Tender.CARD,))
    assert [act.reference for act in cause.acts] == [hold.reference]
    assert cause.acts[0].clerk == any_counter.actor.person


def test_nothing_is_explained_before_the_seal(counter: Counter) -> None:
    till = Till(counter)
    with pytest.raises(NotClosed):
        ExplainDifference(counter.database)(till.shift_id, counter.actor)
    with pytest.raises(NotFound):
        ExplainDifference(counter.database)(ShiftId("none"), counter.actor)


@pytest.fixture
def staff(counter: Counter) -> Staff:
    return keep_staff(counter.database)


def closed_by_ravi(counter: Counter, staff: Staff, missing: int = 0) -> ShiftId:
    till = Till(counter)
    till.close(0)
    shift_id = till.open(500_00, "float from the safe", actor=staff.clerk)
    till.close(500_00 - missing, actor=staff.clerk)
    return shift_id


def test_a_clerk_sees_only_own_closed_shifts(counter: Counter, staff: Staff) -> None:
    shift_id = closed_by_ravi(counter, staff, missing=100_00)
    open_id = Till(counter).open(400_00, "less was left", actor=staff.clerk)
    mine = ListShifts(counter.database)(staff.clerk)
    assert not mine.is_whole
    assert [one.id for one in mine.shifts] == [shift_id]
    everybody = ListShifts(counter.database)(staff.manager)
    assert everybody.is_whole
    assert {open_id, shift_id} < {one.id for one in everybody.shifts}
    stranger = replace(staff.clerk, person="Nobody", person_id=None)
    assert ListShifts(counter.database)(stranger).shifts == ()


def test_nothing_is_told_of_the_money_of_an_open_shift(counter: Counter, staff: Staff) -> None:
    closed_by_ravi(counter, staff)
    open_id = Till(counter).open(500_00, "", actor=staff.clerk)
    assert listed(counter, open_id, staff.manager).close is None


def test_causes_are_for_managers_and_for_whoever_closed(counter: Counter, staff: Staff) -> None:
    shift_id = closed_by_ravi(counter, staff, missing=100_00)
    explain = ExplainDifference(counter.database)
    assert explain(shift_id, staff.clerk).causes
    assert explain(shift_id, staff.manager).causes
    with pytest.raises(NotPermitted):
        explain(shift_id, replace(staff.clerk, person="Anil", person_id=None))


def test_a_manager_accepts_a_close_days_later(counter: Counter, staff: Staff, clock: SteppedClock) -> None:
    shift_id = closed_by_ravi(counter, staff, missing=100_00)
    clock.advance(timedelta(days=3).total_seconds())
    done = accept(counter, shift_id, "recounted with Ravi", staff.manager)
    assert done.state is ShiftState.ACCEPTED
    assert done.acceptance is not None
    assert (done.acceptance.by, done.acceptance.of_own) == ("Meena", False)
    assert counter.told()[-1][0] == "SHIFT_ACCEPTED"
    assert accept(counter, shift_id, "recounted with Ravi", staff.manager) == done
    with pytest.raises(ShiftAccepted):
        accept(counter, shift_id, "another note", staff.manager)
    assert counter.faults() == []


def test_a_clerk_accepts_nothing(counter: Counter, staff: Staff) -> None:
    shift_id = closed_by_ravi(counter, staff)
    before = counter.rows()
    with pytest.raises(NotPermitted):
        accept(counter, shift_id, "", staff.clerk)
    assert counter.rows() == before


def test_a_difference_is_accepted_only_with_a_note(any_counter: Counter) -> None:
    shift_id = worked(any_counter, missing=50_00)
    with pytest.raises(BadRequest):
        accept(any_counter, shift_id, "  ")
    assert accept(any_counter, shift_id, "known").acceptance is not None


def test_an_open_shift_is_not_accepted(counter: Counter) -> None:
    with pytest.raises(NotClosed):
        accept(counter, Till(counter).shift_id, "looks well")
    with pytest.raises(NotFound):
        accept(counter, ShiftId("none"), "looks well")


def test_accepting_ones_own_close_is_marked_and_listed(counter: Counter, staff: Staff) -> None:
    till = Till(counter)
    till.close(0)
    shift_id = till.open(500_00, "float from the safe", actor=staff.manager)
    till.close(490_00, actor=staff.manager)
    done = accept(counter, shift_id, "coins", staff.manager)
    assert done.acceptance is not None
    assert done.acceptance.of_own
    assert '"own":true' in counter.told()[-1][1]
    (act,) = ListCounterActs(counter.database)()
    assert (act.kind, act.amount_paise) == (CounterActKind.OWN_CLOSE_ACCEPTED, -10_00)


def test_a_shift_left_open_is_called_forgotten(counter: Counter, clock: SteppedClock) -> None:
    Till(counter).close(0)
    shift_id = Till(counter).open(0, "")
    assert listed(counter, shift_id).state is ShiftState.OPEN
    clock.advance(timedelta(hours=17).total_seconds())
    assert listed(counter, shift_id).state is ShiftState.FORGOTTEN


def opens(counter: Counter, reason: str, key: str = "open", actor: Actor | None = None) -> None:
    OpenDrawer(counter.database, counter.publish)(reason, RequestKey(key), actor=actor or counter.actor)


def test_a_drawer_opened_without_a_sale_has_a_reason_and_is_listed(any_counter: Counter) -> None:
    heard: list[str] = []
    any_counter.database.drawer_opens = heard.append
    for _ in range(2):
        opens(any_counter, "change for a note of 500")
    assert len(heard) == 1
    assert [tag for tag, _ in any_counter.told()].count("DRAWER_OPENED") == 1
    (act,) = ListCounterActs(any_counter.database)()
    assert (act.kind, act.reason) == (CounterActKind.DRAWER_OPENED, "change for a note of 500")
    with pytest.raises(OtherContent):
        opens(any_counter, "another reason")
    with pytest.raises(BadRequest):
        opens(any_counter, " ", "second")
    assert any_counter.faults() == []


def test_no_drawer_is_opened_without_a_shift(counter: Counter) -> None:
    Till(counter).close(0)
    with pytest.raises(NoOpenShift):
        opens(counter, "to look")


def test_the_house_may_leave_opening_to_managers(counter: Counter, staff: Staff) -> None:
    Till(counter).close(0)
    Till(counter).open(500_00, "float from the safe", actor=staff.clerk)
    opens(counter, "to look", actor=staff.clerk)
    with pytest.raises(NotSignedIn):
        opens(counter, "to look", "again", actor=replace(staff.clerk, person_id=None))
    with counter.database.write(staff.manager) as session:
        act = ManagerAct.OPEN_DRAWER
        people.put_permission(session, Role.CLERK, act, is_allowed=False, most_paise=None, most_percent=None)
    with pytest.raises(NotPermitted):
        opens(counter, "to look", "again", actor=staff.clerk)
    opens(counter, "to look", "again", actor=staff.manager)
