"""Both sets of books, read once: the desks' database, and the practice gateway's own state and log."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, select

from db.database import Database, Session
from db.schema import booking, gateway_money, open_case, payment, refund
from tests.simulation.practice import StepPractice


@dataclass
class Books:
    """Rows by their ids. `account` is what the gateway holds, `log` which requests it has seen."""

    bookings: dict[str, Any]
    payments: dict[str, Any]
    refunds: dict[str, Any]
    cases: dict[str, Any]
    money: dict[str, Any]
    account: dict[str, Any]
    log: dict[str, Any]

    def live_refunds(self) -> dict[str, list[Any]]:
        """Return, by the gateway's payment whose money it is, each refund that no other one has replaced."""
        found = defaultdict(list)
        for row in self.refunds.values():
            if row.state != "replaced":
                found[self.source_of(row)].append(row)
        return found

    def source_of(self, row: Any) -> str:
        """Return the gateway's payment whose money a refund gives back; nothing for cash and the like."""
        if row.gateway_payment_id:
            return str(row.gateway_payment_id)
        if row.payment_id:
            paid = self.payments[row.payment_id]
            return str(paid.reference) if paid.tender == "razorpay" else ""
        case = self.cases[row.request_key.removeprefix("case:")]
        return self.source_of(self.refunds[case.refund_id])


def read_books(database: Database, practice: StepPractice) -> Books:
    """Read everything."""
    with database.read() as session:
        return Books(
            bookings=_by_key(session, booking),
            payments=_by_key(session, payment),
            refunds=_by_key(session, refund),
            cases=_by_key(session, open_case),
            money=_by_key(session, gateway_money),
            account=practice.state(),
            log=practice.log(),
        )


def _by_key(session: Session, table: Table) -> dict[str, Any]:
    return {row[0]: row for row in session.execute(select(table))}


def something_open(database: Database) -> bool:
    """Whether a payment or a refund still waits for the gateway, or a look back is still due."""
    with database.read() as session:
        unseen = payment.c.instrument_id.is_not(None) & payment.c.looked_back_at.is_(None)
        in_books = select(payment.c.id).where(payment.c.settled_at.is_(None) | unseen)
        waiting = session.execute(in_books.limit(1)).first()
        unsent = refund.c.state.in_(("planned", "sent", "pending"))
        return waiting is not None or session.execute(select(refund.c.id).where(unsent)).first() is not None
