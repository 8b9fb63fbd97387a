"""Lines of a booking end: their refunds, wallet credit, units, voucher and journal."""

from collections.abc import Sequence

from db import bookings, claims, journal, ledger, lines, payments, promos, refunds
from db.bookings import BookingRow
from db.database import Session
from db.errors import KeyUsed
from db.ids import DocumentId, PaymentId, RequestKey
from db.lines import LineEnd, LineRow
from db.states import AccountKind, BookingState, DocumentKind, Tender
from desktop.services.cancelling.done_before import digest_of
from desktop.services.domain.cancellation import CancellationResult, RefundLeg, RefundPlan
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.tenders import TENDERS
from desktop.services.errors import (
    AlreadyDone,
    OtherContent,
    WrongState,
)
from desktop.services.records.customer_record import read_customer
from desktop.services.steps.confirm_booking import finish_balance
from desktop.services.steps.give_back import give_back
from desktop.services.steps.issue_paper import PaperRoll
from desktop.services.steps.make_refund_papers import make_refund_papers
from desktop.services.steps.make_sale_papers import make_valid_paper
from desktop.services.steps.open_balance import owes_balance
from desktop.services.steps.retitle import retitle
from desktop.services.steps.round_cash import roundings_of


def end_lines(
    session: Session,
    booking: BookingRow,
    rows: Sequence[LineRow],
    plan: RefundPlan,
    reason: str,
    desk: DeskSettings,
    *,
    to_wallet: frozenset[PaymentId],
    key: RequestKey,
    note: str = "",
) -> CancellationResult:
    """End the plan's lines of a booking that is locked, with their money, their units and a voucher.

    Raises AlreadyDone or WrongState when another desk was faster, OtherContent for a key of another act: roll
    back then.
    """
    live = [row for row in rows if row.cancelled_at is None]
    ending = [row for row in live if row.number in plan.numbers]
    is_whole = len(ending) == len(live)
    if is_whole and not bookings.cancel(session, booking.id, state=booking.state, reason=reason):
        raise WrongState(booking.reference, booking.state)
    roll, slip = None, None
    if plan.paid_paise or (owes_balance(booking) and refunds.kept_paise(session, booking.id)):
        # Of an open balance what was paid on these lines may pay for others now: that has papers, too.
        roll = PaperRoll(session, desk, booking.id)
        slip = roll.begin(DocumentKind.REFUND_SLIP, booking.id)
    document_id = slip.id if slip else None
    ends = _ends(plan)
    if lines.end(session, booking.id, ends, reason=reason, voucher_id=document_id) != len(ends):
        raise AlreadyDone(what="cancel")
    if is_whole:
        released = claims.release(session, booking.id)
        promos.free(session, booking.id)
    else:
        cells = [(row.unit_id, row.slot_id) for row in ending]
        released = claims.release_cells(session, cells, booking_id=booking.id)
        retitle(session, booking.id)
    _owe(session, booking, plan, key)
    ways, rounding = _give_back(session, booking, plan, to_wallet, key, document_id)
    paper_id = make_refund_papers(session, booking.id, slip, roll) if slip and roll else None
    if not is_whole:
        _go_on(session, booking, plan, desk)
    new_state = BookingState.CANCELLED if is_whole else booking.state
    content: dict[str, object] = {
        "reference": booking.reference,
        "old_status": booking.state,
        "new_status": new_state,
        "claims_released": released,
        "reason": reason,
        "request_key": key,
        "request_digest": digest_of(plan, to_wallet, reason, note),
        **_figures(plan, ways, rounding, note),
    }
    tag = "BOOKING_CANCELLED" if is_whole else "BOOKING_LINES_CANCELLED"
    journal.record(session, tag, content, booking_id=booking.id)
    return CancellationResult(
        booking_id=booking.id,
        reference=booking.reference,
        state=new_state,
        refund_paise=plan.refund_paise,
        wallet_balance_paise=ledger.balance_paise(session, AccountKind.WALLET, booking.customer_id),
        claims_released=released,
        document_id=paper_id,
        rounding_paise=rounding,
    )


