"""EnterIrn: the portal's numbers stand on their papers from now on."""

from collections.abc import Sequence

from db import e_invoices, journal
from db.actor import Actor
from db.database import Database, Session
from db.documents import DocumentRow
from desktop.services.buyer_errors import IrnKnown, IrnNotWanted, IrnOfOther
from desktop.services.domain.e_invoice import CheckedAnswer, PortalAnswer, checked, read_answers
from desktop.services.domain.financial_year import issued_on
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import BadRequest, NotFound
from desktop.services.events import BookingChanged, Publish
from desktop.services.steps.check_permission import check_permission


def read_portal_file(text: str) -> tuple[PortalAnswer, ...]:
    """Return what the portal's JSON answers. Raises BadRequest for another text."""
    found = read_answers(text)
    if found is None:
        raise BadRequest("irn_file", "malformed")
    return found


class EnterIrn:
    """Keep the portal's answers, all of a file or none. An answer is kept once and never changed."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, answers: Sequence[PortalAnswer], *, actor: Actor) -> int:
        """Return how many papers have got their number now; the same answer again is no new one.

        Raises NotPermitted, BadRequest, NotFound, IrnNotWanted, IrnKnown where the paper has another number
        or the number another paper, IrnOfOther where the signed text names another paper.
        """
        with self._database.write(actor) as session:
            wanted = [one for one in (_wanted(session, answer) for answer in answers) if one is not None]
            if wanted:
                subject = " ".join(f"{row.number}:{answer.irn}" for row, answer in wanted)
                check_permission(session, ManagerAct.ENTER_IRN, subject)
            for row, answer in wanted:
                _enter(session, row, answer)
        for row, _ in wanted:
            if row.booking_id is not None:
                self._publish(BookingChanged(row.booking_id))
        return len(wanted)


def _wanted(session: Session, answer: PortalAnswer) -> tuple[DocumentRow, CheckedAnswer] | None:
    """Return what is to be written; None where it stands already."""
    row = e_invoices.document_of(session, answer.number.strip())
    if row is None:
        raise NotFound("document", answer.number)
    found = checked(answer, row.issued_on or issued_on(row.made_at), session.now)
    if isinstance(found, str):
        raise _wrong(found)
    if found.told and found.told.upper() != row.number:
        raise IrnOfOther(row.number, found.told)
    stored = e_invoices.find(session, row.id)
    if stored is None:
        raise IrnNotWanted(row.number)
    if stored.irn == found.irn:
        return None
    if stored.irn is not None or e_invoices.of_irn(session, found.irn) is not None:
        raise IrnKnown(row.number)
    return row, found


def _wrong(field: str) -> BadRequest:
    return {
        "irn": BadRequest("irn", "malformed"),
        "ack_number": BadRequest("ack_number", "malformed"),
        "acked_at": BadRequest("acked_at", "malformed"),
        "signed_qr": BadRequest("signed_qr", "malformed"),
    }[field]


def _enter(session: Session, row: DocumentRow, answer: CheckedAnswer) -> None:
    is_entered = e_invoices.of_irn(session, answer.irn) is None and e_invoices.enter(
        session,
        row.id,
        irn=answer.irn,
        ack_number=answer.ack_number,
        acked_at=answer.acked_at,
        signed_qr=answer.signed_qr,
    )
    if not is_entered:
        raise IrnKnown(row.number)
    content = {"number": row.number, "irn": answer.irn, "ack_number": answer.ack_number}
    journal.record(session, "IRN_ENTERED", content, booking_id=row.booking_id)
