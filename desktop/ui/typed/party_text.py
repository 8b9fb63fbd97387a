"""How many, or which seats, as a clerk types it: "2", "2n 2a1c", "2r", "3", "2a1c", "4a 4b"."""

import re
from dataclasses import dataclass, replace

from db.states import Kind
from desktop.services.domain.figures import plain_figures
from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.quote import Guest

WORDS = {
    "nights": ("n", "night", "nights", "रात", "रातें", "रातों"),
    "units": (
        *("r", "room", "rooms", "s", "seat", "seats", "p", "place", "places"),
        *("कमरा", "कमरे", "कमरों", "सीट", "सीटें", "सीटों", "जगह", "जगहें", "जगहों"),
    ),
    "adults": ("a", "adult", "adults", "वयस्क", "वयस्कों"),
    "children": ("c", "child", "children", "बच्चा", "बच्चे", "बच्चों"),
}
MEANING = {word: name for name, words in WORDS.items() for word in words}
LONGEST_FIRST = "|".join(sorted(MEANING, key=len, reverse=True))
# A bare number may be written "x3", as in a booking's title.
TOKEN = re.compile(rf"\s*(?:[x×]\s*(?=\d))?(-?\d{{1,3}})\s*({LONGEST_FIRST})?")
# "4A" or "L5"; 2s, 2p and 2r are numbers of seats, as everywhere.
SEAT = re.compile(r"[0-9]{1,2}(?![nrspx])[a-z]|(?!x)[a-z]{1,2}[0-9]{1,2}")
SEATS = re.compile(rf"(?:{SEAT.pattern})+")
# "4a-4d", also with the program's own dash; "l1 to l4".
SEATS_FROM_TO = re.compile(rf"({SEAT.pattern})\s*(?:[\-\u2010-\u2015\u2212]|\bto\b|से)\s*({SEAT.pattern})\b")
SEATS_MAX = 60
SEAT_WORDS = frozenset({"seat", "seats", "berth", "berths", "and", "सीट", "सीटें", "बर्थ", "और"})


@dataclass(frozen=True, slots=True)
class Party:
    """Units and, for rooms, nights; `adults` 0 means "not said": one for each unit.

    `seats` are those asked for by their names, in capitals; then `units` is how many they are.
    """

    units: int = 1
    nights: int = 1
    adults: int = 0
    children: int = 0
    seats: tuple[str, ...] = ()


def parse_party(text: str, kind: Kind) -> Party | None:
    """Return what was typed, or None when it makes no sense; an empty text is one of everything.

    A bare number is nights for a room, seats for a bus, places for a tour. On buses and tours every person
    needs a unit, so "2a1c" means three. On a bus "2a" is the seat of that name, and so is each of "2a 1c".
    Numbers below one come back as they are, for the caller to refuse.
    """
    words = re.sub(r"[,+/&;]", " ", plain_figures(text).casefold()).strip()
    if TRAITS[kind].has_seats and (seats := _seats(SEATS_FROM_TO.sub(_from_to, words).split())):
        return Party(units=len(seats), seats=seats)
    values: dict[str, int] = {}
    position = 0
    while position < len(words):
        found = TOKEN.match(words, position)
        if found is None:
            return None
        name = _meaning(found[2], kind)
        if name in values:
            return None
        values[name] = int(found[1])
        position = found.end()
    return _party(values, kind)


def guests_of(party: Party, kind: Kind, count: int) -> tuple[Guest, ...]:
    """Spread the party over `count` units: persons evenly over rooms, one person to each seat or place."""
    if not TRAITS[kind].has_shared_units:
        adults = party.adults or count - party.children
        return tuple(
            Guest(adults=1) if place < adults else Guest(adults=0, children=1) for place in range(count)
        )
    return tuple(
        Guest(adults=_part(party.adults, count, room) or 1, children=_part(party.children, count, room))
        for room in range(count)
    )


def party_words(party: Party, kind: Kind) -> str:
    """Return the text that is read as this party: "4", "2a1c", "2n 1r 2a", "4A 4B"."""
    if party.seats:
        return " ".join(party.seats)
    has_nights = TRAITS[kind].has_nights
    persons = [f"{party.adults}a"] if party.adults else []
    persons += [f"{party.children}c"] if party.children else []
    if has_nights:
        return " ".join((f"{party.nights}n", f"{party.units}r", *persons))
    if TRAITS[kind].has_seats and len(persons) == 1:
        # "2a" alone is a seat.
        return f"{party.adults} adults" if party.adults else f"{party.children} children"
    return "".join(persons) or str(party.units)


def fewer(party: Party, kind: Kind, units: int) -> Party:
    """Return the party that fits into so many units: where each has one, adults stay before children."""
    if TRAITS[kind].has_shared_units or not (party.adults or party.children):
        return replace(party, units=units, seats=())
    adults = min(party.adults, units)
    return replace(party, units=units, adults=adults, children=units - adults)


def _seats(words: list[str]) -> tuple[str, ...]:
    """Return the seats that the words name, each once; none where one of them is something else.

    In one word "2a1c" are persons, as for a tour; "4a4b" can only be seats.
    """
    names: list[str] = []
    for word in words:
        if word in SEAT_WORDS:
            continue
        together = SEAT.findall(word)
        if not SEATS.fullmatch(word) or (len(together) > 1 and _is_persons(word)):
            return ()
        names += together
    return tuple(dict.fromkeys(name.upper() for name in names))


def _from_to(found: re.Match[str]) -> str:
    """Return each seat of one row, or each number after one letter, else what names no seat."""
    parts = [re.findall(r"[0-9]+|[a-z]+", seat) for seat in found.groups()]
    (first, second), (third, last) = parts
    if first == third and len(second) == len(last) == 1 and second <= last and second.isalpha():
        return " ".join(f"{first}{chr(letter)}" for letter in range(ord(second), ord(last) + 1))
    if first == third and second.isdigit() and int(second) <= int(last) <= SEATS_MAX:
        return " ".join(f"{first}{number}" for number in range(int(second), int(last) + 1))
    return "?"


def _is_persons(word: str) -> bool:
    found = [TOKEN.fullmatch(part) for part in re.findall(r"[0-9]+[^0-9]*", word)]
    meant = [MEANING.get(one[2] or "") if one else None for one in found]
    return None not in meant and len(set(meant)) == len(meant)


def _meaning(word: str | None, kind: Kind) -> str:
    if word is None:
        return "nights" if TRAITS[kind].has_nights else "units"
    return MEANING[word]


def _party(values: dict[str, int], kind: Kind) -> Party | None:
    if not TRAITS[kind].has_nights:
        if "nights" in values:
            return None
        persons = values.get("adults", 0) + values.get("children", 0)
        if persons and values.get("units", persons) != persons:
            return None
        if persons:
            values["units"] = persons
    return Party(
        units=values.get("units", 1),
        nights=values.get("nights", 1),
        adults=values.get("adults", 0),
        children=values.get("children", 0),
    )


def _part(whole: int, count: int, index: int) -> int:
    return whole // count + (1 if index < whole % count else 0)
