"""What a line is taxed by: the registration that supplies it, its class, and the place of its supply."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from db import taxes
from db.catalogue import OfferingRow
from db.database import Session
from db.states import Scheme
from db.taxes import RegistrationRow, TaxRateRow
from desktop.services.domain.levies import Levying
from desktop.services.domain.place_of_supply import Buyer, Places, levying_at, place_of_supply


@dataclass(frozen=True, slots=True)
class LineTax:
    """What decides the levies of a line, frozen with it; all empty where there is no word of tax."""

    levying: Levying
    place_state: str = ""
    tax_class: str = ""
    sac: str = ""


@dataclass(frozen=True, slots=True)
class Taxation:
    """The registrations in force, by code, and the service code of each class."""

    registrations: Mapping[str, RegistrationRow]
    sacs: Mapping[str, str]

    def of_line(self, offering: OfferingRow, boarding_state: str, buyer: Buyer) -> LineTax:
        """Return what one unit of an offering is taxed by for this buyer.

        A site of which nobody has said who supplies is taxed as in its own State.
        """
        supplier = self.registrations.get(offering.registration)
        if offering.registration and (supplier is None or supplier.scheme is not Scheme.REGULAR):
            return LineTax(Levying.NONE)
        own = supplier.state_code if supplier else ""
        place = place_of_supply(offering.kind, Places(own, offering.state_code, boarding_state), buyer)
        sac = self.sacs.get(offering.tax_class, "")
        return LineTax(levying_at(place, own), place, offering.tax_class, sac)


def read_taxation(session: Session, rates: Iterable[TaxRateRow], today: date) -> Taxation:
    """Return the registrations in force on a day, and the codes of the classes that have rates."""
    sacs = {rate.tax_class: rate.sac for rate in rates}
    return Taxation(_in_force(taxes.registrations(session), today), sacs)


def _in_force(rows: Iterable[RegistrationRow], today: date) -> dict[str, RegistrationRow]:
    by_day = sorted(rows, key=lambda row: row.valid_from)
    return {row.code: row for row in by_day if row.valid_from <= today}
