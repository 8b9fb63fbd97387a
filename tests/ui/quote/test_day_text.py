"""Days as clerks type them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QLocale

from desktop.services.domain import titles
from desktop.ui import formats
from desktop.ui.typed.day_text import parse_day, parse_stay

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", date(2026, 11, 22)),
        (" TODAY ", date(2026, 11, 22)),
        ("आज", date(2026, 11, 22)),
        ("tomorrow", date(2026, 11, 23)),
        ("kal", date(2026, 11, 23)),
        ("+3", date(2026, 11, 25)),
        ("+0", date(2026, 11, 22)),
        ("24 nov", date(2026, 11, 24)),
        ("24nov", date(2026, 11, 24)),
        ("24th November", date(2026, 11, 24)),
        ("nov 24", date(2026, 11, 24)),
        ("24 nov 2027", date(2027, 11, 24)),
        ("24/11", date(2026, 11, 24)),
        ("24-11", date(2026, 11, 24)),
        ("24.11.26", date(2026, 11, 24)),
        ("24/11/2026", date(2026, 11, 24)),
        ("2026-11-24", date(2026, 11, 24)),
        ("24", date(2026, 11, 24)),
        ("sat", date(2026, 11, 28)),
        ("Saturday", date(2026, 11, 28)),
        ("tue", date(2026, 11, 24)),
        ("this sat", date(2026, 11, 28)),
        ("weds", date(2026, 11, 25)),
        ("tmrw", date(2026, 11, 23)),
        ("day after tomorrow", date(2026, 11, 24)),
        ("last night", date(2026, 11, 21)),
        ("2026/11/24", date(2026, 11, 24)),
        ("24-Nov-26", date(2026, 11, 24)),
        ("24/nov/2026", date(2026, 11, 24)),
        ("24th of November", date(2026, 11, 24)),
        ("Tue 24 Nov · in 2 days", date(2026, 11, 24)),
    ],
)
def test_each_form_of_a_day_is_understood(typed: str, day: date) -> None:
    assert parse_day(typed, SUNDAY) == day


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "someday",
        "31/11",
        "32",
        "24/13",
        "sa",
        "+",
        "-3",
        "24 foo",
        "1/2/3/4",
        "t0",
        "5 dec 12",
        "dec 5 12",
        "mon 24 nov",
        "31 dec 9999",
        "9999-12-31",
        "0001-01-01",
        "24-nov/26",
    ],
)
def test_what_names_no_day_is_none(typed: str) -> None:
    assert parse_day(typed, SUNDAY) is None


def test_a_day_that_is_over_this_year_is_next_year() -> None:
    assert parse_day("21 nov", SUNDAY) == date(2027, 11, 21)
    assert parse_day("21/11", SUNDAY) == date(2027, 11, 21)


def test_a_day_of_the_month_that_is_over_is_in_the_next_month_that_has_it() -> None:
    assert parse_day("21", SUNDAY) == date(2026, 12, 21)
    assert parse_day("31", SUNDAY) == date(2026, 12, 31)


def test_a_past_day_with_its_year_is_returned_as_it_is() -> None:
    assert parse_day("21/11/2026", SUNDAY) == date(2026, 11, 21)


def test_a_leap_day_is_found_years_ahead() -> None:
    assert parse_day("29 feb", SUNDAY) == date(2028, 2, 29)


def test_the_weekday_of_today_means_in_a_week() -> None:
    assert parse_day("sun", SUNDAY) == date(2026, 11, 29)


@pytest.mark.parametrize(
    ("typed", "stay"),
    [
        ("24 nov", (date(2026, 11, 24), None)),
        ("24 nov to 26 nov", (date(2026, 11, 24), date(2026, 11, 26))),
        ("24 nov - 26 nov", (date(2026, 11, 24), date(2026, 11, 26))),
        ("24-26 nov", (date(2026, 11, 24), date(2026, 11, 26))),
        ("30 dec to 2 jan", (date(2026, 12, 30), date(2027, 1, 2))),
        ("today till sat", (date(2026, 11, 22), date(2026, 11, 28))),
        ("30 nov-2 dec", (date(2026, 11, 30), date(2026, 12, 2))),
        ("24/11-26/11", (date(2026, 11, 24), date(2026, 11, 26))),
        ("24 नव॰ से 26 नवम्बर तक", (date(2026, 11, 24), date(2026, 11, 26))),
        ("२४-२६ नव०", (date(2026, 11, 24), date(2026, 11, 26))),
        ("30 Dec-2 Jan 2027", (date(2026, 12, 30), date(2027, 1, 2))),
        ("1-3/12", (date(2026, 12, 1), date(2026, 12, 3))),
        ("Sun 29 Nov – Mon 30 Nov · in 7 days", (date(2026, 11, 29), date(2026, 11, 30))),
        ("26-24 nov", (date(2026, 11, 26), date(2026, 11, 24))),
    ],
)
def test_a_stay_may_be_typed_in_one_go(typed: str, stay: tuple[date, date | None]) -> None:
    assert parse_stay(typed, SUNDAY) == stay


def test_a_stay_with_half_a_meaning_is_none() -> None:
    assert parse_stay("24 nov to never", SUNDAY) is None


@given(st.text(max_size=20), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_no_text_breaks_it(text: str, today: date) -> None:
    parse_day(text, today)
    parse_stay(text, today)


@given(st.integers(0, 364), st.dates(date(2020, 1, 1), date(2080, 1, 1)))
def test_every_day_of_the_coming_year_is_read_back(ahead: int, today: date) -> None:
    day = today + timedelta(days=ahead)
    assert parse_day(f"{day:%d/%m/%Y}", today) == day
    assert parse_day(f"{day:%d %b}".lower(), today) == day


TODAYS = st.dates(date(2020, 1, 1), date(2080, 1, 1))


@pytest.fixture(params=["en_IN", "hi_IN"])
def language(request: pytest.FixtureRequest) -> Iterator[QLocale]:
    before = QLocale()
    spoken = QLocale(request.param)
    QLocale.setDefault(spoken)
    yield spoken
    QLocale.setDefault(before)


READ_BACK = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@READ_BACK
@given(st.integers(0, 364), TODAYS)
def test_every_form_of_a_day_that_the_program_writes_is_read_back(
    language: QLocale, ahead: int, today: date
) -> None:
    day = today + timedelta(days=ahead)
    moment = datetime(day.year, day.month, day.day, 10, 42, tzinfo=UTC)
    written = {
        formats.day(day),
        formats.dated(day, today),
        formats.short_day(day),
        formats.day_and_year(day),
        formats.days(day, day, today),
        formats.moment_text(moment, "UTC"),
        titles.short_day(day, today),
        language.toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy"),
    }
    assert {text: parse_day(text, today) for text in written} == dict.fromkeys(written, day)


@READ_BACK
@given(st.integers(0, 6), TODAYS)
def test_a_weekday_that_the_program_writes_is_the_next_one(
    language: QLocale, ahead: int, today: date
) -> None:
    day = today + timedelta(days=ahead + 1)
    assert parse_day(formats.weekday(day), today) == day


@READ_BACK
@given(st.integers(0, 300), st.integers(1, 60), TODAYS)
def test_every_form_of_a_stay_that_the_program_writes_is_read_back(
    language: QLocale, ahead: int, nights: int, today: date
) -> None:
    first = today + timedelta(days=ahead)
    last = first + timedelta(days=nights)
    written = {
        formats.days(first, last),
        formats.days(first, last, today),
        titles.stay(first, last, today),
        f"{formats.day(first)} – {formats.day(last)}",
    }
    assert {text: parse_stay(text, today) for text in written} == dict.fromkeys(written, (first, last))
