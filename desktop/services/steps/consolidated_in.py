"""Which paper answers for a ticket of a small sale: the consolidated invoice of its day."""

from db import documents
from db.database import Session
from db.states import DocumentKind
from desktop.services.domain.paper import Named
from desktop.services.steps.issue_paper import Earlier, earlier_papers


def consolidated_in(session: Session, bill: Earlier) -> Named | None:
    """Return the paper that a note has to answer: the bill, or the consolidated invoice that took it in.

    None for a small sale whose day has no invoice yet.
    """
    if bill.named.kind is not DocumentKind.TICKET:
        return bill.named
    taken = documents.answered_by(session, [bill.named.id]).get(bill.named.id, ())
    rows = [row for one in taken if (row := documents.find(session, one)) is not None]
    invoices = [row for row in rows if row.kind is DocumentKind.CONSOLIDATED_INVOICE]
    found = earlier_papers(invoices[:1])
    return found[0].named if found else None
