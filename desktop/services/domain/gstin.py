"""GSTINs and States: of 15 characters the first two are the State, and the last one checks the others."""

import re

from desktop.services.domain.figures import plain_figures

LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FORM = re.compile(r"\d{2}[A-Z]{5}\d{4}[A-Z][0-9A-Z]{3}", re.ASCII)
NAMES = (
    "Jammu and Kashmir",
    "Himachal Pradesh",
    "Punjab",
    "Chandigarh",
    "Uttarakhand",
    "Haryana",
    "Delhi",
    "Rajasthan",
    "Uttar Pradesh",
    "Bihar",
    "Sikkim",
    "Arunachal Pradesh",
    "Nagaland",
    "Manipur",
    "Mizoram",
    "Tripura",
    "Meghalaya",
    "Assam",
    "West Bengal",
    "Jharkhand",
    "Odisha",
    "Chhattisgarh",
    "Madhya Pradesh",
    "Gujarat",
    "Daman and Diu (before 2020)",
    "Dadra and Nagar Haveli and Daman and Diu",
    "Maharashtra",
    "Andhra Pradesh (before 2014)",
    "Karnataka",
    "Goa",
    "Lakshadweep",
    "Kerala",
    "Tamil Nadu",
    "Puducherry",
    "Andaman and Nicobar Islands",
    "Telangana",
    "Andhra Pradesh",
    "Ladakh",
)
# The name of each State by its two digits.
STATES = {f"{number:02d}": name for number, name in enumerate(NAMES, start=1)} | {
    "96": "Other countries",
    "97": "Other territory",
}


def normal_gstin(text: str) -> str:
    """Return a GSTIN as it is written: capitals, no spaces, figures of any script."""
    return "".join(plain_figures(text).split()).upper()


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


def find_state(text: str) -> str | None:
    """Return the State that a person means by its digits, its name or the beginning of it; None for none."""
    wanted = " ".join(plain_figures(text).split()).casefold()
    if wanted.zfill(2) in STATES:
        return wanted.zfill(2)
    names = {code: name.casefold() for code, name in STATES.items()}
    if exact := [code for code, name in names.items() if name == wanted]:
        return exact[0]
    begun = [code for code, name in names.items() if wanted and name.startswith(wanted)]
    return begun[0] if len(begun) == 1 else None


def state_of(gstin: str) -> str:
    """Return the State of a registration; none without one."""
    return gstin[:2]
