"""SaveCompany: a customer may owe up to a limit from now on, or no longer."""

from db import companies, journal
from db.actor import Actor
from db.companies import CompanyRow
from db.database import Database
from db.ids import CustomerId
from desktop.services.companies.read_company import company_of
from desktop.services.domain.companies import Company
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import BadRequest
from desktop.services.records.customer_record import read_customer
from desktop.services.steps.check_permission import check_permission

LIMIT_PAISE_MAX = 10_00_00_000_00
TERMS_DAYS_MAX = 365


class SaveCompany:
    """Write the terms down; what is owed already stays."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(
        self, customer_id: CustomerId, limit_paise: int, terms_days: int, is_active: bool, *, actor: Actor
    ) -> Company:
        """Return the company as it is now. Raises NotFound, BadRequest, NotPermitted."""
        if not 0 <= limit_paise <= LIMIT_PAISE_MAX:
            raise BadRequest("limit", "out_of_range", most_paise=LIMIT_PAISE_MAX)
        if not 0 <= terms_days <= TERMS_DAYS_MAX:
            raise BadRequest("terms", "out_of_range", most=TERMS_DAYS_MAX)
        row = CompanyRow(customer_id, limit_paise, terms_days, is_active)
        with self._database.write(actor) as session:
            read_customer(session, customer_id)
            before = companies.lock(session, customer_id)
            if before != row:
                subject = f"{customer_id} limit={limit_paise} days={terms_days} active={is_active}"
                check_permission(session, ManagerAct.KEEP_COMPANIES, subject, amount_paise=limit_paise)
                companies.save(session, row)
                content: dict[str, object] = {
                    "customer": customer_id,
                    "limit_paise": limit_paise,
                    "old_limit_paise": before.limit_paise if before else None,
                    "days": terms_days,
                    "is_active": is_active,
                }
                journal.record(session, "COMPANY_SAVED", content)
            return company_of(session, row)
