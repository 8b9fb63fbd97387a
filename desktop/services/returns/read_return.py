"""ReadReturn: GSTR-1 of a registration and period, from what its papers say, and checked."""

from collections.abc import Callable

from db import accountant, return_papers, taxes
from db.database import Database, Session
from db.patience import READING
from db.states import Scheme
from db.taxes import RegistrationRow
from desktop.services.domain.counted_paper import CountedPaper
from desktop.services.domain.period import Period
from desktop.services.domain.tax_return import TaxReturn
from desktop.services.return_errors import FilesNoReturn
from desktop.services.returns.build_return import ReturnPapers, build_return
from desktop.services.returns.check_ledger import check_ledger
from desktop.services.returns.read_papers import (
    moments_of,
    numbers_without_content,
    papers_before,
    papers_between,
    papers_named,
)


class ReadReturn:
    """Work the tables out and check them. A house without registration files nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(
        self, registration: str, period: Period, *, goes_on: Callable[[], bool] = lambda: True
    ) -> TaxReturn | None:
        """Return the checked return; None when `goes_on` said no meanwhile.

        Raises FilesNoReturn when no registration that files it has the code at the end of the period.
        """
        with self._database.read(READING) as session:
            found = taxes.in_force(taxes.registrations(session), period.last).get(registration)
            if found is None or found.scheme is not Scheme.REGULAR:
                raise FilesNoReturn(registration)
            read = _read(session, found, period, goes_on)
        return None if read is None else build_return(read)


class ListGstins:
    """Read which registrations file a return."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[tuple[str, str], ...]:
        """Return the code and the GSTIN of each that is taxed at the usual rates, as known last."""
        with self._database.read() as session:
            rows = taxes.registrations(session)
        last = {row.code: row for row in sorted(rows, key=lambda row: row.valid_from)}
        return tuple((row.code, row.gstin) for row in last.values() if row.scheme is Scheme.REGULAR)


def _read(
    session: Session, registration: RegistrationRow, period: Period, goes_on: Callable[[], bool]
) -> ReturnPapers | None:
    papers: list[CountedPaper] = []
    for paper in papers_between(session, period):
        if not goes_on():
            return None
        papers.append(paper)
    bookings = {paper.booking_id for paper in papers if paper.booking_id is not None}
    first_at, end_at = moments_of(period)
    bookings |= {row.booking_id for row in return_papers.moved(session, first_at, end_at)}
    before = papers_before(session, bookings, period.first)
    known = {paper.id: paper for paper in (*before, *papers)}
    named = {one for paper in papers for one, _ in paper.answers}
    others = papers_named(session, named - known.keys())
    before += [paper for paper in others if paper.is_advance]
    answered = [*(known[one] for one in sorted(named) if one in known), *others]
    return ReturnPapers(
        registration=registration,
        rules=accountant.rules(session),
        period=period,
        before=tuple(before),
        papers=tuple(papers),
        answered=tuple(answered),
        lost=tuple(return_papers.lost_numbers(session)),
        without_content=tuple(numbers_without_content(session, period)),
        ledger=check_ledger(session, period, before, papers),
    )
