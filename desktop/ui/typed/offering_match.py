"""Which offerings a clerk means by a code, a name, a city or a route."""

from collections.abc import Iterable
from dataclasses import dataclass

from db.states import Kind
from desktop.services.domain.catalogue import Offering
from desktop.services.domain.figures import plain_figures
from desktop.services.domain.kinds import TRAITS
from desktop.ui.typed.day_text import names_days, speaks_of_days
from desktop.ui.typed.party_text import parse_party

CITY_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Command:
    """What the command field said: the words of the offering, of the day and of how many.

    Where the offering is called by its code and the rest is `unread`, its field says what is wrong with it.
    """

    what: str
    when: str = ""
    count: str = ""
    unread: bool = False


def split_command(text: str, offerings: Iterable[Offering]) -> Command:
    """Divide "dlx 2" into "dlx" and "2", "pungoa sat 2" into three; the longest match names it."""
    known = tuple(offerings)
    words = text.split()
    by_code = words and any(offering.code.casefold() == words[0].casefold() for offering in known)
    if len(words) > 1 and not by_code and names_days(text):
        # "Sun 29 Nov" is a day, and no wish for the sunrise trek.
        return Command(" ".join(words))
    for length in range(len(words), 0, -1):
        what = " ".join(words[:length])
        found = match_offerings(known, what)
        if found and (rest := _split_rest(words[length:], found[0].kind)) is not None:
            return Command(what, *rest)
    if by_code and len(words) > 1:
        return _unread(words)
    return Command(" ".join(words))


def _unread(words: list[str]) -> Command:
    for length in range(len(words), 1, -1):
        when, count = " ".join(words[1:length]), " ".join(words[length:])
        if names_days(when) and not when.isdecimal():
            return Command(words[0], when, count, unread=True)
    rest = " ".join(words[1:])
    if speaks_of_days(rest):
        return Command(words[0], when=rest, unread=True)
    return Command(words[0], count=rest, unread=True)


def _split_rest(words: list[str], kind: Kind) -> tuple[str, str] | None:
    for length in range(len(words), -1, -1):
        when, count = " ".join(words[:length]), " ".join(words[length:])
        if when and (when.isdecimal() or not names_days(when)):
            continue
        if parse_party(count, kind) is not None:
            return when, count
    return None


def match_offerings(offerings: Iterable[Offering], text: str) -> tuple[Offering, ...]:
    """Return what the text may mean, best first; an empty text means everything, in catalogue order.

    Order: the code; a route ("pune goa", "pungoa"); the start of code or name; all words somewhere.
    """
    words = plain_figures(text).casefold().replace("→", " ").replace("-", " ").split()
    known = tuple(offerings)
    if not words:
        return known
    ranked = [(rank, offering) for offering in known if (rank := _rank(offering, words)) is not None]
    best = sorted(ranked, key=lambda pair: pair[0])
    if best and best[0][0] == 0:
        return (best[0][1],)
    return tuple(offering for _, offering in best)


def _rank(offering: Offering, words: list[str]) -> int | None:
    joined = " ".join(words)
    code = offering.code.casefold().replace("-", " ")
    if joined == code:
        return 0
    if TRAITS[offering.kind].has_route and _is_route(offering, words):
        return 1
    if code.startswith(joined) or offering.name.casefold().startswith(joined):
        return 2
    text = " ".join((code, offering.name, offering.site_name, offering.city, _route(offering))).casefold()
    parts = text.replace("-", " ").split()
    if all(any(_names(part, word) for part in parts) for word in words):
        return 3
    return 4 if len(joined) >= CITY_LETTERS and joined in text else None


def _names(part: str, word: str) -> bool:
    """Letters may be the beginning of a word; a bare number is more likely to say how many."""
    return part == word if word.isdecimal() else part.startswith(word)


def _route(offering: Offering) -> str:
    return f"{offering.origin or ''} {offering.destination or ''}"


def _is_route(offering: Offering, words: list[str]) -> bool:
    origin = (offering.origin or "").casefold()
    destination = (offering.destination or "").casefold()
    plain = [word for word in words if word not in {"to", "from"}]
    if len(plain) == 2:
        return origin.startswith(plain[0]) and destination.startswith(plain[1])
    return plain == [origin[:CITY_LETTERS] + destination[:CITY_LETTERS]]
