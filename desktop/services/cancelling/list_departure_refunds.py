"""ListDepartureRefunds: who gets money back for a departure that the house has cancelled, and how much."""

from datetime import date

from db import availability, bookings, catalogue, lines, payments
from db.database import Database, Session
from db.ids import BookingId, OfferingId, SlotId
from db.lines import LineRow
from db.states import BookingState
from desktop.services.cancelling.preview_cancellation import CAN_END
from desktop.services.cancelling.read_refund_plan import read_refund_plan
from desktop.services.domain.cancellation import RefundPlan
from desktop.services.domain.departures import DepartureRefund
from desktop.services.errors import NotOnSale
from desktop.services.records.booking_record import shown_state
from desktop.services.records.customer_record import read_customer


class ListDepartureRefunds:
    """Read the bookings with a live line in a cancelled departure, each with its own plan."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, offering_id: OfferingId, day: date) -> tuple[DepartureRefund, ...]:
        """Return them by reference; none while the departure takes place. Raises NotOnSale without a slot."""
        with self._database.read() as session:
            slots = availability.list_slots(session, offering_id, day, day)
            if not slots:
                offering = catalogue.find_offering(session, offering_id)
                raise NotOnSale(name=offering.name if offering else offering_id, day=day)
            if not slots[0].cancelled:
                return ()
            slot_id = slots[0].id
            hits = availability.list_bookings_of_slot(session, slot_id)
            found = [read_departure_refund(session, hit.id, slot_id) for hit in hits]
            return tuple(one for one in found if one is not None)


def read_departure_refund(session: Session, booking_id: BookingId, slot_id: SlotId) -> DepartureRefund | None:
    """Return what would be given back to a booking now; None when no line of it is left in the departure."""
    booking = bookings.get(session, booking_id)
    state = shown_state(booking, session)
    rows = lines.of_booking(session, booking_id)
    numbers = [row.number for row in rows if row.slot_id == slot_id and row.cancelled_at is None]
    if state not in CAN_END or not numbers:
        return None
    taken_out = (
        taken_out_of_hold(rows, slot_id, payments.captured_paise(session, booking_id))
        if state is BookingState.HELD
        else frozenset()
    )
    if taken_out:
        plan = RefundPlan((), 0, 0, 0, 0)
    else:
        plan = read_refund_plan(session, booking, rows, () if state is BookingState.HELD else numbers)
    customer = read_customer(session, booking.customer_id)
    return DepartureRefund(
        booking_id=booking_id,
        reference=booking.reference,
        customer_name=customer.name,
        masked_mobile=customer.masked_mobile,
        state=state,
        unit_count=len(numbers),
        plan=plan,
        taken_out=taken_out,
        is_paying=payments.open_of_booking(session, booking_id) is not None,
    )


def taken_out_of_hold(rows: list[LineRow], slot_id: SlotId, captured_paise: int) -> frozenset[int]:
    """Return the lines that a hold goes on without; none where it ends as a whole.

    It ends when nothing else is in it, or when what was taken would pay for the rest and more.
    """
    rest_paise = sum(row.total_paise for row in rows if row.slot_id != slot_id)
    if all(row.slot_id == slot_id for row in rows) or captured_paise >= rest_paise:
        return frozenset()
    return frozenset(row.number for row in rows if row.slot_id == slot_id)
