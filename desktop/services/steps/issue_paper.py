"""A paper gets its number and keeps what it says, in the transaction that it tells of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from db import documents, e_invoices, filed_months, journal, mode, paper_facts, taxes
from db.database import Session
from db.document_kinds import INVOICES, KINDS, series_of
from db.documents import DocumentRow, Made, NewDocument
from db.house import BusinessRow
from db.ids import BookingId, DocumentId
from db.states import BuyerKind, DocumentKind, Scheme
from db.taxes import RegistrationRow
from desktop.services.buyer_errors import MonthFiled
from desktop.services.domain.booking import Booking
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.financial_year import INDIA, financial_year, issued_on
from desktop.services.domain.gstin import state_of
from desktop.services.domain.paper import (
    Named,
    PaperBooking,
    PaperBuyer,
    PaperContent,
    PaperWord,
    Seller,
)
from desktop.services.domain.people import Customer
from desktop.services.records.paper_record import content_from_text, content_to_text, digest_of
from desktop.services.steps.numbers_left import numbers_left

Paper = tuple[DocumentKind, PaperContent]

# Notes to a registered buyer need the number of an e-invoice like invoices.
NOTED = (DocumentKind.CREDIT_NOTE, DocumentKind.DEBIT_NOTE)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A paper of the booking that was made before, with what it says."""

    named: Named
    content: PaperContent


class PaperRoll:
    """What the papers of one act have in common: read once, whatever their number.

    Call `tell` at the end: the journal keeps the digest of each, so that a change shows.
    """

    def __init__(
        self,
        session: Session,
        desk: DeskSettings | None = None,
        booking_id: BookingId | None = None,
        *,
        day: date | None = None,
    ) -> None:
        """`desk` None: the books say themselves whether it is practice; the hours are India's.

        `day`: the Indian date of papers that are made for a day that is over.
        """
        self._session = session
        self._practice = mode.practises(session) if desk is None else desk.practice
        self._time_zone = INDIA.key if desk is None else desk.time_zone
        self._told: list[dict[str, str]] = []
        self._issued_on = day or issued_on(session.now)
        self._year = financial_year(self._issued_on)
        self.facts = paper_facts.read(session, booking_id)
        rows = self.facts.registrations
        self._digits = taxes.series_digits(rows)
        self._in_force = taxes.in_force(rows, self._issued_on)

    @property
    def desk_code(self) -> str:
        """The acting desk's code."""
        return self.facts.desk_code

    def schemes(self) -> dict[str, Scheme]:
        """Return how each registration in force is taxed, by its code."""
        return {code: row.scheme for code, row in self._in_force.items()}

    def is_e_invoiced(self, registration: str) -> bool:
        """Whether the papers of a registration to registered buyers need the number of an e-invoice."""
        row = self._in_force.get(registration)
        return row is not None and bool(row.e_invoice)

    @property
    def issued_on(self) -> date:
        """The Indian date that its papers bear."""
        return self._issued_on

    def irn_words(
        self, kind: DocumentKind, registration: str, *, is_registered: bool
    ) -> tuple[PaperWord, ...]:
        """Return whether a paper waits for the number of an e-invoice, or says that it needs none."""
        if not self.is_e_invoiced(registration):
            return ()
        is_asked = is_registered and kind in (*INVOICES, *NOTED)
        return (PaperWord.WAITING_FOR_IRN if is_asked else PaperWord.IRN_NOT_REQUIRED,)

    def seller(self, registration: str) -> Seller:
        """Return who is the seller on a paper; without a registration it is the house."""
        row = self._in_force.get(registration)
        return _house(self.facts.business) if row is None else _registered(row)

    def issue(self, kind: DocumentKind, content: PaperContent) -> Named:
        """Number a paper of what `content` says; its series is that of the seller's registration.

        Raises MonthFiled where today lies in a month whose return is filed: the clock was set back; and
        NumbersUsedUp.
        """
        new = self._new(kind, content)
        with numbers_left():
            (made,) = documents.number(self._session, [new], self.desk_code)
        return self._keep([(made, new, content)])[0]

    def issue_with_slip(self, papers: Sequence[Paper], slip: DocumentKind, plain: PaperContent) -> Named:
        """Number papers and the slip that lists them, all at once, and return the slip."""
        told = [*papers, (slip, plain)]
        new = [self._new(*one) for one in told]
        with numbers_left():
            made = documents.number(self._session, new, self.desk_code)
        listed = tuple(
            self._named(one, kind, content) for one, (kind, content) in zip(made, papers, strict=False)
        )
        last = replace(plain, listed=listed)
        new[-1] = replace(new[-1], content=self._text(last))
        contents = [*(content for _, content in papers), last]
        return self._keep(list(zip(made, new, contents, strict=True)))[-1]

    def _text(self, content: PaperContent) -> str:
        return content_to_text(replace(content, time_zone=self._time_zone))

    def _new(self, kind: DocumentKind, content: PaperContent) -> NewDocument:
        registration = content.seller.registration if KINDS[kind].is_tax_paper else ""
        self._check_open(registration)
        return NewDocument(
            kind=kind,
            year=self._year,
            issued_on=self._issued_on,
            practice=self._practice,
            booking_id=content.booking.id if content.booking else None,
            registration=registration,
            digit=self._digits.get(registration, ""),
            content=self._text(content),
            answers=tuple(one.id for one in content.answers),
        )

    def _keep(self, papers: Sequence[tuple[Made, NewDocument, PaperContent]]) -> list[Named]:
        documents.add(self._session, [(made, new) for made, new, _ in papers])
        for made, _, content in papers:
            if PaperWord.WAITING_FOR_IRN in content.words:
                e_invoices.wait(self._session, made.id)
        self._told += [
            _told(made.number, new.content, series_of(new.kind, new.registration), new.year)
            for made, new, _ in papers
        ]
        return [self._named(made, new.kind, content) for made, new, content in papers]

    def _named(self, made: Made, kind: DocumentKind, content: PaperContent) -> Named:
        return Named(made.id, kind, made.number, self._issued_on, content.total_paise)

    def _check_open(self, registration: str) -> None:
        row, month = self._in_force.get(registration), f"{self._issued_on:%Y-%m}"
        if row is None or row.filed_until < month:
            return
        # A later month may be filed while this one was opened again.
        if filed_months.is_filed(self._session, registration, month):
            raise MonthFiled(registration, month)

    def begin(self, kind: DocumentKind, booking_id: BookingId) -> Named:
        """Number a paper without tax that says nothing yet, so that rows can name it; `fill` it then."""
        new = NewDocument(kind, self._year, self._issued_on, self._practice, booking_id)
        with numbers_left():
            made = documents.make(self._session, new, self.desk_code)
        return Named(made.id, kind, made.number, self._issued_on, 0)

    def fill(self, begun: Named, content: PaperContent) -> Named:
        """Let a paper that this transaction has begun say `content`."""
        text = self._text(content)
        documents.fill(self._session, begun.id, text)
        self._told.append(_told(begun.number, text, begun.kind.value, self._year))
        return replace(begun, total_paise=content.total_paise)

    def tell(self, booking_id: BookingId | None) -> None:
        """Write into the journal which papers were made."""
        if self._told:
            journal.record(self._session, "PAPERS_MADE", {"told": self._told}, booking_id=booking_id)
            self._told = []


