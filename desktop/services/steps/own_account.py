"""To which account of the house a tender goes: the only one by itself, else the one that was chosen."""

from db import house_accounts
from db.database import Session
from db.ids import HouseAccountId
from db.states import Tender
from desktop.services.domain.house_accounts import WITH_ACCOUNTS
from desktop.services.errors import BadRequest


def own_account(session: Session, tender: Tender, chosen: HouseAccountId | None) -> HouseAccountId | None:
    """Return the account; None where the house keeps none for this tender.

    Raises BadRequest for one that does not take this tender now, and where one of several has to be chosen.
    """
    active = house_accounts.active_ids(session, tender) if tender in WITH_ACCOUNTS else []
    if chosen is not None:
        if chosen not in active:
            raise BadRequest("account", "unknown")
        return chosen
    if len(active) > 1:
        raise BadRequest("account", "missing")
    return active[0] if active else None
