"""What one cell may say. Every function returns the value or raises CellFault with the reason."""

import re
from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo, available_timezones

from db.catalogue_words import Berth, StopDirection
from db.states import ANY_KIND, Kind
from desktop.services.domain.figures import plain_figures
from desktop.services.domain.money import parse_rupees

PRICE_PAISE_MAX = 10_00_000_00
TEXT_LENGTH_MAX = 500
BUILDING_LENGTH_MAX = 20
WHOLE_MAX = 10_000
UNITS_MAX = 1_000
NOON = 12 * 60
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# Groups of two or three digits, the last of three: 3,400 and 1,23,456 but not 12,50.
GROUPED = re.compile(r"\d+|\d{1,3}(,\d{2,3})*,\d{3}", re.ASCII)
CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{0,7}")
PROMO_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{0,19}")
PERCENT = re.compile(r"(\d{1,3})(?:\.(\d{1,2}))?\s*%?", re.ASCII)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
NAMED_DAY = re.compile(r"(\d{1,2})[-/. ]([A-Za-z]{3,9})[-/. ,]{1,2}(\d{4})", re.ASCII)
NUMBERED_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
NUMBERED_MONTH_MAX = 12
# A day with its hour, as a spreadsheet writes a day.
MIDNIGHT = re.compile(r"[ T]0?0:00(:00)?\Z")
REMEDY = "format the column as text, or as a date in the form yyyy-mm-dd, and save it again"
TIME = re.compile(r"(\d{1,2}):(\d{2})(?::00)?(?:\s*([ap]\.?m\.?))?", re.ASCII | re.IGNORECASE)
HALF_DAY = 12
YES = ("yes", "true")
NO = ("no", "false")
ROOM_RANGE = re.compile(r"(\d{1,5})-(\d{1,5})", re.ASCII)


# "1-12", "12-2025" and such, as a spreadsheet gives them back: a day and a month's name, in either order.
MONTH_NAME = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DAY_MONTH = rf"\d{{1,2}}[-./ ]{MONTH_NAME}(?:[-./ ]\d{{2,4}})?"
MONTH_DAY = rf"{MONTH_NAME}[-./ ]\d{{1,4}}"
SPOILT_FIRST = re.compile(rf"(?<![\w-])(?:{DAY_MONTH})(?![\w-])", re.ASCII | re.IGNORECASE)
SPOILT = re.compile(rf"(?<![\w-])(?:{DAY_MONTH}|{MONTH_DAY})(?![\w-])", re.ASCII | re.IGNORECASE)


class CellFault(ValueError):
    """What is wrong with a cell, as the end of a sentence that begins with the column's name."""


def any_text(cell: str) -> str:
    """Text as it stands, up to 500 characters."""
    if len(cell) > TEXT_LENGTH_MAX:
        raise CellFault(f"is longer than {TEXT_LENGTH_MAX} characters")
    return cell


def building(cell: str) -> str:
    """The short name of a building, which stands before the numbers of its rooms: "East"."""
    name = " ".join(cell.split())
    if len(name) > BUILDING_LENGTH_MAX:
        raise CellFault(f"is longer than {BUILDING_LENGTH_MAX} characters")
    return name


def code(cell: str) -> str:
    """A short code for the command field: letters, digits and dashes, in capitals."""
    _check_spoilt(SPOILT, cell)
    return _matched(CODE, cell, "must be 1 to 8 letters or digits")


def promo_code(cell: str) -> str:
    """A promo's code: letters, digits and dashes, in capitals; DEC-25 is one, 25-DEC is not."""
    _check_spoilt(SPOILT_FIRST, cell)
    return _matched(PROMO_CODE, cell, "must be 1 to 20 letters or digits")


def _check_spoilt(pattern: re.Pattern[str], cell: str) -> None:
    found = pattern.search(cell)
    if found:
        raise CellFault(
            f"has {found[0]}, a date that the spreadsheet made of a number such as 1-12: "
            "format the column as text and type it again"
        )


