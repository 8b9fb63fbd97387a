"""In which State a line is supplied, and so which levies it bears."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from db.states import BuyerKind, Kind
from desktop.services.domain.gstin import state_of
from desktop.services.domain.levies import Levying


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who buys, as far as the tax asks: a GSTIN, or the State of the address on record; empty: not known."""

    gstin: str = ""
    state: str = ""
    kind: BuyerKind | None = None

    @property
    def zone(self) -> BuyerKind | None:
        """As whom the tax sees a buyer in a special economic zone; None for all others."""
        return self.kind if self.kind in ZONES else None


ABROAD = "96"
"""The code of a State that is no State of India."""
ZONES = (BuyerKind.SEZ, BuyerKind.SEZ_UNDER_LUT)

# Nothing is known of the buyer.
NOBODY = Buyer()


@dataclass(frozen=True, slots=True)
class Places:
    """The States that a place of supply may be; empty: not known."""

    supplier: str
    site: str = ""
    boarding: str = ""


def _of_room(places: Places, _: Buyer) -> str:
    return places.site or places.supplier


def _of_bus(places: Places, buyer: Buyer) -> str:
    return state_of(buyer.gstin) or places.boarding or places.site or places.supplier


def _of_tour(places: Places, buyer: Buyer) -> str:
    if buyer.gstin:
        return state_of(buyer.gstin)
    if buyer.state == ABROAD:
        return places.site or places.supplier
    return buyer.state or places.supplier


# A room lies where it lies. A ride is where it begins, a tour where its buyer lives, and both are where the
# buyer is registered. For who lives abroad a tour is where it is made.
RULES: Mapping[Kind, Callable[[Places, Buyer], str]] = {
    Kind.ROOM: _of_room,
    Kind.BUS: _of_bus,
    Kind.TOUR: _of_tour,
}


def place_of_supply(kind: Kind, places: Places, buyer: Buyer) -> str:
    """Return the State in which it is supplied; empty where no State is known."""
    return RULES[kind](places, buyer)


def levying_at(place: str, supplier: str, zone: BuyerKind | None = None) -> Levying:
    """Return which levies a supply bears there; where a State is not known, it is taken for the own one.

    What goes into a special economic zone always leaves the State: under a letter of undertaking untaxed.
    """
    if zone is not None:
        return Levying.NONE if zone is BuyerKind.SEZ_UNDER_LUT else Levying.OTHER_STATE
    return Levying.OTHER_STATE if place and supplier and place != supplier else Levying.OWN_STATE
