"""What the payment window shows and allows, made from a booking and from what the clerk entered.

Everything here is a fact (amounts in paise, names from enums); the window finds the words. While a payment
through the gateway is open, the wallet's share is out of the wallet already and counts as its balance here.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from db.states import BookingState, InstrumentKind, PaymentState, Tender
from desktop.services.domain.booking import Booking, Payment
from desktop.services.domain.house_accounts import upi_link
from desktop.services.domain.paid_parts import PaidPart
from desktop.services.domain.payment_plan import GATEWAY_MINIMUM_PAISE, split_for_gateway, split_payment
from desktop.services.domain.tenders import BY_HAND, ReferenceFault, reference_fault
from desktop.ui.payment.payment_form import GATEWAY_METHODS, Method, PaymentForm, methods_for
from desktop.ui.payment.payment_problem import Problem, problem_of
from desktop.ui.payment.take_now import Note, gives_change, is_much, take_now
from desktop.ui.payment.way_on import WayOn, way_on_of


class Stage(StrEnum):
    """Which of its faces the window shows."""

    CHOOSING = "choosing"
    ASKING = "asking"
    DONE = "done"
    OVER = "over"


class Asking(StrEnum):
    """Where an open payment through the gateway stands, as the clerk needs to know it."""

    PREPARING = "preparing"
    WAITING = "waiting"
    RECEIVED = "received"
    DECLINED = "declined"
    SILENT = "silent"
    CLOSING = "closing"
    UNKNOWN = "unknown"
    UNSEEN = "unseen"


# What a payment's last answer adds to its state while it waits.
ANSWERS = {
    "captured": Asking.RECEIVED,
    "moving": Asking.RECEIVED,
    "declined": Asking.DECLINED,
    "unknown": Asking.UNKNOWN,
    "unreachable": Asking.SILENT,
    "busy": Asking.SILENT,
}


@dataclass(frozen=True, slots=True)
class PaymentView:
    """One frozen picture of the window.

    `due = wallet_applied + gateway_payable` is what is asked for now: all that is missing, or what is missing
    of the deposit that confirms the booking; `balance_paise` stays then. The block with the tenders exists
    only while `gateway_shown`.
    `now_paise` is what the chosen tender takes in this act and `stays_due_paise` what is left after it.
    In cash `rounding_paise` more is handed over for it, or less.
    """

    stage: Stage
    total_paise: int
    parts: tuple[PaidPart, ...]
    due_paise: int
    wallet_balance_paise: int
    wallet_max_paise: int
    wallet_applied_paise: int
    gateway_payable_paise: int
    methods: tuple[Method, ...]
    method: Method
    now_paise: int
    wallet_now_paise: int
    change_paise: int
    stays_due_paise: int
    note: Note | None
    problem: Problem | None
    reference_fault: ReferenceFault | None
    asking: Asking | None
    rounding_paise: int = 0
    # What cash for everything that is left would be rounded by.
    full_rounding_paise: int = 0
    # What the house's own UPI code says, '' where none is drawn.
    own_code: str = ""
    way_on: WayOn = WayOn.BACK
    # Of a deposit: what stays to be paid after the booking is confirmed.
    balance_paise: int = 0

    @property
    def taken_paise(self) -> int:
        """What changes hands now: in cash it may be rounded to the rupee."""
        return self.now_paise + self.rounding_paise

    @property
    def is_much_cash(self) -> bool:
        """Whether more cash is entered as received than a banknote explains."""
        return is_much(self.taken_paise, self.change_paise)

    @property
    def paid_paise(self) -> int:
        """What was paid so far, by all parts."""
        return sum(part.amount_paise for part in self.parts)

    @property
    def gateway_shown(self) -> bool:
        """Whether the tenders after the wallet may be on the screen."""
        return self.gateway_payable_paise > 0 and self.stage in (Stage.CHOOSING, Stage.ASKING)

    @property
    def wallet_shown(self) -> bool:
        """Whether a wallet's share can be chosen."""
        return self.stage is Stage.CHOOSING and self.wallet_max_paise > 0

    @property
    def wallet_after_paise(self) -> int:
        """What the wallet will hold when this booking is paid."""
        return self.wallet_balance_paise - self.wallet_applied_paise


def stage_of(booking: Booking, balance_from: int | None = None) -> Stage:
    """Return the face for a booking's state; an open payment comes before a hold that has ended.

    `balance_from`: what had been paid when it was opened to take its balance: until more is, that is taken.
    """
    if booking.owes_balance and balance_from == booking.kept_paise:
        return Stage.ASKING if booking.open_payment is not None else Stage.CHOOSING
    if booking.state in (BookingState.CONFIRMED, BookingState.COMPLETED):
        return Stage.DONE
    if booking.open_payment is not None:
        return Stage.ASKING
    return Stage.CHOOSING if booking.state is BookingState.HELD else Stage.OVER


def view_payment(booking: Booking, form: PaymentForm) -> PaymentView:
    """Make the picture for a booking and what has been entered. Pure."""
    open_payment = booking.open_payment
    stage = stage_of(booking, form.balance_from)
    if stage is Stage.ASKING and open_payment is not None:
        return _view_asking(booking, open_payment)
    if stage is not Stage.CHOOSING:
        return _view_still(booking, stage)
    return _view_choosing(booking, form)


