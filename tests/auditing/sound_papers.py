"""The papers of the sound desk: a voucher that its invoice sets off, invoices, a credit note and its slip."""

from typing import Any

from sqlalchemy import select

from db import documents, journal
from db.audits.papers_told import digest_of
from db.database import Session
from db.documents import Made, NewDocument
from db.ids import BookingId
from db.schema import booking, document
from db.session import to_json
from db.states import DocumentKind
from desktop.services.domain.financial_year import financial_year, issued_on

REGISTRATION = "MH"


class Papers:
    """Makes the papers of one booking, whose lines cost 1,050.00 in all, of it 25.00 of each levy."""

    def __init__(self, session: Session, reference: str) -> None:
        self.session = session
        row = session.execute(select(booking).where(booking.c.reference == f"BK-{reference}")).one()
        self.booking_id = BookingId(row.id)
        self.lines = int(row.line_count)
        self.told: list[dict[str, str]] = []

    def amounts(self, part: int = 1) -> list[dict[str, int]]:
        """Return what a paper counts of each line: the whole, or one of so many parts."""
        each = part * self.lines
        levies = {"cgst_paise": 2_500 // each, "sgst_paise": 2_500 // each}
        return [{"number": n + 1, "value_paise": 100_000 // each} | levies for n in range(self.lines)]

    def make(self, kind: DocumentKind, *answered: tuple[DocumentKind, Made], **content: Any) -> Made:
        """Number and keep a paper."""
        answers = [{"id": one.id, "kind": of, "number": one.number} for of, one in answered]
        text = to_json({"seller": {"registration": REGISTRATION}, "answers": answers} | content)
        day = issued_on(self.session.now)
        new = NewDocument(
            kind,
            financial_year(day),
            day,
            practice=True,
            booking_id=self.booking_id,
            registration=REGISTRATION,
            content=text,
            answers=tuple(one.id for _, one in answered),
        )
        made = documents.make(self.session, new, "D1")
        self.told.append({"number": made.number, "digest": digest_of(text)})
        return made

    def fill_slip(self) -> None:
        """Let the slip that was begun say that money went back."""
        wanted = select(document.c.id, document.c.number)
        (row,) = self.session.execute(wanted.where(document.c.kind == DocumentKind.REFUND_SLIP))
        text = to_json({"seller": {}})
        documents.fill(self.session, row.id, text)
        self.told.append({"number": row.number, "digest": digest_of(text)})

    def tell(self) -> None:
        """Tell the journal of them."""
        journal.record(self.session, "PAPERS_MADE", {"told": self.told}, booking_id=self.booking_id)


def add_papers(session: Session) -> None:
    """Make the papers of the bookings that were sold."""
    voucher, invoice, note = (
        DocumentKind.RECEIPT_VOUCHER,
        DocumentKind.TAX_INVOICE,
        DocumentKind.CREDIT_NOTE,
    )
    papers = Papers(session, "CONF")
    advance = papers.make(voucher, amounts=papers.amounts())
    papers.make(invoice, (voucher, advance), amounts=papers.amounts(), advance_paise=105_000)
    papers.tell()
    papers = Papers(session, "DONE")
    papers.make(invoice, amounts=papers.amounts())
    papers.tell()
    papers = Papers(session, "BACK")
    sold = papers.make(invoice, amounts=papers.amounts())
    papers.make(note, (invoice, sold), amounts=papers.amounts(part=2))
    papers.fill_slip()
    papers.tell()
