"""Whose shifts a person may look into."""

from db.actor import Actor
from db.database import Session
from db.shift_list import ListedRow
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import NotPermitted
from desktop.services.steps.drawer_sight import may_by_right


def sees_every_shift(session: Session, actor: Actor) -> bool:
    """Tell whether a person sees the shifts of all; who reads a book belongs to no desk and has it all."""
    return not actor.desk_id or may_by_right(session, actor, ManagerAct.READ_DRAWER)


def check_sight(session: Session, row: ListedRow, actor: Actor) -> None:
    """Raise NotPermitted unless a person may see the close of a shift: a manager, or whoever closed it."""
    answers = row.person_id == actor.person_id if row.person_id else row.clerk == actor.person
    is_own = row.closed_at is not None and (answers or row.closed_by == actor.person)
    if not is_own and not sees_every_shift(session, actor):
        raise NotPermitted(ManagerAct.READ_DRAWER, row.id)
