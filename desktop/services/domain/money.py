"""Amounts are whole paise; here are the only places where they are divided, read and written."""

import re
import unicodedata
from collections.abc import Sequence

from desktop.services.domain.figures import plain_figures

# Groups as in India or as elsewhere: 1,23,456 and 123,456; "99,50" is neither.
WHOLE_RUPEES = r"[0-9]+|[0-9]{1,2}(?:,[0-9]{2})*,[0-9]{3}|[0-9]{1,3}(?:,[0-9]{3})+"
CURRENCY = r"(?:₹|rs\.?|inr|rupees?|रु(?:पये|पए)?[.॰]?)"
RUPEES = re.compile(
    rf"{CURRENCY}?\s*({WHOLE_RUPEES})?(?:\.([0-9]{{1,2}}))?\s*(?:/[-=]|{CURRENCY})?", re.IGNORECASE
)
# Separators of Arabic figures, and dashes that stand in for a hyphen.
SAME_AS = str.maketrans({"\u066b": ".", "\u066c": ",", "\u2010": "-", "\u2013": "-", "\u2014": "-"})
RUPEES_MAX = 99_99_99_999
FULL_BP = 10_000


def share(amount_paise: int, rate_bp: int) -> int:
    """Return `rate_bp` hundredths of a per cent of a non-negative amount, half a paisa rounded up."""
    return (amount_paise * rate_bp + FULL_BP // 2) // FULL_BP


def to_the_rupee(paise: int) -> int:
    """Return what rounding to whole rupees adds to a non-negative amount, negative: takes; 50 paise go up."""
    return (paise + 50) // 100 * 100 - paise


def split(total_paise: int, weights: Sequence[int]) -> list[int]:
    """Divide a non-negative total in proportion to `weights` so that the parts add up to it.

    Largest remainder; the earlier part wins a tie. All weights zero: the first part takes everything.
    """
    whole = sum(weights)
    if whole == 0:
        return [total_paise, *([0] * (len(weights) - 1))] if weights else []
    parts = [total_paise * weight // whole for weight in weights]
    remainders = [total_paise * weight % whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda index: (-remainders[index], index))
    for index in order[: total_paise - sum(parts)]:
        parts[index] += 1
    return parts


def format_rupees(paise: int) -> str:
    """Return `1,23,456.50`: lakh and crore groups, two decimals, no sign of the currency."""
    sign = "-" if paise < 0 else ""
    rupees, rest = divmod(abs(paise), 100)
    head, tail = str(rupees)[:-3], str(rupees)[-3:]
    while head:
        head, tail = head[:-2], f"{head[-2:]},{tail}"
    return f"{sign}{tail}.{rest:02d}"


def parse_rupees(text: str) -> int | None:
    """Return the paise that a person typed as rupees ("3,400", "₹ 99.5", "500/-"), or None for no amount.

    Groups of figures have to be whole: "99,50" and "1.200,50" are no amounts, whatever they mean elsewhere.
    """
    plain = plain_figures(unicodedata.normalize("NFKC", text)).translate(SAME_AS)
    found = RUPEES.fullmatch(plain.strip())
    if not found or not (found[1] or found[2]):
        return None
    rupees = int((found[1] or "0").replace(",", ""))
    return None if rupees > RUPEES_MAX else rupees * 100 + int((found[2] or "0").ljust(2, "0"))
