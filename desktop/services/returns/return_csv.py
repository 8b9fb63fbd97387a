"""The tables of a return as CSV, a file each, by the portal's names."""

from collections.abc import Iterable, Iterator, Mapping

from db.accountant import AccountantRules
from desktop.services.domain.cells import Row, csv_text
from desktop.services.domain.counted_paper import Sums
from desktop.services.domain.tax_return import (
    CodeRow,
    Fault,
    FaultKind,
    InvoiceRow,
    PlaceRow,
    TaxReturn,
)
from desktop.services.returns.return_json import UNIT, rate, rupees

LEVIES = ("integrated_tax", "central_tax", "state_tax", "cess")
WAITING = "waiting"


def return_csv(found: TaxReturn, rules: AccountantRules) -> Mapping[str, str]:
    """Return the text of each file by its name; a table without rows has its head alone."""
    tables = found.tables
    files: dict[str, Iterable[Row]] = {
        "b2b": _invoices(tables.b2b),
        "b2cl": _invoices(tables.b2cl),
        "b2cs": _places(tables.b2cs),
        "cdnr": _notes(tables.cdnr),
        "cdnur": _notes(tables.cdnur),
        "exempt": _exempt(found),
        "at": _advances(tables.at, with_tax=bool(rules.advances_with_tax)),
        "txpd": _advances(tables.txpd, with_tax=bool(rules.advances_with_tax)),
        "hsn_b2b": _codes(tables.hsn_b2b),
        "hsn_b2c": _codes(tables.hsn_b2c),
        "doc_issue": _series(found),
        "check": _check(found),
    }
    return {f"{name}.csv": csv_text(rows) for name, rows in files.items()}


def _levies(sums: Sums) -> Row:
    return tuple(map(rupees, (sums.igst_paise, sums.cgst_paise, sums.sgst_paise, 0)))


def _invoices(rows: Iterable[InvoiceRow]) -> Iterator[Row]:
    yield ("gstin", "number", "date", "value", "place", "type", "rate", "taxable_value", *LEVIES, "irn")
    for row in rows:
        irn = WAITING if row.waits_for_irn else ""
        for one in row.rates:
            head = (row.gstin, row.number, row.issued_on, rupees(row.printed_paise), row.place, row.type)
            yield (*head, rate(one.rate_bp), rupees(one.sums.value_paise), *_levies(one.sums), irn)


def _notes(rows: Iterable[InvoiceRow]) -> Iterator[Row]:
    lines = _invoices(rows := tuple(rows))
    yield ("note", *next(lines))
    ways = (row.note or "" for row in rows for _ in row.rates)
    for way, line in zip(ways, lines, strict=True):
        yield (way, *line)


def _places(rows: Iterable[PlaceRow]) -> Iterator[Row]:
    yield ("supply", "place", "rate", "taxable_value", *LEVIES)
    for row in rows:
        yield (_way(row), row.place, rate(row.rate_bp), rupees(row.sums.value_paise), *_levies(row.sums))


def _advances(rows: Iterable[PlaceRow], *, with_tax: bool) -> Iterator[Row]:
    yield ("supply", "place", "rate", "advance", *LEVIES)
    for row in rows:
        amount = row.sums.total_paise if with_tax else row.sums.value_paise
        yield (_way(row), row.place, rate(row.rate_bp), rupees(amount), *_levies(row.sums))


def _way(row: PlaceRow) -> str:
    return "INTER" if row.is_inter_state else "INTRA"


def _exempt(found: TaxReturn) -> Iterator[Row]:
    yield ("supply", "nil", "exempt", "non_gst")
    for row in found.tables.exempt:
        yield (row.type, rupees(0), rupees(row.value_paise), rupees(0))


def _codes(rows: Iterable[CodeRow]) -> Iterator[Row]:
    yield ("sac", "description", "unit", "quantity", "rate", "taxable_value", *LEVIES)
    for row in rows:
        head = (row.sac, row.title, UNIT, rupees(0), rate(row.rate_bp))
        yield (*head, rupees(row.sums.value_paise), *_levies(row.sums))


def _series(found: TaxReturn) -> Iterator[Row]:
    yield ("document", "title", "from", "to", "total", "cancelled", "net")
    for row in found.tables.series:
        yield (row.document, row.title, row.first, row.last, row.total, row.cancelled, row.net)


def _check(found: TaxReturn) -> Iterator[Row]:
    """Say what was compared, what is wrong, and which invoices wait for the number of an e-invoice."""
    check = found.check
    yield ("what", "papers", "expected", "found")
    yield ("result", "checked" if check.is_right else "not checked", "", "")
    for name, left, right in (
        ("papers_and_tables_value", check.papers.value_paise, check.tables.value_paise),
        ("papers_and_tables_central_tax", check.papers.cgst_paise, check.tables.cgst_paise),
        ("papers_and_tables_state_tax", check.papers.sgst_paise, check.tables.sgst_paise),
        ("papers_and_tables_integrated_tax", check.papers.igst_paise, check.tables.igst_paise),
        (
            "house_tax_of_ledger_with_open_deposits_and_of_papers",
            check.ledger_tax_paise + check.open_tax_paise,
            check.house_tax_paise,
        ),
    ):
        yield (name, "", rupees(left), rupees(right))
    for fault in check.faults:
        yield (fault.kind, " ".join(fault.papers), *_amounts(fault))
    for number in found.waiting:
        yield ("waits_for_irn", number, "", "")


def _amounts(fault: Fault) -> Row:
    if fault.kind is FaultKind.COUNT:
        return (fault.expected_paise, fault.found_paise)
    return (rupees(fault.expected_paise), rupees(fault.found_paise))
