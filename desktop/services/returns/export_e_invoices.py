"""ExportEInvoices: what waits for the portal's number, as a file that the portal takes."""

import json

from db import e_invoices
from db.database import Database
from desktop.services.domain.financial_year import issued_on
from desktop.services.domain.inv01 import inv01
from desktop.services.records.paper_record import content_from_text


class ExportEInvoices:
    """Write every waiting paper in the portal's form; reads only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> str:
        """Return the portal's JSON: a list, the oldest paper first; empty where nothing waits."""
        with self._database.read() as session:
            rows = e_invoices.waiting(session)
        told = [
            inv01(
                row.kind, row.number, row.issued_on or issued_on(row.made_at), content_from_text(row.content)
            )
            for row in rows
        ]
        return json.dumps(told, ensure_ascii=False, indent=1)
