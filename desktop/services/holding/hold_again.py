"""HoldAgain: take the units of a hold that is over once more, at its frozen price."""

from dataclasses import replace
from datetime import timedelta

from db import bookings, cases, claims, journal, lines, promos
from db.actor import Actor
from db.bookings import BookingRow
from db.database import Database, Session
from db.halt import Purpose
from db.ids import BookingId
from db.states import BookingState
from desktop.services.domain.booking import Hold
from desktop.services.domain.held_again import HELD_AGAIN_WITHIN, NotAgainReason, NotHeldAgain
from desktop.services.domain.promo import PromoReason, PromoRefused
from desktop.services.errors import NotFound, SlotTaken, WrongState
from desktop.services.events import BookingChanged, CasesChanged, Publish, StockChanged
from desktop.services.holding.place_hold import HOLD_SECONDS
from desktop.services.holding.release_expired_holds import expire_one
from desktop.services.steps.ladies_seat import check_ladies_seats
from desktop.services.steps.retitle import retitle
from desktop.services.steps.still_sold import check_still_sold


class HoldAgain:
    """Expired -> held for ten minutes more: once, within 15 minutes, if everything of it is free.

    The booking keeps its reference, its lines, its price and what was paid for it; the journal tells that it
    ended in between. What counts as once is kept by the journal and asked in the statement that moves it.
    """

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, booking_id: BookingId, *, actor: Actor) -> Hold:
        """Return the new hold.

        Raises NotFound, WrongState (also when another desk was faster), NotHeldAgain, SlotTaken, SlotStopped,
        DepartureCancelled, TakenOffSale, BadRequest for what has begun and for a seat that is for ladies by
        now, and PromoRefused; writes nothing but the end of the old hold then.
        """
        self._write_ends(booking_id, actor=actor)
        with self._database.write(actor, Purpose.HOLD) as session:
            booking = bookings.lock(session, booking_id)
            if booking is None:
                raise NotFound("booking", booking_id)
            hold = _take_again(session, booking)
        self._publish(StockChanged())
        self._publish(BookingChanged(booking_id))
        self._publish(CasesChanged())
        return hold

    def _write_ends(self, booking_id: BookingId, *, actor: Actor) -> None:
        """Write down the end of the hold, and of those that are over and still have a use of its promo.

        Each in a transaction of its own: it frees a promo's use, which is locked after claims everywhere.
        """
        with self._database.read() as session:
            booking = bookings.get(session, booking_id) if bookings.find(session, booking_id) else None
            promo_id = booking.promo_id if booking else None
            users = promos.expired_users(session, promo_id) if promo_id else []
        for one in {booking_id, *users}:
            if expire_one(self._database, one, actor=actor):
                self._publish(BookingChanged(one))


def _take_again(session: Session, booking: BookingRow) -> Hold:
    if booking.state is not BookingState.EXPIRED:
        raise WrongState(booking.reference, booking.state)
    until = session.now + timedelta(seconds=HOLD_SECONDS)
    over_since = session.now - HELD_AGAIN_WITHIN
    if not bookings.hold_again(session, booking.id, until=until, ended_after=over_since):
        is_late = booking.expires_at <= over_since
        reason = NotAgainReason.TOO_LATE if is_late else NotAgainReason.DONE_BEFORE
        raise NotHeldAgain(booking.reference, reason)
    rows = [row for row in lines.of_booking(session, booking.id) if row.cancelled_at is None]
    # The price is frozen, the times are those of now: what the house moved is told on every page.
    starts = {row.slot_id: row.starts_now_at for row in rows}
    now = [replace(row, boarding_minutes=row.boarding_now_minutes) for row in rows]
    check_still_sold(session, now, starts, booking.reserved_at)
    check_ladies_seats(session, now)
    cells = [(row.unit_id, row.slot_id) for row in rows]
    if not claims.place(session, cells, booking_id=booking.id, expires_at=until):
        raise SlotTaken(names=claims.names_of_taken(session, cells, booking.id))
    _reserve_promo(session, booking)
    retitle(session, booking.id)
    # What was taken before counts towards it again; nobody has to decide about it.
    cases.resolve_part_payment(session, booking.id)
    content = {
        "reference": booking.reference,
        "old_status": BookingState.EXPIRED,
        "new_status": BookingState.HELD,
        "total_paise": booking.total_paise,
        "claims_placed": len(cells),
        "ended_at": booking.expires_at.isoformat(),
        "expires_at": until.isoformat(),
    }
    journal.record(session, bookings.HELD_AGAIN, content, booking_id=booking.id)
    return Hold(booking.id, booking.reference, booking.total_paise, session.now, until)


def _reserve_promo(session: Session, booking: BookingRow) -> None:
    """Take a use of its promo again, if the promo still allows one. Raises PromoRefused."""
    if booking.promo_id is None:
        return
    promo = promos.get(session, booking.promo_id)
    if not promo.active:
        raise PromoRefused(promo.code, PromoReason.INACTIVE)
    if session.now >= promo.ends_at:
        raise PromoRefused(promo.code, PromoReason.OVER)
    if not promos.reserve(session, promo.id):
        raise PromoRefused(promo.code, PromoReason.USED_UP)
    most = promo.uses_per_customer_max
    if most is not None:
        used = promos.uses_of_customer(session, promo.id, booking.customer_id, only_live=False)
        if used >= most:
            raise PromoRefused(promo.code, PromoReason.USED_UP_BY_CUSTOMER)
    promos.add_use(session, promo.id, booking_id=booking.id, customer_id=booking.customer_id)
