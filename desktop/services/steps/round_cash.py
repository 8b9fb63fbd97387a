"""By what cash is rounded: to the rupee, where the house says so."""

from db import house_rules
from db.database import Session
from db.states import Tender
from desktop.services.domain.money import to_the_rupee
from desktop.services.domain.tenders import TENDERS


def rounding_of(session: Session, tender: Tender, amount_paise: int) -> int:
    """Return what a tender takes or gives beyond an amount, negative: short of it. Only cash is rounded."""
    rounding = to_the_rupee(amount_paise) if TENDERS[tender].in_drawer else 0
    # Whole rupees, as most amounts are, need not ask for the rule.
    return rounding if rounding and house_rules.read(session).cash_to_rupee else 0
