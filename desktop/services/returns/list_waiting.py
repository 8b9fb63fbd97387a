"""ListWaiting: papers that are no invoices yet, because the portal has not given their number."""

from db import e_invoices
from db.database import Database
from desktop.services.domain.financial_year import issued_on
from desktop.services.domain.returns import WaitingPaper
from desktop.services.records.paper_record import content_from_text


class ListWaiting:
    """Read what waits for a number, the oldest first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[WaitingPaper, ...]:
        """Return each paper with the days since its issue."""
        with self._database.read() as session:
            rows = e_invoices.waiting(session)
            today = issued_on(session.now)
        found = []
        for row in rows:
            content = content_from_text(row.content)
            day = row.issued_on or issued_on(row.made_at)
            found.append(
                WaitingPaper(
                    id=row.id,
                    kind=row.kind,
                    number=row.number,
                    issued_on=day,
                    buyer=content.buyer.name,
                    gstin=content.buyer.gstin,
                    total_paise=content.total_paise,
                    days=(today - day).days,
                )
            )
        return tuple(found)
