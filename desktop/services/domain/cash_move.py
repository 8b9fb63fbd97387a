"""Cash that goes into a drawer or out of it without a sale. Amounts in paise."""

from dataclasses import dataclass

from db.ids import DrawerMoveId
from db.states import DrawerMoveKind
from desktop.services.domain.shift import CashSource

# In cash to one person in a day; more is no expense for the tax: papers-and-law.md 5.1.
LAW_PAY_OUT_PAISE = 10_000_00


@dataclass(frozen=True, slots=True)
class CashMove:
    """What goes into a drawer or out of it. `payee`: of a pay-out; `source`: of cash put in."""

    kind: DrawerMoveKind
    amount_paise: int
    reason: str
    payee: str = ""
    source: CashSource = CashSource.SAFE


@dataclass(frozen=True, slots=True)
class CashMoved:
    """What was moved. `payee_day_paise`: all that the payee of a pay-out got today, at every desk."""

    id: DrawerMoveId
    move: CashMove
    payee_day_paise: int = 0

    @property
    def is_beyond_law(self) -> bool:
        """Whether the payee got more cash today than is an expense for the tax."""
        return self.payee_day_paise > LAW_PAY_OUT_PAISE
