"""What the accountant's page shows of a return: a row for each of its tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.counted_paper import Sums, sum_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.services.domain.tax_return import InvoiceRow, PlaceRow, TaxReturn

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class TableRow:
    """One table of the return: how many rows it has, and their sums."""

    name: str
    title: str
    count: int
    sums: Sums


def view_return(found: TaxReturn) -> tuple[TableRow, ...]:
    """Return the tables in the order of the return; the last one is the list of documents."""
    tables = found.tables
    documents = TableRow(
        "doc_issue",
        translate("Accountant", "13  papers issued"),
        sum(row.net for row in tables.series),
        Sums(),
    )
    return (
        _row("b2b", translate("Accountant", "4  invoices to registered buyers"), tables.b2b),
        _row("b2cl", translate("Accountant", "5  large invoices to other States"), tables.b2cl),
        _row("b2cs", translate("Accountant", "7  all other sales"), tables.b2cs),
        TableRow(
            "nil",
            translate("Accountant", "8  exempt seats"),
            len(tables.exempt),
            Sums(sum(row.value_paise for row in tables.exempt)),
        ),
        _row("cdnr", translate("Accountant", "9B  notes to registered buyers"), tables.cdnr),
        _row("cdnur", translate("Accountant", "9B  notes to large invoices"), tables.cdnur),
        _row("at", translate("Accountant", "11A  advances without an invoice"), tables.at),
        _row("txpd", translate("Accountant", "11B  advances set off now"), tables.txpd),
        TableRow(
            "hsn",
            translate("Accountant", "12  by service code"),
            len(tables.hsn_b2b) + len(tables.hsn_b2c),
            sum_of(row.sums for row in (*tables.hsn_b2b, *tables.hsn_b2c)),
        ),
        documents,
    )


def _row(name: str, title: str, rows: Iterable[InvoiceRow] | Iterable[PlaceRow]) -> TableRow:
    signed = [-row.sums if getattr(row, "note", None) == "C" else row.sums for row in rows]
    return TableRow(name, title, len(signed), sum_of(signed))
