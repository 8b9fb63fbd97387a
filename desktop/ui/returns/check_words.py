"""What checking a return has found, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.tax_return import Fault, FaultKind
from desktop.ui import formats

if TYPE_CHECKING:
    from desktop.services.domain.tax_return import TaxReturn

translate = QCoreApplication.translate
NAMED_MAX = 3
FAULTS_MAX = 6


def check_lines(found: TaxReturn) -> list[str]:
    """Return the result of the check first, then what is wrong, and which invoices wait."""
    check = found.check
    if check.is_right:
        lines = [
            translate(
                "Accountant",
                "Checked: papers, tables and ledger agree. Tax in deposits still open changed by {amount}.",
            ).format(amount=formats.rupees(check.open_tax_paise))
        ]
    else:
        count = len(check.faults)
        lines = [translate("Accountant", "NOT CHECKED: {count} things do not agree.").format(count=count)]
        lines += [_fault_line(fault) for fault in check.faults[:FAULTS_MAX]]
        if count > FAULTS_MAX:
            lines.append(translate("Accountant", "The file check.csv has them all."))
    if found.waiting:
        lines.append(
            translate(
                "Accountant",
                "Without the number of their e-invoice these are no invoices yet: {papers}. They stand in"
                " table 4 and are marked there.",
            ).format(papers=_papers(found.waiting))
        )
    if not found.tables.hsn_b2b and found.tables.hsn_b2c:
        lines.append(
            translate(
                "Accountant", "Nothing was sold to a registered buyer: the portal may ask for an empty row."
            )
        )
    return lines


def _fault_line(fault: Fault) -> str:
    return _words()[fault.kind].format(
        papers=_papers(fault.papers),
        expected=formats.rupees(fault.expected_paise),
        found=formats.rupees(fault.found_paise),
        count=fault.expected_paise,
        counted=fault.found_paise,
    )


def _words() -> dict[FaultKind, str]:
    return {
        FaultKind.TABLES: translate(
            "Accountant", "The papers add up to {expected}, the tables to {found}: {papers}."
        ),
        FaultKind.LEDGER: translate(
            "Accountant", "{papers}: the ledger moved {expected}, the papers count {found}."
        ),
        FaultKind.SMALL_SALES: translate(
            "Accountant",
            "Small sales of {expected} stand in consolidated invoices of {found}: {papers}.",
        ),
        FaultKind.NUMBER_MISSING: translate(
            "Accountant", "Numbers are missing, and no record calls them lost: {papers}."
        ),
        FaultKind.COUNT: translate("Accountant", "There are {count} papers, table 13 counts {counted}."),
        FaultKind.BUYER_GSTIN: translate("Accountant", "The buyer's GSTIN is no GSTIN: {papers}."),
        FaultKind.OWN_GSTIN: translate("Accountant", "The GSTIN is not that of the registration: {papers}."),
        FaultKind.NO_PLACE: translate("Accountant", "Taxed as in another State, but not in which: {papers}."),
        FaultKind.NO_CONTENT: translate(
            "Accountant", "Made before papers kept what they say, so not counted: {papers}."
        ),
    }


def _papers(numbers: tuple[str, ...]) -> str:
    named = ", ".join(numbers[:NAMED_MAX])
    more = len(numbers) - NAMED_MAX
    if more <= 0:
        return named
    return translate("Accountant", "{papers} and {count} more").format(papers=named, count=more)
