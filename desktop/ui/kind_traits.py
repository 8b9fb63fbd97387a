"""What sets the kinds of offering apart on the screen: one row each, instead of a question in many places."""

from dataclasses import dataclass

from db.states import Kind


@dataclass(frozen=True, slots=True)
class KindTraits:
    """Each names what a page may ask of a kind.

    `by_night`: it has a day of leaving, several persons share a unit, and it may be taken after its start.
    `has_route`: it goes from a place to another, with stops, and its units stand in a coach.
    `units_alike`: nobody chooses among its units; they are counted, not named.
    """

    by_night: bool = False
    has_route: bool = False
    units_alike: bool = False


TRAITS = {
    Kind.ROOM: KindTraits(by_night=True),
    Kind.BUS: KindTraits(has_route=True),
    Kind.TOUR: KindTraits(units_alike=True),
}
