"""The lists of the page as rows of words, and the words of their heads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.document_kinds import KINDS, NUMBERS_A_YEAR_MAX
from desktop.ui import formats

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.states import DocumentKind
    from desktop.services.domain.returns import DueInvoice, MonthState, SeriesState, WaitingPaper

translate = QCoreApplication.translate


class TaxList(StrEnum):
    """Which list is shown."""

    WAITING = "waiting"
    DUE = "due"
    MONTHS = "months"
    SERIES = "series"


@dataclass(frozen=True, slots=True)
class Columns:
    """The heads of a list with its rows; which column holds amounts, and which one gives way."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    amount: int | None = None
    wide: int = 5


def kind_title(kind: DocumentKind) -> str:
    """Return the title of a kind of paper."""
    return translate("Documents", KINDS[kind].title)


def list_word(which: TaxList) -> str:
    """Return what a list is called."""
    words = {
        TaxList.WAITING: translate("TaxPapers", "Waiting for IRN"),
        TaxList.DUE: translate("TaxPapers", "Invoices due"),
        TaxList.MONTHS: translate("TaxPapers", "Filed months"),
        TaxList.SERIES: translate("TaxPapers", "Series of numbers"),
    }
    return words[which]


def empty_text(which: TaxList) -> str:
    """Return what is said of a list without a row."""
    words = {
        TaxList.WAITING: translate("TaxPapers", "✓ No paper waits for the portal’s number."),
        TaxList.DUE: translate("TaxPapers", "✓ Everything that is over has its invoice."),
        TaxList.MONTHS: translate(
            "TaxPapers", "Nobody is registered here: no return is filed. F7 tells how registrations come in."
        ),
        TaxList.SERIES: translate("TaxPapers", "No paper was made yet."),
    }
    return words[which]


def days_text(days: int, *, is_late: bool, is_told: bool) -> str:
    """Return how long something waits, marked where it is too long."""
    many, one = translate("TaxPapers", "{count} days"), translate("TaxPapers", "1 day")
    said = one if days == 1 else many.format(count=days)
    if is_late:
        return translate("TaxPapers", "▲ {days}, the law’s 30 are over").format(days=said)
    return f"▲ {said}" if is_told else said


def waiting_columns(papers: Sequence[WaitingPaper]) -> Columns:
    """Return the papers that wait for a number."""
    heads = (
        translate("TaxPapers", "Number"),
        translate("TaxPapers", "Paper"),
        translate("TaxPapers", "Issued"),
        translate("TaxPapers", "Buyer"),
        translate("TaxPapers", "Total"),
        translate("TaxPapers", "Waits"),
    )
    rows = tuple(
        (
            one.number,
            kind_title(one.kind),
            formats.day_and_year(one.issued_on),
            f"{one.buyer}  {one.gstin}".strip(),
            formats.amount(one.total_paise),
            days_text(one.days, is_late=one.is_late, is_told=False),
        )
        for one in papers
    )
    return Columns(heads, rows, amount=4, wide=3)


def due_columns(invoices: Sequence[DueInvoice], time_zone: str) -> Columns:
    """Return what is over and has no invoice."""
    heads = (
        translate("TaxPapers", "Booking"),
        translate("TaxPapers", "Customer"),
        translate("TaxPapers", "What"),
        translate("TaxPapers", "Over since"),
        translate("TaxPapers", "Total"),
        translate("TaxPapers", "Waits"),
    )
    rows = tuple(
        (
            str(one.reference),
            one.customer,
            one.title,
            formats.moment_text(one.over_at, time_zone),
            formats.amount(one.total_paise),
            days_text(one.days, is_late=one.is_late, is_told=one.is_told),
        )
        for one in invoices
    )
    return Columns(heads, rows, amount=4, wide=2)


def month_columns(months: Sequence[MonthState], time_zone: str) -> Columns:
    """Return the months that are over, filed or open."""
    heads = (
        translate("TaxPapers", "Month"),
        translate("TaxPapers", "Registration"),
        translate("TaxPapers", "State"),
        translate("TaxPapers", "By"),
        translate("TaxPapers", "When"),
        translate("TaxPapers", "Why"),
    )
    return Columns(heads, tuple(_month_row(one, time_zone) for one in months))


def _month_row(one: MonthState, time_zone: str) -> tuple[str, ...]:
    if one.is_filed and one.filed_at is not None:
        state, by, at = translate("TaxPapers", "✓ filed"), one.filed_by, one.filed_at
    elif one.reopened_at is not None:
        state, by, at = translate("TaxPapers", "opened again"), one.reopened_by, one.reopened_at
    else:
        return one.month, one.registration, translate("TaxPapers", "open"), "", "", ""
    return one.month, one.registration, state, by, formats.moment_text(at, time_zone), one.reason


def series_columns(series: Sequence[SeriesState]) -> Columns:
    """Return the series, with a sign where their figures run out."""
    heads = (
        translate("TaxPapers", "Desk"),
        translate("TaxPapers", "Paper"),
        translate("TaxPapers", "Registration"),
        translate("TaxPapers", "Year"),
        translate("TaxPapers", "Last number"),
        translate("TaxPapers", "Room left"),
    )
    near = translate("TaxPapers", "▲ ends soon: {count} numbers are left. Take another desk code.")
    rows = tuple(
        (
            one.desk_code,
            kind_title(one.kind),
            one.registration,
            _year_text(one.year),
            one.number,
            near.format(count=NUMBERS_A_YEAR_MAX - one.last_number) if one.is_near_end else "",
        )
        for one in series
    )
    return Columns(heads, rows)


def _year_text(year: int) -> str:
    """Return 2026-27 for 2627; a calendar year of before stays as it is."""
    return f"20{year // 100}-{year % 100:02d}" if year // 100 + 1 == year % 100 else str(year)