def _view_choosing(booking: Booking, form: PaymentForm) -> PaymentView:
    due = due_now(booking, form)
    most = min(booking.customer.wallet_paise, due)
    wish = most if form.wallet_wish_paise is None else min(form.wallet_wish_paise, most)
    wanted = split_payment(due, wish if form.use_wallet else 0)
    methods = methods_for(
        due,
        can_send=booking.customer.has_wallet,
        has_gateway=form.has_gateway,
        may_owe=form.may_owe,
    )
    method = form.method if form.method in methods else BY_HAND[0]
    plan, note = wanted, None
    if method in GATEWAY_METHODS and wanted.needs_gateway:
        plan = split_for_gateway(due, wanted.wallet_applied_paise)
        if plan != wanted:
            note = Note.WALLET_GIVES_WAY
    elif wanted.needs_gateway and form.has_gateway and InstrumentKind.QR not in methods:
        note = Note.TOO_SMALL_FOR_GATEWAY
    left = plan.gateway_payable_paise
    rounds = booking.cash_to_rupee and gives_change(method)
    least = GATEWAY_MINIMUM_PAISE if form.has_gateway else 0
    now, rounding, change, cash_note = take_now(
        due, left, method, form.received_paise, rounds=rounds, least=least
    )
    in_full = take_now(due, left, method, None, rounds=rounds)[1]
    if not gives_change(method) and form.part_paise is not None and 0 < form.part_paise < left:
        now = form.part_paise
    stays = left - now
    fault = reference_fault(method, form.reference) if left and isinstance(method, Tender) else None
    return PaymentView(
        stage=Stage.CHOOSING,
        total_paise=total_of(booking),
        parts=booking.paid_parts,
        due_paise=due,
        wallet_balance_paise=booking.customer.wallet_paise,
        wallet_max_paise=most,
        wallet_applied_paise=plan.wallet_applied_paise,
        gateway_payable_paise=left,
        methods=methods,
        method=method,
        now_paise=now,
        # A part taken in cash comes alone: the wallet is touched only by the act that pays everything.
        wallet_now_paise=0 if stays else plan.wallet_applied_paise,
        change_paise=change,
        stays_due_paise=stays,
        note=cash_note or note,
        problem=problem_of(
            replace(form, method=method),
            left_paise=left,
            now_paise=now,
            taken_paise=now + rounding,
            most_by_code_paise=booking.gateway_upi_paise,
            fault=fault,
        ),
        reference_fault=fault,
        asking=None,
        rounding_paise=rounding,
        balance_paise=booking.due_paise - due,
        full_rounding_paise=in_full,
        own_code=_own_code(booking, form, method, now),
    )


def total_of(booking: Booking) -> int:
    """Return what the booking costs as it is now: with a balance open, what was paid and what is left."""
    return booking.kept_paise + booking.due_paise if booking.owes_balance else booking.total_paise


def due_now(booking: Booking, form: PaymentForm) -> int:
    """Return what is asked for now: all that is missing, or what is missing of the deposit."""
    if form.deposit_paise is None or booking.state is not BookingState.HELD:
        return booking.due_paise
    paid = booking.total_paise - booking.due_paise
    return min(max(form.deposit_paise - paid, 0), booking.due_paise)


def _own_code(booking: Booking, form: PaymentForm, method: Method, paise: int) -> str:
    """Return what the house's own code says for so much; '' without an account, and above its limit."""
    account = form.account
    if method is not Tender.OWN_UPI or account is None or not account.can_draw(paise):
        return ""
    return upi_link(account, paise, booking.reference)


def _view_asking(booking: Booking, payment: Payment) -> PaymentView:
    return PaymentView(
        stage=Stage.ASKING,
        total_paise=total_of(booking),
        parts=booking.paid_parts,
        due_paise=payment.amount_paise + payment.wallet_paise,
        wallet_balance_paise=booking.customer.wallet_paise + payment.wallet_paise,
        wallet_max_paise=payment.wallet_paise,
        wallet_applied_paise=payment.wallet_paise,
        gateway_payable_paise=payment.amount_paise,
        methods=(),
        method=InstrumentKind(payment.instrument_kind or InstrumentKind.QR),
        now_paise=payment.amount_paise,
        wallet_now_paise=payment.wallet_paise,
        change_paise=0,
        stays_due_paise=0,
        note=None,
        problem=None,
        reference_fault=None,
        asking=asking_of(payment),
        balance_paise=booking.due_paise - payment.amount_paise - payment.wallet_paise,
    )


def _view_still(booking: Booking, stage: Stage) -> PaymentView:
    return PaymentView(
        stage=stage,
        total_paise=total_of(booking),
        parts=booking.paid_parts,
        due_paise=booking.due_paise,
        wallet_balance_paise=booking.customer.wallet_paise,
        wallet_max_paise=0,
        wallet_applied_paise=0,
        gateway_payable_paise=0,
        methods=(),
        method=InstrumentKind.QR,
        now_paise=0,
        wallet_now_paise=0,
        change_paise=0,
        stays_due_paise=0,
        note=None,
        problem=None,
        reference_fault=None,
        asking=None,
        way_on=way_on_of(booking),
    )


def asking_of(payment: Payment) -> Asking:
    """Return where an open payment stands; money that was seen but not settled yet counts as received."""
    if payment.state is PaymentState.WAITING:
        return ANSWERS.get(payment.last_answer, Asking.WAITING)
    if payment.state is PaymentState.UNRESOLVED and is_unseen(payment):
        return Asking.UNSEEN
    by_state = {
        PaymentState.CREATING: Asking.PREPARING,
        PaymentState.CLOSING: Asking.CLOSING,
        PaymentState.CAPTURED: Asking.RECEIVED,
    }
    return by_state.get(payment.state, Asking.UNKNOWN)


def is_unseen(payment: Payment) -> bool:
    """Whether its making had no answer: nobody was shown anything, so nobody can have paid it."""
    is_unanswered = payment.state in (PaymentState.CREATING, PaymentState.UNRESOLVED)
    return is_unanswered and not payment.instrument_content
