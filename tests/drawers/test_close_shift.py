"""A drawer is counted first; only then does anybody hear what the books have in it."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from db.actor import Actor
from db.ids import RequestKey, ShiftId
from db.schema import account, journal, posting
from db.states import AccountKind, DrawerMoveKind
from desktop.services.customers.top_up_wallet import TopUpWallet
from desktop.services.domain.shift import Closing, Opening, OpenWorkKind
from desktop.services.drawer_errors import (
    NoDrawer,
    NoOpenShift,
    NotSignedIn,
    NotYourShift,
    ShiftClosed,
    ShiftOpen,
)
from desktop.services.drawers.close_forgotten import CloseForgotten
from desktop.services.drawers.close_shift import CloseShift
from desktop.services.drawers.open_shift import OpenShift
from desktop.services.drawers.show_shift import ListOpenShifts, ShowShift
from desktop.services.errors import BadRequest, NotFound, NotPermitted, OtherContent
from tests.conftest import Recorder, SteppedClock, open_database
from tests.counter import FACTS, Counter
from tests.drawers.till import Till, notes
from tests.staff import keep_staff


def held(counter: Counter, kind: AccountKind, owner: str = "") -> int:
    """Return what the postings leave on an account."""
    with counter.database.read() as session:
        statement = select(func.coalesce(func.sum(posting.c.amount_paise), 0)).join(
            account, account.c.id == posting.c.account_id
        )
        return int(
            session.execute(statement.where(account.c.kind == kind, account.c.owner_id == owner)).scalar_one()
        )


def test_a_day_from_the_float_to_the_seal(any_counter: Counter) -> None:
    till = Till(any_counter)
    till.close(0)
    with pytest.raises(NoOpenShift):
        any_counter.customer(wallet_paise=500_00)
    shift_id = till.open(2_000_00)
    hold = any_counter.hold()
    any_counter.pay(hold)
    till.move(DrawerMoveKind.DROP, 1_000_00)
    till.move(DrawerMoveKind.PAY_OUT, 150_00, "tea for guests", "Ramesh Tea Stall")
    expected = 2_000_00 + hold.total_paise - 1_150_00
    whole = expected - expected % 100
    closed = till.close(whole - 100_00, left=1_500_00)
    assert closed.shift_id == shift_id
    assert (closed.expected_paise, closed.counted_paise) == (expected, whole - 100_00)
    assert closed.difference_paise == whole - 100_00 - expected
    assert (closed.left_paise, closed.to_safe_paise) == (1_500_00, whole - 1_600_00)
    assert held(any_counter, AccountKind.DRAWER, shift_id) == 0
    assert held(any_counter, AccountKind.SAFE) == 1_000_00 + closed.to_safe_paise
    assert held(any_counter, AccountKind.NEXT_FLOAT, any_counter.actor.desk_id) == 1_500_00
    assert held(any_counter, AccountKind.CASH_OVER_AND_SHORT) == -2_000_00 - closed.difference_paise
    assert held(any_counter, AccountKind.PAY_OUTS) == 150_00
    assert ShowShift(any_counter.database)(any_counter.actor).proposed_paise == 1_500_00
    assert any_counter.faults() == []


def test_the_seal_is_the_record_of_the_close_and_only_its_slip_follows(any_counter: Counter) -> None:
    closed = Till(any_counter).close(0)
    with any_counter.database.read() as session:
        last, before = session.execute(select(journal).order_by(journal.c.number.desc()).limit(2)).all()
    assert (before.tag, before.number, before.hash) == ("SHIFT_CLOSED", closed.seal_number, closed.seal_hash)
    assert last.tag == "Z_SLIP_MADE"


def test_the_next_float_is_what_was_left_and_else_has_a_reason(any_counter: Counter) -> None:
    till = Till(any_counter)
    till.close(0)
    till.open(2_000_00)
    till.close(2_000_00)
    assert ShowShift(any_counter.database)(any_counter.actor).proposed_paise == 2_000_00
    with pytest.raises(BadRequest) as refused:
        till.open(1_900_00, "")
    assert (refused.value.field, refused.value.reason) == ("reason", "blank")
    till.open(2_000_00, "")
    till.close(2_000_00)
    till.open(1_900_00, "a note was torn")
    assert till.expected() == 1_900_00
    assert any_counter.faults() == []


def test_a_desk_has_one_open_shift(any_counter: Counter) -> None:
    till = Till(any_counter)
    with pytest.raises(ShiftOpen):
        till.open(0)
    till.close(0)
    first = till.open(500_00, key="open-1")
    assert till.open(500_00, key="open-1") == first
    with pytest.raises(OtherContent):
        till.open(600_00, key="open-1")
    with pytest.raises(OtherContent):
        till.open(500_00, key="open-1", is_shared=False)


def test_the_same_count_again_changes_nothing_and_another_is_refused(any_counter: Counter) -> None:
    till = Till(any_counter)
    closing = till.closing(0)
    close = CloseShift(any_counter.database, FACTS, any_counter.publish)
    first = close(closing, actor=any_counter.actor)
    before = any_counter.rows()
    assert close(closing, actor=any_counter.actor) == first
    with pytest.raises(ShiftClosed):
        close(Closing(closing.shift_id, notes(100_00), 0), actor=any_counter.actor)
    assert any_counter.rows() == before


def test_nothing_is_sold_by_any_way_without_an_open_shift(any_counter: Counter) -> None:
    rich = any_counter.customer(wallet_paise=20_000_00)
    paid = any_counter.hold(customer=rich)
    any_counter.pay(paid)
    till = Till(any_counter)
    by_wallet, in_cash = any_counter.hold(customer=rich), any_counter.hold(customer=rich)
    till.close(0)
    with pytest.raises(NoOpenShift):
        any_counter.pay(by_wallet, wallet_paise=by_wallet.total_paise)
    with pytest.raises(NoOpenShift):
        any_counter.pay(by_wallet)
    with pytest.raises(NoOpenShift):
        any_counter.cancel(paid)
    # A hold takes no money, and its end gives none back.
    assert any_counter.hold(customer=rich)
    till.open(0, "")
    any_counter.pay(in_cash)
    assert any_counter.faults() == []


def test_what_is_unfinished_survives_the_close_and_is_told(any_counter: Counter) -> None:
    till = Till(any_counter)
    sold = any_counter.hold()
    any_counter.pay(sold, card_paise=sold.total_paise, card_reference="A2907")
    any_counter.cancel(sold)
    waiting = any_counter.hold()
    closed = till.close(0, card=sold.total_paise)
    told = {(work.kind, work.reference) for work in closed.still_open}
    assert told == {
        (OpenWorkKind.HOLD, waiting.reference),
        (OpenWorkKind.CARD_REFUND, sold.reference),
    }
    assert (closed.card_expected_paise, closed.card_difference_paise) == (sold.total_paise, 0)
    till.open(0, "")
    any_counter.pay(waiting)
    assert till.expected() == waiting.total_paise
    assert any_counter.faults() == []


def test_a_count_done_anew_is_told_with_the_first(any_counter: Counter) -> None:
    till = Till(any_counter)
    closing = till.closing(300_00, first=notes(250_00))
    CloseShift(any_counter.database, FACTS, any_counter.publish)(closing, actor=any_counter.actor)
    tags = [tag for tag, _ in any_counter.told()]
    assert tags[-3:] == ["SHIFT_RECOUNTED", "SHIFT_CLOSED", "Z_SLIP_MADE"]
    assert '"first_paise":25000' in any_counter.told()[-3][1]


@pytest.mark.parametrize(
    ("counts", "field"),
    [
        ({300_00: 1}, "count"),
        ({100_00: -1}, "count"),
        ({100_00: 10_000}, "count"),
        ({100_00: True}, "count"),
        ({100_00: 1.5}, "count"),
    ],
)
def test_nonsense_is_no_count(counter: Counter, counts: dict[int, int], field: str) -> None:
    till = Till(counter)
    before = counter.rows()
    with pytest.raises(BadRequest) as refused:
        CloseShift(counter.database, FACTS, counter.publish)(
            Closing(till.shift_id, counts), actor=counter.actor
        )
    assert refused.value.field == field
    till_closed = Closing(till.shift_id, notes(100_00), left_paise=100_01)
    with pytest.raises(BadRequest):
        CloseShift(counter.database, FACTS, counter.publish)(till_closed, actor=counter.actor)
    with pytest.raises(NotFound):
        CloseShift(counter.database, FACTS, counter.publish)(
            Closing(ShiftId("none"), {}), actor=counter.actor
        )
    assert counter.rows() == before


def test_a_desk_without_cash_opens_and_closes_without_counting(any_counter: Counter) -> None:
    till = Till(any_counter)
    till.close(0)
    rich = any_counter.hold()
    till.open(0, "", has_drawer=False)
    with pytest.raises(NoDrawer):
        any_counter.pay(rich)
    with pytest.raises(NoDrawer):
        any_counter.customer(wallet_paise=500_00)
    with pytest.raises(NoDrawer):
        till.move(DrawerMoveKind.DROP, 100)
    any_counter.pay(rich, own_upi_paise=rich.total_paise, own_upi_reference="412233445566")
    with pytest.raises(BadRequest):
        till.close(100_00)
    assert till.close(0).difference_paise == 0
    assert any_counter.faults() == []


def top_up(counter: Counter, actor: Actor) -> None:
    """Take 100.00 in cash for a wallet."""
    customer = counter.customer()
    TopUpWallet(counter.database)(customer.id, 100_00, RequestKey(counter.key()), actor=actor)


def test_where_people_are_kept_nobody_sells_unnamed(any_counter: Counter) -> None:
    staff = keep_staff(any_counter.database)
    till = Till(any_counter)
    till.close(0)
    till.open(0, "", actor=staff.clerk)
    hold = any_counter.hold()
    before = any_counter.rows()
    with pytest.raises(NotSignedIn):
        any_counter.pay(hold)
    with pytest.raises(NotSignedIn):
        any_counter.pay(hold, card_paise=hold.total_paise, card_reference="A1 77")
    with pytest.raises(NotSignedIn):
        till.move(DrawerMoveKind.DROP, 100)
    assert any_counter.rows() == before
    # The program itself goes on: a hold whose time is over ends.
    any_counter.sweep()
    assert any_counter.faults() == []


def test_a_drawer_of_one_person_is_that_persons(any_counter: Counter) -> None:
    staff = keep_staff(any_counter.database)
    till = Till(any_counter)
    till.close(0)
    till.open(0, "", actor=staff.clerk, is_shared=False)
    hold = any_counter.hold()
    with pytest.raises(NotSignedIn):
        any_counter.pay(hold)
    with pytest.raises(NotYourShift) as refused:
        top_up(any_counter, staff.manager)
    assert refused.value.clerk == "Ravi"
    with pytest.raises(NotYourShift):
        till.close(0, actor=staff.manager)
    with pytest.raises(NotYourShift):
        till.move(DrawerMoveKind.CASH_IN, 100_00, actor=staff.manager)
    assert till.close(0, actor=staff.clerk).by_other is False


def test_a_shared_drawer_takes_everybodys_money_and_answers_to_its_person(any_counter: Counter) -> None:
    staff = keep_staff(any_counter.database)
    till = Till(any_counter)
    till.close(0)
    till.open(0, "", actor=staff.manager)
    top_up(any_counter, staff.clerk)
    with pytest.raises(NotYourShift):
        till.close(0, actor=staff.clerk)


def test_one_left_open_is_closed_by_a_manager_from_another_desk(
    any_counter: Counter, clock: SteppedClock, publish: Recorder
) -> None:
    staff = keep_staff(any_counter.database)
    till = Till(any_counter)
    till.close(0)
    till.open(500_00, actor=staff.clerk, is_shared=False)
    clock.advance(30 * 3600)
    url = any_counter.database.engine.url.render_as_string(hide_password=False)
    other = Counter(open_database(url, clock, publish, "D2"), clock, publish)
    left_open = [sight.clerk for sight in ListOpenShifts(other.database)()]
    assert left_open == ["Ravi"]
    elsewhere = other.actor.desk_id
    close = CloseForgotten(other.database, FACTS, publish)
    with pytest.raises(NotPermitted):
        close(till.closing(400_00), actor=replace(staff.clerk, desk_id=elsewhere))
    closed = close(till.closing(400_00, left=0), actor=replace(staff.manager, desk_id=elsewhere))
    assert closed.by_other
    assert (closed.difference_paise, closed.closed_by) == (-100_00, "Meena")
    assert any_counter.faults() == []
    other.database.close()


def test_with_a_list_of_people_no_shift_opens_by_itself(
    any_counter: Counter, clock: SteppedClock, publish: Recorder
) -> None:
    till = Till(any_counter)
    till.close(0)
    url = any_counter.database.engine.url.render_as_string(hide_password=False)
    open_database(url, clock, publish).close()
    assert till.is_open()
    till.close(0)
    keep_staff(any_counter.database)
    open_database(url, clock, publish).close()
    assert not till.is_open()
    with pytest.raises(BadRequest):
        OpenShift(any_counter.database, publish)(Opening({7: 1}), RequestKey("k"), actor=any_counter.actor)
