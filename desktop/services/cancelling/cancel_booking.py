"""CancelBooking: line ends, refunds, wallet credit, stock and journal in one transaction, or nothing."""

from db import bookings, lines, payments
from db.actor import Actor
from db.bookings import BookingRow
from db.database import Database, Session
from db.ids import BookingId, PaymentId, RequestKey
from db.states import BookingState
from desktop.services.cancelling.done_before import digest_of, done_before
from desktop.services.cancelling.end_lines import end_lines
from desktop.services.cancelling.preview_cancellation import CAN_END
from desktop.services.cancelling.read_refund_plan import read_refund_plan
from desktop.services.domain.cancellation import CancellationResult, RefundPlan
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import (
    AlreadyDone,
    NotFound,
    NotVoidable,
    PaymentUnderWay,
    PlanChanged,
    WrongState,
)
from desktop.services.events import BookingChanged, Publish, StockChanged
from desktop.services.records.booking_record import shown_state
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.checked_reason import checked_reason
from desktop.services.steps.give_up_unseen import give_up_unseen
from desktop.services.steps.open_shift import shift_of_desk
from desktop.services.steps.tell_holder import is_of_another_desk, tell_holder


class CancelBooking:
    """Carry out the plan that was shown, for the lines that it names."""

    def __init__(self, database: Database, desk: DeskSettings, publish: Publish) -> None:
        self._database = database
        self._desk = desk
        self._publish = publish

    def __call__(
        self,
        booking_id: BookingId,
        reason: str,
        shown: RefundPlan,
        to_wallet: frozenset[PaymentId],
        request_key: RequestKey,
        *,
        actor: Actor,
        note: str = "",
    ) -> CancellationResult:
        """Cancel and give back. `to_wallet`: payment ids whose money goes to the customer's wallet instead.

        What is more than the rules of the lines give needs permission, and a `note` why it is given; so do a
        void above a limit, and one outside its drawer or its time.

        The booking lives on while a line of it lives. The same key again returns the same result, with other
        content it is OtherContent. Raises AlreadyDone for a second cancel, WrongState,
        WrongLines, PaymentUnderWay, PlanChanged when time or another desk has changed what would come back,
        NotVoidable, NotPermitted, BadRequest without a reason or a note, NotFound. Nothing is written then.
        """
        why = checked_reason(reason)
        told = checked_reason(note) if shown.beyond_paise else ""
        with self._database.write(actor) as session:
            booking = bookings.lock(session, booking_id)
            if booking is None:
                raise NotFound("booking", booking_id)
            rows = lines.of_booking(session, booking.id)
            done = done_before(session, booking, rows, request_key, digest_of(shown, to_wallet, why, told))
            if done is not None:
                return done
            _check(session, booking, shown)
            plan = read_refund_plan(session, booking, rows, shown.numbers, shown.terms)
            if plan != shown:
                raise PlanChanged(shown_paise=shown.refund_paise, now_paise=plan.refund_paise)
            _check_permission(session, booking, plan)
            is_anothers = is_of_another_desk(session, booking)
            result = end_lines(
                session, booking, rows, plan, why, self._desk, to_wallet=to_wallet, key=request_key, note=told
            )
            if is_anothers:
                tell_holder(session, booking, why)
        self._publish(BookingChanged(booking_id))
        self._publish(StockChanged())
        return result


def _check(session: Session, booking: BookingRow, shown: RefundPlan) -> None:
    state = shown_state(booking, session)
    if state is BookingState.CANCELLED:
        raise AlreadyDone(what="cancel")
    if state not in CAN_END:
        raise WrongState(booking.reference, state)
    if give_up_unseen(session, booking):
        raise PaymentUnderWay(reference=booking.reference)
    if shown.is_void and not shown.is_outside:
        _check_drawer(session, booking)


def _check_permission(session: Session, booking: BookingRow, plan: RefundPlan) -> None:
    """Ask for what the plan takes beyond the rules, for exactly what it shows."""
    numbers = ",".join(map(str, sorted(plan.numbers)))
    subject = f"{booking.id}:{numbers}:{plan.refund_paise}"
    if plan.is_void:
        act = ManagerAct.REVERSE_OF_OTHER_SHIFT if plan.is_outside else ManagerAct.VOID_SALE
        check_permission(session, act, subject, amount_paise=plan.refund_paise)
    elif plan.beyond_paise:
        act = ManagerAct.REFUND_COMPLETED if plan.is_after_use else ManagerAct.WAIVE_FEE
        check_permission(session, act, subject, amount_paise=plan.beyond_paise)


def _check_drawer(session: Session, booking: BookingRow) -> None:
    """A void is for the drawer that made the sale: its desk, and its shift where money went into one."""
    if booking.sold_desk_id != session.actor.desk_id:
        raise NotVoidable(booking.reference, "other_drawer")
    shifts = {row.shift_id for row in payments.of_booking(session, booking.id) if row.shift_id is not None}
    if shifts - {shift_of_desk(session)}:
        raise NotVoidable(booking.reference, "other_drawer")
