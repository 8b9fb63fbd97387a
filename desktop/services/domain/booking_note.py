"""What a payment's notes at the gateway say of its booking, so that it can be made anew from them.

No name and no number of anybody: reference, total, the customer's id, offerings, units and days.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from urllib.parse import quote, unquote

from desktop.services.domain.foreign_money import Marked
from desktop.services.domain.references import read_reference

# Razorpay Docs, "Create a QR Code", `notes`: 15 pairs of 256 characters.
LETTERS_MAX = 250
UNIT_NOTES_MAX = 8
REFERENCE, BOOKS, CUSTOMER, TOTAL, WALLET, PROMO = "booking", "books", "customer", "total", "wallet", "promo"
UNITS = "units"


@dataclass(frozen=True, slots=True)
class NotedItem:
    """Units of one offering from a day on, for so many days."""

    offering_code: str
    unit_names: tuple[str, ...]
    first_day: date
    days: int


@dataclass(frozen=True, slots=True)
class BookingNote:
    """A booking as its notes tell it; `items` is empty where they do not, or not whole."""

    reference: str
    books: str = ""
    customer_id: str = ""
    total_paise: int = 0
    wallet_paise: int = 0
    promo_code: str = ""
    items: tuple[NotedItem, ...] = ()


def items_of(cells: Iterable[tuple[str, str, date]]) -> tuple[NotedItem, ...]:
    """Return cells (offering, unit, day) as few items: days in a row, and units of the same days."""
    runs: dict[tuple[str, date, int], list[str]] = {}
    for (code, unit), group in groupby(sorted(cells), key=lambda cell: cell[:2]):
        days = [day for _code, _unit, day in group]
        first = 0
        for at in range(1, len(days) + 1):
            if at == len(days) or days[at] != days[at - 1] + timedelta(days=1):
                runs.setdefault((code, days[first], at - first), []).append(unit)
                first = at
    return tuple(NotedItem(code, tuple(units), day, count) for (code, day, count), units in runs.items())


def to_notes(note: BookingNote) -> dict[str, str]:
    """Return what is sent; units that do not fit are left out together."""
    said = {
        REFERENCE: note.reference,
        BOOKS: note.books,
        CUSTOMER: note.customer_id,
        TOTAL: str(note.total_paise),
        WALLET: str(note.wallet_paise),
        PROMO: note.promo_code,
    }
    return {name: text for name, text in said.items() if text} | _unit_notes(note.items)


def from_marked(marked: Marked) -> BookingNote:
    """Return what the notes tell; an old note of ours tells nothing but the attempt."""
    notes = dict(marked.notes)
    texts = [notes[name] for name in _unit_names() if name in notes]
    return BookingNote(
        reference=read_reference(notes.get(REFERENCE, "")) or read_reference(marked.description),
        books=notes.get(BOOKS, ""),
        customer_id=notes.get(CUSTOMER, ""),
        total_paise=_whole(notes.get(TOTAL, "")),
        wallet_paise=_whole(notes.get(WALLET, "")),
        promo_code=notes.get(PROMO, ""),
        items=_items_from(";".join(texts)),
    )


def from_notes(notes: Mapping[str, str]) -> BookingNote:
    """Return what notes tell that were kept with a case."""
    return from_marked(Marked(tuple(notes.items()), "", ""))


def units_text(items: Iterable[NotedItem]) -> str:
    """Return the units in one short line: "DLX 203 28 Nov 2026 x2"."""
    return "; ".join(
        f"{item.offering_code} {', '.join(item.unit_names)} {item.first_day:%d %b %Y}"
        + (f" x{item.days}" if item.days > 1 else "")
        for item in items
    )


def _unit_names() -> tuple[str, ...]:
    return (UNITS, *(f"{UNITS}{number}" for number in range(2, UNIT_NOTES_MAX + 1)))


def _unit_notes(items: Iterable[NotedItem]) -> dict[str, str]:
    texts: list[str] = []
    for item in items:
        units = ",".join(quote(name, safe="") for name in item.unit_names)
        text = f"{quote(item.offering_code, safe='')}/{units}/{item.first_day:%Y%m%d}/{item.days}"
        if texts and len(texts[-1]) + len(text) < LETTERS_MAX:
            texts[-1] += f";{text}"
        else:
            texts.append(text)
    fits = len(texts) <= UNIT_NOTES_MAX and all(len(text) <= LETTERS_MAX for text in texts)
    return dict(zip(_unit_names(), texts, strict=False)) if fits else {}


def _items_from(text: str) -> tuple[NotedItem, ...]:
    """Return the items of a note, () for one that is not as we write it."""
    items = []
    try:
        for one in filter(None, text.split(";")):
            code, units, day, days = one.split("/")
            first = date(int(day[:4]), int(day[4:6]), int(day[6:]))
            names = tuple(unquote(name) for name in units.split(","))
            items.append(NotedItem(unquote(code), names, first, int(days)))
    except (ValueError, OverflowError):
        return ()
    return tuple(items) if all(1 <= item.days <= 60 for item in items) else ()


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else 0
