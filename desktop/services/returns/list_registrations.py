"""ListRegistrations: who supplies, and whether anybody has said it for everything that is sold."""

from db import taxes
from db.database import Database
from desktop.services.domain.financial_year import issued_on
from desktop.services.domain.returns import RegistrationShown, RegistrationsKnown


class ListRegistrations:
    """Read the registrations in force."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> RegistrationsKnown:
        """Return each with its fields, and how many sites nobody has told a supplier of."""
        with self._database.read() as session:
            rows = taxes.in_force(taxes.registrations(session), issued_on(session.now))
            without = taxes.sites_without_supplier(session)
        shown = tuple(
            RegistrationShown(
                code=row.code,
                gstin=row.gstin,
                state_code=row.state_code,
                name=row.trade_name or row.legal_name,
                legal_name=row.legal_name,
                address=row.address.replace("\n", ", "),
                telephone=row.telephone,
                scheme=row.scheme,
                sac_digits=row.sac_digits,
                e_invoice=row.e_invoice,
            )
            for row in rows.values()
        )
        return RegistrationsKnown(shown, tuple(without))
