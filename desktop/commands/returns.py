"""gstr1, tally, papers: files for the accountant, from books that are only read."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from db.database import Database
from db.errors import DatabaseTrouble
from desktop.commands.trouble import explain_trouble
from desktop.commands.which_database import say_which_database
from desktop.config import Config
from desktop.reading import read_books
from desktop.services.domain.exported import Saved
from desktop.services.domain.period import Period, month_from, quarter_of
from desktop.services.errors import DeskError
from desktop.services.returns.read_return import ReadReturn
from desktop.services.returns.read_vouchers import ReadVouchers
from desktop.services.returns.save_list import write_list
from desktop.services.returns.save_return import write_return
from desktop.services.returns.save_vouchers import write_vouchers

MONTH_WRONG = "A month is written as 2026-11; nothing was written."
DAY_WRONG = "A day is written as 2026-11-23; nothing was written."


def run_gstr1(
    config: Config, book: Path | None, registration: str, month: str, place: Path, *, quarter: bool
) -> int:
    """Write a return; return 1 where its check fails, or it can't be."""
    period = _month(month)
    if period is None:
        return 1
    period = quarter_of(period.first) if quarter else period
    return _over(config, book, lambda database: _gstr1(database, registration, period, place))


def run_tally(config: Config, book: Path | None, day: str, place: Path) -> int:
    """Write the vouchers of a day; return 1 where that can't be."""
    try:
        wanted = date.fromisoformat(day)
    except ValueError:
        print(DAY_WRONG)
        return 1
    return _over(config, book, lambda database: _said(write_vouchers(ReadVouchers(database)(wanted), place)))


def run_papers(config: Config, book: Path | None, month: str, place: Path) -> int:
    """Write the list of papers of a month; return 1 where that can't be."""
    period = _month(month)
    if period is None:
        return 1
    return _over(config, book, lambda database: _said(write_list(database, period, place)))


def _month(text: str) -> Period | None:
    try:
        return month_from(text)
    except ValueError:
        print(MONTH_WRONG)
        return None


def _over(config: Config, book: Path | None, act: Callable[[Database], int]) -> int:
    if book is None:
        say_which_database(config)
    try:
        with ExitStack() as stack:
            return act(read_books(config, book, stack).database)
    except DatabaseTrouble as trouble:
        print(explain_trouble(trouble))
    except DeskError as refused:
        from desktop.ui.failures import explain  # the sentence that the window says too

        print(explain(refused))
    return 1


def _gstr1(database: Database, registration: str, period: Period, place: Path) -> int:
    found = ReadReturn(database)(registration, period)
    if found is None:
        raise AssertionError("nobody ends a command's return")
    status = _said(write_return(database, found, place))
    from desktop.ui.returns.check_words import check_lines

    print("\n".join(check_lines(found)))
    return status if found.check.is_right else 1


def _said(saved: Saved | None) -> int:
    if saved is None:
        raise AssertionError("nobody ends a command's list")
    print(f"{saved.folder}: {', '.join(saved.files)}")
    return 0