def _figures(plan: RefundPlan, ways: Sequence[Tender], rounding_paise: int, note: str) -> dict[str, object]:
    """Return what the journal tells of the plan that was carried out."""
    content: dict[str, object] = {
        "lines": sorted(plan.numbers),
        "rules": sorted({line.rule for line in plan.lines}),
        "refund_paise": plan.refund_paise,
        "kept_paise": plan.kept_paise,
        "refund_mode": "+".join(sorted(set(ways))) or "none",
    }
    if plan.unpaid_paise:
        content["unpaid_paise"] = plan.unpaid_paise
    if plan.beyond_paise:
        content |= {"beyond_paise": plan.beyond_paise, "note": note}
    if plan.is_outside:
        content["outside"] = True
    if rounding_paise:
        content["rounding_paise"] = rounding_paise
    return content


def _ends(plan: RefundPlan) -> list[LineEnd]:
    return [
        LineEnd(
            line.number,
            line.rule,
            line.back_paise,
            line.tax_back_paise,
            line.unpaid_paise,
            line.unpaid_tax_paise,
        )
        for line in plan.lines
    ]


def _go_on(session: Session, booking: BookingRow, plan: RefundPlan, desk: DeskSettings) -> None:
    """Make the paper that is valid for what goes on: the receipt names what has ended, too.

    What was paid for a booking may be enough for what is left of it: then that is sold now.
    """
    if owes_balance(booking) and not plan.balance_paise:
        finish_balance(session, booking, desk)
    if booking.state is BookingState.CONFIRMED:
        make_valid_paper(session, booking.id, desk)


def _give_back(
    session: Session,
    booking: BookingRow,
    plan: RefundPlan,
    to_wallet: frozenset[PaymentId],
    key: RequestKey,
    document_id: DocumentId | None,
) -> tuple[list[Tender], int]:
    """Give back each leg by its way; return the ways, and by what their cash was rounded."""
    paid = {row.id: row for row in payments.of_booking(session, booking.id)}
    has_wallet = not to_wallet or read_customer(session, booking.customer_id).has_wallet
    ways = [_way(leg, to_wallet if has_wallet else frozenset()) for leg in plan.legs]
    roundings = roundings_of(
        session, [(way, leg.back_paise) for way, leg in zip(ways, plan.legs, strict=True)]
    )
    for leg, way, rounding in zip(plan.legs, ways, roundings, strict=True):
        give_back(
            session,
            booking=booking,
            payment=paid[leg.payment_id],
            amount_paise=leg.back_paise,
            back_to=way,
            request_key=RequestKey(f"{key}:{leg.payment_id}"),
            document_id=document_id,
            rounding_paise=rounding,
        )
    return ways, sum(roundings)


def _way(leg: RefundLeg, to_wallet: frozenset[PaymentId]) -> Tender:
    may_choose = Tender.WALLET in TENDERS[leg.tender].ways_back
    return Tender.WALLET if leg.payment_id in to_wallet and may_choose else leg.back_to


def _owe(session: Session, booking: BookingRow, plan: RefundPlan, key: RequestKey) -> None:
    """Move what comes back out of the sale (or out of the advance of a hold) into refunds payable.

    With an open balance nothing was sold yet: what is kept of the advance is the sale.

    Where nothing comes back an entry without postings still keeps the key for this booking. Raises
    OtherContent when the key was another act's.
    """
    if owes_balance(booking):
        kept, tax = plan.kept_paise, plan.kept_tax_paise
        sources = [
            (ledger.get_account(session, AccountKind.ADVANCE_RECEIVED), plan.refund_paise + kept),
            (ledger.get_account(session, AccountKind.SALES), tax - kept),
            (ledger.get_account(session, AccountKind.TAX_PAYABLE), -tax),
        ]
    elif booking.state is BookingState.HELD:
        sources = [(ledger.get_account(session, AccountKind.ADVANCE_RECEIVED), plan.refund_paise)]
    else:
        sources = [
            (ledger.get_account(session, AccountKind.SALES), plan.refund_paise - plan.tax_refund_paise),
            (ledger.get_account(session, AccountKind.TAX_PAYABLE), plan.tax_refund_paise),
        ]
    payable = (ledger.get_account(session, AccountKind.REFUNDS_PAYABLE), -plan.refund_paise)
    postings = [*sources, payable]
    try:
        ledger.post(session, "cancellation", postings, booking_id=booking.id, request_key=key)
    except KeyUsed as used:
        raise OtherContent(used.amount_paise) from used