def _matched(pattern: re.Pattern[str], cell: str, reason: str) -> str:
    found = cell.upper()
    if not pattern.fullmatch(found):
        raise CellFault(reason)
    return found


def whole(cell: str) -> int:
    """A whole number from 0 to 10,000."""
    cell = plain_figures(cell)
    if cell.startswith("-"):
        raise CellFault("is negative")
    if not (cell.isascii() and cell.isdigit()):
        raise CellFault("is no whole number")
    if int(cell) > WHOLE_MAX:
        raise CellFault(f"is above {WHOLE_MAX:,}")
    return int(cell)


def positive(cell: str) -> int:
    """A whole number from 1 to 10,000."""
    if (value := whole(cell)) < 1:
        raise CellFault("must be at least 1")
    return value


def paise(cell: str) -> int:
    """An amount of rupees ("3,400.50", "₹ 3,400") as paise, up to ten lakh rupees."""
    cell = plain_figures(cell).removesuffix("/-").rstrip()
    bare = re.sub(r"^(₹|rs\.?|inr)\s*", "", cell, flags=re.IGNORECASE)
    if "-" in bare:
        raise CellFault("is negative" if re.fullmatch(r"-\s*[\d,.]+", bare) else "is no amount in rupees")
    if re.fullmatch(r"[\d,]*\.\d{3,}", bare):
        raise CellFault("has parts of a paisa; write two decimals at most")
    amount = parse_rupees(cell)
    if amount is None or not GROUPED.fullmatch(bare.split(".")[0]):
        if re.fullmatch(r"[\d,]{9,}(\.\d*)?", bare):
            raise CellFault("is above 10,00,000 rupees")
        raise CellFault("is no amount in rupees, such as 3,400.50")
    if amount > PRICE_PAISE_MAX:
        raise CellFault("is above 10,00,000 rupees")
    return amount


def slab_floor(cell: str) -> int:
    """Where a slab begins: an amount in paise that is not in it; -1 for "from zero on", zero included."""
    return paise(cell) or -1


def basis_points(cell: str) -> int:
    """A percentage from 0 to 100 with at most two decimals, as hundredths of a per cent."""
    found = PERCENT.fullmatch(plain_figures(cell))
    if not found:
        raise CellFault("is negative" if cell.startswith("-") else "is no percentage, such as 5 or 12.5")
    value = int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))
    if value > 10_000:
        raise CellFault("is above 100 per cent")
    return value


def day(cell: str) -> date:
    """A day as 2026-11-22, or as a spreadsheet shows it where that can be read in one way only: 22-Nov-2026.

    05/06/2026 is in May or in June and is refused.
    """
    cell = MIDNIGHT.sub("", plain_figures(cell))
    try:
        if DAY.fullmatch(cell):
            return date.fromisoformat(cell)
        if found := NAMED_DAY.fullmatch(cell):
            return date(int(found[3]), MONTHS.index(found[2][:3].lower()) + 1, int(found[1]))
        if found := NUMBERED_DAY.fullmatch(cell):
            return _numbered_day(*map(int, found.groups()))
    except ValueError as error:
        raise error if isinstance(error, CellFault) else CellFault("is no day of the calendar") from None
    raise CellFault(f"is no day in the form 2026-11-22; {REMEDY}")


def _numbered_day(first: int, second: int, year: int) -> date:
    if first <= NUMBERED_MONTH_MAX and second <= NUMBERED_MONTH_MAX and first != second:
        one, other = date(year, second, first), date(year, first, second)
        raise CellFault(f"may be {one:%d %B} or {other:%d %B}; {REMEDY}")
    return date(year, second, first) if second <= NUMBERED_MONTH_MAX else date(year, first, second)