def _told(number: str, text: str, series: str, year: int) -> dict[str, str]:
    """Return what the journal tells of a paper: with its series, so that the log knows what was printed."""
    return {"number": number, "digest": digest_of(text), "series": f"{series} {year}"}


def earlier_papers(rows: Iterable[DocumentRow]) -> list[Earlier]:
    """Return the papers of a booking that keep what they say."""
    found = []
    for row in rows:
        if row.content and row.issued_on:
            content = content_from_text(row.content)
            found.append(
                Earlier(Named(row.id, row.kind, row.number, row.issued_on, content.total_paise), content)
            )
    return found


def paper_to_give(row: DocumentRow | None) -> DocumentId | None:
    """Return the only paper that a slip lists, else the slip itself: what the customer is given."""
    if row is None or not row.content:
        return row.id if row else None
    listed = content_from_text(row.content).listed
    return listed[0].id if len(listed) == 1 else row.id


def paper_of_slip(session: Session, slip_id: DocumentId | None) -> DocumentId | None:
    """Return what the customer is given of the act that a slip tells of."""
    return paper_to_give(documents.find(session, slip_id)) if slip_id else None


def booking_on_paper(booking: Booking) -> PaperBooking:
    """Return what every paper of a booking tells of it."""
    return PaperBooking(booking.id, booking.reference, booking.title, booking.promo_code)


def buyer_of(booking: Booking) -> PaperBuyer:
    """Return who buys, with the GSTIN of the hold."""
    return buyer_from(booking.customer, booking.buyer_gstin, booking.buyer_kind)


def buyer_from(customer: Customer, gstin: str, kind: BuyerKind | None) -> PaperBuyer:
    """Return a customer as a paper names them."""
    return PaperBuyer(
        customer_id=customer.id,
        name=customer.billing.name or customer.name,
        masked_mobile=customer.masked_mobile,
        gstin=gstin,
        address=customer.billing.address,
        pin_code=customer.billing.pin_code,
        state_code=state_of(gstin) or customer.buyer.state,
        kind=kind,
    )


def _registered(row: RegistrationRow) -> Seller:
    return Seller(
        name=row.trade_name or row.legal_name,
        legal_name=row.legal_name,
        address=tuple(filter(None, row.address.split("\n"))),
        state_code=row.state_code,
        gstin=row.gstin,
        telephone=row.telephone,
        scheme=row.scheme,
        sac_digits=row.sac_digits,
        registration=row.code,
    )


def _house(row: BusinessRow | None) -> Seller:
    if row is None:
        return Seller()
    return Seller(name=row.name, address=tuple(row.address.split("\n")), state_code=row.state_code)
