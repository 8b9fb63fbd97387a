"""SetLimit: what a role may do by right from now on."""

from db import journal, people
from db.actor import Actor
from db.database import Database
from db.states import Role
from desktop.services.domain.money import RUPEES_MAX
from desktop.services.domain.permission import Allowed, ManagerAct
from desktop.services.errors import BadRequest
from desktop.services.steps.check_permission import allowed_to, check_permission

MOST_PAISE = RUPEES_MAX * 100
MOST_PERCENT = 100


class SetLimit:
    """A limit in rupees, in per cent, both or none; the journal keeps the old one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, role: Role, act: ManagerAct, allowed: Allowed, *, actor: Actor) -> None:
        """The same again changes nothing. Raises NotPermitted, BadRequest for a limit that can't be.

        What a manager may do about these limits stays: else nobody could change one again.
        """
        _check(role, act, allowed)
        with self._database.write(actor) as session:
            old = allowed_to(session, role, act)
            if old == allowed:
                return
            subject = f"{role}:{act}:{_told(allowed)}"
            check_permission(session, ManagerAct.KEEP_LIMITS, subject)
            people.put_permission(
                session,
                role,
                act,
                is_allowed=allowed.is_allowed,
                most_paise=allowed.most_paise,
                most_percent=allowed.most_percent,
            )
            content = {"role": role, "act": act, "old": _told(old), "new": _told(allowed)}
            journal.record(session, "LIMIT_CHANGED", content)


def _check(role: Role, act: ManagerAct, allowed: Allowed) -> None:
    paise, percent = allowed.most_paise, allowed.most_percent
    if paise is not None and not 0 <= paise <= MOST_PAISE:
        raise BadRequest("limit", "not_an_amount", most_paise=MOST_PAISE)
    if percent is not None and not 0 <= percent <= MOST_PERCENT:
        raise BadRequest("limit", "not_a_share", most=MOST_PERCENT)
    if not allowed.is_allowed and (paise is not None or percent is not None):
        raise BadRequest("limit", "none_and_some")
    if act is ManagerAct.KEEP_LIMITS and role is Role.MANAGER and allowed != Allowed(is_allowed=True):
        raise BadRequest("limit", "locks_out")


def _told(allowed: Allowed) -> str:
    if not allowed.is_allowed:
        return "no"
    parts = [
        *([f"{allowed.most_paise} paise"] if allowed.most_paise is not None else []),
        *([f"{allowed.most_percent} %"] if allowed.most_percent is not None else []),
    ]
    return " and ".join(parts) or "always"
