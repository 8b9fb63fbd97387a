"""Days as clerks type them and as the program writes them, in English and Hindi.

"24 nov", "24/11", "+3", "sat", "today", "24-26 nov", "Sun 22 Nov", "रवि 22 नव॰", "30 Dec – 2 Jan 2027".
"""

import re
import unicodedata
from datetime import date, timedelta

from desktop.services.domain.figures import plain_figures

TODAY = frozenset({"today", "tonight", "tonite", "tod", "t", "now", "aaj", "आज"})
TOMORROW = frozenset(
    {"tomorrow", "tomorow", "tommorow", "tommorrow", "tom", "tmw", "tmr", "tmrw", "kal", "कल"}
)
DAY_AFTER = frozenset({"overmorrow", "day after tomorrow", "day after", "parso", "parson", "परसों", "परसो"})
YESTERDAY = frozenset({"yesterday", "last night"})
# Monday first; without the nukta, which is typed or left out at will.
WEEKDAYS = (
    ("monday", "सोमवार"),
    ("tuesday", "मंगलवार"),
    ("wednesday", "weds", "बुधवार"),
    ("thursday", "गुरुवार", "गुरूवार", "बृहस्पतिवार", "वीरवार"),
    ("friday", "शुक्रवार"),
    ("saturday", "शनिवार"),
    ("sunday", "रविवार", "इतवार"),
)
MONTHS = (
    ("january", "जनवरी"),
    ("february", "फरवरी"),
    ("march", "मार्च"),
    ("april", "अप्रैल"),
    ("may", "मई"),
    ("june", "जून"),
    ("july", "जुलाई"),
    ("august", "अगस्त"),
    ("september", "सितंबर", "सितम्बर"),
    ("october", "अक्टूबर", "अक्तूबर"),
    ("november", "नवंबर", "नवम्बर"),
    ("december", "दिसंबर", "दिसम्बर"),
)
LETTERS_MIN = 3
DEVANAGARI_MIN = 2
# Rates and calendars lie in these; whatever is counted on from such a day is a day too.
YEARS = range(1900, 3000)
# A leap year, for whoever asks whether a text names days at all.
ANY_DAY = date(2024, 1, 1)

WORD = "[a-z\u0900-\u0963]{2,12}"
NTH = "(\\d{1,2})(?:st|nd|rd|th)?"
AHEAD = re.compile(r"\+\s?(\d{1,3})")
ISO = re.compile(r"(\d{4})([/.\-])(\d{1,2})\2(\d{1,2})")
NUMBERS = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})(?:\2(\d{2}|\d{4}))?")
# Two figures after a month say how many; a year has four.
DAY_MONTH = re.compile(rf"{NTH}\s*(?:of\s+)?({WORD})\.?(?:\s*(\d{{4}}))?")
# As spreadsheets write it: 30-Nov-26.
JOINED = re.compile(rf"{NTH}([/\-])({WORD})(?:\2(\d{{2}}|\d{{4}}))?")
MONTH_DAY = re.compile(rf"({WORD})\.?\s*{NTH}(?:\s+(\d{{4}}))?")
DAY_ONLY = re.compile(NTH)
WEEKDAY_FIRST = re.compile(rf"({WORD})\.?\s+(\S.*)")
COMING = re.compile(r"(?:on|this|coming)\s+")
AND_HOUR = re.compile(r"\s+\d{1,2}:\d{2}\Z")
BETWEEN = re.compile(r"\s*-\s*|\s+(?:to|till|until|से)\s+")
UNTIL = re.compile(r"\s+तक\Z")
DASHES = re.compile("[\u2010-\u2015\u2212]")
NUKTA = "\u093c"
# What shortens a word of Hindi, as the program writes it and as keyboards have it.
SHORTENED = re.compile("(?<=[\u0900-\u0963])[\u0970०.]")


def parse_day(
    text: str, today: date, earliest: date | None = None, *, any_weekday: bool = False
) -> date | None:
    """Return the day that was typed, or None when the text names none.

    `today` is the site's business date. A day without a year is the next one from `earliest` on (the first
    day still sold by its own date; `today` where nothing is said); a weekday is the next one after `today`.
    With a year, a past day is returned as it stands: saying that it is past is the caller's business. Days
    outside of YEARS are none. A weekday before a day must be that day's, unless `any_weekday`.
    """
    words = _plain(text)
    if words in TODAY:
        return today
    if words in TOMORROW:
        return today + timedelta(days=1)
    if words in DAY_AFTER:
        return today + timedelta(days=2)
    if words in YESTERDAY:
        return today - timedelta(days=1)
    if found := AHEAD.fullmatch(words):
        return today + timedelta(days=int(found[1]))
    if (weekday := _index(WEEKDAYS, words)) is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    if only := DAY_ONLY.fullmatch(words):
        return _next_of_month(int(only[1]), earliest or today)
    return _parse_date(AND_HOUR.sub("", words), earliest or today, any_weekday=any_weekday)


