"""The yes of a manager to one act of somebody else, and whether it was used."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import insert, select, update

from db.database import Session
from db.ids import ApprovalId, PersonId
from db.keys import new_key
from db.record import Shape
from db.schema import approval

LIVES = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class ApprovalRow:
    """An approval as stored: see the table for each column."""

    id: ApprovalId
    act: str
    subject: str
    amount_paise: int
    percent: int
    reason: str
    clerk: str
    approved_by_id: PersonId
    approved_by: str
    approved_at: datetime
    used_at: datetime | None


APPROVAL = Shape(ApprovalRow, approval)


def add(
    session: Session,
    *,
    act: str,
    subject: str,
    amount_paise: int,
    percent: int,
    reason: str,
    clerk: str,
    by_id: PersonId,
    by: str,
) -> ApprovalId:
    """Write down that a manager said yes; it can be used once, for two minutes."""
    approval_id = ApprovalId(new_key())
    values = {
        "id": approval_id,
        "act": act,
        "subject": subject,
        "amount_paise": amount_paise,
        "percent": percent,
        "reason": reason,
        "clerk": clerk,
        "approved_by_id": by_id,
        "approved_by": by,
        "desk_id": session.actor.desk_id,
        "approved_at": session.now,
        "ends_at": session.now + LIVES,
        "home": session.home,
    }
    session.execute(insert(approval), values)
    return approval_id


def use(
    session: Session, approval_id: ApprovalId, *, act: str, subject: str, amount_paise: int, percent: int
) -> ApprovalRow | None:
    """Use a yes for the act that it was given for, at the desk that asked; None when it covers nothing."""
    used = (
        update(approval)
        .where(
            approval.c.id == approval_id,
            approval.c.act == act,
            approval.c.subject == subject,
            approval.c.amount_paise >= amount_paise,
            approval.c.percent >= percent,
            approval.c.desk_id == session.actor.desk_id,
            approval.c.clerk == session.actor.person,
            approval.c.used_at.is_(None),
            approval.c.ends_at > session.now,
        )
        .values(used_at=session.now)
    )
    if session.execute(used).rowcount != 1:
        return None
    return APPROVAL.one(session.execute(APPROVAL.select().where(approval.c.id == approval_id)))


def since(session: Session, moment: datetime) -> list[ApprovalRow]:
    """Return what managers said yes to since then, the newest first."""
    statement = APPROVAL.select().where(approval.c.approved_at >= moment)
    return APPROVAL.list(
        session.execute(statement.order_by(approval.c.approved_at.desc(), approval.c.id.desc()))
    )


def was_used(session: Session, approval_id: ApprovalId) -> bool:
    """Tell whether it was used."""
    statement = select(approval.c.used_at).where(approval.c.id == approval_id)
    return session.execute(statement).scalar() is not None
