"""What the law refuses of cash: facts only; the sentences live in the ui. Amounts in paise."""

from dataclasses import dataclass

from desktop.services.domain.cash_law import CashCounter
from desktop.services.errors import DeskError


@dataclass(eq=False)
class CashForbidden(DeskError):
    """So much cash over one counter is forbidden; `most_paise` may still be taken."""

    counter: CashCounter
    limit_paise: int
    counted_paise: int
    most_paise: int


@dataclass(eq=False)
class CashDepositForbidden(DeskError):
    """So much unspent cash in a wallet would be a deposit; `most_paise` may still be put in."""

    limit_paise: int
    counted_paise: int
    most_paise: int


@dataclass(eq=False)
class CashRepaymentForbidden(DeskError):
    """A deposit of so much is not paid back in cash."""

    limit_paise: int


@dataclass(eq=False)
class PanWanted(DeskError):
    """So much cash for a hotel bill: the PAN is asked first. Seen or declined is an answer, too."""

    limit_paise: int
