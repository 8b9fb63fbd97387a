"""The papers of money that goes back, in the transaction that ends the lines.

What is answered depends on what stands for a line: of receipt vouchers a refund voucher tells what goes back
and an invoice what is kept; of an invoice a credit note tells what goes back, and what is kept stays on it.
"""

from collections.abc import Sequence
from dataclasses import replace

from db.database import Session
from db.document_kinds import INVOICES
from db.ids import BookingId, DocumentId
from db.states import DocumentKind, RefundRule
from desktop.services.domain.booking import Booking, BookingLine
from desktop.services.domain.paper import GivenBack, LineAmounts, Named, PaperContent, PaperWord
from desktop.services.domain.which_paper import Event, Group, InvoiceWhen, papers_of
from desktop.services.records.booking_record import read_booking
from desktop.services.steps.consolidated_in import consolidated_in
from desktop.services.steps.ended_amounts import back_of, split_advances, tax_stays
from desktop.services.steps.issue_paper import (
    Earlier,
    PaperRoll,
    booking_on_paper,
    buyer_of,
)
from desktop.services.steps.make_sale_papers import issue_due
from desktop.services.steps.paper_cover import Cover, covers
from desktop.services.steps.papers_before import papers_before

BY_HOUSE = (RefundRule.HOUSE_CANCELLED, RefundRule.HOUSE_MOVED)
# A cancellation is no ride: its charge has an invoice, also of a seat.
CHARGES = {DocumentKind.TICKET_INVOICE: DocumentKind.TAX_INVOICE}


def make_refund_papers(session: Session, booking_id: BookingId, slip: Named, roll: PaperRoll) -> DocumentId:
    """Make the papers of the lines that ended with a slip, and let the slip list them.

    `slip`: a refund slip that the same roll has begun for this booking. Call it when the lines have ended and
    their money is on its way. Returns what the customer is given: the only paper, or of several or none the
    slip.
    """
    # The roll was read before this money went back.
    booking = read_booking(session, booking_id, replace(roll.facts, has_refunds=True))
    ending = _Ending(session, booking, slip.id, roll, papers_before(session, booking_id))
    papers = ending.papers()
    roll.fill(slip, replace(ending.plain(""), listed=tuple(papers), back=ending.back, lines=ending.lines))
    roll.tell(booking_id)
    return papers[0].id if len(papers) == 1 else slip.id


