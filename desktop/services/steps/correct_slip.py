"""A payment that was told of under the wrong tender has a new slip that names the old one; no tax paper."""

from dataclasses import replace

from db.database import Session
from db.ids import BookingId, PaymentId
from db.states import DocumentKind
from desktop.services.domain.paper import PaperWord
from desktop.services.records.booking_record import read_booking
from desktop.services.steps.issue_paper import PaperRoll
from desktop.services.steps.make_sale_papers import paid_by
from desktop.services.steps.papers_before import papers_before


def correct_slip(session: Session, booking_id: BookingId, payment_id: PaymentId, reason: str) -> None:
    """Make the slip anew that tells of a payment; nothing where none does."""
    told = [
        one
        for one in papers_before(session, booking_id)
        if one.named.kind is DocumentKind.PAYMENT_SLIP
        and payment_id in {part.payment_id for part in one.content.paid}
    ]
    if not told:
        return
    old = told[-1]
    roll = PaperRoll(session, booking_id=booking_id)
    now = {part.payment_id: part for part in paid_by(read_booking(session, booking_id, roll.facts))}
    paid = tuple(
        now.get(part.payment_id, part) if part.payment_id == payment_id else part for part in old.content.paid
    )
    content = replace(
        old.content,
        paid=paid,
        desk_code=roll.desk_code,
        clerk=session.actor.person,
        replaces=old.named.number,
        words=(PaperWord.CORRECTED,),
        reason=reason,
    )
    roll.issue(DocumentKind.PAYMENT_SLIP, content)
    roll.tell(booking_id)
