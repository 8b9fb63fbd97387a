"""EnterRefundSlip: what the clerk gave back on the card machine is done once its slip is entered."""

from db import bookings, journal, ledger, refunds
from db.actor import Actor
from db.database import Database
from db.ids import RefundId
from db.states import AccountKind, RefundState
from desktop.services.domain.tenders import REFERENCE_MAX, TENDERS, plain_reference, reference_fault
from desktop.services.errors import AlreadyDone, BadRequest, NotFound
from desktop.services.events import BookingChanged, Publish
from desktop.services.steps.check_slip import check_slip
from desktop.services.steps.open_shift import shift_of_desk
from desktop.services.steps.tender_account import tender_account


class EnterRefundSlip:
    """Post a planned refund out of its tender's account, under the reference of the machine's slip."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, refund_id: RefundId, reference: str, *, actor: Actor, again: bool = False) -> None:
        """The refund is done. The same slip again changes nothing.

        Raises NotFound, BadRequest for what can't be a slip's reference, AlreadyDone when another slip, or
        another way, has settled it, and SlipSeen without `again`.
        """
        with self._database.write(actor) as session:
            seen = refunds.find(session, refund_id)
            if seen is None or seen.booking_id is None or not TENDERS[seen.tender].back_by_slip:
                raise NotFound("refund", refund_id)
            slip = plain_reference(seen.tender, reference)
            fault = reference_fault(seen.tender, reference)
            if fault is not None:
                raise BadRequest(f"{seen.tender}_reference", fault, most=REFERENCE_MAX)
            booking = bookings.lock_known(session, seen.booking_id)
            row = refunds.get(session, refund_id)
            if row.state is RefundState.DONE and row.reference == slip:
                return
            if not again:
                check_slip(session, row.tender, slip, but=row.id)
            # The machine's slip of that shift has it.
            shift_id = shift_of_desk(session)
            done: refunds.RefundChange = {
                "shift_id": shift_id,
                "state": RefundState.DONE,
                "settled_at": session.now,
                "reference": slip,
            }
            if not refunds.change(session, row.id, among=(RefundState.PLANNED,), **done):
                raise AlreadyDone(what="refund")
            postings = (
                (ledger.get_account(session, AccountKind.REFUNDS_PAYABLE), row.amount_paise),
                (
                    tender_account(session, row.tender, booking, shift_id),
                    -row.amount_paise,
                ),
            )
            ledger.post(session, "refund", postings, booking_id=booking.id)
            content = {
                "refund": row.id,
                "tender": row.tender,
                "amount_paise": row.amount_paise,
                "slip": slip,
            }
            journal.record(session, "REFUND_DONE", content, booking_id=booking.id)
        self._publish(BookingChanged(booking.id))
