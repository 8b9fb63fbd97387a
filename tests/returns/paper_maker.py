"""Papers of whatever kind, told directly: what they count, to whom and where, on which day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from db import documents
from db.document_kinds import KINDS
from db.documents import NewDocument
from db.states import BuyerKind, DocumentKind, Scheme, Supply
from desktop.services.domain.booking import BookingLine
from desktop.services.domain.financial_year import financial_year
from desktop.services.domain.gstin import check_character
from desktop.services.domain.paper import (
    LineAmounts,
    Named,
    PaperBuyer,
    PaperContent,
    PaperWord,
    Seller,
    amounts_of,
)
from desktop.services.records.paper_record import content_to_text
from tests.counter import Counter

OWN, OWN_STATE = "27AAAAA0000A1Z2", "27"
KARNATAKA = "29AAACB1234C1Z" + check_character("29AAACB1234C1Z")
SELLER = Seller("Deccan Court", "Deccan Court", ("Pune",), OWN_STATE, OWN, "", Scheme.REGULAR, 6, "MH")


@dataclass
class PaperMaker:
    """Makes papers on one database; each line has a number of its own."""

    counter: Counter
    template: BookingLine
    lines: int = 0

    def line(
        self,
        value: int,
        rate_bp: int = 500,
        *,
        igst: int = 0,
        cgst: int = 0,
        sac: str = "996311",
        supply: Supply = Supply.TAXABLE,
        place_state: str = OWN_STATE,
    ) -> BookingLine:
        """Return a line of this value in paise; `cgst` counts twice."""
        self.lines += 1
        return replace(
            self.template,
            number=self.lines,
            tax_rate_bp=rate_bp,
            igst_paise=igst,
            cgst_paise=cgst,
            sgst_paise=cgst,
            tax_paise=igst + 2 * cgst,
            total_paise=value + igst + 2 * cgst,
            sac=sac,
            supply=supply,
            place_state=place_state,
        )

    def make(
        self,
        kind: DocumentKind,
        day: date,
        lines: Sequence[BookingLine],
        *,
        amounts: Sequence[LineAmounts] = (),
        place: str = OWN_STATE,
        gstin: str = "",
        buyer_kind: BuyerKind | None = None,
        answers: Sequence[Named] = (),
        words: tuple[PaperWord, ...] = (),
        seller: Seller = SELLER,
    ) -> Named:
        """Make a paper; without `amounts` it counts its lines whole."""
        content = PaperContent(
            seller=seller,
            buyer=PaperBuyer(name="Asha", gstin=gstin, kind=buyer_kind),
            desk_code="D1",
            clerk="clerk",
            place_state=place,
            lines=tuple(lines),
            amounts=tuple(amounts) or tuple(map(amounts_of, lines)),
            answers=tuple(answers),
            words=words,
        )
        new = NewDocument(
            kind,
            financial_year(day),
            day,
            practice=True,
            registration=seller.registration if KINDS[kind].is_tax_paper else "",
            content=content_to_text(content),
            answers=tuple(one.id for one in answers),
        )
        with self.counter.database.write(self.counter.actor) as session:
            made = documents.make(session, new, "D1")
        return Named(made.id, kind, made.number, day, content.total_paise)


def paper_maker(counter: Counter) -> PaperMaker:
    """Return a maker whose lines look like a room of the sample."""
    hold = counter.hold(counter.quote(counter.item("DLX")))
    (line,) = counter.booking(hold).lines
    return PaperMaker(counter, line)
