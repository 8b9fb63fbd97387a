"""A company's statement as lines of text: opening sum, every change, closing sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.companies import MoveKind
from desktop.ui import formats
from desktop.ui.tender_words import tender_word

if TYPE_CHECKING:
    from desktop.services.domain.companies import Statement, StatementLine

translate = QCoreApplication.translate


def statement_text(statement: Statement, time_zone: str) -> str:
    """Return the statement, one change a line, with what was owed after it."""
    opening = translate("Statement", "Owed at the beginning: {owed}")
    closing = translate("Statement", "Owed at the end: {owed}")
    lines = [
        opening.format(owed=formats.amount(statement.opening_paise)),
        *(_line(line, time_zone) for line in statement.lines),
        closing.format(owed=formats.amount(statement.closing_paise)),
    ]
    if statement.overdue_paise:
        late = translate("Statement", "▲ Of it overdue: {owed}")
        lines.append(late.format(owed=formats.amount(statement.overdue_paise)))
    return "\n".join(lines)


def _line(line: StatementLine, time_zone: str) -> str:
    words = {
        MoveKind.BOOKING: translate("Statement", "booking {reference}"),
        MoveKind.CREDIT: translate("Statement", "credit note for {reference}"),
        MoveKind.MERGED: translate("Statement", "of a customer that was made one with this one"),
        MoveKind.PAID: translate("Statement", "paid by {tender} {slip}"),
    }
    what = words[line.kind].format(
        reference=line.reference or "",
        tender=tender_word(line.tender) if line.tender else "",
        slip=line.slip,
    )
    moment, sign = formats.moment_text(line.at, time_zone), formats.amount(line.paise)
    return f"{moment}   {what.strip()}   {sign}   {formats.amount(line.sum_paise)}"
