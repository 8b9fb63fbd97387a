"""What is wrong with registrations, tax classes, taxes by kind and fees, row by row."""

from collections.abc import Hashable, Iterator

from db.catalogue_words import BalanceDue
from db.states import ANY_KIND, Kind, Supply
from desktop.services.catalogue.known import Known
from desktop.services.catalogue.parsing import Parsed
from desktop.services.catalogue.row_form import Row
from desktop.services.catalogue.row_kinds import HouseRow, SiteRow
from desktop.services.catalogue.tax_row_kinds import (
    NO_REGISTRATION,
    ClassRow,
    DepositRow,
    FeeRow,
    RegistrationRow,
    TaxRow,
)
from desktop.services.catalogue.wanted_taxes import classes_of
from desktop.services.domain.catalogue_import import ImportFault
from desktop.services.steps.check_buyer import LEAST_PAISE


def tax_keys(row: Row) -> Iterator[tuple[str, Hashable]]:
    """Yield what must be unique, as the column to name and the key."""
    match row:
        case RegistrationRow():
            yield "valid_from", ("registration", row.registration, row.valid_from)
        case ClassRow():
            yield "over", ("class", row.tax_class, row.over, row.valid_from)
        case HouseRow():
            yield "cash_to_rupee", ("house",)
        case DepositRow():
            yield "deposit_for", ("deposit", row.deposit_for)
        case FeeRow():
            yield "effective_from", ("fee", row.fee_on, row.effective_from)
        case TaxRow():
            yield "over", ("tax", row.tax_on, row.air_conditioned, row.over, row.effective_from)


def unknown_tax_codes(parsed: Parsed, known: Known) -> Iterator[ImportFault]:
    """Yield a fault for each site and offering whose registration or class nobody knows."""
    registrations = known.registrations | {row.registration for row in parsed.of(RegistrationRow)}
    registrations |= parsed.codes_in_doubt(RegistrationRow) | {NO_REGISTRATION}
    for row in (*parsed.of(SiteRow), *parsed.offerings):
        if row.registration and row.registration not in registrations:
            reason = f"is no known registration ({row.registration})"
            yield ImportFault(row.file, row.line, "registration", reason)
    classes = known.tax_classes.keys() | {row.tax_class for row in parsed.of(ClassRow)}
    classes |= {code for row in parsed.of(TaxRow) for code in classes_of(row)}
    classes |= {code.lower() for code in parsed.codes_in_doubt(ClassRow)}
    covered = {*known.offerings, *(row.code for row in parsed.offerings), ANY_KIND, *Kind}
    for rule in parsed.of(DepositRow):
        if rule.deposit_for not in covered:
            reason = f"is no known offering ({rule.deposit_for})"
            yield ImportFault(rule.file, rule.line, "deposit_for", reason)
    for row in parsed.offerings:
        if row.tax_class and row.tax_class not in classes:
            yield ImportFault(row.file, row.line, "tax_class", f"is no known tax class ({row.tax_class})")


def tax_misfits(row: Row) -> Iterator[tuple[str, str]]:
    """Yield what does not fit within a row, as the column and the reason."""
    match row:
        case RegistrationRow() if row.gstin and row.gstin[:2] != row.state:
            yield "gstin", "belongs to another State"
        case RegistrationRow() if row.e_invoice and not row.gstin:
            yield "e_invoice", "needs a GSTIN"
        case HouseRow() if row.address_from is not None and row.address_from < LEAST_PAISE:
            yield "address_from", "is not below 10,000"
        case DepositRow() if (row.balance_due is BalanceDue.BEFORE_START) != (row.balance_hours is not None):
            yield "balance_hours", "is told with before_start, and only then"
        case DepositRow() if (row.balance_due is BalanceDue.BY_CLOCK) != (row.balance_clock is not None):
            yield "balance_clock", "is told with by_clock, and only then"
        case ClassRow() if row.up_to is not None and row.up_to <= row.over:
            yield "up_to", "is not above over"
        case ClassRow() if row.supply is Supply.EXEMPT and row.percent:
            yield "percent", "must be 0 where the supply is exempt"
        case TaxRow() if row.up_to is not None and row.up_to <= row.over:
            yield "up_to", "is not above over"
