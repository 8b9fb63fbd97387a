"""Whether what was counted can be a drawer."""

from desktop.services.domain.shift import (
    DRAWER_PAISE_MAX,
    PIECES_MAX,
    RARE_WORTHS,
    WORTHS,
    Counts,
    pieces_of,
)
from desktop.services.errors import BadRequest


def checked_counts(counts: Counts, *, has_drawer: bool) -> dict[int, int]:
    """Return the pieces that were there. Raises BadRequest for an unknown worth, no number, no drawer."""
    for worth, pieces in counts.items():
        if worth not in WORTHS and worth not in RARE_WORTHS:
            raise BadRequest("count", "unknown_worth", text=str(worth))
        if isinstance(pieces, bool) or not isinstance(pieces, int) or not 0 <= pieces <= PIECES_MAX:
            raise BadRequest("count", "out_of_range", most=PIECES_MAX)
    there = pieces_of(counts)
    if there and not has_drawer:
        raise BadRequest("count", "no_drawer")
    return there


def checked_paise(field: str, paise: int, most_paise: int = DRAWER_PAISE_MAX, least_paise: int = 0) -> int:
    """Return an amount of a drawer. Raises BadRequest when it is none, or more than can be."""
    if isinstance(paise, bool) or not isinstance(paise, int) or not least_paise <= paise <= most_paise:
        raise BadRequest(field, "out_of_range", most_paise=most_paise)
    return paise
