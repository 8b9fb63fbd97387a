"""What becomes of the levies of a held booking when its customer is somebody else to the tax."""

from dataclasses import dataclass
from datetime import date

from db.ids import BookingReference
from desktop.services.domain.booking import BookingLine
from desktop.services.domain.levies import Levies
from desktop.services.domain.place_of_supply import Buyer, Places, levying_at, place_of_supply
from desktop.services.domain.pricing import BaseLine, PricedLine, Rules, levied


@dataclass(frozen=True, slots=True)
class TaxedBy:
    """What decided the levies of a line beside its buyer, frozen with the quote."""

    places: Places
    price_with_tax: bool


@dataclass(frozen=True, slots=True)
class LeviedLine:
    """A line of a held booking with the levies of another buyer."""

    number: int
    place_state: str
    priced: PricedLine


@dataclass(frozen=True, slots=True)
class BuyerChange:
    """The levies and the total as they are held, and as they are for who the customer is now.

    `is_needed`: something of it differs from what is held.
    """

    reference: BookingReference
    old: Buyer
    new: Buyer
    old_levies: Levies
    levies: Levies
    old_total_paise: int
    total_paise: int
    lines: tuple[LeviedLine, ...]
    is_needed: bool

    @property
    def more_paise(self) -> int:
        """What it costs more; negative: less."""
        return self.total_paise - self.old_total_paise


def relevied(
    line: BookingLine, taxed_by: TaxedBy | None, rules: Rules, buyer: Buyer, day: date
) -> LeviedLine:
    """Return a line with its levies by the rules and the day of its quote, for another buyer.

    Base, discount and fee stay: the promo goes on. A price with tax inside stays what is paid.
    """
    if taxed_by is None:
        return LeviedLine(line.number, line.place_state, _as_held(line))
    place = place_of_supply(line.kind, taxed_by.places, buyer)
    levying = levying_at(place, taxed_by.places.supplier, buyer.zone)
    inside = line.tax_paise if taxed_by.price_with_tax else 0
    base = BaseLine(line.kind, line.tax_class, line.base_paise + inside, levying, taxed_by.price_with_tax)
    return LeviedLine(line.number, place, levied(base, line.discount_paise, line.fee_paise, rules, day))


def differs(line: BookingLine, other: LeviedLine) -> bool:
    """Whether a line is held with other levies, or in another place."""
    return (line.place_state, _as_held(line)) != (other.place_state, other.priced)


def _as_held(line: BookingLine) -> PricedLine:
    levies = Levies(line.cgst_paise, line.sgst_paise, line.igst_paise)
    return PricedLine(line.base_paise, line.discount_paise, line.fee_paise, levies, line.tax_rate_bp)


def sum_of(lines: tuple[LeviedLine, ...]) -> Levies:
    """Return each levy in all."""
    return Levies(
        sum(line.priced.levies.cgst_paise for line in lines),
        sum(line.priced.levies.sgst_paise for line in lines),
        sum(line.priced.levies.igst_paise for line in lines),
    )
