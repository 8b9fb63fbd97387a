"""KeepOverdue: the units of a booking are kept for its guest although the balance was not paid in time."""

from datetime import datetime, timedelta

from db import bookings, deposits, journal
from db.actor import Actor
from db.database import Database
from db.ids import BookingId
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import BadRequest, NotFound, WrongState
from desktop.services.events import BookingChanged, CasesChanged, Publish
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.open_balance import left_to_pay, owes_balance

KEPT_DAYS_MAX = 60


class KeepOverdue:
    """Let the balance be due at another moment."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, booking_id: BookingId, shown: datetime, until: datetime, *, actor: Actor) -> None:
        """Keep it until then; `shown` is the moment that stood on the page. The same again changes nothing.

        Raises NotFound, WrongState when it is paid or ended, or due at another moment than was shown,
        BadRequest for a moment that is over or too far away, NotPermitted.
        """
        with self._database.write(actor) as session:
            booking = bookings.lock(session, booking_id)
            if booking is None:
                raise NotFound("booking", booking_id)
            if not owes_balance(booking):
                raise WrongState(booking.reference, booking.state)
            if booking.balance_by == until:
                return
            if until <= session.now:
                raise BadRequest("until", "past")
            if until > session.now + timedelta(days=KEPT_DAYS_MAX):
                raise BadRequest("until", "too_far", most=KEPT_DAYS_MAX)
            left = left_to_pay(session, booking)
            subject = f"{booking.id} from={shown.isoformat()} until={until.isoformat()}"
            check_permission(session, ManagerAct.KEEP_OVERDUE, subject, amount_paise=left)
            if not deposits.keep_until(session, booking.id, old=shown, until=until):
                raise WrongState(booking.reference, "paid_otherwise")
            content: dict[str, object] = {
                "reference": booking.reference,
                "balance_paise": left,
                "old_until": shown.isoformat(),
                "until": until.isoformat(),
            }
            journal.record(session, "BALANCE_KEPT", content, booking_id=booking.id)
        self._publish(BookingChanged(booking_id))
        self._publish(CasesChanged())
