"""The papers of a counter: read as they were kept, and added up against what was sold and kept."""

from collections.abc import Sequence

from sqlalchemy import insert, select, update

from db import documents
from db.document_kinds import ADVANCES, BACK, BILLS
from db.house_rules import write as write_rules
from db.ids import BookingId
from db.keys import new_key
from db.schema import booking, document, registration, slot, unit
from db.states import DocumentKind, Scheme
from desktop.services.documents.show_document import ShowDocument
from desktop.services.domain.booking import Hold
from desktop.services.domain.document import Document
from desktop.services.domain.gstin import check_character
from desktop.services.domain.paper import LineAmounts, amounts_of
from desktop.services.records.booking_record import read_booking
from desktop.services.steps.ended_amounts import kept_of
from desktop.services.steps.issue_paper import Earlier, earlier_papers
from desktop.services.steps.paper_cover import covers, plus
from tests.counter import FACTS, Counter

SLIPS = (DocumentKind.PAYMENT_SLIP, DocumentKind.REFUND_SLIP)
GOA_GSTIN = "30AAAAA0000A1Z" + check_character("30AAAAA0000A1Z")


def papers(counter: Counter, hold: Hold, *, slips: bool = False) -> list[Document]:
    """Return the papers of a booking in their order; without slips unless asked for."""
    with counter.database.read() as session:
        ids = [row.id for row in documents.of_booking(session, hold.booking_id)]
    show = ShowDocument(counter.database, FACTS)
    found = [show(one) for one in ids]
    return [one for one in found if slips or one.kind not in SLIPS]


def kinds(counter: Counter, hold: Hold) -> list[DocumentKind]:
    """Return what kinds they are, without slips."""
    return [one.kind for one in papers(counter, hold)]


def sums(paper: Document) -> tuple[int, int, int, int]:
    """Return value, CGST, SGST and IGST of a paper."""
    levies = paper.content.levies
    return paper.content.value_paise, levies.cgst_paise, levies.sgst_paise, levies.igst_paise


def price_of_units(counter: Counter, paise: int) -> None:
    """Let everything cost so much before tax."""
    with counter.database.write(counter.actor) as session:
        session.execute(update(slot).values(price_paise=paise))
        session.execute(update(unit).values(supplement_paise=0))


def rule(counter: Counter, **rules: int) -> None:
    """Set rules of the house."""
    with counter.database.write(counter.actor) as session:
        write_rules(session, rules, change=True)


def scheme(counter: Counter, of: Scheme) -> None:
    """Let every registration be taxed so."""
    with counter.database.write(counter.actor) as session:
        session.execute(update(registration).values(scheme=of))


def register_in_goa(counter: Counter) -> None:
    """Let the house be registered in Goa as well, as GA."""
    row = {
        "id": new_key(),
        "code": "GA",
        "valid_from": counter.day(-30),
        "gstin": GOA_GSTIN,
        "state_code": "30",
        "legal_name": "Deccan Court",
        "trade_name": "Deccan Court Goa",
        "address": "Panaji",
        "scheme": Scheme.REGULAR,
    }
    with counter.database.write(counter.actor) as session:
        session.execute(insert(registration), row | {"home": session.home})


def check_papers(counter: Counter) -> None:
    """Papers count what was sold and kept of each line, each levy to the paisa; and the audit is clean."""
    with counter.database.read() as session:
        ids = [BookingId(one) for one in session.execute(select(booking.c.id)).scalars()]
        for one in ids:
            found = read_booking(session, one)
            rows = documents.of_booking(session, one)
            stand = covers(earlier_papers(rows))
            if found.confirmed_at is None or not found.total_paise:
                continue
            for line in found.lines:
                nothing = LineAmounts(line.number, 0)
                cover = stand.get(line.number)
                has = plus(cover.billed, cover.ahead) if cover else nothing
                if not line.is_live:
                    assert has == kept_of(line), (found.reference, line.number)
                elif not found.owes_balance and line.total_paise:
                    assert has == amounts_of(line), (found.reference, line.number)
            show = earlier_papers(rows)
            bills = _total(show, BILLS)
            notes = sum(
                paper.content.total_paise
                for paper in show
                if paper.named.kind in BACK and paper.content.answers[0].kind not in ADVANCES
            )
            gone = sum(
                paper.content.total_paise
                for paper in show
                if paper.named.kind in BACK and paper.content.answers[0].kind in ADVANCES
            )
            set_off = sum(paper.content.advance_paise for paper in show if paper.named.kind in BILLS)
            open_paise = _total(show, ADVANCES) - gone - set_off
            assert bills - notes + open_paise == found.kept_paise, found.reference
    assert counter.faults() == []


def _total(found: Sequence[Earlier], of: Sequence[DocumentKind]) -> int:
    return sum(paper.content.total_paise for paper in found if paper.named.kind in of)


def numbers_of(counter: Counter) -> list[str]:
    """Return the numbers of all papers."""
    with counter.database.read() as session:
        return list(session.execute(select(document.c.number).order_by(document.c.number)).scalars())
