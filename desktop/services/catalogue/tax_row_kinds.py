"""The kinds of files that tell who supplies, what is taxed at what, the fees and deposits of the house."""
# ruff: noqa: RUF009 - column() and optional() are dataclasses.field() under names that say what is meant

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from db.catalogue_words import BalanceDue
from db.states import Kind, Scheme, Supply
from desktop.services.catalogue import cells, tax_cells
from desktop.services.catalogue.row_form import ALWAYS, Row, column, optional

# What a site says that nobody is registered for: no tax, and no word of it.
NO_REGISTRATION = "NONE"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationRow(Row):
    """Who supplies from a day on, in one State."""

    registration: str = column(cells.code)
    state: str = column(tax_cells.state)
    legal_name: str = column(cells.any_text)
    address: str = column(cells.any_text)
    trade_name: str = optional(cells.any_text, "")
    gstin: str = optional(tax_cells.gstin, "")
    scheme: Scheme = optional(tax_cells.scheme, Scheme.REGULAR)
    telephone: str = optional(cells.any_text, "")
    sac_digits: int = optional(tax_cells.sac_digits, 6)
    e_invoice: bool = optional(cells.yes, False)
    valid_from: date = optional(cells.day, ALWAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassRow(Row):
    """A tax class with one slab of its rates: above `over` up to and including `up_to`."""

    air_conditioned: ClassVar[None] = None

    tax_class: str = column(tax_cells.tax_class)
    sac: str = column(tax_cells.sac)
    percent: int = column(cells.basis_points)
    title: str = column(cells.any_text)
    title_hi: str = optional(cells.any_text, "")
    supply: Supply = optional(tax_cells.supply, Supply.TAXABLE)
    over: int = optional(cells.slab_floor, -1)
    up_to: int | None = optional(cells.paise, None)
    valid_from: date = optional(cells.day, ALWAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxRow(Row):
    """One slab of a tax by kind, as it was told before there were classes."""

    tax_on: Kind = column(cells.kind)
    tax_percent: int = column(cells.basis_points)
    air_conditioned: bool | None = optional(cells.yes, None)
    # -1: from zero on, zero included.
    over: int = optional(cells.slab_floor, -1)
    up_to: int | None = optional(cells.paise, None)
    effective_from: date = optional(cells.day, ALWAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeRow(Row):
    """The house's own fee."""

    fee_on: Kind = column(cells.kind)
    fee_percent: int = column(cells.basis_points)
    cap: int | None = optional(cells.paise, None)
    effective_from: date = optional(cells.day, ALWAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class DepositRow(Row):
    """What confirms a booking of any kind, one kind or one offering, and when the rest is due."""

    deposit_for: str = column(tax_cells.covers)
    deposit_percent: int = column(cells.basis_points)
    deposit_least: int = optional(cells.paise, 0)
    balance_due: BalanceDue = optional(tax_cells.balance_due, BalanceDue.AT_ARRIVAL)
    balance_hours: int | None = optional(cells.whole, None)
    balance_clock: int | None = optional(cells.minute_of_day, None)
    deposit_active: bool = optional(cells.yes, True)