def parse_stay(
    text: str, today: date, earliest: date | None = None, *, any_weekday: bool = False
) -> tuple[date, date | None] | None:
    """Return the first day and, for "24 nov to 26 nov" or "24-26 nov", the last; None for no day.

    The last day is counted on from the first, so that it is never before it by a year's turn; where only the
    last has a year, the first is the nearest before it.
    """

    def read(words: str, since: date | None = earliest) -> date | None:
        return parse_day(words, today, since, any_weekday=any_weekday)

    words = UNTIL.sub("", _plain(text))
    if (day := read(words)) is not None:
        return day, None
    for between in BETWEEN.finditer(words):
        start, end = words[: between.start()], words[between.end() :]
        last = read(end)
        if last is None or read(start) is None:
            continue
        if only := DAY_ONLY.fullmatch(start):
            first = None if DAY_ONLY.fullmatch(end) else _make(last.year, last.month, int(only[1]))
        elif _has_year(end) and not _has_year(start):
            first = read(start, _a_year_before(last))
        else:
            first = read(start)
        if first is None:
            return None
        again = None if only else parse_day(end, first, any_weekday=any_weekday)
        return first, again if again is not None else last
    return None


def names_days(text: str) -> bool:
    """Whether a text says when, whichever year it is in."""
    return parse_stay(text, ANY_DAY, any_weekday=True) is not None


def speaks_of_days(text: str) -> bool:
    """Whether a text is about a day, be it one of the calendar or not: "31 nov", "sat 31", "30/2"."""
    words = _plain(text)
    named = re.findall(WORD, words)
    return NUMBERS.search(words) is not None or any(
        _index(names, word) is not None for names in (MONTHS, WEEKDAYS) for word in named
    )


def _plain(text: str) -> str:
    """Return the words in small letters, with plain figures, dashes and signs of Hindi."""
    # Beside a field the program writes "Sat 28 Nov · in 4 days".
    apart = unicodedata.normalize("NFD", text.partition("·")[0].casefold()).replace(NUKTA, "")
    apart = plain_figures(SHORTENED.sub(" ", DASHES.sub("-", apart)))
    words = " ".join(apart.replace(",", " ").split())
    return words[found.end() :] if (found := COMING.match(words)) else words


def _parse_date(words: str, today: date, *, any_weekday: bool) -> date | None:
    if found := ISO.fullmatch(words):
        return _make(int(found[1]), int(found[3]), int(found[4]))
    if found := NUMBERS.fullmatch(words):
        return _next(int(found[1]), int(found[3]), found[4], today)
    if (found := JOINED.fullmatch(words)) and (month := _index(MONTHS, found[3])) is not None:
        return _next(int(found[1]), month + 1, found[4], today)
    if found := DAY_MONTH.fullmatch(words):
        month = _index(MONTHS, found[2])
        return None if month is None else _next(int(found[1]), month + 1, found[3], today)
    if (found := MONTH_DAY.fullmatch(words)) and (month := _index(MONTHS, found[1])) is not None:
        return _next(int(found[2]), month + 1, found[3], today)
    if (found := WEEKDAY_FIRST.fullmatch(words)) and (weekday := _index(WEEKDAYS, found[1])) is not None:
        day = _parse_date(found[2], today, any_weekday=any_weekday)
        return day if day is not None and (any_weekday or day.weekday() == weekday) else None
    return None


def _index(names: tuple[tuple[str, ...], ...], word: str) -> int | None:
    word = word.rstrip(".")
    if len(word) < (LETTERS_MIN if word.isascii() else DEVANAGARI_MIN) or not re.fullmatch(WORD, word):
        return None
    found = (index for index, spellings in enumerate(names) if any(one.startswith(word) for one in spellings))
    return next(found, None)


def _has_year(words: str) -> bool:
    found = re.search(r"\d{4}|\d[/.-]\d{1,2}[/.-]\d{2}\Z", words)
    return found is not None


def _a_year_before(day: date) -> date:
    """Return the day after the same one of the year before, so that one day and month is there once."""
    return (_make(day.year - 1, day.month, day.day) or date(day.year - 1, 2, 28)) + timedelta(days=1)


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in YEARS else None
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
