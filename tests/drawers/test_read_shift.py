"""What a shift has done, by the days of its desk; before the count only for who may know it."""

from datetime import timedelta

import pytest

from db.states import DrawerMoveKind, Tender
from desktop.services.drawers.read_shift import ReadShift
from desktop.services.errors import NotPermitted
from tests.conftest import SteppedClock
from tests.counter import FACTS, Counter
from tests.drawers.till import Till
from tests.staff import keep_staff


def test_a_shift_over_midnight_shows_its_two_parts(any_counter: Counter, clock: SteppedClock) -> None:
    till = Till(any_counter)
    till.close(0)
    shift_id = till.open(1_000_00)
    first = any_counter.hold()
    any_counter.pay(first)
    any_counter.customer(wallet_paise=300_00)
    # 23:50 at the desk, then 00:10.
    clock.advance(timedelta(hours=13, minutes=50).total_seconds())
    till.move(DrawerMoveKind.DROP, 200_00)
    clock.advance(timedelta(minutes=20).total_seconds())
    second = any_counter.hold()
    any_counter.pay(second, card_paise=second.total_paise, card_reference="A2907")
    any_counter.cancel(first)
    figures = ReadShift(any_counter.database, FACTS)(shift_id, actor=any_counter.actor)
    evening, night = figures.days
    assert night.day == evening.day + timedelta(days=1)
    assert (evening.sales, dict(evening.taken)) == (1, {Tender.CASH: first.total_paise})
    assert (evening.topped_up_paise, evening.dropped_paise) == (300_00, 200_00)
    assert dict(night.taken) == {Tender.CARD: second.total_paise}
    assert night.given_back[Tender.CASH] == first.total_paise
    in_drawer = sum(
        day.taken.get(Tender.CASH, 0)
        - day.given_back.get(Tender.CASH, 0)
        + day.topped_up_paise
        + day.cash_in_paise
        - day.dropped_paise
        - day.paid_out_paise
        for day in figures.days
    )
    assert figures.expected_paise == 1_000_00 + in_drawer == till.expected()
    closed = till.close(1_000_00)
    after = ReadShift(any_counter.database, FACTS)(shift_id, actor=any_counter.actor)
    assert (after.expected_paise, after.days) == (figures.expected_paise, figures.days)
    assert after.closed == closed


def test_who_counts_a_drawer_reads_no_figures_of_it_before(any_counter: Counter) -> None:
    staff = keep_staff(any_counter.database)
    till = Till(any_counter)
    till.close(0)
    shift_id = till.open(1_000_00, actor=staff.clerk)
    read = ReadShift(any_counter.database, FACTS)
    with pytest.raises(NotPermitted):
        read(shift_id, actor=staff.clerk)
    assert read(shift_id, actor=staff.manager).expected_paise == 1_000_00
    till.close(1_000_00, actor=staff.clerk)
    assert read(shift_id, actor=staff.clerk).closed is not None
