"""ChangeCustomer: a booking that was sold to the wrong customer goes to the right one."""

from db import bookings, corrections, customers, journal, ledger, payments, promos, refunds
from db.actor import Actor
from db.bookings import BookingRow
from db.database import Database, Session
from db.errors import BalanceTooLow
from db.ids import BookingId, CustomerId, DocumentId
from db.states import AccountKind, BookingState, PaymentState, Tender
from desktop.services.correcting_errors import NotHandedOver, NotHandedOverReason, OtherThanShown
from desktop.services.domain.corrections import HandOverPlan
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.people import Customer
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.place_of_supply import Buyer
from desktop.services.domain.promo import PromoReason, PromoRefused
from desktop.services.errors import BadRequest, NotFound, PaymentUnderWay, WalletTooLow, WrongState
from desktop.services.events import BookingChanged, Publish
from desktop.services.records.booking_record import read_booking, shown_state
from desktop.services.records.customer_record import read_customer
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.checked_reason import checked_reason
from desktop.services.steps.give_up_unseen import UNANSWERED, give_up_unseen
from desktop.services.steps.make_sale_papers import make_valid_paper
from desktop.services.steps.replace_papers import replace_papers

CHANGEABLE = (BookingState.HELD, BookingState.CONFIRMED)


class PreviewCustomerChange:
    """What would move, as the screen shows it before the key; reads only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, booking_id: BookingId, customer_id: CustomerId) -> HandOverPlan:
        """Return the plan. Raises NotFound, and NotHandedOver for the customer who has it."""
        with self._database.read() as session:
            booking = bookings.find(session, booking_id)
            if booking is None:
                raise NotFound("booking", booking_id)
            return _plan(session, booking, customer_id)


class ChangeCustomer:
    """Hand a booking over with what was paid for it.

    What the first customer's wallet paid was that customer's money: it goes back there and comes out of the
    second's, in one entry; what was paid otherwise was paid for this booking, and stays. With something given
    back already it is cancelled and sold anew instead, for that money is somebody's.
    """

    def __init__(self, database: Database, desk: DeskSettings, publish: Publish) -> None:
        self._database = database
        self._desk = desk
        self._publish = publish

    def __call__(
        self,
        booking_id: BookingId,
        customer_id: CustomerId,
        reason: str,
        shown_wallet_paise: int,
        *,
        actor: Actor,
    ) -> DocumentId | None:
        """Return the id of the new paper, or of a ticket where there are several; None for a hold.

        Each paper in the first customer's name is answered in full and counted anew for the second. Asked
        for again it is refused: NotHandedOver (same).

        Raises NotFound, WrongState, NotPermitted, PaymentUnderWay, OtherThanShown, NotHandedOver,
        WalletTooLow, PromoRefused, BadRequest.
        """
        why = checked_reason(reason)
        with self._database.write(actor) as session:
            shown = bookings.find(session, booking_id)
            if shown is None:
                raise NotFound("booking", booking_id)
            # Customers before their booking: the order of every act that takes cash.
            for one in sorted({shown.customer_id, customer_id}):
                customers.lock(session, one)
            booking = bookings.lock_known(session, booking_id)
            if booking.customer_id != shown.customer_id:
                raise OtherThanShown()
            plan = _plan(session, booking, customer_id)
            _check(session, booking, plan, shown_wallet_paise)
            subject = f"{booking.reference} {plan.new.id} {plan.wallet_paise}"
            check_permission(session, ManagerAct.CHANGE_CUSTOMER, subject, amount_paise=booking.total_paise)
            document_id = self._hand_over(session, booking, plan, why)
        self._publish(BookingChanged(booking_id))
        return document_id

    def _hand_over(
        self, session: Session, booking: BookingRow, plan: HandOverPlan, why: str
    ) -> DocumentId | None:
        old, new = plan.old, plan.new
        if not corrections.hand_over(
            session, booking.id, state=booking.state, old=old.id, new=new.id, reason=why
        ):
            raise WrongState(booking.reference, booking.state)
        if plan.wallet_paise:
            _move_wallet(session, booking.id, plan)
        content = {
            "reference": booking.reference,
            "old_customer": old.id,
            "old_mobile": old.masked_mobile,
            "new_customer": new.id,
            "new_mobile": new.masked_mobile,
            "wallet_paise": plan.wallet_paise,
            "total_paise": booking.total_paise,
            "reason": why,
        }
        journal.record(session, "CUSTOMER_CHANGED", content, booking_id=booking.id)
        if booking.state is BookingState.HELD:
            return None
        made = replace_papers(session, read_booking(session, booking.id), why, self._desk)
        if len(made) == 1:
            return made[0]
        return make_valid_paper(session, booking.id, self._desk)


def _plan(session: Session, booking: BookingRow, customer_id: CustomerId) -> HandOverPlan:
    new = read_customer(session, customer_id)
    if new.id == booking.customer_id:
        raise NotHandedOver(booking.reference, NotHandedOverReason.SAME)
    paid = sum(
        one.amount_paise
        for one in payments.of_booking(session, booking.id)
        if one.tender is Tender.WALLET and one.state is PaymentState.CAPTURED
    )
    old = read_customer(session, booking.customer_id)
    return HandOverPlan(booking.reference, old, new, paid, booking.total_paise)


def _check(session: Session, booking: BookingRow, plan: HandOverPlan, shown_wallet_paise: int) -> None:
    state = shown_state(booking, session)
    if state not in CHANGEABLE:
        raise WrongState(booking.reference, state)
    if give_up_unseen(session, booking, among=UNANSWERED):
        raise PaymentUnderWay(reference=booking.reference)
    if refunds.of_booking(session, booking.id):
        raise NotHandedOver(booking.reference, NotHandedOverReason.REFUNDED)
    if corrections.has_open_case(session, booking.id):
        raise NotHandedOver(booking.reference, NotHandedOverReason.CASE_OPEN)
    held, new = Buyer(booking.buyer_gstin, kind=booking.buyer_kind), plan.new.buyer
    if (held.gstin, held.zone) != (new.gstin, new.zone):
        raise NotHandedOver(booking.reference, NotHandedOverReason.OTHER_GSTIN)
    if plan.wallet_paise != shown_wallet_paise:
        raise OtherThanShown()
    if plan.wallet_paise and not plan.new.has_wallet:
        raise BadRequest("wallet", "no_mobile", name=plan.new.name)
    _check_promo(session, booking, plan.new)


def _check_promo(session: Session, booking: BookingRow, new: Customer) -> None:
    """Raise PromoRefused where the second customer has had every use that the promo allows them."""
    promo = promos.get(session, booking.promo_id) if booking.promo_id else None
    if promo is None or promo.uses_per_customer_max is None:
        return
    used = promos.uses_of_customer(session, promo.id, new.id, only_live=False)
    if used >= promo.uses_per_customer_max:
        raise PromoRefused(promo.code, PromoReason.USED_UP_BY_CUSTOMER)


def _move_wallet(session: Session, booking_id: BookingId, plan: HandOverPlan) -> None:
    old = ledger.get_account(session, AccountKind.WALLET, plan.old.id)
    new = ledger.get_account(session, AccountKind.WALLET, plan.new.id)
    try:
        postings = ((old, -plan.wallet_paise), (new, plan.wallet_paise))
        ledger.post(session, "wallet_customer_changed", postings, booking_id=booking_id)
    except BalanceTooLow as low:
        raise WalletTooLow(needed_paise=low.needed_paise, available_paise=low.available_paise) from low
