"""Days as a clerk types them: "24 nov", "24/11", "+3", "sat", "today", "24-26 nov"."""

import re
from datetime import date, timedelta

TODAY = frozenset({"today", "tonight", "tod", "t", "now", "aaj", "आज"})
TOMORROW = frozenset({"tomorrow", "tom", "tmw", "kal", "कल"})
DAY_AFTER = frozenset({"overmorrow", "parso", "परसों"})
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
LETTERS_MIN = 3
DAYS_AHEAD_MAX = 999

AHEAD = re.compile(r"\+\s?(\d{1,3})")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
NUMBERS = re.compile(r"(\d{1,2})[/.\-](\d{1,2})(?:[/.\-](\d{2}|\d{4}))?")
DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s*([a-z]{3,9})\.?(?:\s+(\d{2}|\d{4}))?")
MONTH_DAY = re.compile(r"([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?(?:\s+(\d{4}))?")
DAY_ONLY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
FROM_TO = re.compile(r"(.+?)(?:\s+(?:-|–|to|till|until)\s+|\s*–\s*)(.+)")
SHORT_RANGE = re.compile(r"(\d{1,2})\s*-\s*(\d{1,2}\s*[a-z]{3,9}.*)")


def parse_day(text: str, today: date, earliest: date | None = None) -> date | None:
    """Return the day that was typed, or None when the text names none.

    `today` is the site's business date. A day without a year is the next one from `earliest` on (the first
    day still sold by its own date; `today` where nothing is said); a weekday is the next one after `today`.
    With a year, a past day is returned as it stands: saying that it is past is the caller's business.
    """
    words = " ".join(text.casefold().replace(",", " ").split())
    if words in TODAY:
        return today
    if words in TOMORROW:
        return today + timedelta(days=1)
    if words in DAY_AFTER:
        return today + timedelta(days=2)
    if found := AHEAD.fullmatch(words):
        return today + timedelta(days=int(found[1]))
    if (weekday := _index(WEEKDAYS, words)) is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    return _parse_date(words, earliest or today)


def parse_stay(text: str, today: date, earliest: date | None = None) -> tuple[date, date | None] | None:
    """Return the first day and, for "24 nov to 26 nov" or "24-26 nov", the last; None for no day.

    The last day is counted on from the first, so that it is never before it by a year's turn.
    """
    words = " ".join(text.casefold().split())
    found = FROM_TO.fullmatch(words) or SHORT_RANGE.fullmatch(words)
    if found is None:
        day = parse_day(words, today, earliest)
        return None if day is None else (day, None)
    last = parse_day(found[2], today, earliest)
    first = parse_day(found[1], today, earliest)
    if first is None or last is None:
        return None
    if SHORT_RANGE.fullmatch(words):
        first = _make(last.year, last.month, int(found[1]))
        return None if first is None else (first, last)
    again = parse_day(found[2], first)
    return first, again if again is not None else last


def _parse_date(words: str, today: date) -> date | None:
    if found := ISO.fullmatch(words):
        return _make(int(found[1]), int(found[2]), int(found[3]))
    if found := NUMBERS.fullmatch(words):
        return _next(int(found[1]), int(found[2]), found[3], today)
    if found := DAY_MONTH.fullmatch(words):
        month = _index(MONTHS, found[2])
        return None if month is None else _next(int(found[1]), month + 1, found[3], today)
    if found := MONTH_DAY.fullmatch(words):
        month = _index(MONTHS, found[1])
        return None if month is None else _next(int(found[2]), month + 1, found[3], today)
    if found := DAY_ONLY.fullmatch(words):
        return _next_of_month(int(found[1]), today)
    return None


def _index(names: tuple[str, ...], word: str) -> int | None:
    if len(word) < LETTERS_MIN or not word.isalpha():
        return None
    return next((index for index, name in enumerate(names) if name.startswith(word)), None)


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _next(day: int, month: int, year: str | None, today: date) -> date | None:
    if year is not None:
        return _make(int(year) + (2000 if len(year) == 2 else 0), month, day)
    # 29 February may be up to eight years away.
    candidates = (_make(today.year + ahead, month, day) for ahead in range(9))
    return next((found for found in candidates if found is not None and found >= today), None)


def _next_of_month(day: int, today: date) -> date | None:
    for ahead in range(3):
        years, month = divmod(today.month - 1 + ahead, 12)
        found = _make(today.year + years, month + 1, day)
        if found is not None and found >= today:
            return found
    return None
