"""The papers of money that goes back, in the transaction that ends the lines."""

from dataclasses import replace

from db import documents
from db.database import Session
from db.documents import NewDocument
from db.ids import BookingId, DocumentId
from db.states import DocumentKind
from desktop.services.domain.booking import Booking
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.financial_year import financial_year, issued_on
from desktop.services.domain.paper import GivenBack, Named, PaperContent
from desktop.services.records.booking_record import read_booking
from desktop.services.steps.issue_paper import PaperRoll, booking_on_paper, buyer_of


def begin_refund_slip(session: Session, booking_id: BookingId, desk: DeskSettings) -> DocumentId:
    """Number the slip of what goes back, so that lines and refunds can name it.

    `make_refund_papers` fills it.
    """
    day = issued_on(session.now)
    new = NewDocument(
        DocumentKind.REFUND_SLIP, financial_year(day), day, practice=desk.practice, booking_id=booking_id
    )
    return documents.make(session, new, documents.code_of_desk(session)).id


def make_refund_papers(
    session: Session, booking_id: BookingId, slip_id: DocumentId, desk: DeskSettings
) -> None:
    """Make the papers of the lines that ended with a slip, and let the slip list them.

    Call it when the lines have ended and their money is on its way.
    """
    booking = read_booking(session, booking_id)
    roll = PaperRoll(session, desk)
    papers: tuple[Named, ...] = ()
    begun = documents.find(session, slip_id)
    if begun is None:
        raise AssertionError("a slip is filled in the transaction that has begun it")
    roll.fill(begun, _slip(booking, slip_id, papers, roll))
    roll.tell(booking_id)


def _slip(booking: Booking, slip_id: DocumentId, papers: tuple[Named, ...], roll: PaperRoll) -> PaperContent:
    lines = tuple(line for line in booking.lines if line.voucher_id == slip_id)
    back = tuple(
        GivenBack(one.tender, one.amount_paise, one.rounding_paise, one.state, one.reference)
        for one in booking.refunds_of_sale
        if one.document_id == slip_id
    )
    plain = PaperContent(
        seller=roll.seller(""),
        buyer=buyer_of(booking),
        desk_code=roll.desk_code,
        clerk=booking.clerk,
        booking=booking_on_paper(booking),
    )
    reason = next((line.cancel_reason for line in lines), "")
    return replace(plain, lines=lines, back=back, listed=papers, reason=reason)
