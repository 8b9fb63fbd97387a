"""Puts each refusal where it was entered, and takes it away when it is mended."""

from enum import StrEnum

from PySide6.QtCore import QObject

from desktop.services.domain.promo import PromoRefused
from desktop.services.errors import (
    BadRequest,
    DepartureCancelled,
    KnownByOtherName,
    NotFound,
    NotOnSale,
    SlotStopped,
    TakenOffSale,
)
from desktop.ui.failures import explain
from desktop.ui.quote.quote_parts import QuoteParts
from desktop.ui.quote.sale.choice import Replaced
from desktop.ui.quote.sale.quote_draft import QuoteDraft


class Place(StrEnum):
    """A part of the window that can say what is wrong."""

    WHAT = "what"
    WHEN = "when"
    COUNT = "count"
    GUESTS = "guests"
    MOBILE = "mobile"
    NAME = "name"
    PROMO = "promo"
    BAR = "bar"


FIELDS = {
    "first_day": Place.WHEN,
    "last_day": Place.COUNT,
    "persons": Place.COUNT,
    "gender": Place.GUESTS,
    "guest_name": Place.GUESTS,
    "meal_plan": Place.GUESTS,
    "boarding": Place.GUESTS,
    "dropping": Place.GUESTS,
    "mobile": Place.MOBILE,
    "name": Place.NAME,
    "promo_code": Place.PROMO,
}
NOT_FOUND = {"offering": Place.WHAT, "customer": Place.MOBILE}


def place_of(error: Exception) -> Place:
    """Return the place; what belongs to no single field is told above the whole window's content."""
    match error:
        case PromoRefused():
            return Place.PROMO
        case BadRequest():
            return FIELDS.get(error.field, Place.BAR)
        case KnownByOtherName():
            return Place.MOBILE
        case SlotStopped() | DepartureCancelled() | NotOnSale():
            return Place.WHEN
        case TakenOffSale():
            return Place.WHAT
        case NotFound():
            return NOT_FOUND.get(error.what, Place.BAR)
        case _:
            return Place.BAR


class RefusalSigns(QObject):
    """The cursor goes to the field only where a person has just pressed Enter on the whole form."""

    def __init__(self, parts: QuoteParts, session: QuoteDraft, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = session
        self._fields = {
            Place.WHAT: parts.search.what,
            Place.WHEN: parts.search.when,
            Place.COUNT: parts.search.count,
            Place.MOBILE: parts.customer.mobile,
            Place.NAME: parts.customer.name,
            Place.PROMO: parts.price.promo,
        }

    def show(self, error: Exception) -> None:
        """Show the sentence at its place."""
        place, sentence = place_of(error), explain(error)
        if isinstance(error, KnownByOtherName):
            self._parts.customer.offer(error.customer_id)
        if place in self._fields:
            self._fields[place].show_error(sentence)
            if place in (Place.MOBILE, Place.NAME):
                self._fields[place].take_focus()
        elif place is Place.GUESTS:
            name = error.name if isinstance(error, BadRequest) else ""
            self._parts.details.show_error(sentence, self._parts.details.row_of(name))
        else:
            self._parts.bar.show_error(sentence)

    def say_ladies_seat(self, index: int) -> None:
        """Ask who sits on a ladies' seat, at its row."""
        sale = self._session.sale
        name = sale.unit_names.get(sale.choice.unit_ids[index], "")
        self._parts.details.show_error(
            self.tr("Seat {name} is for ladies: choose F, or another seat.").format(name=name), index
        )

    def say_what_is_missing(self) -> None:
        """Nothing is looked for yet."""
        self._fields[Place.WHAT].show_error(self.tr("What is wanted? Type a code, a name or a route."))

    def say_nothing_chosen(self) -> None:
        """Nothing of what is looked for is chosen; a day that is refused says so itself."""
        fields = (self._fields[place] for place in (Place.WHAT, Place.WHEN, Place.COUNT))
        if not any(field.is_wrong for field in fields):
            self._parts.bar.show_error(
                self.tr("Nothing is chosen to be held: choose with the arrow keys and Space, or another day.")
            )

    def say_who_is_missing(self, *, aloud: bool) -> None:
        """Ask for the customer; as a refusal only where the hold was pressed without one."""
        sentence = self.tr("Whose booking is it? Type a mobile number, or a name.")
        field = self._fields[Place.MOBILE]
        if aloud:
            field.show_error(sentence)
        else:
            field.set_note(sentence)

    def say_replaced(self, settled: Replaced) -> None:
        """Tell which units others took and what is chosen instead."""
        lost, instead = ", ".join(settled.lost), ", ".join(settled.instead)
        if settled.choice.party.seats:
            sentence = self.tr("{lost}: taken by somebody else just now. No other seat is chosen instead.")
        elif instead:
            sentence = self.tr("{lost}: taken by somebody else just now. Chosen instead: {instead}.")
        else:
            sentence = self.tr("{lost}: taken by somebody else just now, and nothing else is free.")
        self._parts.bar.show_error(sentence.format(lost=lost, instead=instead))

    def mended(self) -> None:
        """The basket could be priced: what was wrong with it is wrong no more."""
        for place in (Place.WHEN, Place.COUNT):
            self._fields[place].clear_error()
        self._parts.details.clear_error()
        if not self._session.sale.promo_code or self._promo_applies():
            self._fields[Place.PROMO].clear_error()

    def clear(self) -> None:
        """Take every sign away."""
        for field in self._fields.values():
            field.clear_error()
        self._parts.details.clear_error()
        self._parts.bar.clear()

    def _promo_applies(self) -> bool:
        priced = self._session.sale.price.current
        return priced is not None and priced.promo_refusal is None
