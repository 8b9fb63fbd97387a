"""CorrectTender: what was entered as cash and was a card slip, or the other way round, is put right."""

from db import bookings, cash, journal, ledger, payments, refunds, shifts
from db.actor import Actor
from db.bookings import BookingRow
from db.database import Database, Session
from db.ids import BookingId, HouseAccountId, PaymentId, ShiftId
from db.payments import PaymentRow
from db.states import AccountKind, PaymentState, Tender
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.tenders import BY_HAND, REFERENCE_MAX, TENDERS, plain_reference, reference_fault
from desktop.services.errors import BadRequest, NotCorrectable, NotFound
from desktop.services.events import BookingChanged, Publish
from desktop.services.steps.check_cash import check_cash
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.check_slip import check_slip
from desktop.services.steps.checked_reason import checked_reason
from desktop.services.steps.correct_slip import correct_slip
from desktop.services.steps.open_shift import open_shift_id
from desktop.services.steps.own_account import own_account
from desktop.services.steps.round_cash import rounding_of
from desktop.services.steps.tender_account import tender_account


class CorrectTender:
    """Move the amount from the account of the wrong tender to that of the right one."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(
        self,
        payment_id: PaymentId,
        tender: Tender,
        reference: str,
        reason: str,
        *,
        actor: Actor,
        again: bool = False,
        pan: str = "",
        account_id: HouseAccountId | None = None,
    ) -> None:
        """The payment is one of `tender`; what was sold, its price and its tax stay.

        The same again changes nothing. In another shift than that which took it, it needs permission; what
        a closed one counted stays, and the money moves in the shift of now, once. While nothing of it has
        gone back: else NotCorrectable. Raises NotPermitted, NotFound, SlipSeen without `again`,
        CashForbidden, PanWanted without `pan`, BadRequest for what is not taken by hand, for a wrong
        reference and without a reason.
        """
        why = checked_reason(reason)
        if tender not in BY_HAND:
            raise BadRequest("tender", "unknown", text=tender)
        fault = reference_fault(tender, reference)
        if fault is not None:
            raise BadRequest(f"{tender}_reference", fault, most=REFERENCE_MAX)
        kept = plain_reference(tender, reference) if TENDERS[tender].reference else None
        with self._database.write(actor) as session:
            seen = payments.find(session, payment_id)
            if seen is None:
                raise NotFound("payment", payment_id)
            booking = _lock(session, seen.booking_id, tender)
            row = payments.lock_known(session, payment_id)
            is_there = account_id in (None, row.house_account_id)
            if (row.tender, row.reference) == (tender, kept) and is_there:
                return
            _check(session, row)
            subject = f"{row.id}:{tender}:{kept or ''}"
            shift_id, is_sealed = _allowed_drawer(session, row, subject, cash=TENDERS[tender].in_drawer)
            rounding = _rounding(session, row, booking, tender)
            taken = row.amount_paise + rounding
            if not again:
                check_slip(session, tender, kept, but=row.id)
            if TENDERS[tender].in_drawer:  # it was cash on the day on which it was handed over
                at = row.settled_at
                check_cash(session, booking.customer_id, taken, booking=booking, at=at, pan=pan)
            postings = (
                (tender_account(session, tender, booking, shift_id), taken),
                (
                    tender_account(session, row.tender, booking, shift_id),
                    -row.amount_paise - row.rounding_paise,
                ),
                (ledger.get_account(session, AccountKind.ROUNDING), row.rounding_paise - rounding),
            )
            if tender is not row.tender:
                ledger.post(session, "tender_corrected", postings, booking_id=booking.id)
            payments.correct(
                session,
                row,
                tender=tender,
                reference=kept,
                received_paise=taken if TENDERS[tender].has_change else None,
                rounding_paise=rounding,
                house_account_id=own_account(session, tender, account_id),
                moved_to=shift_id if is_sealed else None,
            )
            correct_slip(session, booking.id, row.id, why)
            _tell(session, booking, row, tender, rounding_paise=rounding, slip=kept, reason=why)
        self._publish(BookingChanged(booking.id))


def _tell(
    session: Session,
    booking: BookingRow,
    row: PaymentRow,
    tender: Tender,
    *,
    rounding_paise: int,
    slip: str | None,
    reason: str,
) -> None:
    content = {
        "reference": booking.reference,
        "payment": row.id,
        "amount_paise": row.amount_paise,
        "rounding_paise": rounding_paise,
        "old_tender": row.tender,
        "new_tender": tender,
        "slip": slip,
        "reason": reason,
    }
    journal.record(session, "TENDER_CORRECTED", content, booking_id=booking.id)


def _lock(session: Session, booking_id: BookingId, tender: Tender) -> BookingRow:
    """Keep others from changing the booking; where it becomes cash, from taking cash of its customer."""
    lock = cash.lock_booking if TENDERS[tender].in_drawer else bookings.lock_known
    booking = lock(session, booking_id)
    if booking is None:
        raise AssertionError("a payment without its booking")
    return booking


def _rounding(session: Session, row: PaymentRow, booking: BookingRow, tender: Tender) -> int:
    """Return by how much it is rounded as `tender`: cash that completed the sale was taken so."""
    if tender is row.tender:
        return row.rounding_paise
    completes = row.created_at in (booking.confirmed_at, booking.sold_at)
    return rounding_of(session, tender, row.amount_paise) if completes else 0


def _allowed_drawer(session: Session, row: PaymentRow, subject: str, *, cash: bool) -> tuple[ShiftId, bool]:
    """Return what `_drawer_of` does, once who acts may do it. Raises NotPermitted."""
    now_id = open_shift_id(session, cash=cash)
    shift_id, is_sealed = _drawer_of(session, row, now_id)
    is_of_now = shift_id == now_id and not is_sealed
    act = ManagerAct.CORRECT_TENDER if is_of_now else ManagerAct.CORRECT_OF_OTHER_SHIFT
    check_permission(session, act, subject, amount_paise=row.amount_paise)
    return shift_id, is_sealed


def _drawer_of(session: Session, row: PaymentRow, now_id: ShiftId) -> tuple[ShiftId, bool]:
    """Return the shift in which the money moves, and whether that is another one than took it.

    What a closed shift has counted stays; then it is the one of now. Raises NotCorrectable for a second time.
    """
    mine = row.moved_shift_id or row.shift_id
    if mine is not None and shifts.keep_open(session, mine):
        return mine, False
    if row.moved_shift_id is not None:
        raise NotCorrectable("other_drawer")
    return now_id, True


def _check(session: Session, row: PaymentRow) -> None:
    if row.tender not in BY_HAND or row.state is not PaymentState.CAPTURED:
        raise NotCorrectable("not_by_hand")
    if refunds.refunded_paise(session, row.id):
        raise NotCorrectable("given_back")
