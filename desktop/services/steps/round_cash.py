"""By what cash is rounded: to the rupee, where the house says so."""

from collections.abc import Sequence

from db import house_rules
from db.database import Session
from db.states import Tender
from desktop.services.domain.tenders import cash_roundings


def rounding_of(session: Session, tender: Tender, amount_paise: int) -> int:
    """Return what a tender takes or gives beyond an amount, negative: short of it. Only cash is rounded."""
    (rounding,) = roundings_of(session, [(tender, amount_paise)])
    return rounding


def roundings_of(session: Session, parts: Sequence[tuple[Tender, int]]) -> list[int]:
    """Return it for each part of one act: its cash is rounded together."""
    found = cash_roundings(parts)
    # Whole rupees, as most amounts are, need not ask for the rule.
    return found if any(found) and house_rules.read(session).cash_to_rupee else [0] * len(parts)
