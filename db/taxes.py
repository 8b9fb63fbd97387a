"""Registrations, tax classes and their rates, as a quote and an import read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from db.database import Session
from db.record import Shape
from db.schema import filed_month, registration, site, tax_class, tax_rate
from db.states import Scheme, Supply


@dataclass(frozen=True, slots=True)
class RegistrationRow:
    """Who supplies from a day on; without a GSTIN that is empty."""

    code: str
    valid_from: date
    gstin: str
    state_code: str
    legal_name: str
    trade_name: str
    address: str
    scheme: Scheme
    telephone: str
    sac_digits: int
    e_invoice: bool
    # The newest month whose return is filed, such as 2026-11; empty: none.
    filed_until: str


@dataclass(frozen=True, slots=True)
class TaxClassRow:
    """What an offering is in the eyes of the tax."""

    code: str
    sac: str
    title: str
    title_hi: str
    supply: Supply


@dataclass(frozen=True, slots=True)
class TaxRateRow:
    """One slab of a class: `over_paise` < value <= `up_to_paise` (None: no upper end)."""

    tax_class: str
    valid_from: date
    over_paise: int
    up_to_paise: int | None
    rate_bp: int
    # Of the class.
    sac: str
    supply: Supply | None


FILED_UNTIL = (
    select(func.coalesce(func.max(filed_month.c.month), ""))
    .where(filed_month.c.registration == registration.c.code, filed_month.c.reopened_at.is_(None))
    .scalar_subquery()
)
REGISTRATION = Shape(RegistrationRow, registration, filed_until=FILED_UNTIL)
TAX_CLASS = Shape(TaxClassRow, tax_class)
TAX_RATE = Shape(TaxRateRow, tax_rate, sac=func.coalesce(tax_class.c.sac, ""), supply=tax_class.c.supply)


def registrations(session: Session) -> list[RegistrationRow]:
    """Return every registration, past and future, in the order in which they were written."""
    return REGISTRATION.list(session.execute(REGISTRATION.select().order_by(registration.c.id)))


def in_force(rows: Iterable[RegistrationRow], day: date) -> dict[str, RegistrationRow]:
    """Return what each registration is on a day, by its code."""
    by_day = sorted(rows, key=lambda row: row.valid_from)
    return {row.code: row for row in by_day if row.valid_from <= day}


def series_digits(rows: Iterable[RegistrationRow]) -> dict[str, str]:
    """Return what tells each registration's numbers apart, by its code: nothing of the one known first.

    `rows` in the order in which they were written; no registration is ever removed.
    """
    codes = list(dict.fromkeys(row.code for row in rows))
    return {code: "" if place == 1 else str(place) for place, code in enumerate(codes, start=1)}


def classes(session: Session) -> dict[str, TaxClassRow]:
    """Return every tax class by its code."""
    return {row.code: row for row in TAX_CLASS.list(session.execute(TAX_CLASS.select()))}


def rates(session: Session) -> list[TaxRateRow]:
    """Return every rate, past and future."""
    statement = TAX_RATE.select().outerjoin(tax_class, tax_class.c.code == tax_rate.c.tax_class)
    return TAX_RATE.list(session.execute(statement))


def registration_codes(session: Session) -> set[str]:
    """Return the codes of all registrations."""
    return set(session.execute(select(registration.c.code)).scalars())


def sites_without_supplier(session: Session) -> list[str]:
    """Return the names of sites of which nobody has said who supplies."""
    found = select(site.c.name).where(site.c.registration == "").order_by(site.c.name)
    return list(session.execute(found).scalars())
