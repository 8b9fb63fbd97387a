"""The tables of a return from the papers of its period, and what checking them has found."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from db.accountant import AccountantRules
from db.document_kinds import KINDS
from db.return_papers import LostRow
from db.states import DocumentKind
from db.taxes import RegistrationRow
from desktop.services.domain.counted_paper import CountedPaper, Sums, sum_of
from desktop.services.domain.gstin import is_gstin
from desktop.services.domain.paper import PaperWord
from desktop.services.domain.period import Period
from desktop.services.domain.tax_return import Checked, Fault, FaultKind, Tables, TaxReturn
from desktop.services.returns.check_ledger import LedgerCheck, signed
from desktop.services.returns.issued_numbers import IssuedNumbers, count_of
from desktop.services.returns.open_advances import Advance, AdvanceMove, follow_advances
from desktop.services.returns.sort_supplies import (
    SortedSupplies,
    add_code,
    code_rows,
    is_large,
    place_of,
    place_rows,
)


@dataclass(frozen=True, slots=True)
class ReturnPapers:
    """What a return is made of: the papers of the period, earlier ones of the same bookings, and the
    invoices that notes of the period answer."""

    registration: RegistrationRow
    rules: AccountantRules
    period: Period
    before: tuple[CountedPaper, ...]
    papers: tuple[CountedPaper, ...]
    answered: tuple[CountedPaper, ...]
    lost: tuple[LostRow, ...]
    without_content: tuple[str, ...]
    ledger: LedgerCheck

    @property
    def own(self) -> tuple[CountedPaper, ...]:
        """The papers of the registration itself."""
        return tuple(paper for paper in self.papers if paper.registration == self.registration.code)

    def advances(self) -> list[Advance]:
        """Return the moves of taxed advances in the period, of the registration itself."""
        code = self.registration.code
        return [
            one
            for one in follow_advances((*self.before, *self.papers))
            if one.of.kind is DocumentKind.RECEIPT_VOUCHER
            and one.of.registration == code
            and one.by.issued_on >= self.period.first
        ]


def build_return(read: ReturnPapers) -> TaxReturn:
    """Return the tables with the check."""
    over = read.rules.b2cl_over_paise
    large = {paper.id for paper in read.answered if is_large(paper, over)}
    supplies, numbers = SortedSupplies(over, large), IssuedNumbers()
    digits = read.registration.sac_digits
    for paper in read.own:
        supplies.add(paper, digits)
        numbers.add(paper)
    advances = read.advances()
    at, txpd = _advances(advances, read.period)
    if read.rules.advances_in_table_12:
        _into_codes(supplies, advances, digits)
    code, period = read.registration.code, read.period
    tables = Tables(
        b2b=tuple(supplies.b2b),
        b2cl=tuple(supplies.b2cl),
        b2cs=supplies.b2cs_rows(),
        exempt=supplies.exempt_rows(),
        cdnr=tuple(supplies.cdnr),
        cdnur=tuple(supplies.cdnur),
        at=place_rows(at),
        txpd=place_rows(txpd),
        hsn_b2b=code_rows(supplies.codes_b2b),
        hsn_b2c=code_rows(supplies.codes_b2c),
        series=numbers.rows(read.lost, code, period),
    )
    waits = tuple(paper.number for paper in read.own if PaperWord.WAITING_FOR_IRN in paper.words)
    faults = numbers.faults(read.lost, code, period)
    return TaxReturn(
        registration=code,
        gstin=read.registration.gstin,
        name=read.registration.legal_name,
        period=period,
        tables=tables,
        waiting=waits,
        check=_checked(read, tables, faults),
    )


Places = dict[tuple[bool, str, int], Sums]


def _advances(advances: Iterable[Advance], period: Period) -> tuple[Places, Places]:
    """Return Table 11A: what was taken without an invoice in the period, less what went back; and 11B: what
    was taken before and is set off now."""
    at: Places = defaultdict(Sums)
    txpd: Places = defaultdict(Sums)
    for one in advances:
        key = (one.of.is_inter_state, place_of(one.of), one.line.rate_bp)
        if one.move is AdvanceMove.TAKEN:
            at[key] += one.line.sums
        elif one.move is AdvanceMove.BACK or one.taken_on >= period.first:
            at[key] += -one.line.sums
        else:
            txpd[key] += one.line.sums
    return at, txpd


def _into_codes(supplies: SortedSupplies, advances: Iterable[Advance], digits: int) -> None:
    for one in advances:
        codes = supplies.codes_b2b if one.of.buyer_gstin else supplies.codes_b2c
        sums = one.line.sums if one.move is AdvanceMove.TAKEN else -one.line.sums
        add_code(codes, one.line, sums, digits)


def _checked(read: ReturnPapers, tables: Tables, faults: list[Fault]) -> Checked:
    papers, found = _sum_of_papers(read), _sum_of_tables(tables)
    counted = [paper for paper in read.own if KINDS[paper.kind].table_13 is not None]
    if papers != found:
        numbers = tuple(paper.number for paper in counted)
        faults.append(Fault(FaultKind.TABLES, numbers, papers.total_paise, found.total_paise))
    if count_of(tables.series) != len(counted):
        faults.append(Fault(FaultKind.COUNT, (), len(counted), count_of(tables.series)))
    faults += _faults_of_papers(read)
    faults += read.ledger.faults
    return Checked(
        papers=papers,
        tables=found,
        house_tax_paise=read.ledger.papers.tax_paise,
        ledger_tax_paise=read.ledger.ledger_tax_paise,
        open_tax_paise=read.ledger.open_tax_paise,
        faults=tuple(faults),
    )


def _sum_of_papers(read: ReturnPapers) -> Sums:
    """Add up what each paper says, whole, apart from any table."""
    result = Sums()
    for paper in read.own:
        is_told = paper.kind in (DocumentKind.CREDIT_NOTE, DocumentKind.DEBIT_NOTE)
        if paper.is_invoice or paper.is_exempt_bill or paper.takes_back_bill or is_told:
            result = result + (
                paper.sums if paper.kind is DocumentKind.CONSOLIDATED_INVOICE else signed(paper)
            )
        elif paper.kind in (DocumentKind.RECEIPT_VOUCHER, DocumentKind.REFUND_VOUCHER):
            result = result + signed(paper)
    set_off = (one.line.sums for one in read.advances() if one.move is AdvanceMove.SET_OFF)
    return result - sum_of(set_off)


def _sum_of_tables(tables: Tables) -> Sums:
    rows = [one.sums for one in (*tables.b2b, *tables.b2cl)]
    rows += [one.sums for one in (*tables.b2cs, *tables.at)]
    rows += [Sums(one.value_paise) for one in tables.exempt]
    rows += [-one.sums for one in tables.txpd]
    for note in (*tables.cdnr, *tables.cdnur):
        rows.append(-note.sums if note.note == "C" else note.sums)
    return sum_of(rows)


def _faults_of_papers(read: ReturnPapers) -> list[Fault]:
    faults = []
    bad = tuple(one.number for one in read.own if one.buyer_gstin and not is_gstin(one.buyer_gstin))
    own = tuple(one.number for one in read.own if one.gstin != read.registration.gstin)
    nowhere = tuple(one.number for one in read.own if one.is_inter_state and not place_of(one))
    for kind, numbers in (
        (FaultKind.BUYER_GSTIN, bad),
        (FaultKind.OWN_GSTIN, own),
        (FaultKind.NO_PLACE, nowhere),
        (FaultKind.NO_CONTENT, read.without_content),
    ):
        faults += [Fault(kind, numbers)] if numbers else []
    if not is_gstin(read.registration.gstin):
        faults.append(Fault(FaultKind.OWN_GSTIN, (read.registration.gstin,)))
    small = sum_of(paper.sums for paper in read.own if paper.is_of_small_sale)
    joined = sum_of(paper.sums for paper in read.own if paper.kind is DocumentKind.CONSOLIDATED_INVOICE)
    if small != joined:
        numbers = tuple(paper.number for paper in read.own if paper.is_of_small_sale)
        faults.append(Fault(FaultKind.SMALL_SALES, numbers, small.total_paise, joined.total_paise))
    return faults
