"""Approve: a manager says yes to one act of whoever is at the desk."""

from db import approvals, journal
from db.actor import Actor
from db.database import Database
from db.ids import ApprovalId
from desktop.services.errors import NotPermitted
from desktop.services.steps.check_permission import allowed_to
from desktop.services.steps.checked_reason import checked_reason
from desktop.services.steps.pins import check_pin


class Approve:
    """By the manager's own code and PIN, typed at the clerk's screen; the clerk stays signed in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(
        self, refused: NotPermitted, code: str, pin: str, reason: str, *, actor: Actor
    ) -> ApprovalId:
        """Return the yes to what was refused: for that act, once, for two minutes.

        The act is done again with it in its actor. Raises BadRequest, WrongPin, PinWaits, and NotPermitted
        for somebody whose own limit does not cover it.
        """
        why = checked_reason(reason)
        row = check_pin(self._database, actor, code, pin)
        with self._database.write(actor) as session:
            allowed = allowed_to(session, row.role, refused.act)
            if not allowed.covers(refused.amount_paise, refused.percent):
                raise NotPermitted(
                    refused.act,
                    refused.subject,
                    refused.amount_paise,
                    refused.percent,
                    allowed.most_paise if allowed.is_allowed else None,
                )
            approval_id = approvals.add(
                session,
                act=refused.act,
                subject=refused.subject,
                amount_paise=refused.amount_paise,
                percent=refused.percent,
                reason=why,
                clerk=actor.person,
                by_id=row.id,
                by=row.name,
            )
            content = {
                "approval": approval_id,
                "act": refused.act,
                "subject": refused.subject,
                "amount_paise": refused.amount_paise,
                "approved_by": row.name,
                "asked_by": actor.person,
                "reason": why,
                "own_act": row.id == actor.person_id,
            }
            journal.record(session, "APPROVAL_GIVEN", content)
        return approval_id
