"""What a basket is called."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from db.states import Kind
from desktop.services.domain.titles import Sold, short_day, stay, title_of, units_first

TODAY = date(2026, 11, 22)


def sold(kind: Kind, thing: str, unit_name: str, day: date, item: int = 1) -> Sold:
    """A unit in a slot that begins at half past nine in the evening in India."""
    return Sold(kind, thing, unit_name, day, datetime.combine(day, time(16), UTC), "Asia/Kolkata", item)


def nights(room: str, first: date, until: date, item: int = 1) -> list[Sold]:
    """A room from its check-in to its check-out."""
    count = (until - first).days
    return [sold(Kind.ROOM, "Deluxe", room, first + timedelta(days=ahead), item) for ahead in range(count)]


def test_a_stay_is_named_by_its_check_in_and_check_out() -> None:
    assert title_of(nights("203", date(2026, 11, 24), date(2026, 11, 26)), TODAY) == "Deluxe 203, 24-26 Nov"


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


def test_seats_of_two_days_are_named_with_their_own_day() -> None:
    basket = [
        sold(Kind.BUS, "Pune-Goa", "4A", date(2026, 11, 28), 1),
        sold(Kind.BUS, "Pune-Goa", "5A", date(2026, 12, 2), 2),
    ]
    assert title_of(basket, TODAY) == "Pune-Goa 21:30 28 Nov 4A; 2 Dec 5A"
    assert title_of(basket[::-1], TODAY) == "Pune-Goa 21:30 28 Nov 4A; 2 Dec 5A"


def test_places_of_two_days_are_counted_by_day() -> None:
    days = [date(2026, 11, 29)] * 3 + [date(2026, 12, 6)] * 2
    basket = [sold(Kind.TOUR, "Trek", str(place), day) for place, day in enumerate(days)]
    assert title_of(basket, TODAY) == "Trek 29 Nov x3; 6 Dec x2"


def test_a_room_with_a_night_between_is_named_with_both_runs() -> None:
    basket = [
        *nights("203", date(2026, 11, 24), date(2026, 11, 26)),
        *nights("203", date(2026, 11, 30), date(2026, 12, 2), 2),
    ]
    assert title_of(basket, TODAY) == "Deluxe 203, 24-26 Nov; 30 Nov-2 Dec"


def test_rooms_that_differ_by_night_are_named_apart() -> None:
    basket = [
        *nights("203", date(2026, 11, 24), date(2026, 11, 26)),
        *nights("204", date(2026, 11, 24), date(2026, 11, 26)),
        *nights("205", date(2026, 11, 25), date(2026, 11, 26)),
    ]
    assert title_of(basket, TODAY) == "Deluxe 203 204, 24-26 Nov; 205, 25-26 Nov"


def test_a_change_of_room_is_told_as_one_stay() -> None:
    stay_of_week = [
        *nights("101", date(2026, 12, 1), date(2026, 12, 3)),
        *nights("102", date(2026, 12, 3), date(2026, 12, 8)),
    ]
    assert title_of(stay_of_week, TODAY) == "Deluxe 101, 1-3 Dec, then 102, 3-8 Dec"
    back_again = [*stay_of_week, *nights("101", date(2026, 12, 8), date(2026, 12, 9))]
    assert title_of(back_again, TODAY) == "Deluxe 101, 1-3 Dec, then 102, 3-8 Dec, then 101, 8-9 Dec"


def test_two_stays_that_only_meet_are_no_change_of_room() -> None:
    basket = [
        *nights("101", date(2026, 12, 1), date(2026, 12, 3), 1),
        *nights("102", date(2026, 12, 3), date(2026, 12, 8), 2),
    ]
    assert title_of(basket, TODAY) == "Deluxe 101, 1-3 Dec; 102, 3-8 Dec"


def test_a_stay_over_the_end_of_a_month_or_year_names_both() -> None:
    assert stay(date(2026, 11, 30), date(2026, 12, 2), TODAY) == "30 Nov-2 Dec"
    assert stay(date(2026, 12, 31), date(2027, 1, 1), TODAY) == "31 Dec-1 Jan 2027"


def test_the_year_is_told_where_it_is_not_this_one() -> None:
    assert stay(date(2027, 1, 2), date(2027, 1, 4), TODAY) == "2-4 Jan 2027"
    assert stay(date(2027, 1, 30), date(2027, 2, 2), TODAY) == "30 Jan-2 Feb 2027"
    assert stay(date(2026, 12, 30), date(2027, 1, 2), date(2027, 1, 1)) == "30 Dec 2026-2 Jan"
    assert stay(date(2026, 12, 30), date(2027, 1, 2), date(2025, 6, 1)) == "30 Dec 2026-2 Jan 2027"
    seat = [sold(Kind.BUS, "Pune-Goa", "4A", date(2027, 1, 2))]
    assert title_of(seat, TODAY) == "Pune-Goa 21:30 2 Jan 2027 4A"


DAYS = st.integers(0, 60).map(lambda ahead: TODAY + timedelta(days=ahead))
LINES = st.sets(st.tuples(st.sampled_from(("4A", "4B", "5A")), DAYS), min_size=1)


@given(LINES)
def test_every_departure_is_named_with_its_seats(lines: set[tuple[str, date]]) -> None:
    title = title_of([sold(Kind.BUS, "Pune-Goa", name, day) for name, day in sorted(lines)], TODAY)
    for day in {day for _, day in lines}:
        names = " ".join(sorted(name for name, of in lines if of == day))
        assert f"{short_day(day, TODAY)} {names}" in title.removeprefix("Pune-Goa 21:30 ").split("; ")


@given(LINES)
def test_the_first_and_last_day_of_every_run_of_nights_are_named(lines: set[tuple[str, date]]) -> None:
    title = title_of([sold(Kind.ROOM, "Deluxe", name, day) for name, day in sorted(lines)], TODAY)
    one_day = timedelta(days=1)
    for name, day in lines:
        if (name, day - one_day) not in lines:
            until = day
            while (name, until) in lines:
                until += one_day
            assert stay(day, until, TODAY) in title


def test_what_tells_two_bookings_apart_stands_before_the_thing() -> None:
    basket = [
        *nights("203", date(2026, 11, 24), date(2026, 11, 26)),
        sold(Kind.BUS, "Pune-Goa", "4A", date(2026, 11, 24)),
        sold(Kind.BUS, "Pune-Goa", "4B", date(2026, 11, 24)),
    ]
    assert units_first(basket, TODAY) == "203, 24-26 Nov · Deluxe; 24 Nov 4A 4B · Pune-Goa 21:30"
