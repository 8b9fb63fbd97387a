"""Whether a customer may owe so much more: asked in the transaction that lets them."""

from db import companies
from db.database import Session
from db.ids import CustomerId
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import BadRequest
from desktop.services.steps.check_permission import check_permission


def check_may_owe(session: Session, customer_id: CustomerId, amount_paise: int) -> None:
    """Let no other desk change what the company owes, and refuse what its limit does not leave.

    Raises BadRequest for who is no company that may owe, NotPermitted with what is beyond the limit.
    """
    row = companies.lock(session, customer_id)
    if row is None or not row.is_active:
        raise BadRequest("on_account", "no_company")
    beyond = companies.owed_paise(session, customer_id) + amount_paise - row.limit_paise
    if beyond > 0:
        subject = f"{customer_id} amount={amount_paise} beyond={beyond}"
        check_permission(session, ManagerAct.OWE_BEYOND_LIMIT, subject, amount_paise=beyond)
