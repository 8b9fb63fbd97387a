"""Shifts as the screens see them."""

from db import ledger, shift_figures, z_slips
from db.database import Session
from db.ids import DeskId
from db.shifts import ShiftRow
from db.states import AccountKind, Tender
from desktop.services.domain.shift import ClosedShift, OpenWork, OpenWorkKind, ShiftSight


def sight_of(row: ShiftRow) -> ShiftSight:
    """Return what every desk may see of a shift."""
    return ShiftSight(
        row.id,
        row.desk_id,
        row.desk_code,
        row.clerk,
        row.person_id,
        row.opened_at,
        row.float_paise,
        row.is_shared,
        row.has_drawer,
    )


def left_for_next(session: Session, desk_id: DeskId) -> int:
    """Return what the last close has left in the drawer of a desk."""
    return ledger.posted_paise(session, AccountKind.NEXT_FLOAT, desk_id)


def closed_shift(session: Session, row: ShiftRow) -> ClosedShift:
    """Return a close that is in the books, with what of its desk is still open now."""
    if row.closed_at is None:
        raise AssertionError("an open shift has no figures to tell")
    return ClosedShift(
        shift_id=row.id,
        counted_paise=row.counted_paise or 0,
        expected_paise=row.expected_paise or 0,
        to_safe_paise=row.to_safe_paise or 0,
        left_paise=row.left_paise or 0,
        card_counted_paise=row.card_counted_paise,
        card_expected_paise=shift_figures.by_card_paise(session, row.id),
        closed_by=row.closed_by or "",
        by_other=row.closed_by != row.clerk,
        seal_number=row.seal_number or 0,
        seal_hash=row.seal_hash or "",
        still_open=still_open(session, row.desk_id),
        document_id=z_slips.of_shift(session, row.id),
    )


def still_open(session: Session, desk_id: DeskId) -> tuple[OpenWork, ...]:
    """Return what of a desk is not finished: holds, payments, refunds."""
    holds = [
        OpenWork(OpenWorkKind.HOLD, reference, paise)
        for reference, paise in shift_figures.held(session, desk_id)
    ]
    asked = [
        OpenWork(OpenWorkKind.PAYMENT, row.reference, row.paise)
        for row in shift_figures.asked_for(session, desk_id)
    ]
    owed = [
        OpenWork(
            OpenWorkKind.CARD_REFUND if row.tender is Tender.CARD else OpenWorkKind.REFUND,
            row.reference,
            row.paise,
        )
        for row in shift_figures.owed(session, desk_id)
    ]
    return (*holds, *asked, *owed)
