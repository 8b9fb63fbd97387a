"""What the review shows, as values: periods, ages and the readable form of a booking's facts."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from desktop.services.domain.money import format_rupees
from desktop.services.domain.people import mask_mobile
from desktop.services.domain.review import ReviewFilter, ReviewPage, ReviewRow, StoryStep
from desktop.ui import formats
from desktop.ui.fact_words import fact_word, list_word, value_word


class Period(StrEnum):
    """The spans of days that one key chooses."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    ALL = "all"
    OTHER = "other"


def days_of(period: Period, today: date) -> tuple[date | None, date | None]:
    """Return the first and last day of a period, both included; None where it is open."""
    if period is Period.TODAY:
        return today, today
    if period is Period.WEEK:
        return today - timedelta(days=6), today
    if period is Period.MONTH:
        return today.replace(day=1), today
    return None, None


def period_of(wanted: ReviewFilter, today: date) -> Period:
    """Return which period a filter's days are, or OTHER."""
    days = (wanted.first_day, wanted.last_day)
    return next((p for p in Period if p is not Period.OTHER and days_of(p, today) == days), Period.OTHER)


@dataclass(frozen=True, slots=True)
class Found:
    """Everything found so far under one filter. `rows` grows page by page; the totals are the filter's."""

    wanted: ReviewFilter
    rows: tuple[ReviewRow, ...] = ()
    next_after: str | None = None
    found_count: int = 0
    found_total_paise: int = 0
    found_unsold_paise: int = 0
    asked: bool = False

    @property
    def empty(self) -> bool:
        """Whether the filter was asked and finds nothing."""
        return self.asked and self.found_count == 0

    def with_page(self, page: ReviewPage) -> "Found":
        """Return this with one more page at its end."""
        return Found(
            self.wanted,
            self.rows + page.rows,
            page.next_after,
            page.found_count,
            page.found_total_paise,
            page.found_unsold_paise,
            asked=True,
        )


def local_text(moment: datetime, zone: ZoneInfo, *, seconds: bool = False) -> str:
    """Return a moment as the desk's day and clock, `22 Nov 10:42`."""
    shown = moment.astimezone(zone)
    day = formats.short_day(shown.date())
    return f"{day} {shown:%H:%M:%S}" if seconds else f"{day} {shown:%H:%M}"


# Facts of a journal's row that are lists.
LISTS = ("lines", "rules")


def fact_text(name: str, value: str, zone: ZoneInfo) -> str:
    """Return a journal's fact as people read it: paise as rupees, moments in local time, numbers masked."""
    if name.endswith("_paise") and value.lstrip("-").isdigit():
        return format_rupees(int(value))
    if name.endswith("_at") and value:
        return _moment_text(value, zone)
    if name == "mobile":
        return mask_mobile(value)
    return list_word(value) if name in LISTS else value_word(value)


def _moment_text(value: str, zone: ZoneInfo) -> str:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    return local_text(moment, zone, seconds=True) if moment.tzinfo else value


# Keys tell a reader nothing, and the booking is the one that is shown.
HIDDEN_FACTS = ("booking", "booking_id", "id", "request_key", "payment_id", "quote_id", "customer_id")


def facts_line(step: StoryStep, zone: ZoneInfo) -> str:
    """Return a step's facts in one line, without keys."""
    shown = [(n, v) for n, v in step.facts if v != "" and n not in HIDDEN_FACTS]
    return ", ".join(f"{fact_word(name)} {fact_text(name, value, zone)}" for name, value in shown)


class Column(StrEnum):
    """The columns of the list, in their order."""

    MADE = "made"
    REFERENCE = "reference"
    STATE = "state"
    TITLE = "title"
    CUSTOMER = "customer"
    TENDERS = "tenders"
    DESK = "desk"
    TOTAL = "total"
    PAID = "paid"
    REFUNDED = "refunded"


AMOUNTS = (Column.TOTAL, Column.PAID, Column.REFUNDED)
# What a narrow window leaves out first; the story below the list has all of it.
LEAST_NEEDED = (Column.DESK, Column.PAID, Column.TENDERS, Column.REFUNDED, Column.CUSTOMER, Column.MADE)
