"""OpenShift: the float is counted, and the desk can sell."""

from db import ledger, shifts
from db.actor import Actor
from db.catalogue_words import CountMoment
from db.database import Database, Session
from db.errors import KeyUsed
from db.ids import RequestKey, ShiftId
from db.shifts import ShiftRow
from desktop.services.domain.seen_text import seen_text
from desktop.services.domain.shift import Opening
from desktop.services.drawer_errors import ShiftOpen
from desktop.services.errors import OtherContent
from desktop.services.events import Publish, ShiftChanged
from desktop.services.steps.begin_shift import begin_shift
from desktop.services.steps.checked_counts import checked_counts


class OpenShift:
    """It is written before anything is sold; whoever opens it answers for the drawer."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, opening: Opening, request_key: RequestKey, *, actor: Actor) -> ShiftId:
        """Return the shift; the same key with the same content opens nothing more.

        Raises BadRequest: a float that is not what was left needs a reason. ShiftOpen, OtherContent.
        """
        counts = checked_counts(opening.counts, has_drawer=opening.has_drawer)
        checked = Opening(counts, opening.reason, opening.is_shared, opening.has_drawer)
        with self._database.write(actor) as session:
            done = _opened_under(session, request_key)
            if done is not None:
                _check_same(session, done, checked, actor)
                return done.id
            there = shifts.find_open(session, actor.desk_id)
            if there is not None:
                raise ShiftOpen(there.clerk, there.opened_at)
            try:
                shift_id = begin_shift(
                    session,
                    actor.desk_id,
                    checked,
                    clerk=actor.person,
                    person_id=actor.person_id,
                    request_key=request_key,
                )
            except KeyUsed as used:
                raise OtherContent(used.amount_paise) from used
        self._publish(ShiftChanged())
        return shift_id


def _opened_under(session: Session, request_key: RequestKey) -> ShiftRow | None:
    """Return the shift that the act with this key has opened. Raises OtherContent for another kind of act."""
    entry = ledger.find_entry(session, request_key)
    if entry is None:
        return None
    row = shifts.find_opened_at(session, entry.desk_id, entry.at)
    if entry.kind != "shift_opened" or row is None:
        raise OtherContent(0)
    return row


def _check_same(session: Session, row: ShiftRow, opening: Opening, actor: Actor) -> None:
    is_same = (
        row.desk_id == actor.desk_id
        and row.person_id == actor.person_id
        and row.is_shared == opening.is_shared
        and row.has_drawer == opening.has_drawer
        and row.opening_reason in ("", seen_text(opening.reason))
        and shifts.counts(session, row.id, CountMoment.OPENING) == opening.counts
    )
    if not is_same:
        raise OtherContent(row.float_paise)
