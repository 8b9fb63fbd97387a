"""ReadCompany and ReadStatement: what a customer may owe, owes, and how that came about."""

from datetime import datetime

from db import companies
from db.companies import CompanyRow, OwedMove
from db.database import Database, Session
from db.ids import CustomerId
from desktop.services.domain.companies import Company, MoveKind, Statement, StatementLine, overdue_paise
from desktop.services.errors import NotFound
from desktop.services.records.customer_record import read_customer


class ReadCompany:
    """Read the terms of a customer who may owe."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, customer_id: CustomerId) -> Company | None:
        """Return them with what is owed now; None for who pays at once."""
        with self._database.read() as session:
            row = companies.find(session, customer_id)
            return None if row is None else company_of(session, row)


class ReadStatement:
    """Read how what a company owes came about."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, customer_id: CustomerId, since: datetime, until: datetime) -> Statement:
        """Return the statement of the moments from `since`, without `until`. Raises NotFound."""
        with self._database.read() as session:
            customer, row = read_customer(session, customer_id), companies.find(session, customer_id)
            if row is None:
                raise NotFound("company", customer.name)
            lines = _lines(companies.moves(session, customer_id))
            company = company_of(session, row)
        before = [line for line in lines if line.at < since]
        inside = tuple(line for line in lines if since <= line.at < until)
        opening = before[-1].sum_paise if before else 0
        owed = inside[-1].sum_paise if inside else opening
        late = overdue_paise([*before, *inside], until, row.terms_days, owed_paise=owed)
        return Statement(company, customer.name, since, until, opening, inside, late)


def company_of(session: Session, row: CompanyRow) -> Company:
    """Return a company with what it owes now."""
    owed = companies.owed_paise(session, row.customer_id)
    return Company(row.customer_id, row.limit_paise, row.terms_days, row.is_active, owed)


def _lines(moves: list[OwedMove]) -> list[StatementLine]:
    found, owed = [], 0
    for move in moves:
        owed += move.paise
        found.append(
            StatementLine(
                move.at, _kind(move), move.paise, owed, move.reference, move.tender, move.slip or ""
            )
        )
    return found


def _kind(move: OwedMove) -> MoveKind:
    if move.kind == "wallet_merged":
        return MoveKind.MERGED
    if move.tender:
        return MoveKind.PAID
    return MoveKind.BOOKING if move.paise > 0 else MoveKind.CREDIT
