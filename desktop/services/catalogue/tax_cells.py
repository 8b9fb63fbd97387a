"""What one cell of the files of registrations and classes may say, as in `cells`."""

import re

from db.catalogue_words import BalanceDue
from db.states import ANY_KIND, Kind, Scheme, Supply
from desktop.services.catalogue.cells import CellFault, code, one_of
from desktop.services.domain.gstin import STATES, is_gstin, normal_gstin

TAX_CLASS = re.compile(r"[a-z0-9][a-z0-9_-]{0,19}")
SAC = re.compile(r"\d{4,6}", re.ASCII)


def tax_class(cell: str) -> str:
    """The code of a tax class: letters, digits, dashes and underscores, in small letters."""
    found = cell.lower()
    if not TAX_CLASS.fullmatch(found):
        raise CellFault("must be 1 to 20 letters, digits or underscores")
    return found


def sac(cell: str) -> str:
    """A service accounting code: four to six digits."""
    if not SAC.fullmatch(cell):
        raise CellFault("is no code of four to six digits")
    return cell


def state(cell: str) -> str:
    """The two digits of a State: 27; a spreadsheet makes 5 of 05."""
    found = cell.zfill(2)
    if found not in STATES:
        raise CellFault("is no code of a State, such as 27")
    return found


def gstin(cell: str) -> str:
    """A GSTIN whose last character checks the others."""
    found = normal_gstin(cell)
    if not is_gstin(found):
        raise CellFault("is no GSTIN, or one of its characters is wrong")
    return found


def supply(cell: str) -> Supply:
    """`taxable` or `exempt`."""
    return Supply(one_of(cell, tuple(Supply)))


def sac_digits(cell: str) -> int:
    """How many figures of a service code stand on papers: 4 or 6."""
    return int(one_of(cell, ("4", "6")))


def scheme(cell: str) -> Scheme:
    """`regular`, `composition` or `none`."""
    return Scheme(one_of(cell, tuple(Scheme)))


def covers(cell: str) -> str:
    """`any`, a kind, or the code of an offering."""
    word = cell.strip().lower()
    return word if word in (ANY_KIND, *Kind) else code(cell)


def balance_due(cell: str) -> BalanceDue:
    """`before_start`, `at_arrival` or `by_clock`."""
    return BalanceDue(one_of(cell, tuple(BalanceDue)))
