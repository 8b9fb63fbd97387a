"""All checks, on one view of the database."""

from collections.abc import Iterator

from sqlalchemy import select

from db.audits import drawers, gateway, ledger, sales, stock, tenders
from db.audits.check import Finding, run
from db.audits.journal_chain import check_chains
from db.audits.pages import check_pages
from db.audits.paper_numbers import check_paper_numbers
from db.audits.papers import check_papers
from db.audits.told_money import check_told_money
from db.audits.z_slips import check_z_slips
from db.database import Session
from db.schema import node

CHECKS = (*stock.CHECKS, *sales.CHECKS, *ledger.CHECKS, *tenders.CHECKS, *drawers.CHECKS, *gateway.CHECKS)


def run_all(session: Session) -> Iterator[Finding]:
    """Run every check; the desks may go on selling meanwhile. Call it first in a read block.

    Nothing more is looked at when pages are damaged.
    """
    pages, can_be_read = check_pages(session)
    yield pages
    if not can_be_read:  # what else could be read may be anything
        return
    _fix_the_view(session)
    yield from run_checks(session)


def run_checks(session: Session) -> Iterator[Finding]:
    """Run every check in a transaction that sees one moment already."""
    for check in CHECKS:
        yield run(session, check)
    yield check_told_money(session)
    yield check_paper_numbers(session)
    yield from check_papers(session)
    yield check_z_slips(session)
    yield check_chains(session)


def _fix_the_view(session: Session) -> None:
    """Make all statements see one moment, and take the time after it.

    With the time before it, a hold that ended in between would be missed where its cells were taken over.
    """
    if session.on_server:
        session.connection.execution_options(isolation_level="REPEATABLE READ")
    session.execute(select(node.c.id)).all()
