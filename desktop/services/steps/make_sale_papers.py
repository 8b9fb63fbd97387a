"""The papers of money that came in for a booking, in the transaction that took it.

Each registration, place of supply and buyer has one of its kind, and a slip lists them all.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from db import documents, house_rules
from db.database import Session
from db.document_kinds import ADVANCES, BACK, BILLS, KINDS, Part
from db.house_rules import HouseRules
from db.ids import BookingId, DocumentId, PaymentId
from db.states import DocumentKind, PaymentState
from desktop.services.domain.advance import add_up, advance_on, rest_of
from desktop.services.domain.booking import Booking, BookingLine
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.paper import (
    LineAmounts,
    Named,
    PaidBy,
    PaperContent,
    PaperWord,
    amounts_of,
)
from desktop.services.domain.which_paper import Event, Group, InvoiceWhen, When, papers_of
from desktop.services.records.booking_record import read_booking
from desktop.services.steps.issue_paper import Earlier, PaperRoll, booking_on_paper, buyer_of, earlier_papers
from desktop.services.steps.paper_cover import covers

# What a consolidated invoice may take the place of.
SMALL = (DocumentKind.TAX_INVOICE, DocumentKind.TICKET_INVOICE)


def make_sale_papers(session: Session, booking_id: BookingId, event: Event, desk: DeskSettings) -> DocumentId:
    """Make what PART_PAID or PAID asks for, and return the slip's id.

    Call it when payments, lines and the state of the booking are written.
    """
    rules = house_rules.read(session)
    booking = read_booking(session, booking_id, rules)
    roll = PaperRoll(session, desk)
    before = earlier_papers(documents.of_booking(session, booking_id))
    sale = _Sale(booking, before, roll)
    groups = papers_of(
        event,
        booking.live_lines,
        roll.schemes(),
        invoice_when(rules),
        is_registered=bool(booking.buyer_gstin),
    )
    groups = tuple(sale.small(group, rules.small_sale_paise) for group in groups)
    new_paid = sale.new_paid()
    if new_paid or event is not Event.PART_PAID:
        papers = [roll.issue(counted.kind, sale.content(counted)) for counted in sale.with_amounts(groups)]
    else:  # agreed without a rupee: what was booked is valid, and there is nothing to tax
        papers = [roll.issue(DocumentKind.TICKET, sale.valid())]
    slip = roll.issue(DocumentKind.PAYMENT_SLIP, sale.slip(papers, new_paid))
    roll.tell(booking_id)
    return slip.id


def make_valid_paper(session: Session, booking_id: BookingId, desk: DeskSettings) -> DocumentId:
    """Make the ticket that says what of a booking is valid now, and return its id.

    Of an open balance it says what is left to pay.
    """
    booking = read_booking(session, booking_id)
    roll = PaperRoll(session, desk)
    sale = _Sale(booking, earlier_papers(documents.of_booking(session, booking_id)), roll)
    made = roll.issue(DocumentKind.TICKET, sale.valid())
    roll.tell(booking_id)
    return made.id


def issue_due(
    booking: Booking,
    lines: Iterable[BookingLine],
    before: Sequence[Earlier],
    roll: PaperRoll,
    no_shows: Collection[int] = (),
) -> list[Earlier]:
    """Make the invoices of lines that were supplied and have vouchers alone; they set these off.

    `no_shows`: the numbers of lines to which nobody came.
    """
    stand = covers(before)
    waiting = [line for line in lines if line.number in stand and stand[line.number].is_ahead]
    groups = papers_of(
        Event.SUPPLIED,
        waiting,
        roll.schemes(),
        InvoiceWhen(),
        is_registered=bool(booking.buyer_gstin),
    )
    sale, made = _Sale(booking, before, roll), []
    for counted in sale.with_amounts(groups):
        content = sale.content(counted)
        if all(line.number in no_shows for line in counted.group.lines):
            content = replace(content, words=(PaperWord.NO_SHOW, *content.words))
        made.append(Earlier(roll.issue(counted.kind, content), content))
    return made


def invoice_when(rules: HouseRules) -> InvoiceWhen:
    """Return when the house makes the invoice of each trade."""
    at = {0: When.AT_PAYMENT, 1: When.AT_SUPPLY}
    return InvoiceWhen(
        at[rules.invoice_at_supply_room], at[rules.invoice_at_supply_bus], at[rules.invoice_at_supply_tour]
    )


@dataclass(frozen=True, slots=True)
class _Counted:
    """A group with what its paper counts of each line."""

    group: Group
    amounts: tuple[LineAmounts, ...]
    answers: tuple[Named, ...] = ()
    advance_paise: int = 0

    @property
    def kind(self) -> DocumentKind:
        return self.group.kind


class _Sale:
    """A booking with the papers that it has: what a paper more says."""

    def __init__(self, booking: Booking, before: Sequence[Earlier], roll: PaperRoll) -> None:
        self._booking = booking
        self._before = before
        self._roll = roll
        self._advanced = advanced(before)

    def new_paid(self) -> tuple[PaidBy, ...]:
        """Return what pays for it and stands on no slip yet."""
        told = {
            part.payment_id
            for one in self._before
            if one.named.kind is DocumentKind.PAYMENT_SLIP
            for part in one.content.paid
        }
        return tuple(part for part in paid_by(self._booking) if part.payment_id not in told)

    def small(self, group: Group, below_paise: int) -> Group:
        """Return the group with a plain ticket where its invoice may be left to that of the day."""
        is_asked = bool(self._booking.buyer_gstin) or group.kind not in SMALL
        if is_asked or group.total_paise >= below_paise or self._has_voucher(group):
            return group
        return replace(group, kind=DocumentKind.TICKET)

    def _has_voucher(self, group: Group) -> bool:
        return any(line.number in self._advanced for line in group.lines)

    def with_amounts(self, groups: Sequence[Group]) -> list[_Counted]:
        """Return what the paper of each group counts: a bill all of its lines, a voucher what is new."""
        found = []
        bills = [group for group in groups if group.kind not in ADVANCES]
        for group in bills:
            answers = tuple(
                one.named
                for one in self._before
                if one.named.kind in ADVANCES
                and {line.number for line in group.lines} & {line.number for line in one.content.amounts}
            )
            had = sum(self._advanced.get(line.number, LineAmounts(0, 0)).total_paise for line in group.lines)
            found.append(_Counted(group, tuple(map(amounts_of, group.lines)), answers, had))
        vouchers = [group for group in groups if group.kind in ADVANCES]
        lines = [line for group in vouchers for line in group.lines]
        new = {one.number: one for one in advance_on(lines, self._advanced, self._new_paise(lines))}
        for group in vouchers:
            amounts = tuple(new[line.number] for line in group.lines)
            if any(one.total_paise for one in amounts):
                found.append(_Counted(group, amounts))
        return sorted(found, key=lambda one: groups.index(one.group))

    def _new_paise(self, lines: Sequence[BookingLine]) -> int:
        """What was paid for these lines and stands on no voucher; all other lines are paid in full."""
        booking, numbers = self._booking, {line.number for line in lines}
        others = sum(line.total_paise for line in booking.live_lines if line.number not in numbers)
        ended = sum(
            line.total_paise - line.refund_paise - line.unpaid_paise
            for line in booking.lines
            if not line.is_live
        )
        had = sum(self._advanced.get(number, LineAmounts(0, 0)).total_paise for number in numbers)
        rest = sum(rest_of(line, self._advanced).total_paise for line in lines)
        return min(max(booking.kept_paise - others - ended - had, 0), rest)

    def content(self, counted: _Counted) -> PaperContent:
        """Return what the paper of a group says."""
        group, parts = counted.group, KINDS[counted.kind].parts
        words = []
        if counted.kind is DocumentKind.TICKET:
            words.append(PaperWord.SMALL_SALE if group.total_paise else PaperWord.COMPLIMENTARY)
        elif self._roll.is_e_invoiced(group.registration):
            is_asked = counted.kind in BILLS and bool(self._booking.buyer_gstin)
            words.append(PaperWord.WAITING_FOR_IRN if is_asked else PaperWord.IRN_NOT_REQUIRED)
        return replace(
            self._plain(group.registration),
            place_state=group.place_state,
            lines=group.lines,
            amounts=() if counted.kind is DocumentKind.TICKET else counted.amounts,
            answers=counted.answers,
            advance_paise=counted.advance_paise,
            paid=paid_by(self._booking) if Part.TENDERS in parts else (),
            words=tuple(words),
        )

    def slip(self, papers: Sequence[Named], paid: tuple[PaidBy, ...]) -> PaperContent:
        """Return what the slip says: what was taken now, and for which papers."""
        return replace(self._plain(""), listed=tuple(papers), paid=paid)

    def valid(self) -> PaperContent:
        """Return what a ticket says of the lines that live."""
        lines = self._booking.live_lines
        codes = {line.registration for line in lines}
        seller = codes.pop() if len(codes) == 1 else ""
        return replace(self._plain(seller), lines=lines)

    def _plain(self, registration: str) -> PaperContent:
        return PaperContent(
            seller=self._roll.seller(registration),
            buyer=buyer_of(self._booking),
            desk_code=self._roll.desk_code,
            clerk=self._booking.clerk,
            booking=booking_on_paper(self._booking),
            left_paise=self._booking.due_paise if self._booking.owes_balance else 0,
            balance_by=self._booking.balance_by if self._booking.owes_balance else None,
        )


def advanced(before: Sequence[Earlier]) -> Mapping[int, LineAmounts]:
    """Return what receipt vouchers and deposit receipts count of each line, less what of that went back."""
    taken = [amount for one in before if one.named.kind in ADVANCES for amount in one.content.amounts]
    back = [
        LineAmounts(
            amount.number, -amount.value_paise, -amount.cgst_paise, -amount.sgst_paise, -amount.igst_paise
        )
        for one in before
        if one.named.kind in BACK and any(answer.kind in ADVANCES for answer in one.content.answers)
        for amount in one.content.amounts
    ]
    return add_up((*taken, *back))


def paid_by(booking: Booking) -> tuple[PaidBy, ...]:
    """Return what pays for a booking by now: less what of it went back."""
    back = Counter[PaymentId | None]()
    for refund in booking.refunds_of_sale:
        back[refund.payment_id] += refund.amount_paise
    return tuple(
        PaidBy(
            payment_id=one.id,
            tender=one.tender,
            amount_paise=one.amount_paise - back[one.id],
            rounding_paise=one.rounding_paise,
            account=one.account,
            reference=one.reference,
            instrument_kind=one.instrument_kind,
            corrected_from=one.corrected_from,
            received_paise=one.received_paise,
        )
        for one in booking.payments
        if one.state is PaymentState.CAPTURED and one.amount_paise > back[one.id]
    )
