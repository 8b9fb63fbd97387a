"""ListCustomerBookings: what somebody at the desk has booked, holds, or travels in."""

from db import customer_bookings
from db.database import Database
from db.ids import CustomerId
from desktop.services.domain.customer_bookings import CustomerBooking, CustomerBookings
from desktop.services.records.booking_record import shown_state

MOST = 8


class ListCustomerBookings:
    """Read them in one statement."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, customer_id: CustomerId) -> CustomerBookings:
        """Return what is to come, the soonest first, then what is over; at most eight, and how many more.

        Bookings of others are among them where a live line names a guest of the customer's name.
        """
        with self._database.read() as session:
            found = customer_bookings.soonest(session, customer_id, MOST)
            rows = tuple(
                CustomerBooking(
                    booking_id=row.id,
                    reference=row.reference,
                    title=row.title,
                    state=shown_state(row, session),
                    was_sold=row.confirmed_at is not None,
                    total_paise=row.total_paise,
                    expires_at=row.expires_at,
                    balance_paise=row.balance_paise,
                    travels_with="" if row.customer_id == customer_id else row.buyer,
                )
                for row in found
            )
        return CustomerBookings(rows, found[0].found - len(found) if found else 0)
