"""Why is this not available? Whoever asks is told who or what it is, and until when."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from db.ids import UnitId
from db.schema import unit as unit_table
from db.states import BookingState
from desktop.services.catalogue.block_units import BlockUnits
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.catalogue.stop_sale import StopSale
from desktop.services.catalogue.why_unavailable import WhyUnavailable
from desktop.services.domain.unavailable import Obstruction, WhyNot
from desktop.services.errors import BadRequest, NotFound
from tests.counter import Counter


def why(
    counter: Counter, code: str, name: str = "", ahead: int = 5, wanted: int = 1
) -> tuple[Obstruction, ...]:
    unit_id = counter.units(code, name)[0] if name else None
    first = counter.day(ahead)
    last = first + timedelta(days=1) if code == "DLX" else first
    return WhyUnavailable(counter.database)(counter.offering(code).id, unit_id, first, last, wanted).facts


def test_what_is_free_has_no_reason(any_counter: Counter) -> None:
    assert why(any_counter, "DLX", "203") == ()


def test_a_hold_is_told_with_desk_person_and_end(any_counter: Counter) -> None:
    counter = any_counter
    hold = counter.hold(counter.quote(counter.item("DLX", "203")))
    (fact,) = why(counter, "DLX", "203")
    assert (fact.why, fact.unit_name, fact.desk_code, fact.person) == (WhyNot.HELD, "203", "D1", "clerk")
    assert (fact.until, fact.reference) == (hold.expires_at, hold.reference)
    assert why(counter, "DLX") == (fact,)
    counter.pay(hold)
    (fact,) = why(counter, "DLX", "203")
    assert (fact.why, fact.state, fact.reference) == (WhyNot.SOLD, BookingState.CONFIRMED, hold.reference)


def test_an_ended_hold_is_no_reason(any_counter: Counter, clock: Any) -> None:
    any_counter.hold(any_counter.quote(any_counter.item("DLX", "203")))
    clock.advance(seconds=600)
    assert why(any_counter, "DLX", "203") == ()


def test_a_block_and_a_stop_say_why_and_until_when(any_counter: Counter) -> None:
    counter = any_counter
    offering, first, last = counter.offering("DLX"), counter.day(5), counter.day(7)
    BlockUnits(counter.database, counter.publish)(
        offering.id, counter.units("DLX", "203"), first, last, "painted", actor=counter.actor
    )
    (fact,) = why(counter, "DLX", "203")
    assert (fact.why, fact.reason, fact.last_day) == (WhyNot.BLOCKED, "painted", last)
    StopSale(counter.database, counter.publish)(
        offering.id, first, last, True, "no water", actor=counter.actor
    )
    stopped = next(one for one in why(counter, "DLX", "204") if one.why is WhyNot.STOPPED)
    assert (stopped.reason, stopped.last_day, stopped.person) == ("no water", last, "clerk")


def test_a_departure_that_was_cancelled_or_has_left_says_so(any_counter: Counter) -> None:
    counter = any_counter
    CancelDeparture(counter.database, counter.publish)(
        counter.offering("GOA21").id, counter.day(5), "landslide", actor=counter.actor
    )
    assert [(one.why, one.reason) for one in why(counter, "GOA21", "4A")] == [(WhyNot.CANCELLED, "landslide")]
    assert [one.why for one in why(counter, "GOA21", "4A", ahead=2000)] == [WhyNot.NO_PRICE]


def test_a_unit_out_of_use_a_ladies_seat_and_a_group_are_told(any_counter: Counter) -> None:
    counter = any_counter
    unit_id = counter.units("DLX", "203")[0]
    with counter.database.write(counter.actor) as session:
        session.execute(update(unit_table).where(unit_table.c.id == unit_id).values(active=0, ladies_only=1))
    first = counter.day(5)
    found = WhyUnavailable(counter.database)(
        counter.offering("DLX").id, unit_id, first, first + timedelta(days=1)
    )
    assert [one.why for one in found.facts] == [WhyNot.RETIRED, WhyNot.LADIES]


@pytest.mark.parametrize("nights", [0, -3, 1000])
def test_nonsense_is_refused(counter: Counter, nights: int) -> None:
    ask, first = WhyUnavailable(counter.database), counter.day(5)
    with pytest.raises(BadRequest):
        ask(counter.offering("DLX").id, None, first, first + timedelta(days=nights))
    with pytest.raises(NotFound):
        ask(counter.offering("DLX").id, UnitId("nothing"), first, first + timedelta(days=1))
