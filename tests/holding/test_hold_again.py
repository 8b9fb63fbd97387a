"""A hold that is over can be taken again at its price: once, within 15 minutes, if everything is free."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import select, update

from db.catalogue_words import Gender
from db.schema import journal, offering, open_case, promo, promo_use, slot
from db.states import BookingState, CaseState
from desktop.services.domain.booking import Hold
from desktop.services.domain.held_again import NotAgainReason, NotHeldAgain
from desktop.services.domain.promo import PromoReason, PromoRefused
from desktop.services.domain.quote import Guest
from desktop.services.errors import BadRequest, DeskError, SlotStopped, SlotTaken, TakenOffSale, WrongState
from desktop.services.holding.hold_again import HoldAgain
from tests.catalogue.changes import bring_in, coach, lines_of
from tests.counter import Counter

MINUTE = 60


def again(counter: Counter, hold: Hold) -> Hold:
    return HoldAgain(counter.database, counter.publish)(hold.booking_id, actor=counter.actor)


def tags(counter: Counter, hold: Hold) -> list[str]:
    of_it = select(journal.c.tag).where(journal.c.booking_id == hold.booking_id).order_by(journal.c.number)
    with counter.database.read() as session:
        return [str(tag) for tag in session.execute(of_it).scalars()]


@pytest.mark.parametrize("is_written_down", [True, False])
def test_a_hold_that_ended_while_cash_was_counted_is_held_again_and_paid(
    any_counter: Counter, clock: Any, is_written_down: bool
) -> None:
    counter = any_counter
    hold = counter.hold()
    clock.advance(600)
    if is_written_down:
        counter.sweep()
    second = again(counter, hold)
    assert (second.booking_id, second.reference, second.total_paise) == (
        hold.booking_id,
        hold.reference,
        hold.total_paise,
    )
    assert (second.expires_at - second.reserved_at).total_seconds() == 600
    assert counter.booking(hold).state is BookingState.HELD
    counter.pay(hold, cash_paise=hold.total_paise)
    assert counter.booking(hold).state is BookingState.CONFIRMED
    assert tags(counter, hold)[:3] == ["BOOKING_RESERVED", "BOOKING_EXPIRED", "BOOKING_HELD_AGAIN"]
    assert counter.faults() == []


def test_it_ends_again_to_the_second_and_then_for_good(any_counter: Counter, clock: Any) -> None:
    counter = any_counter
    hold = counter.hold()
    clock.advance(700)
    again(counter, hold)
    clock.advance(599)
    assert counter.booking(hold).state is BookingState.HELD
    clock.advance(1)
    assert counter.booking(hold).state is BookingState.EXPIRED
    assert counter.booking(hold).again_until is None
    with pytest.raises(NotHeldAgain) as refused:
        again(counter, hold)
    assert refused.value.reason is NotAgainReason.DONE_BEFORE
    assert counter.faults() == []


@pytest.mark.parametrize(("seconds", "is_in_time"), [(15 * MINUTE - 1, True), (15 * MINUTE, False)])
def test_it_can_be_taken_again_for_fifteen_minutes(
    any_counter: Counter, clock: Any, seconds: int, is_in_time: bool
) -> None:
    counter = any_counter
    hold = counter.hold()
    clock.advance(600 + seconds)
    assert (counter.booking(hold).again_until is not None) is is_in_time
    if is_in_time:
        assert again(counter, hold).reference == hold.reference
        return
    with pytest.raises(NotHeldAgain) as refused:
        again(counter, hold)
    assert refused.value.reason is NotAgainReason.TOO_LATE


def test_a_hold_that_lives_is_not_held_again(counter: Counter, clock: Any) -> None:
    hold = counter.hold()
    clock.advance(599)
    with pytest.raises(WrongState):
        again(counter, hold)


def test_what_somebody_else_has_is_named_and_nothing_is_taken(any_counter: Counter, clock: Any) -> None:
    counter = any_counter
    hold = counter.hold(counter.quote(counter.item("DLX", "203"), counter.item("DLX", "204")))
    clock.advance(600)
    counter.hold(counter.quote(counter.item("DLX", "204")))
    with pytest.raises(SlotTaken) as taken:
        again(counter, hold)
    assert taken.value.names == ["204"]
    assert counter.booking(hold).state is BookingState.EXPIRED
    assert counter.booking(hold).again_until is not None  # nothing was done, so it may be tried again
    counter.hold(counter.quote(counter.item("DLX", "203")))
    assert counter.faults() == []


def test_the_price_stays_though_everything_became_dearer(counter: Counter, clock: Any) -> None:
    hold = counter.hold()
    clock.advance(600)
    with counter.database.write(counter.actor) as session:
        session.execute(update(slot).values(price_paise=slot.c.price_paise * 2))
    again(counter, hold)
    assert counter.booking(hold).due_paise == hold.total_paise


def test_what_is_stopped_or_off_sale_meanwhile_is_refused(counter: Counter, clock: Any) -> None:
    hold = counter.hold()
    clock.advance(600)
    with counter.database.write(counter.actor) as session:
        session.execute(update(slot).values(stopped=1, stop_reason="painters"))
    with pytest.raises(SlotStopped):
        again(counter, hold)
    with counter.database.write(counter.actor) as session:
        session.execute(update(slot).values(stopped=0, stop_reason=None))
        session.execute(update(offering).values(active=0))
    with pytest.raises(TakenOffSale):
        again(counter, hold)


@pytest.mark.parametrize(("gender", "is_held"), [(Gender.MALE, False), (None, False), (Gender.FEMALE, True)])
def test_a_seat_that_is_for_ladies_by_now_is_held_again_for_a_woman_only(
    any_counter: Counter, tmp_path: Path, clock: Any, gender: Gender | None, is_held: bool
) -> None:
    counter = any_counter
    guest = (Guest(name="Ravi", gender=gender),)
    hold = counter.hold(counter.quote(counter.item("GOA21", "1A", guests=guest)))
    clock.advance(600)
    counter.sweep()
    bus, seats = lines_of("services.csv", {"GOA21": {"coach": "OTHER"}}), coach("OTHER", 10, ladies="1A")
    assert bring_in(counter.database, tmp_path, seats=seats, services=bus).written
    if is_held:
        again(counter, hold)
        return
    with pytest.raises(BadRequest) as refused:
        again(counter, hold)
    assert (refused.value.field, refused.value.reason) == ("gender", "ladies_seat")
    assert counter.booking(hold).again_until is not None
    assert counter.faults() == []


def test_the_promo_counts_again(any_counter: Counter, clock: Any) -> None:
    counter = any_counter
    customer = counter.customer()
    hold = counter.hold(counter.quote(promo="NAMASTE", customer=customer), customer)
    clock.advance(600)
    again(counter, hold)
    with counter.database.read() as session:
        assert session.execute(select(promo.c.uses).where(promo.c.code == "NAMASTE")).scalar_one() == 1
        assert session.execute(select(promo_use.c.booking_id)).scalars().all() == [hold.booking_id]
    assert counter.faults() == []


def test_the_customers_only_use_went_to_another_sale(any_counter: Counter, clock: Any) -> None:
    counter = any_counter
    customer = counter.customer()
    hold = counter.hold(counter.quote(promo="NAMASTE", customer=customer), customer)
    clock.advance(600)
    counter.hold(counter.quote(counter.item("STD"), promo="NAMASTE", customer=customer), customer)
    with pytest.raises(PromoRefused) as refused:
        again(counter, hold)
    assert refused.value.reason is PromoReason.USED_UP_BY_CUSTOMER
    assert counter.booking(hold).state is BookingState.EXPIRED
    assert counter.faults() == []


@pytest.mark.parametrize(
    ("change", "reason"),
    [({"active": 0}, PromoReason.INACTIVE), ({"uses_max": 0, "uses": 0}, PromoReason.USED_UP)],
)
def test_a_promo_that_is_gone_is_refused_with_its_reason(
    counter: Counter, clock: Any, change: dict[str, int], reason: PromoReason
) -> None:
    hold = counter.hold(counter.quote(promo="HOUSE"))
    clock.advance(600)
    counter.sweep()
    with counter.database.write(counter.actor) as session:
        session.execute(update(promo).where(promo.c.code == "HOUSE").values(**change))
    with pytest.raises(PromoRefused) as refused:
        again(counter, hold)
    assert refused.value.reason is reason


def test_a_part_paid_before_counts_and_its_case_is_closed(any_counter: Counter, clock: Any) -> None:
    counter = any_counter
    hold = counter.hold()
    counter.pay(hold, cash_paise=1_000_00)
    clock.advance(600)
    counter.sweep()
    again(counter, hold)
    with counter.database.read() as session:
        assert session.execute(select(open_case.c.state)).scalars().all() == [CaseState.RESOLVED]
    assert counter.booking(hold).due_paise == hold.total_paise - 1_000_00
    counter.pay(hold, cash_paise=hold.total_paise - 1_000_00)
    assert counter.booking(hold).state is BookingState.CONFIRMED
    assert counter.faults() == []


def test_a_part_paid_is_a_case_again_when_the_second_hold_ends(any_counter: Counter, clock: Any) -> None:
    counter = any_counter
    hold = counter.hold()
    counter.pay(hold, cash_paise=1_000_00)
    clock.advance(600)
    again(counter, hold)
    clock.advance(600)
    counter.sweep()
    open_ones = select(open_case.c.amount_paise).where(open_case.c.state == CaseState.OPEN)
    with counter.database.read() as session:
        assert session.execute(open_ones).scalars().all() == [1_000_00]
    assert counter.faults() == []


def test_of_two_desks_one_holds_it_again(any_counter: Counter, clock: Any) -> None:
    counter = any_counter
    hold = counter.hold(counter.quote(promo="HOUSE"))
    clock.advance(600)
    counter.sweep()
    together = Barrier(2)

    def press() -> str:
        together.wait()
        try:
            again(counter, hold)
        except DeskError as refused:
            return type(refused).__name__
        return "held"

    with ThreadPoolExecutor(2) as desks:
        answers = sorted(one.result() for one in [desks.submit(press), desks.submit(press)])
    assert answers == ["WrongState", "held"]
    assert tags(counter, hold).count("BOOKING_HELD_AGAIN") == 1
    assert counter.faults() == []


def test_the_room_goes_to_the_new_sale_or_the_old_hold_never_to_both(
    any_counter: Counter, clock: Any
) -> None:
    counter = any_counter
    hold = counter.hold(counter.quote(counter.item("DLX", "203"), promo="HOUSE"))
    clock.advance(600)
    other = counter.quote(counter.item("DLX", "203"), promo="HOUSE")
    customer = counter.customer()
    together = Barrier(2)

    def press(work: Any) -> bool:
        together.wait()
        try:
            work()
        except SlotTaken:
            return False
        return True

    with ThreadPoolExecutor(2) as desks:
        first = desks.submit(press, lambda: again(counter, hold))
        second = desks.submit(press, lambda: counter.hold(other, customer))
        assert sorted([first.result(), second.result()]) == [False, True]
    assert counter.faults() == []
