"""CancelBooking: state, refund records, wallet credit, stock and journal in one transaction, or nothing."""

from zoneinfo import ZoneInfo

from db import bookings, claims, documents, journal, ledger, payments, promos
from db.actor import Actor
from db.bookings import BookingRow
from db.database import Database, Session
from db.ids import BookingId, PaymentId, RequestKey
from db.states import AccountKind, BookingState, DocumentKind, Tender
from desktop.services.cancelling.read_refund_plan import read_refund_plan
from desktop.services.domain.booking import CancellationResult
from desktop.services.domain.cancellation import RefundPlan
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.tenders import TENDERS
from desktop.services.errors import (
    AlreadyDone,
    BadRequest,
    NotFound,
    PaymentUnderWay,
    PlanChanged,
    WrongState,
)
from desktop.services.events import BookingChanged, Publish, StockChanged
from desktop.services.records.booking_record import shown_state
from desktop.services.steps.give_back import give_back

REASON_MAX = 300


class CancelBooking:
    """Carry out the plan that was shown."""

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
    ) -> CancellationResult:
        """Cancel and give back. `to_wallet`: payment ids whose money goes to the customer's wallet instead.

        Raises AlreadyDone for a second cancel, WrongState, PaymentUnderWay, PlanChanged when time or another
        desk has changed what would come back, BadRequest without a reason, NotFound. Nothing is written then.
        """
        if not reason.strip() or len(reason) > REASON_MAX:
            raise BadRequest("reason", "blank" if not reason.strip() else "too_long", most=REASON_MAX)
        with self._database.write(actor) as session:
            booking = bookings.lock(session, booking_id)
            if booking is None:
                raise NotFound("booking", booking_id)
            self._check(session, booking)
            plan = read_refund_plan(session, booking)
            if plan != shown:
                raise PlanChanged(shown_paise=shown.refund_paise, now_paise=plan.refund_paise)
            result = self._cancel(session, booking, reason.strip(), plan, to_wallet, request_key)
        self._publish(BookingChanged(booking_id))
        self._publish(StockChanged())
        return result

    @staticmethod
    def _check(session: Session, booking: BookingRow) -> None:
        state = shown_state(booking, session)
        if state is BookingState.CANCELLED:
            raise AlreadyDone(what="cancel")
        if state not in (BookingState.HELD, BookingState.CONFIRMED):
            raise WrongState(booking.reference, state)
        if payments.open_of_booking(session, booking.id):
            raise PaymentUnderWay(reference=booking.reference)

    def _cancel(
        self,
        session: Session,
        booking: BookingRow,
        reason: str,
        plan: RefundPlan,
        to_wallet: frozenset[PaymentId],
        key: RequestKey,
    ) -> CancellationResult:
        if not bookings.cancel(session, booking.id, state=booking.state, reason=reason):
            raise WrongState(booking.reference, booking.state)
        released = claims.release(session, booking.id)
        promos.free(session, booking.id)
        _owe(session, booking, plan)
        paid = {row.id: row for row in payments.of_booking(session, booking.id)}
        ways: list[Tender] = []
        for leg in plan.legs:
            may_choose = Tender.WALLET in TENDERS[leg.tender].ways_back
            way = Tender.WALLET if leg.payment_id in to_wallet and may_choose else leg.back_to
            ways.append(way)
            give_back(
                session,
                booking=booking,
                payment=paid[leg.payment_id],
                amount_paise=leg.back_paise,
                back_to=way,
                request_key=RequestKey(f"{key}:{leg.payment_id}"),
            )
        document_id = None
        if plan.paid_paise:
            year = session.now.astimezone(ZoneInfo(self._desk.time_zone)).year
            practice = self._desk.practice
            document_id = documents.make(
                session, DocumentKind.REFUND_VOUCHER, booking_id=booking.id, year=year, practice=practice
            )
        content = {
            "reference": booking.reference,
            "old_status": booking.state,
            "new_status": BookingState.CANCELLED,
            "refund_paise": plan.refund_paise,
            "kept_paise": plan.kept_paise,
            "refund_mode": "+".join(sorted(set(ways))) or "none",
            "claims_released": released,
            "reason": reason,
        }
        journal.record(session, "BOOKING_CANCELLED", content, booking_id=booking.id)
        return CancellationResult(
            booking_id=booking.id,
            reference=booking.reference,
            refund_paise=plan.refund_paise,
            wallet_balance_paise=ledger.balance_paise(session, AccountKind.WALLET, booking.customer_id),
            claims_released=released,
            document_id=document_id,
        )


def _owe(session: Session, booking: BookingRow, plan: RefundPlan) -> None:
    """Move what comes back out of the sale (or out of the advance of a hold) into refunds payable."""
    if not plan.refund_paise:
        return
    if booking.state is BookingState.HELD:
        sources = [(ledger.get_account(session, AccountKind.ADVANCE_RECEIVED), plan.refund_paise)]
    else:
        sources = [
            (ledger.get_account(session, AccountKind.SALES), plan.refund_paise - plan.tax_refund_paise),
            (ledger.get_account(session, AccountKind.TAX_PAYABLE), plan.tax_refund_paise),
        ]
    payable = (ledger.get_account(session, AccountKind.REFUNDS_PAYABLE), -plan.refund_paise)
    ledger.post(session, "cancellation", [*sources, payable], booking_id=booking.id)
