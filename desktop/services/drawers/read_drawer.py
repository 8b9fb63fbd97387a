"""ReadDrawer: how much cash the books have in a drawer; DrawerHolds: only whether it is enough."""

from db import ledger, shifts
from db.actor import Actor
from db.database import Database, Session
from db.states import AccountKind
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.shift import DrawerSight
from desktop.services.errors import NotPermitted
from desktop.services.steps.drawer_sight import may_by_right


class ReadDrawer:
    """Add up the postings of the drawer's shift; cash that the program was not told of is not in them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, actor: Actor) -> int:
        """Return the paise; below zero where more was given out than came in, 0 without an open shift.

        Whoever counts the drawer shall not know it before: raises NotPermitted.
        """
        with self._database.read() as session:
            if not may_by_right(session, actor, ManagerAct.READ_DRAWER):
                raise NotPermitted(ManagerAct.READ_DRAWER, actor.desk_id)
            return _drawer_paise(session, actor)


class DrawerHolds:
    """Tell whether a drawer holds what is to be given out of it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, need_paise: int, actor: Actor) -> DrawerSight:
        """Return whether it is enough, and how much there is for who may know."""
        with self._database.read() as session:
            paise = _drawer_paise(session, actor)
            knows = may_by_right(session, actor, ManagerAct.READ_DRAWER)
        return DrawerSight(need_paise <= paise, paise if knows else None)


def _drawer_paise(session: Session, actor: Actor) -> int:
    row = shifts.find_open(session, actor.desk_id)
    shift_id = actor.shift_id or (row.id if row else None)
    return 0 if shift_id is None else ledger.posted_paise(session, AccountKind.DRAWER, shift_id)
