"""A shift ends: counted first, compared then, sealed with the journal's own hash."""

from dataclasses import replace

from db import journal, ledger, shift_figures, shifts
from db.catalogue_words import CountMoment
from db.database import Session
from db.shifts import ShiftRow
from db.states import AccountKind
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.shift import ClosedShift, Closing, counted_paise, pieces_of
from desktop.services.drawer_errors import ShiftClosed
from desktop.services.errors import BadRequest
from desktop.services.records.shift_record import closed_shift
from desktop.services.steps.checked_counts import checked_counts, checked_paise
from desktop.services.steps.make_z_slip import make_z_slip

NOTE_MAX = 300


def checked_closing(row: ShiftRow, closing: Closing) -> Closing:
    """Return what was counted, with what stays in the drawer. Raises BadRequest for what can't be."""
    counts = checked_counts(closing.counts, has_drawer=row.has_drawer)
    counted = counted_paise(counts)
    left = min(row.float_paise, counted) if closing.left_paise is None else closing.left_paise
    checked_paise("left", left, counted)
    if closing.card_paise is not None:
        checked_card(closing.card_paise)
    if len(closing.note) > NOTE_MAX:
        raise BadRequest("note", "too_long", most=NOTE_MAX)
    first = closing.first_counts
    if first is not None:
        first = checked_counts(first, has_drawer=row.has_drawer)
    return Closing(row.id, counts, closing.card_paise, left, closing.note.strip(), first)


def checked_card(paise: int) -> int:
    """Return the total of the card machine's slip; below zero where more went back than came."""
    checked_paise("card", abs(paise) if isinstance(paise, int) else paise)
    return paise


def closed_before(session: Session, row: ShiftRow, closing: Closing) -> ClosedShift | None:
    """Return the close that this very count has made; None while the shift is open.

    Raises ShiftClosed where another count has closed it.
    """
    if row.closed_at is None:
        return None
    left = closing.left_paise
    is_same = (
        pieces_of(closing.counts) == shifts.counts(session, row.id, CountMoment.CLOSING)
        and closing.card_paise == row.card_counted_paise
        and left in (None, row.left_paise)
        and row.closed_by == session.actor.person
    )
    if not is_same:
        raise ShiftClosed(row.closed_by or "", row.closed_at)
    return closed_shift(session, row)


def end_shift(session: Session, row: ShiftRow, closing: Closing, **facts: object) -> None:
    """Close a locked shift with a checked count: its drawer is empty then, in the books too.

    What stays waits for the next shift of its desk; the rest goes to the safe; what is too much or too little
    to over and short. Told as SHIFT_CLOSED, which `seal_shift` seals.
    """
    counted, left = counted_paise(closing.counts), closing.left_paise or 0
    expected = ledger.posted_paise(session, AccountKind.DRAWER, row.id)
    card = shift_figures.by_card_paise(session, row.id)
    postings = (
        (ledger.get_account(session, AccountKind.DRAWER, row.id), -expected),
        (ledger.get_account(session, AccountKind.SAFE), counted - left),
        (ledger.get_account(session, AccountKind.NEXT_FLOAT, row.desk_id), left),
        (ledger.get_account(session, AccountKind.CASH_OVER_AND_SHORT), expected - counted),
    )
    ledger.post(session, "shift_closed", postings)
    is_closed = shifts.close(
        session,
        row.id,
        counted_paise=counted,
        expected_paise=expected,
        to_safe_paise=counted - left,
        left_paise=left,
        card_counted_paise=closing.card_paise,
        note=closing.note,
    )
    if not is_closed:
        raise AssertionError("the shift was closed under its own lock")
    shifts.put_counts(session, row.id, CountMoment.CLOSING, closing.counts)
    if closing.first_counts is not None:
        first = {
            "shift": row.id,
            "first_paise": counted_paise(closing.first_counts),
            "counted_paise": counted,
        }
        journal.record(session, "SHIFT_RECOUNTED", first)
    content = {
        "shift": row.id,
        "desk": row.desk_code,
        "person": row.clerk,
        "counted_paise": counted,
        "expected_paise": expected,
        "difference_paise": counted - expected,
        "to_safe_paise": counted - left,
        "left_paise": left,
        "card_counted_paise": closing.card_paise,
        "card_expected_paise": card,
        **facts,
    }
    journal.record(session, "SHIFT_CLOSED", content)


def seal_shift(session: Session, row: ShiftRow, desk: DeskSettings) -> ClosedShift:
    """Seal the close with the number and hash of its own record, and make its slip; return what is kept."""
    sealed = journal.seal(session)
    shifts.seal(session, row.id, sealed.number, sealed.hash)
    done = shifts.find(session, row.id)
    if done is None:
        raise AssertionError("a shift is never deleted")
    closed = closed_shift(session, done)
    return replace(closed, document_id=make_z_slip(session, closed, desk))
