"""A GSTR-1 return of one registration and period: its tables in paise, and what checking them has found."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.services.domain.counted_paper import Sums
from desktop.services.domain.period import Period


class InvoiceType(StrEnum):
    """What the portal calls a supply to a registered buyer."""

    REGULAR = "R"
    ZONE_WITH_TAX = "SEWP"
    ZONE_UNDER_LUT = "SEWOP"


class NoteType(StrEnum):
    """Which way a note goes."""

    CREDIT = "C"
    DEBIT = "D"


@dataclass(frozen=True, slots=True)
class RateSums:
    """What one rate has in an invoice or note."""

    rate_bp: int
    sums: Sums


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """An invoice, or a note with its way. `gstin` is the buyer's, '' of who is not registered.

    `printed_paise` is the total on paper, with round off; figures of notes are positive.
    """

    gstin: str
    number: str
    issued_on: date
    printed_paise: int
    place: str
    type: InvoiceType
    rates: tuple[RateSums, ...]
    note: NoteType | None = None
    waits_for_irn: bool = False

    @property
    def sums(self) -> Sums:
        """All rates together."""
        result = Sums()
        for one in self.rates:
            result = result + one.sums
        return result


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """What was supplied, or paid in advance, to one place at one rate."""

    is_inter_state: bool
    place: str
    rate_bp: int
    sums: Sums


@dataclass(frozen=True, slots=True)
class ExemptRow:
    """What was supplied without tax; `type` is the portal's word, INTRAB2C."""

    type: str
    value_paise: int


@dataclass(frozen=True, slots=True)
class CodeRow:
    """What was supplied under one service code at one rate."""

    sac: str
    title: str
    rate_bp: int
    sums: Sums


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """The numbers of one series; `document` is the portal's number of the kind."""

    document: int
    title: str
    first: str
    last: str
    total: int
    cancelled: int

    @property
    def net(self) -> int:
        """How many papers there are."""
        return self.total - self.cancelled


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of the return, by the portal's names."""

    b2b: tuple[InvoiceRow, ...]
    b2cl: tuple[InvoiceRow, ...]
    b2cs: tuple[PlaceRow, ...]
    exempt: tuple[ExemptRow, ...]
    cdnr: tuple[InvoiceRow, ...]
    cdnur: tuple[InvoiceRow, ...]
    at: tuple[PlaceRow, ...]
    txpd: tuple[PlaceRow, ...]
    hsn_b2b: tuple[CodeRow, ...]
    hsn_b2c: tuple[CodeRow, ...]
    series: tuple[SeriesRow, ...]


class FaultKind(StrEnum):
    """What can be wrong with a return."""

    # Value or levies of the papers are not those of the tables.
    TABLES = "tables"
    # A booking's papers count other amounts than the ledger moved for it.
    LEDGER = "ledger"
    # The consolidated invoices are not the small sales of the period.
    SMALL_SALES = "small_sales"
    # A number is missing, and no record calls it lost.
    NUMBER_MISSING = "number_missing"
    # Table 13 counts other papers than there are.
    COUNT = "count"
    BUYER_GSTIN = "buyer_gstin"
    OWN_GSTIN = "own_gstin"
    # Levied as for another State, and the place is not told.
    NO_PLACE = "no_place"
    # Made before papers kept what they say.
    NO_CONTENT = "no_content"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: which papers, and two amounts that should be the same, where it has them."""

    kind: FaultKind
    papers: tuple[str, ...] = ()
    expected_paise: int = 0
    found_paise: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """What was compared. `papers` and `ledger` are the whole house's, `open_tax_paise` is the tax inside
    deposits that no sale has followed yet, more or less than at the period's begin."""

    papers: Sums
    tables: Sums
    house_tax_paise: int
    ledger_tax_paise: int
    open_tax_paise: int
    faults: tuple[Fault, ...]

    @property
    def is_right(self) -> bool:
        """Whether all of it agrees."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class TaxReturn:
    """The return, with what must be told beside it: numbers of papers that wait for an e-invoice."""

    registration: str
    gstin: str
    name: str
    period: Period
    tables: Tables
    waiting: tuple[str, ...]
    check: Checked
