"""Each line of a booking has its own end: by its own rule, with its own money, its unit free again."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from db.install import install
from db.schema import policy, promo_use, slot
from db.states import BookingState, DocumentKind, RefundRule
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.documents.show_document import ShowDocument
from desktop.services.domain.booking import Hold
from desktop.services.domain.quote import Guest
from desktop.services.errors import AlreadyDone, NotVoidable, PlanChanged, WrongLines, WrongState
from desktop.services.holding.complete_bookings import CompleteBookings
from tests.actors import works_at
from tests.conftest import SteppedClock
from tests.counter import FACTS, ZONE, Counter

MINUTE = 60
DAY = 86_400


def sold(counter: Counter, *items: object, promo: str = "") -> Hold:
    """Sell a basket, paid in cash."""
    hold = counter.hold(counter.quote(*items, promo=promo))  # type: ignore[arg-type]  # items of the counter
    counter.pay(hold)
    return hold


def call_off(counter: Counter, code: str, ahead: int = 5) -> None:
    """The house cancels a departure."""
    cancel = CancelDeparture(counter.database, counter.publish)
    cancel(counter.offering(code).id, counter.day(ahead), "landslide", actor=counter.actor)


def complete(counter: Counter) -> int:
    return CompleteBookings(counter.database, counter.publish)(actor=counter.actor)


def set_tiers(counter: Counter, tiers: str) -> None:
    """Give every policy these tiers, for what is quoted from now on."""
    with counter.database.write(counter.actor) as session:
        session.execute(update(policy).values(tiers=tiers))


def advance_to(counter: Counter, clock: SteppedClock, moment: datetime) -> None:
    clock.advance((moment - counter.now()).total_seconds())


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment of the sample's sites."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(ZONE))


def test_one_seat_of_four_is_given_back_and_three_travel(any_counter: Counter) -> None:
    counter = any_counter
    hold = sold(counter, counter.item("GOA21", "4A", "4B", "5A", "5B"))
    free = counter.free("GOA21")
    before = counter.booking(hold)
    number = before.lines[1].number
    plan = counter.plan(hold, [number])
    assert [line.number for line in plan.lines] == [number]
    assert plan.paid_paise == before.lines[1].total_paise
    result = counter.cancel(hold, plan)
    after = counter.booking(hold)
    assert (result.state, after.state) == (BookingState.CONFIRMED, BookingState.CONFIRMED)
    assert (result.claims_released, counter.free("GOA21")) == (1, free + 1)
    assert [line.unit_name for line in after.live_lines] == ["4A", "5A", "5B"]
    assert "4B" in before.title
    assert "4B" not in after.title
    assert after.lines[1].refund_paise == result.refund_paise == plan.refund_paise
    assert counter.faults() == []
    with pytest.raises(AlreadyDone):
        counter.plan(hold, [number])


def test_a_voucher_names_only_what_ended_with_it(any_counter: Counter) -> None:
    counter = any_counter
    hold = sold(counter, counter.item("GOA21", "4A", "4B"))
    show = ShowDocument(counter.database, FACTS)
    vouchers = []
    for line in counter.booking(hold).lines:
        result = counter.cancel(hold, counter.plan(hold, [line.number]))
        assert result.document_id is not None
        vouchers.append(show(result.document_id))
    assert [[line.unit_name for line in one.content.lines] for one in vouchers] == [["4A"], ["4B"]]
    for one in vouchers:
        assert one.kind is DocumentKind.CREDIT_NOTE
        back = sum(line.refund_paise for line in one.content.lines)
        assert sum(refund.amount_paise for refund in one.content.back) == back > 0
    assert counter.booking(hold).state is BookingState.CANCELLED
    assert counter.faults() == []


def test_the_promo_stays_used_while_a_line_lives(any_counter: Counter) -> None:
    counter = any_counter

    def uses() -> int:
        with counter.database.read() as session:
            return len(session.execute(select(promo_use.c.booking_id)).all())

    hold = sold(counter, counter.item("DLX", nights=2), promo="UTSAV10")
    first, last = counter.booking(hold).lines
    counter.cancel(hold, counter.plan(hold, [last.number]))
    assert counter.booking(hold).lines[0].discount_paise == first.discount_paise > 0
    assert uses() == 1
    counter.cancel(hold)
    assert uses() == 0
    assert counter.faults() == []


def test_a_bus_that_the_house_cancels_comes_back_whole_and_the_used_stay_gives_nothing(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter = any_counter
    set_tiers(counter, '[{"hours_before": 0, "refund_bp": 0}]')
    hold = sold(counter, counter.item("EXE", ahead=1, nights=3), counter.item("GOA21", ahead=5))
    clock.advance(5 * DAY - 3_600)
    call_off(counter, "GOA21", ahead=0)
    ride = counter.booking(hold).lines[-1]
    assert ride.departure_cancelled
    plan = counter.plan(hold)
    assert plan.refund_paise == ride.total_paise
    assert [line.rule for line in plan.lines] == [RefundRule.HOUSE_CANCELLED]
    assert counter.cancel(hold, plan).refund_paise == ride.total_paise
    assert counter.faults() == []


def test_the_limit_of_a_stay_counts_once_from_its_check_in(any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    set_tiers(counter, '[{"hours_before": 24, "refund_bp": 10000}, {"hours_before": 0, "refund_bp": 5000}]')
    hold = sold(counter, counter.item("DLX", ahead=1, nights=5))
    total = counter.booking(hold).total_paise
    check_in = counter.booking(hold).lines[0].starts_at
    advance_to(counter, clock, check_in - timedelta(hours=1))
    assert counter.plan(hold).refund_paise == total // 2
    last = counter.booking(hold).lines[-1]
    assert counter.plan(hold, [last.number]).refund_paise == last.total_paise // 2
    advance_to(counter, clock, check_in + timedelta(hours=1))
    assert counter.plan(hold).refund_paise == 0


def test_two_stays_in_one_booking_count_each_from_its_own_check_in(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter = any_counter
    set_tiers(counter, '[{"hours_before": 24, "refund_bp": 10000}]')
    hold = sold(counter, counter.item("DLX", ahead=1), counter.item("DLX", ahead=9))
    near, far = counter.booking(hold).lines
    advance_to(counter, clock, near.starts_at - timedelta(hours=1))
    plan = counter.plan(hold)
    assert [(line.number, line.back_paise) for line in plan.lines] == [
        (near.number, 0),
        (far.number, far.total_paise),
    ]


def test_a_bus_that_broke_down_is_refunded_although_its_booking_was_completed(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter = any_counter
    hold = sold(counter, counter.item("GOA21", "4A", ahead=1), counter.item("HERI", ahead=1))
    clock.advance(4 * DAY)
    assert complete(counter) == 1
    with pytest.raises(WrongState):
        counter.plan(hold)
    call_off(counter, "GOA21", ahead=-3)
    ride, tour = counter.booking(hold).lines
    plan = counter.plan(hold)
    assert (plan.numbers, plan.refund_paise) == (frozenset([ride.number]), ride.total_paise)
    with pytest.raises(WrongLines):
        counter.plan(hold, [tour.number])
    assert counter.cancel(hold, plan).state is BookingState.COMPLETED
    assert counter.faults() == []


def test_a_completed_booking_of_nothing_but_a_cancelled_bus_ends_as_cancelled(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter = any_counter
    hold = sold(counter, counter.item("GOA21", "4A", ahead=1))
    clock.advance(3 * DAY)
    assert complete(counter) == 1
    call_off(counter, "GOA21", ahead=-2)
    assert counter.cancel(hold).state is BookingState.CANCELLED
    assert counter.faults() == []


def test_a_bus_cancelled_by_the_house_leaves_the_room_as_it_was(any_counter: Counter) -> None:
    counter = any_counter
    hold = sold(counter, counter.item("DLX", ahead=9, nights=2), counter.item("GOA21", ahead=5))
    call_off(counter, "GOA21")
    *nights, ride = counter.booking(hold).lines
    result = counter.cancel(hold, counter.plan(hold, [ride.number]))
    assert (result.refund_paise, result.state) == (ride.total_paise, BookingState.CONFIRMED)
    assert counter.booking(hold).live_lines == tuple(nights)
    assert counter.booking(hold).title.startswith("Deluxe")
    assert "Goa" not in counter.booking(hold).title
    assert counter.faults() == []


def test_a_bus_that_the_house_moved_too_far_comes_back_whole(any_counter: Counter) -> None:
    counter = any_counter
    set_tiers(counter, "[]")
    hold = sold(counter, counter.item("GOA21", "4A"))
    assert counter.plan(hold).refund_paise == 0

    def move(minutes: int) -> RefundRule:
        line = counter.booking(hold).lines[0]
        with counter.database.write(counter.actor) as session:
            moved = {"starts_at": line.starts_at + timedelta(minutes=minutes)}
            session.execute(update(slot).where(slot.c.id == line.slot_id).values(**moved))
        return counter.plan(hold).lines[0].rule

    assert [move(30), move(-30)] == [RefundRule.POLICY, RefundRule.POLICY]
    assert [move(31), move(-31)] == [RefundRule.HOUSE_MOVED, RefundRule.HOUSE_MOVED]
    assert counter.cancel(hold).refund_paise == hold.total_paise


def test_who_comes_to_a_tour_at_its_old_time_gets_all_back_although_it_is_over(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter = any_counter
    set_tiers(counter, "[]")
    hold = sold(counter, counter.item("HERI", ahead=2))
    line = counter.booking(hold).lines[0]
    earlier = line.ends_at - line.starts_at + timedelta(hours=1)
    with counter.database.write(counter.actor) as session:
        moved = {"starts_at": line.starts_at - earlier, "ends_at": line.ends_at - earlier}
        session.execute(update(slot).where(slot.c.id == line.slot_id).values(**moved))
    advance_to(counter, clock, line.starts_at - timedelta(minutes=10))
    assert complete(counter) == 0
    assert counter.booking(hold).endable_lines == counter.booking(hold).lines
    assert counter.plan(hold).refund_paise == hold.total_paise
    advance_to(counter, clock, line.starts_at + timedelta(minutes=10))
    with pytest.raises(WrongLines):
        counter.plan(hold)
    assert complete(counter) == 1


def test_a_room_sold_by_mistake_tonight_is_voided_whole(any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    advance_to(counter, clock, at(counter.day(1), 19))
    hold = sold(counter, counter.item("DLX", ahead=0))
    clock.advance(MINUTE)
    assert counter.plan(hold).refund_paise == 0
    plan = counter.plan(hold, void=True)
    assert (plan.refund_paise, plan.is_void) == (hold.total_paise, True)
    assert counter.cancel(hold, plan).state is BookingState.CANCELLED
    assert counter.booking(hold).lines[0].refund_rule is RefundRule.VOID
    assert counter.faults() == []


def test_a_sale_is_voided_until_its_quarter_of_an_hour_is_over_and_not_later(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter = any_counter
    hold = sold(counter)
    clock.advance(15 * MINUTE)
    plan = counter.plan(hold, void=True)
    assert counter.booking(hold).void_until == counter.now()
    clock.advance(1)
    assert counter.booking(hold).void_until is None
    for ask in (lambda: counter.plan(hold, void=True), lambda: counter.cancel(hold, plan)):
        with pytest.raises(NotVoidable) as refused:
            ask()
        assert refused.value.reason == "too_late"


def test_what_has_begun_since_it_was_sold_or_ended_in_part_is_not_voided(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter = any_counter
    boards = counter.booking(counter.hold(counter.quote(counter.item("GOA21", "1A", ahead=1)))).lines[0]
    advance_to(counter, clock, boards.boards_at - timedelta(minutes=5))
    hold = sold(counter, counter.item("GOA21", "4A", ahead=0), counter.item("DLX", ahead=3))
    clock.advance(6 * MINUTE)
    with pytest.raises(NotVoidable) as refused:
        counter.plan(hold, void=True)
    assert refused.value.reason == "used"
    other = sold(counter, counter.item("GOA21", "4A", "4B", ahead=2))
    counter.cancel(other, counter.plan(other, [1]))
    with pytest.raises(NotVoidable) as refused:
        counter.plan(other, void=True)
    assert refused.value.reason == "in_part"


def test_a_ride_sold_just_before_it_began_is_voided_up_to_that_moment_and_a_night_sold_at_its_own(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter = any_counter
    boards = counter.booking(counter.hold(counter.quote(counter.item("GOA21", "1A", ahead=1)))).lines[0]
    advance_to(counter, clock, boards.boards_at - timedelta(minutes=5))
    ride = sold(counter, counter.item("GOA21", "4A", ahead=0))
    clock.advance(5 * MINUTE - 1e-6)
    assert counter.plan(ride, void=True).is_void
    clock.advance(1e-6)
    with pytest.raises(NotVoidable) as refused:
        counter.plan(ride, void=True)
    assert refused.value.reason == "used"
    advance_to(counter, clock, at(counter.day(1), 14))
    night = sold(counter, counter.item("DLX", ahead=0))
    assert counter.booking(night).lines[0].starts_at == counter.now()
    clock.advance(MINUTE)
    assert counter.plan(night, void=True).is_void


def test_a_line_can_end_until_it_is_over(any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    hold = sold(counter, counter.item("DLX", ahead=0))
    advance_to(counter, clock, counter.booking(hold).lines[0].ends_at - timedelta(microseconds=1))
    assert counter.plan(hold).refund_paise == 0
    clock.advance(1e-6)
    with pytest.raises(WrongLines):
        counter.plan(hold)


def test_only_the_desk_that_took_the_money_voids_its_sale(any_counter: Counter) -> None:
    counter = any_counter
    hold = sold(counter)
    plan = counter.plan(hold, void=True)
    works_at(counter.database, install(counter.database.engine, desk_code="D2", clerk="ravi"))
    with pytest.raises(NotVoidable) as refused:
        counter.cancel(hold, plan)
    assert refused.value.reason == "other_drawer"


def test_a_hold_ends_as_a_whole(any_counter: Counter) -> None:
    hold = any_counter.hold(any_counter.quote(any_counter.item("GOA21", "4A", "4B")))
    with pytest.raises(WrongLines):
        any_counter.plan(hold, [1])
    assert any_counter.plan(hold).numbers == {1, 2}


def test_a_plan_of_other_lines_than_those_that_are_left_is_refused(any_counter: Counter) -> None:
    counter = any_counter
    hold = sold(counter, counter.item("GOA21", "4A", "4B"))
    both = counter.plan(hold)
    counter.cancel(hold, counter.plan(hold, [1]))
    before = counter.rows()
    with pytest.raises((WrongLines, PlanChanged)):
        counter.cancel(hold, both)
    assert counter.rows() == before


def test_names_and_prices_of_the_lines_that_go_on_are_untouched(any_counter: Counter) -> None:
    counter = any_counter
    guests = (Guest("Asha"), Guest("Kiran"))
    hold = sold(counter, counter.item("GOA21", "4A", "4B", guests=guests))
    asha, _ = counter.booking(hold).lines
    counter.cancel(hold, counter.plan(hold, [2]))
    assert counter.booking(hold).lines[0] == asha


def test_who_comes_to_the_old_stop_of_a_bus_that_left_long_before_gets_all_back(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter = any_counter
    hold = sold(counter, counter.item("GOA21", "4A", ahead=2, boarding="Satara bypass"))
    line = counter.booking(hold).lines[0]
    earlier = timedelta(hours=13)
    with counter.database.write(counter.actor) as session:
        moved = {"starts_at": line.starts_at - earlier, "ends_at": line.ends_at - earlier}
        session.execute(update(slot).where(slot.c.id == line.slot_id).values(**moved))
    advance_to(counter, clock, line.sold_boards_at - timedelta(minutes=30))
    assert max(line.starts_at, line.ends_at - earlier) < counter.now()
    assert complete(counter) == 0
    assert counter.plan(hold).refund_paise == hold.total_paise
    advance_to(counter, clock, line.sold_boards_at + timedelta(minutes=1))
    assert complete(counter) == 1
