"""ExtendHold: ten minutes more for a customer who is still paying."""

from datetime import datetime, timedelta
from typing import Protocol

from db import bookings, claims, extensions, journal, payments
from db.actor import Actor
from db.bookings import BookingRow
from db.database import Database, Session
from db.halt import Purpose
from db.ids import BookingId, PaymentId, RequestKey
from db.payments import PaymentRow
from db.states import BookingState, InstrumentKind, PaymentState
from desktop.services.domain.booking import Hold, Payment
from desktop.services.domain.extending import ADDED, BY_CLERK, IN_ALL, CodeAfter, Extended
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import DeskError, HoldExpired, NotFound, PaymentUncertain, WrongState
from desktop.services.events import BookingChanged, Publish, StockChanged
from desktop.services.hold_errors import EndMoved, ExtendedEnough
from desktop.services.steps.check_permission import check_permission

# A code ends half a minute before its hold.
COVERED = timedelta(seconds=60)


class StopGatewayPayment(Protocol):
    """Closes the instrument; raises PaymentUncertain while it may still be paid."""

    def __call__(self, payment_id: PaymentId, *, actor: Actor) -> Payment: ...


class BeginGatewayPayment(Protocol):
    """Asks for what is due less the wallet's share."""

    def __call__(
        self,
        booking_id: BookingId,
        wallet_paise: int,
        kind: InstrumentKind,
        request_key: RequestKey,
        *,
        actor: Actor,
    ) -> Payment: ...


class ExtendHold:
    """Add 600 seconds to the end that the screen shows: once by a clerk, three times in all by a manager.

    The end is moved first, in one transaction. An open code, which ends with the old hold, is then closed and
    made anew; whatever keeps that from being done leaves the hold extended and the code as it is.
    """

    def __init__(
        self, database: Database, stop: StopGatewayPayment, begin: BeginGatewayPayment, publish: Publish
    ) -> None:
        self._database = database
        self._stop = stop
        self._begin = begin
        self._publish = publish

    def __call__(self, booking_id: BookingId, shown_end: datetime, *, actor: Actor) -> Extended:
        """Return the hold with its new end; asked for twice from one end, it is extended once.

        Raises NotFound, WrongState, HoldExpired, EndMoved, ExtendedEnough, NotPermitted.
        """
        with self._database.write(actor, Purpose.HOLD) as session:
            booking = bookings.lock(session, booking_id)
            if booking is None:
                raise NotFound("booking", booking_id)
            hold = _extend(session, booking, shown_end)
            shown = payments.open_of_booking(session, booking_id)
        self._publish(StockChanged())
        self._publish(BookingChanged(booking_id))
        return Extended(hold, self._make_anew(shown, hold, actor=actor))

    def _make_anew(self, shown: PaymentRow | None, hold: Hold, *, actor: Actor) -> CodeAfter:
        if shown is None:
            return CodeAfter.NONE
        # A making that has no answer yet, or none at all, was shown to nobody; one that was made for this end
        # is what a replay finds.
        if shown.instrument_id is None or shown.instrument_kind is None or _is_of_now(shown, hold):
            return CodeAfter.LEFT
        try:
            stopped = self._stop(shown.id, actor=actor)
        except PaymentUncertain:
            return CodeAfter.LEFT
        if stopped.state is PaymentState.CAPTURED:
            return CodeAfter.PAID
        key = RequestKey(f"anew-{shown.id}")
        try:
            made = self._begin(shown.booking_id, shown.wallet_paise, shown.instrument_kind, key, actor=actor)
        except DeskError:
            return CodeAfter.CLOSED
        return CodeAfter.ANEW if made.state is PaymentState.WAITING else CodeAfter.LEFT


def _extend(session: Session, booking: BookingRow, shown_end: datetime) -> Hold:
    if booking.state is not BookingState.HELD:
        raise WrongState(booking.reference, booking.state)
    if booking.expires_at <= session.now:
        raise HoldExpired(booking.reference, booking.expires_at)
    if booking.extensions and booking.expires_at == shown_end + ADDED:
        return _hold(booking, booking.expires_at)
    if booking.expires_at != shown_end:
        raise EndMoved(booking.reference, booking.expires_at)
    if booking.extensions >= IN_ALL:
        raise ExtendedEnough(booking.reference, booking.extensions)
    new_end = booking.expires_at + ADDED
    if booking.extensions >= BY_CLERK:
        subject = f"{booking.reference} {new_end.isoformat()}"
        check_permission(session, ManagerAct.EXTEND_HOLD_AGAIN, subject)
    count, old_end = booking.extensions, booking.expires_at
    if not extensions.extend(session, booking.id, count=count, old_end=old_end, new_end=new_end):
        raise HoldExpired(booking.reference, old_end)
    if claims.extend(session, booking.id, new_end) != booking.line_count:
        raise AssertionError(f"{booking.reference} is held and has lost a claim")
    content = {
        "reference": booking.reference,
        "old_end": old_end.isoformat(),
        "new_end": new_end.isoformat(),
        "extensions": count + 1,
    }
    journal.record(session, "HOLD_EXTENDED", content, booking_id=booking.id)
    return _hold(booking, new_end)


def _hold(booking: BookingRow, expires_at: datetime) -> Hold:
    return Hold(booking.id, booking.reference, booking.total_paise, booking.reserved_at, expires_at)


def _is_of_now(shown: PaymentRow, hold: Hold) -> bool:
    """Whether the code lives as long as the hold does now: it was made for this end, or can't end sooner."""
    return shown.instrument_ends_at is not None and shown.instrument_ends_at > hold.expires_at - COVERED
