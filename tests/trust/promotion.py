"""Three desks sell, their server dies, its standby is promoted two seconds later: what was lost, how soon on.

    PYTHONPATH=. python tests/trust/promotion.py            killed and frozen
    PYTHONPATH=. python tests/trust/promotion.py frozen     one of them
    PYTHONPATH=. python tests/trust/promotion.py standby    the standby dies instead

Each desk is a process of its own with an address that names both servers. The old server comes back at the
end, rebuilt as the standby of the new one. Everything is made here and removed at the end.
"""

from __future__ import annotations

from dataclasses import dataclass

DESKS = 3
PROMOTED_AFTER, FIRST_SALE_WITHIN, SELLS_BEFORE, SELLS_AFTER, ENDS_WITHIN = 2.0, 5.0, 6.0, 8.0, 90.0
DESK = """
import sys
from tests.trust.promotion_desk import sell
sell(sys.argv[1], sys.argv[2], int(sys.argv[3]))
"""
DOUBLE = "SELECT count(*) FROM (SELECT unit_id, slot_id FROM claim GROUP BY 1, 2 HAVING count(*) > 1) twice"


@dataclass
class Found:
    """What one promotion came to; moments are seconds after the server's end."""

    kind: str
    acknowledged: int
    acknowledged_before: int
    lost: int
    twice: int
    unknown: int
    first_sale: float
    promoted: float
    faults_of_audit: list[str]
    is_back_as_standby: bool

    def faults(self) -> list[str]:
        """Return what is not as promised."""
        promised = {
            "acknowledged and lost": self.lost == 0,
            "a unit twice": self.twice == 0,
            "first sale too late": 0 <= self.first_sale - self.promoted <= FIRST_SALE_WITHIN,
            "nothing was sold before": self.acknowledged_before > 0,
            "the old server is no standby": self.is_back_as_standby,
            "audit": not self.faults_of_audit,
        }
        return [fault for fault, is_kept in promised.items() if not is_kept]

    def __str__(self) -> str:
        return (
            f"{self.kind:7} {self.acknowledged} acknowledged ({self.acknowledged_before} before the end),"
            f" {self.lost} lost, {self.twice} twice, {self.unknown} answers lost and looked up; promoted"
            f" after {self.promoted:.1f} s, first sale {self.first_sale - self.promoted:.1f} s after that;"
            f" the old server is back as standby: {self.is_back_as_standby}"
        )
