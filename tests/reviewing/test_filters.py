"""Filters that really apply, alone and together, against a plain filter over all bookings."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.database import Database
from db.search_key import search_key
from db.states import BookingState, Kind, Tender
from desktop.services.domain.review import ReviewFilter
from desktop.services.errors import BadRequest
from desktop.services.reviewing.list_bookings import ListBookings
from tests.reviewing.many_bookings import NOW, Known

ZONE = "Asia/Kolkata"
TEXTS = (
    *("asha", "ASHA patil", "BK-00000", "bk-00001f", "3210", "43220", "98765 43200", "+91-98765-43210"),
    *("098765 43230", "deluxe 203", "203 asha", "%", "_", "\\", "/", "100%", "d_luxe", "आशा", "सैर asha"),
    *("o'neil", "zzz", "  ", "trek x3"),
)
DAYS = st.none() | st.dates(date(2026, 11, 18), date(2026, 11, 24))
FILTERS = st.builds(
    ReviewFilter,
    text=st.just("") | st.sampled_from(TEXTS),
    first_day=DAYS,
    last_day=DAYS,
    kinds=st.frozensets(st.sampled_from(Kind)),
    states=st.frozensets(st.sampled_from(BookingState)),
    tenders=st.frozensets(st.sampled_from(Tender)),
    desk_codes=st.frozensets(st.sampled_from(("D1", "D2", "D9"))),
)


def found_plainly(wanted: ReviewFilter, known: list[Known], zone: str = ZONE) -> list[str]:
    """Return the ids that a reader of the filter's description expects, newest first."""
    found = [one for one in known if _fits(wanted, one, zone)]
    return [one.id for one in sorted(found, key=lambda one: (one.reserved_at, one.id), reverse=True)]


def _fits(wanted: ReviewFilter, one: Known, zone: str) -> bool:
    day = one.reserved_at.astimezone(ZoneInfo(zone)).date()
    return (
        (wanted.first_day is None or day >= wanted.first_day)
        and (wanted.last_day is None or day <= wanted.last_day)
        and (not wanted.kinds or bool(wanted.kinds & {Kind(kind) for kind in one.kinds}))
        and (not wanted.states or one.state in wanted.states)
        and (not wanted.tenders or bool(wanted.tenders & {Tender(tender) for tender in one.paid}))
        and (not wanted.desk_codes or one.desk_code in wanted.desk_codes)
        and _has_text(wanted.text, one)
    )


def _has_text(text: str, one: Known) -> bool:
    digits = "".join(sign for sign in text if sign.isdigit())
    is_number = len(digits) >= 10 and not any(sign.isalpha() for sign in text)
    words = [digits.lstrip("0")] if is_number else text.lower().split()
    return all(
        any(word in place.lower() for place in (one.reference, one.title))
        or _is_in_name(word, one.name)
        or (word.isdigit() and one.mobile.endswith(word))
        for word in words
    )


def _is_in_name(word: str, name: str) -> bool:
    """A name is compared by its letters and figures alone, without accents."""
    keys = search_key(word).split()
    return bool(keys) and all(key in search_key(name) for key in keys)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=FILTERS)
def test_any_filters_combine_as_a_plain_filter_does(
    reviewed: Database, known: list[Known], wanted: ReviewFilter
) -> None:
    page = ListBookings(reviewed, ZONE)(wanted, None, 500)
    expected = found_plainly(wanted, known)
    assert [row.booking_id for row in page.rows] == expected
    totals = sum(one.total_paise for one in known if one.id in set(expected) and one.was_sold)
    assert (page.found_count, page.found_total_paise, page.next_after) == (len(expected), totals, None)
    assert sum(row.total_paise for row in page.rows) == page.found_total_paise + page.found_unsold_paise


@pytest.mark.parametrize(
    "wanted",
    [
        ReviewFilter(),
        *(ReviewFilter(text=text) for text in TEXTS),
        *(ReviewFilter(kinds=frozenset({kind})) for kind in Kind),
        *(ReviewFilter(states=frozenset({state})) for state in BookingState),
        *(ReviewFilter(tenders=frozenset({tender})) for tender in Tender),
        *(ReviewFilter(desk_codes=frozenset({code})) for code in ("D1", "D2", "D9")),
        ReviewFilter(first_day=date(2026, 11, 21)),
        ReviewFilter(last_day=date(2026, 11, 20)),
        ReviewFilter(first_day=date.min, last_day=date.max),
        ReviewFilter(first_day=date(2026, 11, 22), last_day=date(2026, 11, 20)),
    ],
)
def test_each_filter_alone(reviewed: Database, known: list[Known], wanted: ReviewFilter) -> None:
    page = ListBookings(reviewed, ZONE)(wanted, None, 500)
    assert [row.booking_id for row in page.rows] == found_plainly(wanted, known)


def test_most_filters_find_some_and_not_all(reviewed: Database, known: list[Known]) -> None:
    """Else the tests above would prove nothing."""
    counts = {text: len(found_plainly(ReviewFilter(text=text), known)) for text in TEXTS}
    assert sum(0 < count < len(known) for count in counts.values()) > len(TEXTS) // 2
    assert {one.state for one in known} == set(BookingState)
    assert any(one.state != one.stored_state for one in known)


@pytest.mark.parametrize("zone", ["Asia/Kolkata", "Pacific/Auckland", "America/New_York"])
def test_a_day_is_the_desks_own(reviewed: Database, known: list[Known], zone: str) -> None:
    day = NOW.astimezone(ZoneInfo(zone)).date() - timedelta(days=1)
    wanted = ReviewFilter(first_day=day, last_day=day)
    page = ListBookings(reviewed, zone)(wanted, None, 500)
    assert [row.booking_id for row in page.rows] == found_plainly(wanted, known, zone)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=FILTERS, rows_max=st.integers(1, 40))
def test_pages_follow_each_other_without_gap_or_repeat(
    reviewed: Database, known: list[Known], wanted: ReviewFilter, rows_max: int
) -> None:
    ask, after, seen = ListBookings(reviewed, ZONE), None, []
    while True:
        page = ask(wanted, after, rows_max)
        assert len(page.rows) <= rows_max
        seen += [row.booking_id for row in page.rows]
        assert page.found_count == len(found_plainly(wanted, known))
        if page.next_after is None:
            break
        after = page.next_after
    assert seen == found_plainly(wanted, known)


@pytest.mark.parametrize(
    "after", ["", "x", "a|b|c|d|e|f", "id|1|1|2026-11-22|2026-11-22|2026-11-22", "id|1|1", "|" * 5]
)
def test_a_mark_that_no_page_gave_is_refused(reviewed: Database, after: str) -> None:
    with pytest.raises(BadRequest):
        ListBookings(reviewed, ZONE)(ReviewFilter(), after, 10)


@pytest.mark.parametrize("rows_max", [0, -1, 501])
def test_a_page_has_between_1_and_500_rows(reviewed: Database, rows_max: int) -> None:
    with pytest.raises(BadRequest):
        ListBookings(reviewed, ZONE)(ReviewFilter(), None, rows_max)
