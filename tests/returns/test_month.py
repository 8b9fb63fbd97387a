"""A replayed month: return, ledger and vouchers against a second computation from the raw rows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from xml.etree import ElementTree

from db.database import Database
from desktop.services.domain.period import Period, month_from
from desktop.services.domain.tax_return import FaultKind, InvoiceRow, PlaceRow, TaxReturn
from desktop.services.returns.read_return import ReadReturn
from desktop.services.returns.read_vouchers import ReadVouchers
from desktop.services.returns.tally_xml import vouchers_xml
from tests.conftest import SteppedClock
from tests.counter import Counter as Desk
from tests.returns.added_by_hand import (
    Paper,
    Posted,
    all_papers,
    all_postings,
    by_account,
    exempt_paise,
    open_advances,
    supplied,
)
from tests.returns.month_of_sales import sell_for

DAYS, EACH_DAY = 24, 5


def test_five_weeks_at_a_counter_are_told_to_the_paisa(counter: Desk, clock: SteppedClock) -> None:
    first = (clock() + timedelta(hours=5.5)).date()
    done = sell_for(counter, clock, DAYS, EACH_DAY)
    assert done.acts >= 500
    papers, postings = all_papers(counter.database), all_postings(counter.database)
    for text in ("2026-11", "2026-12"):
        found = ReadReturn(counter.database)("MH", month_from(text))
        assert found is not None
        same_as_by_hand(found, papers)
        checked_but_for_what_has_no_paper(found, papers, postings)
    for ahead in range(DAYS + 1):
        balanced(counter.database, first + timedelta(days=ahead), postings)


def same_as_by_hand(found: TaxReturn, papers: Sequence[Paper]) -> None:
    period, tables = found.period, found.tables
    by_table: dict[tuple[bool, str, int], list[int]] = {}
    for invoices, sign in ((tables.b2b, 1), (tables.b2cl, 1), (tables.cdnr, None), (tables.cdnur, None)):
        for invoice in invoices:
            _add_invoice(by_table, invoice, sign or (-1 if invoice.note == "C" else 1))
    for row in tables.b2cs:
        _add(by_table, (False, row.place, row.rate_bp), row, 1)
    assert {key: money for key, money in by_table.items() if any(money)} == supplied(
        papers, period.first, period.last
    )
    assert sum(row.value_paise for row in tables.exempt) == exempt_paise(papers, period.first, period.last)
    assert _change(tables.at, tables.txpd) == _opened(papers, period)
    codes = [row.sums.total_paise for row in (*tables.hsn_b2b, *tables.hsn_b2c)]
    exempt = exempt_paise(papers, period.first, period.last)
    assert sum(codes) == sum(sum(money) for money in by_table.values()) + exempt
    issued = [
        one for one in papers if period.first <= one.day <= period.last and one.number[3] in "ITBKLRFCD"
    ]
    assert sum(row.net for row in tables.series) == len(issued)


def _add_invoice(found: dict[tuple[bool, str, int], list[int]], row: InvoiceRow, sign: int) -> None:
    for one in row.rates:
        key = (bool(row.gstin), row.place, one.rate_bp)
        _add(found, key, PlaceRow(False, row.place, one.rate_bp, one.sums), sign)


def _add(
    found: dict[tuple[bool, str, int], list[int]], key: tuple[bool, str, int], row: PlaceRow, sign: int
) -> None:
    sums = row.sums
    money = (sums.value_paise, sums.cgst_paise, sums.sgst_paise, sums.igst_paise)
    found[key] = [had + sign * one for had, one in zip(found.get(key, [0, 0, 0, 0]), money, strict=True)]


def _change(at: Sequence[PlaceRow], txpd: Sequence[PlaceRow]) -> Mapping[tuple[str, int], list[int]]:
    found: dict[tuple[bool, str, int], list[int]] = {}
    for rows, sign in ((at, 1), (txpd, -1)):
        for row in rows:
            _add(found, (False, row.place, row.rate_bp), row, sign)
    return {key[1:]: money for key, money in found.items() if any(money)}


def _opened(papers: Sequence[Paper], period: Period) -> Mapping[tuple[str, int], list[int]]:
    before = open_advances(papers, period.first - timedelta(days=1))
    after = open_advances(papers, period.last)
    nothing = [0, 0, 0, 0]
    change = {
        key: [new - old for new, old in zip(after.get(key, nothing), before.get(key, nothing), strict=True)]
        for key in {*before, *after}
    }
    return {key: money for key, money in change.items() if any(money)}


def checked_but_for_what_has_no_paper(
    found: TaxReturn, papers: Sequence[Paper], postings: Sequence[Posted]
) -> None:
    """Whatever the check names was given back without a paper that says so; all else agrees."""
    back = ("credit_note", "refund_voucher", "refund_receipt")
    told = {paper.booking for paper in papers if paper.kind in back}
    ended = {one.booking for one in postings if one.kind == "cancellation"}
    untold = {paper.number for paper in papers if paper.booking in ended - told}
    for fault in found.check.faults:
        assert fault.kind is FaultKind.LEDGER
        assert set(fault.papers) <= untold


def balanced(database: Database, day: date, postings: Sequence[Posted]) -> None:
    found = ReadVouchers(database)(day)
    assert all(sum(line.amount_paise for line in one.lines) == 0 for one in found.vouchers)
    sums, plain = Counter[str](), by_account(postings, day)
    for one in found.vouchers:
        for line in one.lines:
            head = line.ledger.partition(":")[0]
            sums["tax_payable" if head in ("cgst", "sgst", "igst") else head] += line.amount_paise
    assert {key: paise for key, paise in sums.items() if paise} == {
        key: paise for key, paise in plain.items() if paise
    }
    read = ElementTree.fromstring(vouchers_xml(found))  # noqa: S314  written a moment ago
    vouchers = read.findall(".//VOUCHER")
    assert len(vouchers) == len(found.vouchers)
    for voucher in vouchers:
        amounts = [
            round(100 * float(entry.findtext("AMOUNT") or "x"))
            for entry in voucher.findall("ALLLEDGERENTRIES.LIST")
        ]
        assert amounts
        assert sum(amounts) == 0
