"""What a line is taxed by: the registration that supplies it, its class, and the place of its supply."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from db import taxes
from db.catalogue import OfferingRow
from db.database import Session
from db.states import Scheme, Supply
from db.taxes import RegistrationRow, TaxRateRow
from desktop.services.domain.levies import Levying
from desktop.services.domain.place_of_supply import Buyer, Places, levying_at, place_of_supply


@dataclass(frozen=True, slots=True)
class LineTax:
    """What decides the levies of a line, frozen with it; without a word of tax only the supplier."""

    levying: Levying
    place_state: str = ""
    tax_class: str = ""
    sac: str = ""
    registration: str = ""
    supply: Supply | None = None
    # What decides it beside the buyer; None where no buyer makes it taxed.
    places: Places | None = None


@dataclass(frozen=True, slots=True)
class Taxation:
    """The registrations in force, by code, and of each class its service code and whether it is taxed."""

    registrations: Mapping[str, RegistrationRow]
    classes: Mapping[str, tuple[str, Supply | None]]

    def of_line(self, offering: OfferingRow, boarding_state: str, buyer: Buyer) -> LineTax:
        """Return what one unit of an offering is taxed by for this buyer.

        A site of which nobody has said who supplies is taxed as in its own State.
        """
        supplier = self.registrations.get(offering.registration)
        if offering.registration and (supplier is None or supplier.scheme is not Scheme.REGULAR):
            return LineTax(Levying.NONE, registration=offering.registration)
        own = supplier.state_code if supplier else ""
        places = Places(own, offering.state_code, boarding_state)
        place = place_of_supply(offering.kind, places, buyer)
        sac, supply = self.classes.get(offering.tax_class, ("", None))
        levying = levying_at(place, own, buyer.zone)
        return LineTax(levying, place, offering.tax_class, sac, offering.registration, supply, places)


def read_taxation(session: Session, rates: Iterable[TaxRateRow], today: date) -> Taxation:
    """Return the registrations in force on a day, and the codes of the classes that have rates."""
    classes = {rate.tax_class: (rate.sac, rate.supply) for rate in rates}
    return Taxation(taxes.in_force(taxes.registrations(session), today), classes)
