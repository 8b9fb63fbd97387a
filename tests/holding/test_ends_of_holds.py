"""What time, the clerk or the background job do to a hold."""

from typing import Any

import pytest
from sqlalchemy import insert, select

from db import cases, claims
from db.ids import BookingId
from db.schema import booking, open_case, promo, promo_use, setting
from db.session import Session
from db.states import BookingState, CaseAnswer
from desktop.services.domain.booking import Hold
from desktop.services.domain.promo import PromoReason, PromoRefused
from desktop.services.errors import NotFound, WrongState
from desktop.services.holding.hold_again import HoldAgain
from desktop.services.holding.release_hold import ReleaseHold
from desktop.services.holding.show_today import ShowToday
from desktop.services.paying.list_open_cases import ListOpenCases
from tests.actors import actor_of
from tests.counter import ZONE, Counter


def uses(counter: Counter, code: str) -> tuple[int, int]:
    with counter.database.read() as session:
        row = session.execute(select(promo).where(promo.c.code == code)).one()
        rows = session.execute(select(promo_use).where(promo_use.c.promo_id == row.id)).all()
    return row.uses, len(rows)


def test_the_job_writes_down_each_end_once(any_counter: Counter, clock: Any, publish: Any) -> None:
    counter = any_counter
    holds = [counter.hold(counter.quote(counter.item("DLX", name, nights=2))) for name in ("203", "204")]
    clock.advance(600)
    late = counter.hold(counter.quote(counter.item("DLX", "205")))
    assert counter.sweep() == 2
    assert counter.sweep() == 0
    ends = [record.content for record in publish.records if record.tag == "BOOKING_EXPIRED"]
    assert [(end["reference"], end["claims_released"]) for end in ends] == [
        (hold.reference, 2) for hold in holds
    ]
    assert counter.booking(late).state is BookingState.HELD
    assert counter.faults() == []


