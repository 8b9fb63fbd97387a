"""Figures of every script are read alike, and a card's number is never kept."""

import re
import unicodedata

CARD_DIGITS_MIN = 12
CARD_DIGITS_MAX = 19
# Digits with whatever stands between them that is neither a letter nor a digit.
RUN = re.compile(r"[0-9](?:[\W_]*[0-9])*")


def plain_figures(text: str) -> str:
    """Return the text with every figure as 0 to 9: Devanagari, Arabic-Indic, full-width and any other."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in text)


def holds_card_number(text: str) -> bool:
    """Whether 12 to 19 of the figures in a row, whatever separates them, could be a card's number (Luhn).

    A longer row is looked through: a card's number may have another number beside it.
    """
    for run in RUN.findall(plain_figures(text)):
        digits = re.sub(r"[^0-9]", "", run)
        for length in range(CARD_DIGITS_MIN, CARD_DIGITS_MAX + 1):
            starts = range(len(digits) - length + 1)
            if any(passes_luhn(digits[start : start + length]) for start in starts):
                return True
    return False


def passes_luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of the others. A row of one digit is nobody's number."""
    if len(set(digits)) == 1:
        return False
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