class _Ending:
    """Lines that ended with one slip, and what stands for them."""

    def __init__(
        self,
        session: Session,
        booking: Booking,
        slip_id: DocumentId,
        roll: PaperRoll,
        before: Sequence[Earlier],
    ) -> None:
        self._session = session
        self._booking = booking
        self._roll = roll
        self.lines = tuple(line for line in booking.lines if line.voucher_id == slip_id)
        self.back = tuple(
            GivenBack(one.tender, one.amount_paise, one.rounding_paise, one.state, one.reference)
            for one in booking.refunds_of_sale
            if one.document_id == slip_id
        )
        self._reason = next((line.cancel_reason for line in self.lines), "")
        used = [
            line for line in self.lines if line.refund_rule is RefundRule.AFTER_USE and not line.unpaid_paise
        ]
        # What was used was supplied: its invoice comes first, and is answered. What was never paid up is
        # supplied by what is kept of it.
        self._before = [*before, *issue_due(booking, used, before, roll)]
        self._invoices = self._before[len(before) :]
        self._stand = covers(self._before)

    def papers(self) -> list[Named]:
        """Make what these lines need."""
        made = [one.named for one in self._invoices]
        made += [self._roll.issue(kind, content) for kind, content in self._notes()]
        advances = split_advances(self.lines, self._booking.live_lines, self._stand)
        made += self._grouped(Event.PART_PAID, advances.new)
        self._stand = covers(self._before)
        made += self._vouchers(advances.back)
        made += self._charges(advances.kept)
        return made

    def plain(self, registration: str) -> PaperContent:
        """Return what all papers of the act say."""
        return PaperContent(
            seller=self._roll.seller(registration),
            buyer=buyer_of(self._booking),
            desk_code=self._roll.desk_code,
            clerk=self._booking.clerk,
            booking=booking_on_paper(self._booking),
            reason=self._reason,
        )

    def _notes(self) -> list[tuple[DocumentKind, PaperContent]]:
        """Return what answers invoices, tickets and receipts: one for each of them."""
        groups: dict[tuple[DocumentKind, DocumentId], list[BookingLine]] = {}
        answered: dict[DocumentId, tuple[Named, Earlier]] = {}
        for line in self.lines:
            cover = self._stand.get(line.number)
            if cover is None or cover.bill is None or not line.refund_paise:
                continue
            original = consolidated_in(self._session, cover.bill)
            if original is None:  # a small sale whose day has no invoice yet: that leaves it out
                continue
            kind = self._note_of(line, cover, original.kind)
            answered[original.id] = original, cover.bill
            groups.setdefault((kind, original.id), []).append(line)
        return [(kind, self._note(kind, *answered[one], lines)) for (kind, one), lines in groups.items()]

    def _note_of(self, line: BookingLine, cover: Cover, original: DocumentKind) -> DocumentKind:
        if original not in INVOICES:
            return DocumentKind.REFUND_RECEIPT
        is_late = tax_stays(line, cover, self._roll.issued_on)
        return DocumentKind.FINANCIAL_NOTE if is_late else DocumentKind.CREDIT_NOTE

    def _note(
        self, kind: DocumentKind, original: Named, bill: Earlier, lines: Sequence[BookingLine]
    ) -> PaperContent:
        is_late = kind is DocumentKind.FINANCIAL_NOTE
        return replace(
            self._plain_of(kind, bill.content.seller.registration, lines),
            buyer=bill.content.buyer,
            place_state=bill.content.place_state,
            lines=tuple(lines),
            amounts=tuple(back_of(line, tax_stays=is_late) for line in lines),
            answers=(original,),
        )

    def _vouchers(self, back: Sequence[LineAmounts]) -> list[Named]:
        """Make the refund vouchers of receipt vouchers, and the receipts of what has no tax."""
        kinds = {
            DocumentKind.RECEIPT_VOUCHER: DocumentKind.REFUND_VOUCHER,
            DocumentKind.DEPOSIT_RECEIPT: DocumentKind.REFUND_RECEIPT,
        }
        return self._grouped(Event.PART_PAID, back, kinds)

    def _charges(self, kept: Sequence[LineAmounts]) -> list[Named]:
        """Make the invoices of what is kept: a cancellation charge is the supply then."""
        return self._grouped(Event.SUPPLIED, kept, CHARGES, (PaperWord.CANCELLATION_CHARGE,))

    def _grouped(
        self,
        event: Event,
        amounts: Sequence[LineAmounts],
        kinds: dict[DocumentKind, DocumentKind] | None = None,
        words: tuple[PaperWord, ...] = (),
    ) -> list[Named]:
        """Make the papers of an event, one for each registration and place."""
        counted = {one.number: one for one in amounts}
        lines = [line for line in self._booking.lines if line.number in counted]
        groups = papers_of(
            event,
            lines,
            self._roll.schemes(),
            InvoiceWhen(),
            is_registered=bool(self._booking.buyer_gstin),
        )
        return [
            self._counted(group, (kinds or {}).get(group.kind, group.kind), counted, words)
            for group in groups
        ]

    def _counted(
        self,
        group: Group,
        kind: DocumentKind,
        counted: dict[int, LineAmounts],
        words: tuple[PaperWord, ...],
    ) -> Named:
        amounts = tuple(counted[line.number] for line in group.lines)
        is_new = kind in (DocumentKind.RECEIPT_VOUCHER, DocumentKind.DEPOSIT_RECEIPT)
        answers = (
            ()
            if is_new
            else tuple(
                dict.fromkeys(
                    named
                    for line in group.lines
                    if line.number in self._stand
                    for named in self._stand[line.number].advances
                )
            )
        )
        is_charge = PaperWord.CANCELLATION_CHARGE in words
        plain = self._plain_of(kind, group.registration, group.lines)
        content = replace(
            plain,
            place_state=group.place_state,
            lines=group.lines,
            amounts=amounts,
            answers=answers,
            advance_paise=sum(one.total_paise for one in amounts) if is_charge else 0,
            words=(*words, *plain.words),
            back=() if is_charge or is_new else plain.back,
        )
        named = self._roll.issue(kind, content)
        self._before.append(Earlier(named, content))
        return named

    def _plain_of(self, kind: DocumentKind, registration: str, lines: Sequence[BookingLine]) -> PaperContent:
        is_by_house = all(line.refund_rule in BY_HOUSE for line in lines)
        words = (PaperWord.BY_HOUSE,) if is_by_house else ()
        more = self._roll.irn_words(kind, registration, is_registered=bool(self._booking.buyer_gstin))
        # Each tender's money back is told where one paper tells of all of it.
        is_all = len(lines) == len(self.lines)
        return replace(self.plain(registration), words=(*words, *more), back=self.back if is_all else ())