def test_a_hold_that_cannot_be_written_down_keeps_no_other_from_its_end(
    counter: Counter, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, sound = (counter.hold(counter.quote(counter.item("DLX", name))) for name in ("203", "204"))
    clock.advance(600)
    release = claims.release

    def fail_once(session: Session, booking_id: BookingId) -> int:
        if booking_id == broken.booking_id:
            raise ValueError("a row that nobody can read")
        return release(session, booking_id)

    monkeypatch.setattr(claims, "release", fail_once)
    with pytest.raises(ExceptionGroup) as fault:
        counter.sweep()
    assert [type(one) for one in fault.value.exceptions] == [ValueError]
    assert written_state(counter, sound) == "expired"
    assert written_state(counter, broken) == "held"


def written_state(counter: Counter, hold: Hold) -> str:
    with counter.database.read() as session:
        return str(
            session.execute(select(booking.c.state).where(booking.c.id == hold.booking_id)).scalar_one()
        )


def test_the_deadline_stands_in_the_history_not_the_time_of_the_job(counter: Counter, clock: Any) -> None:
    hold = counter.hold()
    clock.advance(7_200)
    counter.sweep()
    assert counter.booking(hold).expires_at == hold.expires_at


def test_a_use_is_freed_when_its_hold_ends(any_counter: Counter, clock: Any) -> None:
    counter = any_counter
    counter.hold(counter.quote(promo="HOUSE"))
    assert uses(counter, "HOUSE") == (1, 1)
    clock.advance(600)
    counter.sweep()
    assert uses(counter, "HOUSE") == (0, 0)
    assert counter.faults() == []


def test_the_hold_counts_the_uses_that_the_quotes_could_not_know(any_counter: Counter) -> None:
    counter = any_counter
    quotes = [counter.quote(counter.item("DLX", str(201 + n)), promo="HOUSE") for n in range(6)]
    for quote in quotes[:5]:
        counter.hold(quote)
    with pytest.raises(PromoRefused) as for_all:
        counter.hold(quotes[5])
    customer = counter.customer()
    first, second = (
        counter.quote(counter.item("EXE", str(301 + n)), promo="NAMASTE", customer=customer) for n in range(2)
    )
    counter.hold(first, customer)
    with pytest.raises(PromoRefused) as for_one:
        counter.hold(second, customer)
    assert (for_all.value.reason, for_one.value.reason) == (
        PromoReason.USED_UP,
        PromoReason.USED_UP_BY_CUSTOMER,
    )
    assert (uses(counter, "HOUSE"), uses(counter, "NAMASTE")) == ((5, 5), (1, 1))


def test_the_last_use_is_taken_over_from_a_hold_that_is_over(any_counter: Counter, clock: Any) -> None:
    counter = any_counter
    over = [counter.hold(counter.quote(promo="HOUSE")) for _ in range(5)]
    clock.advance(600)
    hold = counter.hold(counter.quote(promo="HOUSE"))
    assert counter.booking(hold).promo_code == "HOUSE"
    assert uses(counter, "HOUSE") == (1, 1)
    with counter.database.read() as session:
        assert session.execute(select(promo_use.c.booking_id)).scalars().all() == [hold.booking_id]
    assert {counter.booking(one).state for one in over} == {BookingState.EXPIRED}
    assert counter.faults() == []


def test_a_customers_only_use_is_taken_over_from_their_own_hold(any_counter: Counter, clock: Any) -> None:
    counter = any_counter
    customer = counter.customer()
    counter.hold(counter.quote(promo="NAMASTE", customer=customer), customer)
    clock.advance(600)
    counter.hold(counter.quote(promo="NAMASTE", customer=customer), customer)
    assert uses(counter, "NAMASTE") == (1, 1)
    assert counter.faults() == []


def test_part_payment_of_a_hold_that_ends_becomes_a_case(any_counter: Counter, clock: Any) -> None:
    counter = any_counter
    hold = counter.hold()
    counter.pay(hold, cash_paise=1_000_00)
    clock.advance(600)
    counter.sweep()
    with counter.database.read() as session:
        case = session.execute(select(open_case)).one()
        today = ShowToday(counter.database, actor_of(counter.database).desk_id, ZONE)()
    assert (case.kind, case.state, case.amount_paise) == ("part_payment", "open", 1_000_00)
    assert case.booking_id == hold.booking_id
    assert today.open_case_count == 1
    assert counter.faults() == []


@pytest.mark.parametrize(("rounds", "cash"), [("0", 1_000_40), ("1", 1_000_00)])
def test_a_part_payment_that_waits_tells_what_of_it_goes_back_in_cash(
    counter: Counter, clock: Any, rounds: str, cash: int
) -> None:
    hold = counter.hold()
    counter.pay(hold, cash_paise=1_000_40)
    counter.pay(hold, card_paise=500_00, card_reference="A1")
    clock.advance(600)
    counter.sweep()
    with counter.database.write(counter.actor) as session:
        row = {"name": "rule_cash_to_rupee", "value": rounds, "home": session.home}
        session.execute(insert(setting), row)
    (case,) = ListOpenCases(counter.database)()
    assert (case.amount_paise, case.cash_paise) == (1_500_40, cash)


def test_the_clerk_gives_the_units_back_at_once(any_counter: Counter, publish: Any) -> None:
    counter = any_counter
    before = counter.free("DLX")
    hold = counter.hold(counter.quote(promo="HOUSE"))
    release = ReleaseHold(counter.database, counter.publish)
    release(hold.booking_id, actor=actor_of(counter.database))
    assert counter.free("DLX") == before
    assert uses(counter, "HOUSE") == (0, 0)
    assert counter.booking(hold).state is BookingState.CANCELLED
    assert publish.records[-1].content["claims_released"] == 1
    written = counter.rows()
    with pytest.raises(WrongState):
        release(hold.booking_id, actor=actor_of(counter.database))
    with pytest.raises(NotFound):
        release(BookingId("nothing"), actor=actor_of(counter.database))
    assert counter.rows() == written
    assert counter.faults() == []


def test_a_hold_with_money_in_it_is_not_just_released(counter: Counter) -> None:
    hold = counter.hold()
    counter.pay(hold, cash_paise=1_00)
    with pytest.raises(WrongState) as refusal:
        ReleaseHold(counter.database, counter.publish)(hold.booking_id, actor=actor_of(counter.database))
    assert refusal.value.state == "part_paid"


def test_a_hold_that_is_over_is_expired_and_not_released(counter: Counter, clock: Any) -> None:
    hold = counter.hold()
    clock.advance(600)
    with pytest.raises(WrongState) as refusal:
        ReleaseHold(counter.database, counter.publish)(hold.booking_id, actor=actor_of(counter.database))
    assert refusal.value.state == BookingState.EXPIRED


def test_today_shows_live_holds_by_deadline_and_what_was_sold(counter: Counter, clock: Any) -> None:
    first = counter.hold()
    clock.advance(60)
    second = counter.hold(counter.quote(counter.item("GOA21", "4A")))
    sold = counter.hold(counter.quote(counter.item("HERI")))
    counter.pay(sold)
    counter.cancel(counter.hold(counter.quote(counter.item("SINH"))))
    today = ShowToday(counter.database, actor_of(counter.database).desk_id, ZONE)()
    assert today.as_of == counter.now()
    assert [hold.reference for hold in today.holds] == [first.reference, second.reference]
    assert [hold.expires_at for hold in today.holds] == [first.expires_at, second.expires_at]
    assert (today.sold_count, today.sold_paise, today.cancelled_count) == (1, sold.total_paise, 0)
    assert today.holds[0].masked_mobile == "...3210"
    assert [hold.paid_paise for hold in today.holds] == [0, 0]
    counter.pay(first, cash_paise=100_00)
    assert [
        hold.paid_paise
        for hold in ShowToday(counter.database, actor_of(counter.database).desk_id, ZONE)().holds
    ] == [100_00, 0]
    clock.advance(540)
    assert [
        hold.reference
        for hold in ShowToday(counter.database, actor_of(counter.database).desk_id, ZONE)().holds
    ] == [second.reference]


def test_today_names_the_case_that_was_opened_last(any_counter: Counter, clock: Any) -> None:
    counter = any_counter
    show = ShowToday(counter.database, actor_of(counter.database).desk_id, ZONE)
    assert show().newest_case_id is None
    opened = []
    for wanted in ("DLX", "SINH"):
        counter.pay(counter.hold(counter.quote(counter.item(wanted))), cash_paise=1_00)
        clock.advance(600)
        counter.sweep()
        opened.append(show().newest_case_id)
    with counter.database.read() as session:
        rows = session.execute(select(open_case.c.id).order_by(open_case.c.opened_at)).scalars().all()
    assert opened == rows
    with counter.database.write(actor_of(counter.database)) as session:
        assert cases.resolve(session, rows[1], CaseAnswer.WALLET)
    assert show().newest_case_id == opened[0]


def test_a_hold_that_is_over_stands_in_the_list_for_fifteen_minutes(any_counter: Counter, clock: Any) -> None:
    counter = any_counter
    first, second = counter.hold(), counter.hold(counter.quote(counter.item("STD")))
    clock.advance(600)

    def over() -> list[str]:
        """Read as a program just started would."""
        shown = ShowToday(counter.database, actor_of(counter.database).desk_id, ZONE)()
        assert shown.holds == () or not shown.holds[0].is_over
        return [hold.reference for hold in shown.over]

    assert sorted(over()) == sorted([first.reference, second.reference])
    counter.sweep()
    HoldAgain(counter.database, counter.publish)(first.booking_id, actor=counter.actor)
    assert over() == [second.reference]
    clock.advance(15 * 60 - 1)
    assert over() == [second.reference]
    clock.advance(1)
    assert over() == []
