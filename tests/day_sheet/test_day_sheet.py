"""Each figure of a day sheet by its own moment, for whoever may see it, whatever is asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from sqlalchemy import event

from db.actor import Actor
from db.ids import DeskId, ShiftId
from db.states import Tender
from desktop.services.cancelling.enter_refund_slip import EnterRefundSlip
from desktop.services.day_sheet.read_day_sheet import ListFigure, ReadDaySheet
from desktop.services.domain.day_sheet import Axis, Choice, DayKind, DaySheet, Figure, SheetOf
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import BadRequest, NotFound, NotPermitted
from desktop.services.paying.correct_tender import CorrectTender
from tests.conftest import SteppedClock
from tests.counter import FACTS, Counter
from tests.day_sheet.by_ledger import by_ledger, of_sheet
from tests.drawers.till import Till
from tests.staff import Staff, keep_staff, open_next_shift

DAY = 24 * 3600
PARTS = {Axis.DAY, Axis.HOUR, Axis.DESK, Axis.PERSON, Axis.KIND}


def sheet(
    counter: Counter,
    ahead: int = 0,
    actor: Actor | None = None,
    days: DayKind = DayKind.CALENDAR,
    shift_id: ShiftId | None = None,
) -> DaySheet:
    """Read the sheet of one day, or of a shift."""
    day = counter.day(ahead)
    of = SheetOf(day, day, days, shift_id)
    return ReadDaySheet(counter.database, FACTS)(of, actor=actor or counter.actor)


def listed(counter: Counter, of: SheetOf, choice: Choice) -> list[tuple[str | None, int]]:
    found = ListFigure(counter.database, FACTS)(of, choice, actor=counter.actor)
    return [(one.reference, one.paise) for one in found]


def test_a_sale_a_cancellation_and_a_refund_count_on_their_own_days(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter = any_counter
    sold = counter.hold()
    counter.pay(sold, card_paise=sold.total_paise, card_reference="412233")
    clock.advance(DAY)
    plan = counter.plan(sold)
    counter.cancel(sold, plan)
    clock.advance(DAY)
    (refund,) = counter.booking(sold).refunds
    EnterRefundSlip(counter.database, counter.publish)(refund.id, "778899", actor=counter.actor)
    first, second, third = sheet(counter, -2), sheet(counter, -1), sheet(counter)
    total, back = sold.total_paise, plan.refund_paise
    assert (first.paise(Figure.SOLD), first.paise(Figure.NET), first.paise(Figure.TAKEN)) == (total,) * 3
    assert (second.paise(Figure.SOLD), second.paise(Figure.CANCELLED)) == (0, total)
    assert (second.paise(Figure.BACK), second.paise(Figure.KEPT)) == (back, total - back)
    assert (second.paise(Figure.NET), second.paise(Figure.GIVEN_BACK)) == (-back, 0)
    assert (third.paise(Figure.CANCELLED), third.paise(Figure.GIVEN_BACK)) == (0, back)
    assert third.paise(Figure.MONEY, Axis.TENDER, "card") == -back
    reference = counter.booking(sold).reference
    for one, figure in ((first, Figure.SOLD), (second, Figure.BACK), (third, Figure.GIVEN_BACK)):
        assert listed(counter, one.of, Choice(figure)) == [(reference, one.paise(figure))]
        assert one.cells[Choice(figure)].count == 1
    for one in (first, second, third):
        assert of_sheet(one) == by_ledger(counter.database, one.since, one.until, FACTS.time_zone)


def test_the_tax_of_a_class_is_told_by_its_levies(counter: Counter) -> None:
    counter.pay(counter.hold())
    found = sheet(counter)
    assert found.cells[Choice(Figure.SOLD)].count == 1
    levies = (Figure.CGST, Figure.SGST, Figure.UTGST, Figure.IGST)
    assert sum(found.paise(levy) for levy in levies) == found.paise(Figure.TAX) > 0
    assert found.paise(Figure.TAXABLE) + found.paise(Figure.TAX) == found.paise(Figure.NET)
    (tax,) = found.parts(Axis.TAX, Figure.TAXABLE)
    assert found.paise(Figure.TAX, Axis.TAX, tax) == found.paise(Figure.TAX)


def test_a_tender_put_right_the_day_after_stays_where_it_was(counter: Counter, clock: SteppedClock) -> None:
    sold = counter.hold()
    counter.pay(sold)
    before = sheet(counter)
    open_next_shift(counter)
    clock.advance(DAY)
    (payment,) = counter.booking(sold).payments
    CorrectTender(counter.database, counter.publish)(
        payment.id, Tender.CARD, "412233", "wrong key", actor=counter.actor
    )
    paise = sold.total_paise
    assert sheet(counter, -1).cells == before.cells
    moved = sheet(counter)
    assert moved.paise(Figure.TAKEN) == 0
    assert moved.paise(Figure.PUT_RIGHT, Axis.TENDER, "card") == paise
    assert moved.paise(Figure.PUT_RIGHT, Axis.TENDER, "cash") == -paise
    assert moved.paise(Figure.MONEY) == 0


def test_top_ups_and_what_wallets_paid_stand_apart_from_sales(counter: Counter) -> None:
    asha = counter.customer(9_000_00)
    sold = counter.hold(customer=asha)
    counter.pay(sold, wallet_paise=sold.total_paise)
    found = sheet(counter)
    assert found.paise(Figure.TOP_UPS) == 9_000_00
    assert found.paise(Figure.WALLET_SPENT) == found.paise(Figure.SOLD) == sold.total_paise
    assert found.paise(Figure.MONEY, Axis.TENDER, "cash") == 9_000_00


def test_every_figure_has_a_part_on_each_axis(counter: Counter, clock: SteppedClock) -> None:
    both = counter.hold(counter.quote(counter.item("DLX"), counter.item("GOA21")))
    counter.pay(both)
    clock.advance(3600)
    counter.cancel(both, counter.plan(both, [1]))
    found = sheet(counter)
    for choice, cell in found.cells.items():
        if choice.axis is None:
            for axis in PARTS:
                parts = found.parts(axis, choice.figure)
                assert sum(found.paise(choice.figure, axis, part) for part in parts) == cell.paise
    assert set(found.parts(Axis.KIND, Figure.SOLD)) == {"room", "bus"}
    assert set(found.parts(Axis.KIND, Figure.TAKEN)) == {"several"}
    assert len(found.parts(Axis.HOUR, Figure.SOLD, Figure.CANCELLED)) == 2


def test_a_night_belongs_to_the_business_day_that_it_ends(counter: Counter, clock: SteppedClock) -> None:
    clock.advance(15 * 3600)  # 01:00 of the day after
    sold = counter.hold()
    counter.pay(sold)
    assert sheet(counter).paise(Figure.SOLD) == sold.total_paise
    assert sheet(counter, days=DayKind.BUSINESS).paise(Figure.SOLD) == 0
    assert sheet(counter, -1, days=DayKind.BUSINESS).paise(Figure.SOLD) == sold.total_paise


def test_the_house_is_for_managers_and_a_clerk_sees_the_own_shift(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter = any_counter
    till = Till(counter)
    own: Staff = keep_staff(counter.database)
    with pytest.raises(NotPermitted) as refused:
        sheet(counter, actor=own.clerk)
    assert refused.value.act is ManagerAct.READ_DAY_SHEET
    assert sheet(counter, actor=own.manager).cells == {}
    # Who reads a book belongs to no desk.
    assert sheet(counter, actor=Actor("reader", DeskId(""))).cells == {}
    till.close(0, actor=own.clerk)
    shift_id = till.open(actor=own.clerk)
    with pytest.raises(NotPermitted):
        sheet(counter, actor=own.clerk, shift_id=shift_id)
    clock.advance(60)
    till.close(0, actor=own.clerk)
    assert sheet(counter, actor=own.clerk, shift_id=shift_id).whose == "Ravi"
    others = till.open(actor=own.manager)
    clock.advance(60)
    till.close(0, actor=own.manager)
    with pytest.raises(NotPermitted):
        sheet(counter, actor=own.clerk, shift_id=others)
    assert sheet(counter, actor=own.manager, shift_id=shift_id).desk == "D1"


@pytest.mark.parametrize(
    ("first", "last", "fault"),
    [
        (date(2026, 11, 24), date(2026, 11, 23), "before_first"),
        (date(2020, 1, 1), date(2026, 11, 23), "too_many"),
        (date.max, date.max, "beyond"),
        (date.min, date.min, "beyond"),
    ],
)
def test_days_that_are_none_are_refused(counter: Counter, first: date, last: date, fault: str) -> None:
    with pytest.raises(BadRequest) as refused:
        ReadDaySheet(counter.database, FACTS)(SheetOf(first, last), actor=counter.actor)
    assert refused.value.reason == fault


def test_a_shift_that_is_none_is_not_found(counter: Counter) -> None:
    with pytest.raises(NotFound):
        sheet(counter, shift_id=ShiftId("nobody's"))


@contextmanager
def counting(counter: Counter) -> Iterator[list[str]]:
    said: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        said.append(statement)

    engine = counter.database.engine
    event.listen(engine, "before_cursor_execute", note)
    yield said
    event.remove(engine, "before_cursor_execute", note)


def test_as_many_statements_for_many_bookings_as_for_none(counter: Counter) -> None:
    with counting(counter) as before:
        sheet(counter)
    for _ in range(3):
        counter.pay(counter.hold())
    with counting(counter) as after:
        found = sheet(counter)
    assert found.cells[Choice(Figure.SOLD)].count == 3
    assert len(after) == len(before) <= 14


def test_reading_a_month_of_nothing_changes_nothing(counter: Counter) -> None:
    before = counter.rows()
    day = counter.day(0)
    of = SheetOf(day - timedelta(days=365), day)
    assert ReadDaySheet(counter.database, FACTS)(of, actor=counter.actor).cells == {}
    assert counter.rows() == before
