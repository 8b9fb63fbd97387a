"""The review's values, without Qt."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from desktop.services.domain.review import ReviewFilter, ReviewPage, StoryStep
from desktop.ui.review.review_view import Found, Period, days_of, facts_line, local_text, period_of
from desktop.ui.review.review_words import step_word

TODAY = date(2026, 11, 22)
INDIA = ZoneInfo("Asia/Kolkata")
AT = datetime(2026, 11, 21, 19, 30, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period.TODAY, TODAY, TODAY),
        (Period.WEEK, date(2026, 11, 16), TODAY),
        (Period.MONTH, date(2026, 11, 1), TODAY),
        (Period.ALL, None, None),
    ],
)
def test_periods_are_days_with_both_ends(period: Period, first: date | None, last: date | None) -> None:
    assert days_of(period, TODAY) == (first, last)
    assert period_of(ReviewFilter(first_day=first, last_day=last), TODAY) is period


def test_days_chosen_by_hand_are_no_period() -> None:
    assert period_of(ReviewFilter(first_day=TODAY), TODAY) is Period.OTHER


def test_moments_are_shown_in_the_desks_zone() -> None:
    assert local_text(AT, INDIA) == "22 Nov 01:00"
    assert local_text(AT, INDIA, seconds=True) == "22 Nov 01:00:05"


def test_facts_read_as_words_without_keys_and_full_numbers() -> None:
    facts = (
        ("booking", "0190-key"),
        ("old_status", "held"),
        ("refund_paise", "-420050"),
        ("expires_at", "2026-11-21T19:40:05+00:00"),
        ("mobile", "+919876504321"),
        ("note", ""),
    )
    line = facts_line(StoryStep(AT, "D1", "meena", "BOOKING_CANCELLED", facts), INDIA)
    assert line == "old status held, refund -4,200.50, expires 22 Nov 01:10:05, mobile ...4321"


def test_words_are_read_out_and_names_stay_as_they_are() -> None:
    facts = (("use", "card_link"), ("gateway_payment", "pay_WAmkNA6FT1zNHZ"))
    line = facts_line(StoryStep(AT, "", "", "GATEWAY_MONEY", facts), INDIA)
    assert line == "use card link, gateway payment pay_WAmkNA6FT1zNHZ"


def test_lines_that_ended_or_moved_are_told_in_words() -> None:
    ended = (("lines", "[4, 7]"), ("rules", '["house_cancelled", "policy"]'))
    moved = (("lines", '[{"from": "4B", "line": 7, "to": "5A"}]'),)
    cancelled = StoryStep(AT, "D1", "meena", "BOOKING_LINES_CANCELLED", ended)
    move = StoryStep(AT, "D1", "meena", "BOOKING_LINES_MOVED", moved)
    assert facts_line(cancelled, INDIA) == "lines 4, 7, rules cancelled by the house, by its policy"
    assert facts_line(move, INDIA) == "lines 4B → 5A"
    assert (step_word(cancelled), step_word(move)) == ("Cancelled in part", "Moved to other units")


def test_a_fact_that_is_no_moment_stays_as_it_is() -> None:
    step = StoryStep(AT, "D1", "meena", "X", (("starts_at", "soon"),))
    assert facts_line(step, INDIA) == "starts soon"


def test_pages_add_up_and_the_totals_are_the_filters() -> None:
    found = Found(ReviewFilter())
    assert not found.empty
    nothing = found.with_page(ReviewPage((), None, 0, 0))
    assert nothing.empty
    more = found.with_page(ReviewPage((), "k1", 12, 999))
    assert (more.found_count, more.found_total_paise, more.next_after) == (12, 999, "k1")
