"""What a house's register of guests asks, what may not be kept in it, and which forms are due."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import datetime

from db.ids import BookingId, BookingReference, GuestEntryId
from desktop.services.domain.figures import GROUP, RUN, plain_figures
from desktop.services.domain.seen_text import seen_text

AADHAAR_DIGITS = 12
ID_SIGNS_MAX = 4
# How long each text may be.
MOST = {
    "name": 120,
    "nationality": 60,
    "passport": 20,
    "visa": 30,
    "arrived_from": 120,
    "going_to": 120,
    "address": 300,
    "id_kind": 40,
    "id_last": ID_SIGNS_MAX,
    "vehicle": 20,
    "purpose": 120,
}
# The scheme of Verhoeff: the table of the dihedral group, and how a place permutes its digit.
PRODUCT = (
    (0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
    (1, 2, 3, 4, 0, 6, 7, 8, 9, 5),
    (2, 3, 4, 0, 1, 7, 8, 9, 5, 6),
    (3, 4, 0, 1, 2, 8, 9, 5, 6, 7),
    (4, 0, 1, 2, 3, 9, 5, 6, 7, 8),
    (5, 9, 8, 7, 6, 0, 4, 3, 2, 1),
    (6, 5, 9, 8, 7, 1, 0, 4, 3, 2),
    (7, 6, 5, 9, 8, 2, 1, 0, 4, 3),
    (8, 7, 6, 5, 9, 3, 2, 1, 0, 4),
    (9, 8, 7, 6, 5, 4, 3, 2, 1, 0),
)
TURN = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)


@dataclass(frozen=True, slots=True)
class GuestTold:
    """What a guest told, as it was typed. `id_last`: the last four signs of the ID's number, never all."""

    name: str
    is_foreign: bool = False
    nationality: str = ""
    passport: str = ""
    visa: str = ""
    arrived_from: str = ""
    going_to: str = ""
    address: str = ""
    id_kind: str = ""
    id_last: str = ""
    vehicle: str = ""
    purpose: str = ""

    @property
    def texts(self) -> dict[str, str]:
        """Every text by the name of its field."""
        return {one.name: getattr(self, one.name) for one in fields(self) if one.name in MOST}

    def seen(self) -> "GuestTold":
        """Return the same as people see it; numbers in capitals and plain figures."""
        texts = {name: seen_text(text) for name, text in self.texts.items()}
        for name in ("passport", "visa", "id_last", "vehicle"):
            texts[name] = plain_figures(texts[name]).upper()
        return GuestTold(is_foreign=self.is_foreign, **texts)


@dataclass(frozen=True, slots=True)
class GuestEntry:
    """A guest in the register; `changed_at` is what the next change must have seen."""

    id: GuestEntryId
    booking_id: BookingId
    reference: BookingReference
    number: int
    told: GuestTold
    arrived_at: datetime
    departed_at: datetime | None
    sent_at: datetime | None
    departure_sent_at: datetime | None
    clerk: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class FormDue:
    """Form III of a foreigner: of the arrival or of the departure, to be handed in until `due_at`.

    `minutes_left` is below zero once that is over.
    """

    entry: GuestEntry
    is_departure: bool
    due_at: datetime
    minutes_left: int


def holds_aadhaar(text: str) -> bool:
    """Whether twelve figures in a row, whatever separates them, could be an Aadhaar number (Verhoeff)."""
    return any(passes_verhoeff(digits) for digits in _twelve(text))


def holds_twelve_figures(text: str) -> bool:
    """Whether a text has twelve figures in a row, whatever separates them."""
    return any(True for _digits in _twelve(text))


def _twelve(text: str) -> Iterator[str]:
    """Yield twelve figures that begin and end where a group of figures does."""
    plain = plain_figures(text)
    for run in RUN.finditer(plain):
        groups = [found.group() for found in GROUP.finditer(plain, run.start(), run.end())]
        for first in range(len(groups)):
            digits = ""
            for group in groups[first:]:
                digits += group
                if len(digits) == AADHAAR_DIGITS:
                    yield digits


def passes_verhoeff(digits: str) -> bool:
    """Whether the last digit is the check digit of the others."""
    check = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit)
        for _ in range(place % 8):
            value = TURN[value]
        check = PRODUCT[check][value]
    return check == 0
