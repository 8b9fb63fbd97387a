"""Whether who acts may do it: by right, or by the yes of a manager to this one act."""

from db import approvals, journal, people
from db.database import Session
from db.ids import PersonId
from db.states import Role
from desktop.services.domain.permission import Allowed, ManagerAct, usual
from desktop.services.errors import NotPermitted


def check_permission(
    session: Session, act: ManagerAct, subject: str, *, amount_paise: int = 0, percent: int = 0
) -> None:
    """Raise NotPermitted unless who acts may do it with so much money, or such a share, in it.

    `subject` names the content that the screen shows: ids and figures. A yes of a manager counts for exactly
    that, once, within two minutes; it is used up in the act's own transaction and told in its journal.
    Everybody may, as long as the house keeps no list of its people; and so may a command that is run under a
    login of the system alone, which the list of decisions shows (see note_command.py).
    """
    if session.actor.login or not people.are_kept(session):
        return
    allowed = _allowed(session, session.actor.person_id, act)
    if allowed.covers(amount_paise, percent):
        return
    given = session.actor.approval_id
    used = given and approvals.use(
        session, given, act=act, subject=subject, amount_paise=amount_paise, percent=percent
    )
    if not used:
        raise NotPermitted(
            act,
            subject=subject,
            amount_paise=amount_paise,
            percent=percent,
            most_paise=allowed.most_paise if allowed.is_allowed else None,
        )
    content = {
        "approval": used.id,
        "act": act,
        "subject": subject,
        "amount_paise": amount_paise,
        "approved_by": used.approved_by,
        "reason": used.reason,
    }
    journal.record(session, "ACT_APPROVED", content)


def allowed_to(session: Session, role: Role, act: ManagerAct) -> Allowed:
    """Return what a role may do: the house's own row, else the usual."""
    row = people.permission_of(session, role, act)
    return Allowed(row.is_allowed, row.most_paise, row.most_percent) if row else usual(role, act)


def _allowed(session: Session, person_id: PersonId | None, act: ManagerAct) -> Allowed:
    """Return what the person may do now: the role may have changed since they signed in."""
    row = people.find(session, person_id) if person_id else None
    if row is None or row.left_at is not None:
        return Allowed(is_allowed=False)
    return allowed_to(session, row.role, act)
