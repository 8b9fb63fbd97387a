"""Figures of every script are read alike, and a card's number is never kept."""

import re
import unicodedata
from collections.abc import Iterator

CARD_DIGITS_MIN = 12
CARD_DIGITS_MAX = 19
# What people write between the figures of a telephone number, and marks that nobody sees.
NUMBER_SIGNS = re.compile(r"[\s().\-\u2010-\u2015\u2212/\u00a0\u200b-\u200f\u202a-\u202e\u2060-\u2069]+")
NUMBER = re.compile(r"\+?[0-9]+")
NATIONAL_DIGITS = 10
PLUS_DIGITS_MIN = 8
DIGITS_MAX = 15
# No card begins with 91.
INDIAN_MOBILE = re.compile(r"91[6-9][0-9]{9}")
# Digits with whatever stands between them that is neither a letter nor a digit.
RUN = re.compile(r"[0-9](?:[\W_]*[0-9])*")
GROUP = re.compile(r"[0-9]+")


def plain_figures(text: str) -> str:
    """Return the text with every figure as 0 to 9: Devanagari, Arabic-Indic, full-width and any other."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in text)


def bare_number(text: str) -> str:
    """Return the figures of a number, with its plus, without what people write between them; else nothing."""
    bare = NUMBER_SIGNS.sub("", plain_figures(text).replace("\uff0b", "+"))
    return bare if NUMBER.fullmatch(bare) else ""


def is_whole_number(bare: str) -> bool:
    """Whether a bare number has the length of a whole one: with its country's code where it has a plus."""
    least = PLUS_DIGITS_MIN if bare.startswith("+") else NATIONAL_DIGITS
    return least <= len(bare.lstrip("+")) <= DIGITS_MAX


def holds_card_number(text: str) -> bool:
    """Whether 12 to 19 figures in a row, whatever separates them, could be a card's number (Luhn).

    It begins and ends where a group of figures does: beside it other numbers may stand.
    """
    return any(True for _span in _card_numbers(text))


def without_card_numbers(text: str) -> str:
    """Return the text with "[card]" in the place of all that could be a card's number."""
    parts, at = [], 0
    for first, last in _card_numbers(text):
        parts += [text[at:first], "[card]"]
        at = last
    return "".join((*parts, text[at:]))


def _card_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each begins and ends; of several that begin alike the longest."""
    plain = plain_figures(text)
    for run in RUN.finditer(plain):
        groups = list(GROUP.finditer(plain, run.start(), run.end()))
        while groups:
            count = _groups_of_card([group.group() for group in groups])
            if count:
                yield groups[0].start(), groups[count - 1].end()
            groups = groups[count or 1 :]


def _groups_of_card(groups: list[str]) -> int:
    """Return how many of the groups, from the first, are a card's number; 0 when none begins there."""
    digits, found = "", 0
    for count, group in enumerate(groups, 1):
        digits += group
        if len(digits) > CARD_DIGITS_MAX:
            break
        if len(digits) >= CARD_DIGITS_MIN and passes_luhn(digits) and not INDIAN_MOBILE.fullmatch(digits):
            found = count
    return found


def passes_luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of the others. A row of one digit is nobody's number."""
    if len(set(digits)) == 1:
        return False
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
