"""Lists: `from`, `to`, `count` and `skip`, and the collection that answers them."""

import re
from collections.abc import Iterable, Mapping

from desktop.practice.account.entities import Window
from desktop.practice.answers.envelopes import Document, invalid

# Razorpay Docs, the pages "Fetch All ...": the bounds stand in the text of the error, the rest among the
# query parameters.
EARLIEST = 946684800
LATEST = 4765046400
MOST = 100
DEFAULT_COUNT = 10


def window(query: Mapping[str, str], *, most: int = MOST, default: int = DEFAULT_COUNT) -> Window:
    """Reads the page from the query string. ApiError (400) if a number is none or out of its range."""
    return Window(
        since=_instant(query, "from", 0),
        until=_instant(query, "to", LATEST),
        count=_number(query, "count", default, 1, most),
        skip=_number(query, "skip", 0, 0, 2**31),
    )


def collection(items: Iterable[Document]) -> Document:
    listed = list(items)
    return {"entity": "collection", "count": len(listed), "items": listed}


def expanded(query: Mapping[str, str]) -> frozenset[str]:
    """The names asked for by `expand[]`, which may come several times or with numbers in the brackets."""
    return frozenset(value for key, value in query.items() if key.startswith("expand["))


def whole_of(text: str) -> int | None:
    """The number written in `text`, or None if it is not a whole one of at most 18 digits."""
    return int(text) if re.fullmatch(r"-?[0-9]{1,18}", text) else None


def _instant(query: Mapping[str, str], name: str, default: int) -> int:
    value = _integer(query, name)
    if value is None:
        return default
    if not EARLIEST <= value <= LATEST:
        raise invalid(f"{name} must be between {EARLIEST} and {LATEST}", name)
    return value


def _number(query: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    value = _integer(query, name)
    if value is None:
        return default
    if value < least:
        raise invalid(f"The {name} must be at least {least}.", name)
    if value > most:
        raise invalid(f"The {name} may not be greater than {most}.", name)
    return value


def _integer(query: Mapping[str, str], name: str) -> int | None:
    text = query.get(name)
    if text is None:
        return None
    value = whole_of(text)
    if value is None:
        raise invalid(f"The {name} must be an integer.", name)
    return value
