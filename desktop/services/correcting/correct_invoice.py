"""CorrectInvoice: papers with a wrong GSTIN, name or address are answered in full and made anew."""

from dataclasses import replace

from db import bookings, corrections, journal
from db.actor import Actor
from db.database import Database
from db.ids import BookingId, DocumentId
from db.states import BookingState, Kind
from desktop.services.domain.booking import Booking
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.gstin import state_of
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.place_of_supply import Buyer, Places, place_of_supply
from desktop.services.errors import BadRequest, NotFound, WrongState
from desktop.services.events import BookingChanged, Publish
from desktop.services.records.booking_record import read_booking
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.checked_reason import checked_reason
from desktop.services.steps.issue_paper import buyer_of
from desktop.services.steps.replace_papers import buyers_on_papers, replace_papers

SOLD = (BookingState.CONFIRMED, BookingState.COMPLETED, BookingState.CANCELLED)

# No State: what is supplied there does not ask for its buyer.
ELSEWHERE = "97"


class CorrectInvoice:
    """Make the papers of a booking anew for its customer as they are written down now.

    Price, levies and money stay: a GSTIN that would move a ride or a tour to another State is refused, for
    then it is cancelled and sold anew.
    """

    def __init__(self, database: Database, desk: DeskSettings, publish: Publish) -> None:
        self._database = database
        self._desk = desk
        self._publish = publish

    def __call__(self, booking_id: BookingId, reason: str, *, actor: Actor) -> tuple[DocumentId, ...]:
        """Return the ids of the new papers, in the order of their lines.

        Raises NotFound, WrongState for what was never sold, NotPermitted, and BadRequest where nothing on
        them would change (buyer, same), a levy would (gstin, other_place), or it is too late for a credit
        note (invoice, too_late).
        """
        why = checked_reason(reason)
        with self._database.write(actor) as session:
            row = bookings.lock(session, booking_id)
            if row is None:
                raise NotFound("booking", booking_id)
            booking = read_booking(session, booking_id)
            if booking.state not in SOLD or booking.was_released:
                raise WrongState(booking.reference, booking.state)
            gstin = booking.customer.buyer.gstin
            _check_places(booking, gstin)
            booking = replace(booking, buyer_gstin=gstin)
            if all(buyer == buyer_of(booking) for buyer in buyers_on_papers(session, booking)):
                raise BadRequest("buyer", "same")
            subject = f"{booking.id}:{booking.customer.id}:{gstin}"
            check_permission(session, ManagerAct.CHANGE_CUSTOMER, subject, amount_paise=booking.total_paise)
            made = replace_papers(session, booking, why, self._desk)
            corrections.name_gstin(session, booking.id, gstin)
            content: dict[str, object] = {
                "reference": booking.reference,
                "old_gstin": row.buyer_gstin,
                "gstin": gstin,
                "reason": why,
            }
            journal.record(session, "INVOICE_CORRECTED", content, booking_id=booking.id)
        self._publish(BookingChanged(booking_id))
        return made


def _check_places(booking: Booking, gstin: str) -> None:
    """Raise BadRequest where another GSTIN would have supplied a line in another State."""
    if gstin == booking.buyer_gstin:
        return
    for line in booking.lines:
        if _follows(line.kind, gstin or booking.buyer_gstin) and (state_of(gstin) or "") != line.place_state:
            raise BadRequest("gstin", "other_place", text=line.place_state)


def _follows(kind: Kind, gstin: str) -> bool:
    """Whether a thing of this kind is supplied where its buyer is registered."""
    return place_of_supply(kind, Places(ELSEWHERE, ELSEWHERE, ELSEWHERE), Buyer(gstin)) != ELSEWHERE
