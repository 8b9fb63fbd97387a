"""GSTINs and States: of 15 characters the first two are the State, and the last one checks the others."""

import re

LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FORM = re.compile(r"\d{2}[A-Z]{5}\d{4}[A-Z][0-9A-Z]{3}", re.ASCII)
# 97: other territory, 96: other countries.
STATES = frozenset(f"{number:02d}" for number in range(1, 39)) | {"96", "97"}


def normal_gstin(text: str) -> str:
    """Return a GSTIN as it is written: capitals, no spaces."""
    return "".join(text.split()).upper()


def is_gstin(text: str) -> bool:
    """Whether a text in its normal form is a GSTIN with the right check character."""
    return bool(FORM.fullmatch(text)) and text[:2] in STATES and text[-1] == check_character(text[:14])


def check_character(first: str) -> str:
    """Return what the fifteenth character must be after these fourteen."""
    total = 0
    for place, letter in enumerate(first):
        product = LETTERS.index(letter) * (1 + place % 2)
        total += product // 36 + product % 36
    return LETTERS[(36 - total % 36) % 36]


def state_of(gstin: str) -> str:
    """Return the State of a registration; none without one."""
    return gstin[:2]
