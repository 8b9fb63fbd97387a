"""What can't be quoted is refused with its field and reason before anything is written."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, update

from db.catalogue_words import Gender
from db.ids import OfferingId
from db.schema import slot, tax_rate, unit
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.catalogue.stop_sale import StopSale
from desktop.services.domain.quote import BasketItem, Guest
from desktop.services.errors import (
    BadRequest,
    DepartureCancelled,
    NotFound,
    NotOnSale,
    PriceUnknown,
    SlotStopped,
)
from tests.actors import actor_of
from tests.counter import Counter

Ask = Callable[[Counter], BasketItem]


def room(**fields: Any) -> Ask:
    return lambda counter: replace(counter.item("DLX", "203"), **fields)


def guest(code: str, name: str, *guests: Guest) -> Ask:
    return lambda counter: counter.item(code, name, guests=guests)


def too_many_places(counter: Counter) -> BasketItem:
    places = counter.look("HERI", wanted=7).suggested_unit_ids
    return replace(counter.item("HERI"), unit_ids=places)


def twice_the_same(counter: Counter) -> BasketItem:
    return replace(counter.item("DLX", "203"), unit_ids=counter.units("DLX", "203", "203"))


REFUSED: dict[str, tuple[Ask, str, str]] = {
    "check-out on the day of check-in": (
        lambda c: replace(c.item("DLX", "203"), last_day=c.day(5)),
        "last_day",
        "not_after_first",
    ),
    "check-out before check-in": (
        lambda c: replace(c.item("DLX", "203"), last_day=c.day(4)),
        "last_day",
        "not_after_first",
    ),
    "no check-out": (room(last_day=None), "last_day", "not_after_first"),
    "a stay of 61 nights": (lambda c: c.item("DLX", "203", nights=61), "last_day", "too_long"),
    "yesterday's room": (lambda c: c.item("DLX", "203", ahead=-1), "first_day", "past"),
    "yesterday's coach": (lambda c: c.item("GOA21", "4A", ahead=-1), "first_day", "past"),
    "a tour of last year": (
        lambda c: replace(c.item("HERI"), first_day=date(2025, 1, 1)),
        "first_day",
        "past",
    ),
    "a coach that has left this morning": (
        lambda c: c.item("MUM06", "1A", ahead=0),
        "first_day",
        "departed",
    ),
    "nobody": (guest("DLX", "203", Guest(adults=0)), "persons", "not_positive"),
    "fewer than nobody": (guest("DLX", "203", Guest(adults=-1)), "persons", "not_positive"),
    "children less than none": (guest("DLX", "203", Guest(adults=2, children=-1)), "persons", "not_positive"),
    "children alone": (guest("DLX", "203", Guest(adults=0, children=1)), "persons", "adult_needed"),
    "three adults for two": (guest("DLX", "203", Guest(adults=3)), "persons", "too_many_adults"),
    "two children for one": (
        guest("DLX", "203", Guest(adults=1, children=2)),
        "persons",
        "too_many_children",
    ),
    "two on one seat": (guest("GOA21", "4A", Guest(adults=2)), "persons", "one_each"),
    "more guests than seats": (guest("GOA21", "4A", Guest(), Guest()), "persons", "over_capacity"),
    "a group that is too large": (too_many_places, "persons", "group_too_large"),
    "one alone where two are needed": (lambda c: c.item("KAAS"), "persons", "group_too_small"),
    "a name without an end": (guest("GOA21", "4A", Guest(name="A" * 121)), "guest_name", "too_long"),
    "no unit": (room(unit_ids=()), "units", "none"),
    "the same room twice": (twice_the_same, "units", "twice"),
    "a meal plan of another house": (room(meal_plan="XX"), "meal_plan", "unknown"),
    "a stop where the coach does not stop": (
        lambda c: c.item("GOA21", "4A", boarding="Dadar TT"),
        "boarding",
        "unknown",
    ),
    "no stop to get out": (
        lambda c: c.item("GOA21", "4A", dropping="Swargate"),
        "dropping",
        "unknown",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_and_nothing_is_written(counter: Counter, case: str) -> None:
    ask, field, reason = REFUSED[case]
    item = ask(counter)
    before = counter.rows()
    with pytest.raises(BadRequest) as refusal:
        counter.quote(item)
    assert (refusal.value.field, refusal.value.reason) == (field, reason)
    assert counter.rows() == before


FULL: dict[str, Ask] = {
    "a stay of 60 nights": lambda c: c.item("DLX", "203", nights=60),
    "two adults and a child": guest("DLX", "203", Guest(adults=2, children=1)),
    "a name of 120 signs": guest("GOA21", "4A", Guest(name="A" * 120)),
}


@pytest.mark.parametrize("case", FULL)
def test_the_limit_itself_is_sold(counter: Counter, case: str) -> None:
    assert counter.quote(FULL[case](counter)).lines


def ladies_seat(counter: Counter) -> str:
    return next(cell.unit.name for cell in counter.look("GOA22").cells if cell.unit.ladies_only)


@pytest.mark.parametrize("gender", [Gender.MALE, Gender.OTHER, None])
def test_a_ladies_seat_is_for_a_lady(counter: Counter, gender: Gender | None) -> None:
    name = ladies_seat(counter)
    with pytest.raises(BadRequest) as refusal:
        counter.quote(counter.item("GOA22", name, guests=(Guest(gender=gender),)))
    assert (refusal.value.reason, refusal.value.name) == ("ladies_seat", name)
    assert counter.quote(counter.item("GOA22", name, guests=(Guest(gender=Gender.FEMALE),))).lines


def test_an_empty_basket_is_no_quote(counter: Counter) -> None:
    nothing = replace(counter.item("DLX", "203"), unit_ids=())
    with pytest.raises(BadRequest, match="none"):
        counter.quote(nothing)


def test_two_items_may_not_share_a_room_night(counter: Counter) -> None:
    with pytest.raises(BadRequest, match="twice"):
        counter.quote(counter.item("DLX", "203", nights=2), counter.item("DLX", "203", ahead=6))


def test_a_seat_of_another_coach_is_not_found(counter: Counter) -> None:
    other = replace(counter.item("GOA21", "4A"), unit_ids=counter.units("MUM17", "4A"))
    with pytest.raises(NotFound) as refusal:
        counter.quote(other)
    assert refusal.value.what == "unit"
    with pytest.raises(NotFound):
        counter.quote(replace(other, offering_id=OfferingId("nothing")))


def test_a_unit_taken_off_sale_is_not_found(counter: Counter) -> None:
    item = counter.item("DLX", "203")
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(unit).where(unit.c.id == item.unit_ids[0]).values(active=0))
    with pytest.raises(NotFound):
        counter.quote(item)


def test_a_stopped_night_stops_the_stay(counter: Counter) -> None:
    StopSale(counter.database, counter.publish)(
        counter.offering("DLX").id,
        counter.day(6),
        counter.day(6),
        True,
        "wedding",
        actor=actor_of(counter.database),
    )
    assert counter.quote(counter.item("DLX", "203"))
    with pytest.raises(SlotStopped) as refusal:
        counter.quote(counter.item("DLX", "203", nights=2))
    assert (refusal.value.name, refusal.value.day) == ("Deluxe", counter.day(6))
    assert refusal.value.reason == "wedding"


def test_a_cancelled_departure_is_not_sold(counter: Counter) -> None:
    item = counter.item("GOA21", "4A")
    CancelDeparture(counter.database, counter.publish)(
        item.offering_id, item.first_day, "landslide", actor=actor_of(counter.database)
    )
    before = counter.rows()
    with pytest.raises(DepartureCancelled):
        counter.quote(item)
    assert counter.rows() == before


def test_a_day_without_a_slot_is_not_on_sale(counter: Counter) -> None:
    with pytest.raises(NotOnSale) as refusal:
        counter.quote(counter.item("GOA21", "4A", ahead=400))
    assert refusal.value.day == counter.day(400)


def test_one_missing_night_is_not_sold_as_if_it_were_free(counter: Counter) -> None:
    with counter.database.write(actor_of(counter.database)) as session:
        gone = delete(slot).where(slot.c.offering_id == counter.offering("DLX").id)
        session.execute(gone.where(slot.c.day == counter.day(6)))
    with pytest.raises(NotOnSale):
        counter.quote(counter.item("DLX", "203", nights=3))


def test_what_no_tax_rule_covers_has_no_price(counter: Counter) -> None:
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(delete(tax_rate).where(tax_rate.c.tax_class == "tour_other"))
    with pytest.raises(PriceUnknown) as refusal:
        counter.quote(counter.item("HERI"))
    assert refusal.value.kind == "tour"


def test_a_room_may_still_be_taken_late_in_the_evening(counter: Counter, clock: Any) -> None:
    clock.advance(timedelta(hours=13).total_seconds())
    assert counter.quote(counter.item("DLX", "203", ahead=0)).lines
    place = counter.look("HERI").cells[0].unit.name
    with pytest.raises(BadRequest, match="departed"):
        counter.quote(counter.item("HERI", place, ahead=0))
