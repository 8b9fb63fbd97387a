"""Gateway money that this program asked for and these books know nothing of: ours, and the books lost it."""

from collections.abc import Sequence

from db import booking_notes, customers
from db.database import Session
from db.ids import CustomerId, GatewayPaymentId
from db.states import CaseAnswer
from desktop.services.domain.booking_note import from_marked, units_text
from desktop.services.domain.foreign_money import is_of_our_form
from desktop.services.gateways.port import GatewayPayment
from desktop.services.records.case_facts import CaseFacts


def lost_among(session: Session, found: Sequence[GatewayPayment]) -> set[GatewayPaymentId]:
    """Return those with a note of our own form whose attempt these books do not know.

    A note that names other books on the same account is theirs, unless these books stand in the place of
    others.
    """
    ours = [money for money in found if is_of_our_form(money.marked)]
    if not ours:
        return set()
    known = booking_notes.known_attempts(session, {money.marked.attempt_id for money in ours})
    lost = [money for money in ours if money.marked.attempt_id not in known]
    others = {one.id for one in lost if from_marked(one.marked).books not in ("", session.home)}
    if others and booking_notes.has_accepted_loss(session):
        others = set()
    return {money.id for money in lost} - others


def lost_facts(money: GatewayPayment) -> CaseFacts:
    """Return what a case keeps of the note."""
    note = from_marked(money.marked)
    facts: CaseFacts = {"note": dict(money.marked.notes)}
    if note.reference:
        facts["reference"] = note.reference
        facts["note"]["booking"] = note.reference
    if note.items:
        facts["units"] = units_text(note.items)
    if note.wallet_paise:
        facts["wallet_paise"] = note.wallet_paise
    return facts


def lost_customer(session: Session, money: GatewayPayment) -> CustomerId | None:
    """Return the customer that the note names, if these books know them."""
    named = CustomerId(from_marked(money.marked).customer_id)
    found = customers.find(session, named) if named else None
    return found.id if found else None


def lost_proposal(money: GatewayPayment) -> CaseAnswer:
    """Return what to look at first: the booking made anew, where the note tells of what it was."""
    return CaseAnswer.CONFIRM if from_marked(money.marked).items else CaseAnswer.LOOK
