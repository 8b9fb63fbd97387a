"""AcceptShift: a manager accepts a close, perhaps days after it."""

from db import journal, shift_list
from db.actor import Actor
from db.database import Database
from db.ids import ShiftId
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.seen_text import seen_text
from desktop.services.domain.shift_review import ListedShift
from desktop.services.drawer_errors import NotClosed, ShiftAccepted
from desktop.services.errors import NotFound
from desktop.services.events import Publish, ShiftChanged
from desktop.services.records.shift_list_record import listed_shift
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.checked_reason import checked_reason


class AcceptShift:
    """A note moves no money: what is missing went to over and short at the close."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, shift_id: ShiftId, note: str, *, actor: Actor) -> ListedShift:
        """Return the shift as accepted; the same again changes nothing. A difference asks for a note.

        Raises NotFound, NotClosed, NotPermitted, BadRequest; ShiftAccepted by somebody else, or otherwise.
        """
        with self._database.write(actor) as session:
            row = shift_list.lock(session, shift_id)
            if row is None:
                raise NotFound("shift", shift_id)
            if row.closed_at is None:
                raise NotClosed(row.clerk, row.opened_at)
            seen = listed_shift(session, row)
            differs = seen.close is not None and seen.close.differs
            why = checked_reason(note) if differs or seen_text(note) else ""
            if row.accepted_at is not None:
                if (row.accepted_by, row.acceptance_note) == (actor.person, why):
                    return seen
                raise ShiftAccepted(row.accepted_by or "")
            difference = (row.counted_paise or 0) - (row.expected_paise or 0)
            subject = f"{row.id} counted {row.counted_paise} difference {difference}"
            check_permission(session, ManagerAct.ACCEPT_SHIFT, subject, amount_paise=abs(difference))
            if not shift_list.accept(session, shift_id, why):
                raise AssertionError("the shift was accepted under its own lock")
            answers = row.person_id == actor.person_id if row.person_id else row.clerk == actor.person
            content = {
                "shift": shift_id,
                "desk": row.desk_code,
                "person": row.clerk,
                "counted_paise": row.counted_paise,
                "difference_paise": difference,
                "note": why,
                # Nobody else has looked at it.
                "own": answers or row.closed_by == actor.person,
            }
            journal.record(session, "SHIFT_ACCEPTED", content)
            accepted = shift_list.find(session, shift_id)
            if accepted is None:
                raise AssertionError("a shift is never deleted")
            done = listed_shift(session, accepted)
        self._publish(ShiftChanged())
        return done
