"""Limits that a house sets for itself, as data: each has a row in `setting` or its usual value."""

from dataclasses import dataclass

from sqlalchemy import select

from db.database import Session
from db.schema import setting


@dataclass(frozen=True, slots=True)
class HouseRules:
    """How long a sale can be voided, and how far the house may move a start before all comes back.

    A top-up of more than `unusual_top_up_paise` is asked about once before it is taken. `cash_to_rupee` 1:
    the last cash of a sale, and cash that goes back, is rounded to the rupee.
    """

    void_minutes: int = 15
    moved_minutes: int = 30
    unusual_top_up_paise: int = 20_000_00
    cash_to_rupee: int = 0


NAMES = {
    "rule_void_minutes": "void_minutes",
    "rule_moved_minutes": "moved_minutes",
    "rule_unusual_top_up_paise": "unusual_top_up_paise",
    "rule_cash_to_rupee": "cash_to_rupee",
}


def read(session: Session) -> HouseRules:
    """Return the house's rules."""
    rows = session.execute(select(setting.c.name, setting.c.value).where(setting.c.name.in_(NAMES)))
    return HouseRules(**{NAMES[row.name]: int(row.value) for row in rows})
