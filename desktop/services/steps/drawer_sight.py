"""Who may know what is in a drawer before it is counted."""

from db import people
from db.actor import Actor
from db.database import Session
from desktop.services.domain.permission import ManagerAct
from desktop.services.steps.check_permission import allowed_to


def may_by_right(session: Session, actor: Actor, act: ManagerAct) -> bool:
    """Tell whether a person may do an act without anybody's yes; everybody, where no list of people is kept.

    It only reads: what a person may see is no act that a yes is used up for.
    """
    if not people.are_kept(session):
        return True
    row = people.find(session, actor.person_id) if actor.person_id else None
    if row is None or row.left_at is not None:
        return False
    return allowed_to(session, row.role, act).is_allowed
