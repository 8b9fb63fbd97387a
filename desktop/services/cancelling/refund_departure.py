"""RefundDeparture: everybody's money back for a departure that the house has cancelled, in one act."""

from collections.abc import Callable, Sequence

from db import bookings, claims, deposits, journal, lines, payments
from db.actor import Actor
from db.database import Database, Session
from db.ids import BookingId, RequestKey
from db.states import BookingState
from desktop.services.cancelling.cancel_booking import CancelBooking
from desktop.services.domain.departures import DepartureRefund, DepartureRefunded
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import DeskError, NotFound, PaymentUnderWay, WrongState
from desktop.services.events import BookingChanged, Publish, StockChanged
from desktop.services.records.booking_record import shown_state
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.checked_reason import checked_reason
from desktop.services.steps.give_up_unseen import give_up_unseen
from desktop.services.steps.retitle import retitle


class RefundDeparture:
    """Carry out the plans that were shown, booking by booking, each in a transaction of its own."""

    def __init__(self, database: Database, desk: DeskSettings, publish: Publish) -> None:
        self._database = database
        self._cancel_booking = CancelBooking(database, desk, publish)
        self._publish = publish

    def __call__(
        self,
        shown: Sequence[DepartureRefund],
        reason: str,
        request_key: RequestKey,
        *,
        actor: Actor,
        progress: Callable[[int], bool] = lambda _done: True,
    ) -> DepartureRefunded:
        """Give back what each plan says; `progress` is told how many are done, and stops it with False.

        A booking whose plan has changed, or for which money is under way, stays as it is and is named. After
        a stop, or the end of the program, the list holds whoever is left. Raises NotPermitted, BadRequest.
        """
        why = checked_reason(reason)
        total_paise = sum(one.plan.refund_paise for one in shown)
        # Each booking has a transaction of its own; whether all of it may be done is one question.
        with self._database.write(actor) as session:
            subject = ",".join(one.reference for one in shown)
            check_permission(session, ManagerAct.REFUND_DEPARTURE, subject, amount_paise=total_paise)
        done, refund_paise, failed = 0, 0, []
        for place, one in enumerate(shown, start=1):
            try:
                refund_paise += self._end(one, why, request_key, actor)
                done += 1
            except DeskError:
                failed.append(one.reference)
            if not progress(place):
                break
        return DepartureRefunded(done, refund_paise, tuple(failed), len(shown) - done - len(failed))

    def _end(self, one: DepartureRefund, reason: str, key: RequestKey, actor: Actor) -> int:
        if one.taken_out:
            self._take_out_of_hold(one, reason, actor)
            return 0
        own_key = RequestKey(f"{key}:{one.booking_id}")
        result = self._cancel_booking(one.booking_id, reason, one.plan, frozenset(), own_key, actor=actor)
        return result.given_paise

    def _take_out_of_hold(self, one: DepartureRefund, reason: str, actor: Actor) -> None:
        with self._database.write(actor) as session:
            take_out_of_hold(session, one.booking_id, one.taken_out, reason)
        self._publish(StockChanged())
        self._publish(BookingChanged(one.booking_id))


def take_out_of_hold(session: Session, booking_id: BookingId, numbers: frozenset[int], reason: str) -> None:
    """Let a hold go on without some of its lines: nothing was sold yet, so what is to be paid becomes less.

    Lines that are out already stay out.

    Raises NotFound, WrongState, PaymentUnderWay: an amount that is being asked for can't change.
    """
    booking = bookings.lock(session, booking_id)
    if booking is None:
        raise NotFound("booking", booking_id)
    if shown_state(booking, session) is not BookingState.HELD:
        raise WrongState(booking.reference, shown_state(booking, session))
    rows = lines.of_booking(session, booking_id)
    if not any(row.number in numbers for row in rows):
        return  # taken out before, by a try whose answer was lost
    if give_up_unseen(session, booking):
        raise PaymentUnderWay(reference=booking.reference)
    gone = [row for row in rows if row.number in numbers]
    rest_paise = sum(row.total_paise for row in rows) - sum(row.total_paise for row in gone)
    if len(gone) != len(numbers) or payments.captured_paise(session, booking_id) >= rest_paise:
        raise WrongState(booking.reference, "part_paid")
    cells = [(row.unit_id, row.slot_id) for row in gone]
    released = claims.release_cells(session, cells, booking_id=booking_id)
    lines.take_out(session, booking_id, numbers)
    # What was agreed against the old total was asked for by nobody any more.
    deposits.agree(session, booking_id, deposit_paise=None, balance_by=None)
    bookings.sum_up(session, booking_id)
    retitle(session, booking_id)
    content = {
        "reference": booking.reference,
        "lines": sorted(numbers),
        "total_paise": rest_paise,
        "claims_released": released,
        "reason": reason,
    }
    journal.record(session, "BOOKING_LINES_RELEASED", content, booking_id=booking_id)
