"""Papers in the name of a wrong buyer are answered in full, and new ones take their place."""

from collections.abc import Sequence
from dataclasses import replace

from db.database import Session
from db.document_kinds import INVOICES
from db.ids import DocumentId
from db.states import DocumentKind
from desktop.services.domain.booking import Booking, BookingLine
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.note_limit import is_too_late
from desktop.services.domain.paper import LineAmounts, PaperBuyer, PaperContent, PaperWord
from desktop.services.errors import BadRequest
from desktop.services.steps.issue_paper import (
    Earlier,
    PaperRoll,
    booking_on_paper,
    buyer_of,
)
from desktop.services.steps.paper_cover import covers
from desktop.services.steps.papers_before import papers_before

_K = DocumentKind
NOTES = {_K.RECEIPT_VOUCHER: _K.REFUND_VOUCHER, **dict.fromkeys(INVOICES, _K.CREDIT_NOTE)}
"""What answers a kind of paper in full; everything else has a receipt."""
# What was true of the old paper is true of the new one.
STAYS = (PaperWord.CANCELLATION_CHARGE, PaperWord.NO_SHOW)
Open = tuple[BookingLine, LineAmounts]


def replace_papers(
    session: Session, booking: Booking, reason: str, desk: DeskSettings
) -> tuple[DocumentId, ...]:
    """Answer all that papers count by now, and count it anew for the buyer that `booking` has now.

    Returns the new papers' ids; none where nothing is counted. No money moves, so there is no slip. Raises
    BadRequest for an invoice that no credit note can answer any more.
    """
    before = papers_before(session, booking.id)
    roll = PaperRoll(session, desk)
    made = [
        _replaced(session, booking, originals, opened, reason, roll)
        for originals, opened in _open(booking, before)
    ]
    roll.tell(booking.id)
    return tuple(made)


def buyers_on_papers(session: Session, booking: Booking) -> list[PaperBuyer]:
    """Return in whose name the papers are that count something by now."""
    before = papers_before(session, booking.id)
    return [one.content.buyer for originals, _ in _open(booking, before) for one in originals]


def _open(booking: Booking, before: Sequence[Earlier]) -> list[tuple[tuple[Earlier, ...], list[Open]]]:
    """Return what papers count: each bill by itself, vouchers by registration and place."""
    by_id = {one.named.id: one for one in before}
    stand = covers(before)
    found: dict[tuple[object, ...], tuple[tuple[Earlier, ...], list[Open]]] = {}
    for line in booking.lines:
        cover = stand.get(line.number)
        if cover is None:
            continue
        bill = cover.bill
        if bill is not None and bill.named.kind is not DocumentKind.TICKET and cover.billed.total_paise:
            key: tuple[object, ...] = (bill.named.id,)
            found.setdefault(key, ((bill,), []))[1].append((line, cover.billed))
        elif cover.is_ahead:
            kind = cover.advances[-1].kind
            key = (kind, line.registration, line.place_state)
            originals = tuple(by_id[one.id] for one in cover.advances if one.kind is kind)
            known, opened = found.get(key, ((), []))
            found[key] = (tuple(dict.fromkeys((*known, *originals))), [*opened, (line, cover.ahead)])
    return list(found.values())


def _replaced(
    session: Session,
    booking: Booking,
    originals: tuple[Earlier, ...],
    opened: Sequence[Open],
    reason: str,
    roll: PaperRoll,
) -> DocumentId:
    first = originals[0]
    kind = first.named.kind
    if kind in INVOICES and any(is_too_late(line.day, roll.issued_on) for line, _ in opened):
        raise BadRequest("invoice", "too_late", text=first.named.number)
    registration = first.content.seller.registration
    plain = PaperContent(
        seller=roll.seller(registration),
        buyer=first.content.buyer,
        desk_code=roll.desk_code,
        clerk=session.actor.person,
        booking=booking_on_paper(booking),
        place_state=first.content.place_state,
        lines=tuple(line for line, _ in opened),
        amounts=tuple(amounts for _, amounts in opened),
        reason=reason,
    )
    note = NOTES.get(kind, DocumentKind.REFUND_RECEIPT)
    named = tuple(one.named for one in originals)
    words = _words(roll, note, registration, first.content.buyer)
    roll.issue(note, replace(plain, answers=named, words=words))
    buyer = buyer_of(booking)
    own = [word for word in first.content.words if word in STAYS]
    content = replace(
        plain,
        buyer=buyer,
        paid=first.content.paid,
        left_paise=first.content.left_paise,
        balance_by=first.content.balance_by,
        replaces=", ".join(one.number for one in named),
        words=(*_words(roll, kind, registration, buyer), *own),
    )
    return roll.issue(kind, content).id


def _words(
    roll: PaperRoll, kind: DocumentKind, registration: str, buyer: PaperBuyer
) -> tuple[PaperWord, ...]:
    return (
        PaperWord.CORRECTED,
        *roll.irn_words(kind, registration, is_registered=bool(buyer.gstin)),
    )
