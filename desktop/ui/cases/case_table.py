"""The list of open cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from db.states import CaseKind
from desktop.ui.cases.case_view import CaseGroup, age_of
from desktop.ui.cases.case_words import age_text, row_text, sign_text
from desktop.ui.formats import amount
from desktop.ui.theme import scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.read_by_rows import read_by_rows

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from db.ids import CaseId
    from desktop.ui.cases.case_view import Entry

AGE, WHAT, CUSTOMER, BOOKING, AMOUNT = range(5)


class CaseTable(QTableWidget):
    """`row_shown` carries the number of the row that is current now, -1 for none."""

    row_shown = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self.setAccessibleName(self.tr("Open cases"))
        MarkedInSight(self)
        words = (
            self.tr("open for"),
            self.tr("what happened"),
            self.tr("customer"),
            self.tr("booking"),
            self.tr("amount"),
        )
        self.setHorizontalHeaderLabels(words)
        read_by_rows(self)
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(scaled(32))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (AGE, BOOKING, AMOUNT):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for column in (WHAT, CUSTOMER):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        amounts = QTableWidgetItem(words[AMOUNT])
        amounts.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setHorizontalHeaderItem(AMOUNT, amounts)
        self.currentCellChanged.connect(lambda row, *_rest: self.row_shown.emit(row))

    def show_cases(self, cases: tuple[Entry, ...], now: datetime, chosen: int) -> None:
        """Show cases and groups, with the rows of an open group below it, and stand on the chosen one."""
        blocked = self.blockSignals(True)
        self.setRowCount(len(cases))
        inside: frozenset[CaseId] = frozenset()
        for row, case in enumerate(cases):
            texts = (age_text(age_of(case.opened_at, now)), *_middle(case, inside), amount(case.amount_paise))
            if isinstance(case, CaseGroup):
                inside = frozenset(one.id for one in case.cases)
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                side = Qt.AlignmentFlag.AlignRight if column == AMOUNT else Qt.AlignmentFlag.AlignLeft
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(row, column, item)
        self.setCurrentCell(chosen, 0)
        self.blockSignals(blocked)
        self.row_shown.emit(chosen if cases else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave figures to the page: they are keys of answers, not a search."""
        if event.text().isprintable() and event.text().strip():
            event.ignore()
            return
        super().keyPressEvent(event)


def _middle(entry: Entry, inside: frozenset[CaseId]) -> tuple[str, str, str]:
    """Return what happened, who it is about and the booking; what is `inside` a group is set in below it."""
    if isinstance(entry, CaseGroup):
        return f"{'▾' if entry.is_open else '▸'} {row_text(entry)}", sign_text(entry.sign), ""
    what = f"      {row_text(entry)}" if entry.id in inside else row_text(entry)
    who = f"{entry.customer_name} {entry.masked_mobile}".strip()
    if not who and entry.kind is CaseKind.FOREIGN:
        who = dict(entry.facts).get("gateway_payment", "")
    # These books have no booking of that reference, which the note names.
    noted = dict(entry.facts).get("reference", "") if entry.kind is CaseKind.LOST else ""
    return what, who, entry.booking_reference or noted
