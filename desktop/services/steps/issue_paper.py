"""A paper gets its number and keeps what it says, in the transaction that it tells of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from db import documents, journal, paper_facts, taxes
from db.database import Session
from db.document_kinds import KINDS, series_of
from db.documents import DocumentRow, Made, NewDocument
from db.house import BusinessRow
from db.ids import BookingId
from db.states import DocumentKind, Scheme
from db.taxes import RegistrationRow
from desktop.services.domain.booking import Booking
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.financial_year import financial_year, issued_on
from desktop.services.domain.paper import Named, PaperBooking, PaperBuyer, PaperContent, Seller
from desktop.services.records.paper_record import content_from_text, content_to_text, digest_of

Paper = tuple[DocumentKind, PaperContent]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A paper of the booking that was made before, with what it says."""

    named: Named
    content: PaperContent


class PaperRoll:
    """What the papers of one act have in common: read once, whatever their number.

    Call `tell` at the end: the journal keeps the digest of each, so that a change shows.
    """

    def __init__(self, session: Session, desk: DeskSettings, booking_id: BookingId | None = None) -> None:
        self._session = session
        self._desk = desk
        self._told: list[dict[str, str]] = []
        self._issued_on = issued_on(session.now)
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

    def seller(self, registration: str) -> Seller:
        """Return who is the seller on a paper; without a registration it is the house."""
        row = self._in_force.get(registration)
        return _house(self.facts.business) if row is None else _registered(row)

    def issue(self, kind: DocumentKind, content: PaperContent) -> Named:
        """Number a paper of what `content` says; its series is that of the seller's registration."""
        new = self._new(kind, content)
        (made,) = documents.number(self._session, [new], self.desk_code)
        return self._keep([(made, new, content)])[0]

    def issue_with_slip(self, papers: Sequence[Paper], slip: DocumentKind, plain: PaperContent) -> Named:
        """Number papers and the slip that lists them, all at once, and return the slip."""
        told = [*papers, (slip, plain)]
        new = [self._new(*one) for one in told]
        made = documents.number(self._session, new, self.desk_code)
        listed = tuple(
            self._named(one, kind, content) for one, (kind, content) in zip(made, papers, strict=False)
        )
        last = replace(plain, listed=listed)
        new[-1] = replace(new[-1], content=self._text(last))
        contents = [*(content for _, content in papers), last]
        return self._keep(list(zip(made, new, contents, strict=True)))[-1]

    def _text(self, content: PaperContent) -> str:
        return content_to_text(replace(content, time_zone=self._desk.time_zone))

    def _new(self, kind: DocumentKind, content: PaperContent) -> NewDocument:
        registration = content.seller.registration if KINDS[kind].is_tax_paper else ""
        return NewDocument(
            kind=kind,
            year=self._year,
            issued_on=self._issued_on,
            practice=self._desk.practice,
            booking_id=content.booking.id if content.booking else None,
            registration=registration,
            digit=self._digits.get(registration, ""),
            content=self._text(content),
            answers=tuple(one.id for one in content.answers),
        )

    def _keep(self, papers: Sequence[tuple[Made, NewDocument, PaperContent]]) -> list[Named]:
        documents.add(self._session, [(made, new) for made, new, _ in papers])
        self._told += [
            _told(made.number, new.content, series_of(new.kind, new.registration), new.year)
            for made, new, _ in papers
        ]
        return [self._named(made, new.kind, content) for made, new, content in papers]

    def _named(self, made: Made, kind: DocumentKind, content: PaperContent) -> Named:
        return Named(made.id, kind, made.number, self._issued_on, content.total_paise)

    def fill(self, begun: DocumentRow, content: PaperContent) -> Named:
        """Let a paper that this transaction has begun say `content`."""
        text = self._text(content)
        documents.fill(self._session, begun.id, text)
        self._told.append(_told(begun.number, text, series_of(begun.kind, begun.registration), self._year))
        return Named(begun.id, begun.kind, begun.number, self._issued_on, content.total_paise)

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


def booking_on_paper(booking: Booking) -> PaperBooking:
    """Return what every paper of a booking tells of it."""
    return PaperBooking(booking.id, booking.reference, booking.title, booking.promo_code)


def buyer_of(booking: Booking) -> PaperBuyer:
    """Return who buys, with the GSTIN of the hold."""
    customer = booking.customer
    return PaperBuyer(
        customer_id=customer.id,
        name=customer.billing.name or customer.name,
        masked_mobile=customer.masked_mobile,
        gstin=booking.buyer_gstin,
        address=customer.billing.address,
        pin_code=customer.billing.pin_code,
        state_code=customer.buyer.state,
        kind=customer.buyer.kind,
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
