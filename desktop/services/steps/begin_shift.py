"""A shift begins with its counted float."""

from db import journal, ledger, shifts
from db.catalogue_words import CountMoment
from db.database import Session
from db.ids import DeskId, PersonId, RequestKey, ShiftId
from db.keys import new_key
from db.states import AccountKind
from desktop.services.domain.shift import Opening, counted_paise
from desktop.services.records.shift_record import left_for_next
from desktop.services.steps.checked_reason import checked_reason


def begin_shift(
    session: Session,
    desk_id: DeskId,
    opening: Opening,
    *,
    clerk: str,
    person_id: PersonId | None,
    request_key: RequestKey | None = None,
) -> ShiftId:
    """Open a shift for a person, with checked counts; what was left for it goes into its drawer.

    A float that is not what was left goes to over and short. Raises BadRequest where that has no reason, and
    KeyUsed.
    """
    left = left_for_next(session, desk_id) if opening.has_drawer else 0
    counted = counted_paise(opening.counts)
    difference = counted - left
    reason = checked_reason(opening.reason) if difference else ""
    shift_id = ShiftId(new_key())
    shifts.add(
        session,
        shift_id,
        desk_id=desk_id,
        clerk=clerk,
        person_id=person_id,
        is_shared=opening.is_shared,
        has_drawer=opening.has_drawer,
        float_paise=counted,
        difference_paise=difference,
        reason=reason,
    )
    shifts.put_counts(session, shift_id, CountMoment.OPENING, opening.counts)
    postings = (
        (ledger.open_account(session, AccountKind.DRAWER, shift_id), counted),
        (ledger.get_account(session, AccountKind.NEXT_FLOAT, desk_id), -left),
        (ledger.get_account(session, AccountKind.CASH_OVER_AND_SHORT), -difference),
    )
    ledger.post(session, "shift_opened", postings, request_key=request_key)
    content = {
        "shift": shift_id,
        "person": clerk,
        "float_paise": counted,
        "left_paise": left,
        "difference_paise": difference,
        "reason": reason,
        "is_shared": opening.is_shared,
        "has_drawer": opening.has_drawer,
    }
    journal.record(session, "SHIFT_OPENED", content)
    return shift_id
