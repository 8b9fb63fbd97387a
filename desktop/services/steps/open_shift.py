"""The shift that takes and gives the money of an act."""

from db import shifts
from db.database import Session
from db.ids import ShiftId
from desktop.services.drawer_errors import NoDrawer, NoOpenShift, NotSignedIn, NotYourShift


def open_shift_id(session: Session, *, cash: bool = False, alone: bool = False) -> ShiftId:
    """Return the open shift that whoever acts may sell into; it can't be closed before this act ends.

    Raises NoOpenShift, NotSignedIn where it answers to a person and nobody has signed in, NotYourShift where
    it is not shared and answers to somebody else, and NoDrawer when `cash` moves and the shift has no drawer.
    `alone`: nobody else sells into it meanwhile.
    """
    found = shifts.sell_into(session, alone=alone)
    if found is None:
        raise NoOpenShift
    # Whoever opened it as a person works in a house that keeps its people: there each act has a name.
    if found.person_id is not None and session.actor.person_id is None:
        raise NotSignedIn
    is_own = found.person_id is None or found.person_id == session.actor.person_id
    if not is_own and not found.is_shared:
        raise NotYourShift(found.clerk, found.opened_at)
    if cash and not found.has_drawer:
        raise NoDrawer
    return found.id


def shift_of_desk(session: Session) -> ShiftId | None:
    """Return the open shift of the desk for what moves no cash, whosever it is; None: it goes on without."""
    found = shifts.sell_into(session)
    return None if found is None else found.id
