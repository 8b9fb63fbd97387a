"""References of bookings and numbers of papers: how they are made, and every way in which they are typed."""

import re
import secrets
import unicodedata

from db.document_kinds import FIRST_FINANCIAL_YEAR, KINDS, OLD_LETTERS, number_of
from db.ids import BookingReference
from desktop.services.domain.figures import plain_figures

PREFIX = "BK-"
# No 0, O, 1, I, L, U: read aloud without mistakes, and no rude words.
REFERENCE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
REFERENCE_LENGTH = 6
# Dashes of every length, dots, colons and spaces.
BETWEEN = r"[\s._:#\-\u2010-\u2015\u2212]*"
WHOLE = re.compile(rf"(BK)?{BETWEEN}([0-9A-Z]{{{REFERENCE_LENGTH}}})")
APART = re.compile(rf"(?:BK)?{BETWEEN}((?:[0-9A-Z]{BETWEEN}){{{REFERENCE_LENGTH}}})")
# With its BK it is known in any text: "Booking BK-7F3K2Q, Deluxe 203".
WITHIN = re.compile(rf"(?<![0-9A-Z])BK{BETWEEN}([0-9A-Z]{{{REFERENCE_LENGTH}}})(?![0-9A-Z])")
# D1-R-2627-000042, with the year of before D1-R-2026-000042; who types it leaves the noughts out, or dashes.
LETTERS = "".join(sorted({one.letter for one in KINDS.values()} | set(OLD_LETTERS.values())))
KIND_OF_LETTER = {one.letter: kind for kind, one in KINDS.items()}
OLD_KIND_OF_LETTER = {letter: kind for kind, letter in OLD_LETTERS.items()}
APART_BY = r"[\s/\-\u2010-\u2015]*"
# Financial years such as 2627, and the calendar years of before.
YEARS = "|".join(["20[2-9][0-9]", *(f"{year}{(year + 1) % 100:02d}" for year in range(21, 100))])
KEY = re.compile(r"[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}")
PAPER = re.compile(
    rf"(?<![0-9A-Z])([0-9A-Z]{{1,4}}?){APART_BY}([{LETTERS}])([2-9]|[1-9]\d)??"
    rf"{APART_BY}({YEARS}){APART_BY}(\d{{1,6}})(?!\d|{APART_BY}\d{{6}})"
)
# Where there is no room for more than the first half of the year.
CROWDED = re.compile(
    rf"(?<![0-9A-Z])([0-9A-Z]{{4}}){APART_BY}([{LETTERS}])([1-9]\d){APART_BY}(\d\d){APART_BY}(\d{{6}})(?!\d)"
)


def new_reference() -> BookingReference:
    """Return a reference by chance, with a figure and a letter in it: no word and no number is one."""
    while True:
        letters = "".join(secrets.choice(REFERENCE_LETTERS) for _ in range(REFERENCE_LENGTH))
        if _is_mixed(letters):
            return BookingReference(f"{PREFIX}{letters}")


def read_reference(text: str) -> str:
    """Return "BK-7F3K2Q" for whatever may be a reference, with or without BK and signs between, else nothing.

    In a longer text it is the one with its BK; of two different ones none.
    Any six letters may be one ("NDRFGP" was made before a figure was asked for): it has to be looked up.
    """
    words = _plain(text)
    if found := APART.fullmatch(words):
        return f"{PREFIX}{re.sub(BETWEEN, '', found[1])}"
    named = set(WITHIN.findall(words))
    return f"{PREFIX}{named.pop()}" if len(named) == 1 else ""


def is_surely_reference(text: str) -> bool:
    """Whether a text can hardly be anything else: BK and six signs, or six in one word with a figure."""
    words = _plain(text)
    found = WHOLE.fullmatch(words)
    if found is None:
        return not APART.fullmatch(words) and bool(read_reference(words))
    return found[1] is not None or _is_mixed(found[2])


def read_paper_number(text: str) -> str:
    """Return "D1-R-2627-000042" for a number of a paper as people type it, else "".

    Other words may stand around it: "Receipt D1-R-2627-000042".
    """
    # Keys of ours have figures and letters that a number could have.
    words = KEY.sub(" ", _plain(text))
    if found := PAPER.search(words):
        code, letter, digit, year, own = found.groups(default="")
        if int(year) < FIRST_FINANCIAL_YEAR:
            kind = None if digit else OLD_KIND_OF_LETTER.get(letter)
        else:
            kind = KIND_OF_LETTER.get(letter)
    elif found := CROWDED.search(words):
        code, letter, digit, half, own = found.groups()
        year, kind = f"{half}{(int(half) + 1) % 100:02d}", KIND_OF_LETTER.get(letter)
    else:
        return ""
    return number_of(code, kind, int(year), int(own), digit) if kind else ""


def _plain(text: str) -> str:
    # Without the marks that nobody sees.
    seen = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    return plain_figures(unicodedata.normalize("NFKC", seen)).upper().strip()


def _is_mixed(letters: str) -> bool:
    return any(sign.isdigit() for sign in letters) and any(sign.isalpha() for sign in letters)