def minute_of_day(cell: str) -> int:
    """A time such as 21:30, as minutes after midnight; 6:00, 06:00:00 and 6:00 PM are read, too."""
    found = TIME.fullmatch(plain_figures(cell))
    if not found:
        raise CellFault("is no time in the form 21:30")
    hour, minute, half = int(found[1]), int(found[2]), (found[3] or "").lower().replace(".", "")
    if half and not 1 <= hour <= HALF_DAY:
        raise CellFault("is no time in the form 21:30")
    if half:
        hour = hour % HALF_DAY + (HALF_DAY if half == "pm" else 0)
    if hour > 23 or minute > 59:
        raise CellFault("is no time in the form 21:30")
    return hour * 60 + minute


def night_end(cell: str) -> int:
    """A time from 00:00 to 11:59, as minutes after midnight: later than noon no night ends."""
    if (minute := minute_of_day(cell)) >= NOON:
        raise CellFault("is not between 00:00 and 11:59")
    return minute


def yes(cell: str) -> bool:
    """`yes` or `no`, or what a spreadsheet makes of them: TRUE or FALSE."""
    if cell.lower() not in (*YES, *NO):
        raise CellFault("must be yes or no")
    return cell.lower() in YES


def kind(cell: str) -> Kind:
    """`room`, `bus` or `tour`."""
    return Kind(one_of(cell, tuple(Kind)))


def kind_or_any(cell: str) -> str:
    """`room`, `bus`, `tour` or `any`."""
    return one_of(cell, (*Kind, ANY_KIND))


def direction(cell: str) -> StopDirection:
    """`boarding` or `dropping`."""
    return StopDirection(one_of(cell, tuple(StopDirection)))


def berth(cell: str) -> Berth:
    """`seat` or `sleeper`."""
    return Berth(one_of(cell, tuple(Berth)))


def one_of(cell: str, words: Sequence[str]) -> str:
    """One of the words, in small letters."""
    if cell.lower() not in words:
        raise CellFault(f"must be {', '.join(words[:-1])} or {words[-1]}")
    return cell.lower()


def time_zone(cell: str) -> str:
    """A name such as Asia/Kolkata."""
    if cell not in available_timezones():
        raise CellFault("is no known time zone, such as Asia/Kolkata")
    return ZoneInfo(cell).key


def weekdays(cell: str) -> frozenset[int]:
    """Days of the week, Monday 0: "fri sat", "sun-thu"."""
    return _cycle(cell, WEEKDAYS, "is no list of weekdays, such as fri sat or sun-thu")


def months(cell: str) -> frozenset[int]:
    """Months, January 1: "dec jan", "oct-feb"."""
    found = _cycle(cell, MONTHS, "is no list of months, such as dec jan or oct-feb")
    return frozenset(number + 1 for number in found)


def _cycle(cell: str, names: tuple[str, ...], reason: str) -> frozenset[int]:
    found: set[int] = set()
    for part in cell.lower().split():
        first, _, last = part.partition("-")
        if first not in names or (last or first) not in names:
            raise CellFault(reason)
        begin, end = names.index(first), names.index(last or first)
        found.update((begin + step) % len(names) for step in range((end - begin) % len(names) + 1))
    return frozenset(found)


def room_numbers(cell: str) -> tuple[str, ...]:
    """Numbers of rooms, in their order: "101-112 114 G1"."""
    _check_spoilt(SPOILT, cell)
    found: list[str] = []
    for part in cell.replace(",", " ").split():
        span = ROOM_RANGE.fullmatch(part)
        if not span:
            found.append(_matched(CODE, part, f"has {part}, which is no room number"))
            continue
        first, last = int(span[1]), int(span[2])
        if not first <= last < first + UNITS_MAX:
            raise CellFault(f"has {part}, which is no range of room numbers")
        found.extend(str(number) for number in range(first, last + 1))
    twice = sorted({number for number in found if found.count(number) > 1})
    if twice:
        raise CellFault(f"names room {twice[0]} twice")
    if len(found) > UNITS_MAX:
        raise CellFault(f"names more than {UNITS_MAX:,} rooms")
    return tuple(found)
