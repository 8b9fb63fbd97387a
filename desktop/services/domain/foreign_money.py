"""By what a payment of another program on the same account is known, and what could be ours."""

import re
from dataclasses import dataclass
from datetime import datetime

from db.ids import ForeignRuleId
from db.states import SignField

REFERENCE_PREFIX = "BK-"
# A booking's reference however it is written: "BK-7F3K2Q", "bk 7f3k2q".
REFERENCE = re.compile(r"\bBK[\s_-]?([0-9A-Z]{6})\b", re.IGNORECASE)
REFERENCE_LETTERS = 6
WORD = re.compile(r"[^\s,;:()\[\]\"'#]+")
PART = re.compile(r"[A-Za-z0-9_-]+")
# What the gateway itself writes where nothing was given: every code and every link of the account carries it.
GATEWAYS_OWN = ("qrv2 payment", "qr payment")
LINK_DESCRIPTION = re.compile(r"#(?:inv_)?\w+")
SIGN_LETTERS_MIN = 4
# The id of a payment of ours, which no other program makes up.
OUR_ATTEMPT = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Marked:
    """What a payment at the gateway carries. `attempt_id` is what only this program's payments have."""

    notes: tuple[tuple[str, str], ...]
    description: str
    attempt_id: str


@dataclass(frozen=True, slots=True)
class Sign:
    """What the payments of one other program have in common; two are the same only as a whole.

    Notes: their names, for their values are the customer's. A description: what stands before the first
    figure, such as "Order" of "Order #1042".
    """

    field: SignField
    text: str


@dataclass(frozen=True, slots=True)
class ForeignRule:
    """A rule that counts, with what it has kept from the list of decisions."""

    id: ForeignRuleId
    field: SignField
    sign: str
    made_at: datetime
    made_by: str
    ruled_count: int
    ruled_paise: int


@dataclass(frozen=True, slots=True)
class CalledNotOurs:
    """What one answer for many payments did: how many it closed, how much, and how many rules it made."""

    count: int
    paise: int
    rules_count: int


def sign_of(marked: Marked) -> Sign | None:
    """Return by what the payment is known; None where it carries nothing that tells whose it is."""
    if marked.attempt_id or names_a_booking(marked):
        return None
    if marked.notes:
        names = sorted({name.strip() for name, _value in marked.notes if name.strip()})
        return Sign(SignField.NOTES, ", ".join(names)) if names else None
    text = marked.description.strip()
    if text.lower() in GATEWAYS_OWN or LINK_DESCRIPTION.fullmatch(text):
        return None
    begins = re.split(r"[\d#]", text, maxsplit=1)[0].strip(" -:./_")
    letters = sum(sign.isalpha() for sign in begins)
    return Sign(SignField.DESCRIPTION, begins) if letters >= SIGN_LETTERS_MIN else None


def is_of_our_form(marked: Marked) -> bool:
    """Whether this program, with these or other books, asked for the money."""
    return OUR_ATTEMPT.fullmatch(marked.attempt_id) is not None


def names_a_booking(marked: Marked) -> bool:
    """Whether a booking's reference stands in it, known here or not."""
    return any(REFERENCE.search(text) for text in _texts(marked))


def names_in(marked: Marked) -> set[str]:
    """Return every word of it that could be the name of something of ours, as ours are written."""
    found = {marked.attempt_id}
    for text in _texts(marked):
        words = {*WORD.findall(text), *PART.findall(text)}
        found |= words | {word.upper() for word in words} | {word.lower() for word in words}
        found |= {REFERENCE_PREFIX + word.upper() for word in words if len(word) == REFERENCE_LETTERS}
        # The gateway describes a link's payment by the link's id without its kind.
        found |= {f"{kind}_{word}" for word in words for kind in ("plink", "qr")}
    return found - {""}


def _texts(marked: Marked) -> tuple[str, ...]:
    return (marked.description, *(part for pair in marked.notes for part in pair))
