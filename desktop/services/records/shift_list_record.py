"""A shift of the list, read with what its close has found."""

from datetime import datetime

from db import shift_figures
from db.database import Session
from db.shift_list import ListedRow
from desktop.services.domain.shift_review import (
    FORGOTTEN_AFTER,
    Acceptance,
    ListedShift,
    ShiftClose,
    ShiftState,
)


def listed_shift(session: Session, row: ListedRow) -> ListedShift:
    """Return a shift as it stands now."""
    close = None if row.closed_at is None else _close(session, row, row.closed_at)
    accepted = None
    if row.accepted_at is not None:
        by = row.accepted_by or ""
        of_own = by in (row.clerk, row.closed_by)
        accepted = Acceptance(row.accepted_at, by, row.acceptance_note, of_own)
    state = _state(row, session.now)
    return ListedShift(
        row.id, row.desk_code, row.clerk, row.opened_at, row.has_drawer, state, close, accepted
    )


def _state(row: ListedRow, now: datetime) -> ShiftState:
    if row.accepted_at is not None:
        return ShiftState.ACCEPTED
    if row.closed_at is not None:
        return ShiftState.CLOSED
    return ShiftState.FORGOTTEN if now - row.opened_at >= FORGOTTEN_AFTER else ShiftState.OPEN


def _close(session: Session, row: ListedRow, closed_at: datetime) -> ShiftClose:
    counted = row.card_counted_paise
    by_card = None if counted is None else counted - shift_figures.by_card_paise(session, row.id)
    return ShiftClose(
        closed_at=closed_at,
        closed_by=row.closed_by or "",
        by_other=row.closed_by != row.clerk,
        counted_paise=row.counted_paise or 0,
        expected_paise=row.expected_paise or 0,
        card_difference_paise=by_card,
        to_safe_paise=row.to_safe_paise or 0,
        left_paise=row.left_paise or 0,
        seal_number=row.seal_number or 0,
        seal_hash=row.seal_hash or "",
        note=row.closing_note,
        document_id=row.document_id,
    )
