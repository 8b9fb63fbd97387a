"""PreviewCancellation: the refund plan, tender by tender, before anything is done."""

from collections.abc import Collection

from db import bookings, lines
from db.database import Database
from db.ids import BookingId
from db.states import BookingState
from desktop.services.cancelling.read_refund_plan import read_refund_plan
from desktop.services.domain.cancellation import RefundPlan, Terms
from desktop.services.errors import NotFound, WrongState
from desktop.services.records.booking_record import shown_state

CAN_END = (BookingState.HELD, BookingState.CONFIRMED, BookingState.COMPLETED)


class PreviewCancellation:
    """Work out the plan from what was frozen at the hold."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(
        self,
        booking_id: BookingId,
        numbers: Collection[int] = (),
        *,
        void: bool = False,
        outside: bool = False,
        back_paise: int | None = None,
    ) -> RefundPlan:
        """Return the plan as of now for the lines `numbers`; without any, for all that can be cancelled.

        `void` undoes the whole sale instead, `outside` its drawer or its time where permission is asked.
        With `back_paise` so much comes back in all, more than the rules give, also of what was used. Raises
        NotFound, WrongState, WrongLines, NotVoidable, AlreadyDone, BadRequest.
        """
        with self._database.read() as session:
            booking = bookings.find(session, booking_id)
            if booking is None:
                raise NotFound("booking", booking_id)
            state = shown_state(booking, session)
            if state not in CAN_END:
                raise WrongState(booking.reference, state)
            rows = lines.of_booking(session, booking.id)
            return read_refund_plan(session, booking, rows, numbers, Terms(void, outside, back_paise))
