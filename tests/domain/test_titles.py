"""What a basket is called."""

from datetime import UTC, date, datetime, time

from db.states import Kind
from desktop.services.domain.titles import Sold, stay, title_of

TODAY = date(2026, 11, 22)


def sold(kind: Kind, thing: str, unit_name: str, day: date) -> Sold:
    """A unit in a slot that begins at half past nine in the evening in India."""
    return Sold(kind, thing, unit_name, day, datetime.combine(day, time(16), UTC), "Asia/Kolkata")


def test_a_stay_is_named_by_its_check_in_and_check_out() -> None:
    nights = [sold(Kind.ROOM, "Deluxe", "203", date(2026, 11, day)) for day in (24, 25)]
    assert title_of(nights, TODAY) == "Deluxe 203, 24-26 Nov"


def test_a_mixed_basket_names_each_thing_once() -> None:
    basket = [
        sold(Kind.ROOM, "Deluxe", "203", date(2026, 11, 24)),
        sold(Kind.BUS, "Pune-Goa", "4A", date(2026, 11, 24)),
        sold(Kind.BUS, "Pune-Goa", "4B", date(2026, 11, 24)),
        *(sold(Kind.TOUR, "Sunrise trek", str(place), date(2026, 11, 29)) for place in (7, 8, 9)),
    ]
    assert (
        title_of(basket, TODAY)
        == "Deluxe 203, 24-25 Nov; Pune-Goa 21:30 24 Nov 4A 4B; Sunrise trek 29 Nov x3"
    )


def test_a_stay_over_the_end_of_a_month_or_year_names_both() -> None:
    assert stay(date(2026, 11, 30), date(2026, 12, 2)) == "30 Nov-2 Dec"
    assert stay(date(2026, 12, 31), date(2027, 1, 1)) == "31 Dec-1 Jan"
