"""A discount that was given to one sale: a promo whose code says for which units and slots it was given."""

import hashlib
from collections.abc import Iterable

from db.ids import SlotId, UnitId

# No catalogue can name a code that begins so.
GIVEN = "*"
DIGEST_LENGTH = 8


def given_code(nonce: str, cells: Iterable[tuple[UnitId, SlotId]]) -> str:
    """Return the code of a discount for these cells."""
    return f"{GIVEN}{nonce}-{_digest(cells)}"


def fits(code: str, cells: Iterable[tuple[UnitId, SlotId]]) -> bool:
    """Tell whether a code is for these cells; every code of the catalogue is for all."""
    return not code.startswith(GIVEN) or code.endswith(f"-{_digest(cells)}")


def _digest(cells: Iterable[tuple[UnitId, SlotId]]) -> str:
    text = ",".join(sorted(f"{unit}:{slot}" for unit, slot in cells))
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST_LENGTH].upper()
