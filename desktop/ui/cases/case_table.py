"""The list of open cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.ui.cases.case_view import age_of
from desktop.ui.cases.case_words import age_text, kind_text
from desktop.ui.formats import amount
from desktop.ui.theme import scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from desktop.services.domain.review import OpenCase

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
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(32))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (AGE, BOOKING, AMOUNT):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for column in (WHAT, CUSTOMER):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        amounts = QTableWidgetItem(words[AMOUNT])
        amounts.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setHorizontalHeaderItem(AMOUNT, amounts)
        self.currentCellChanged.connect(lambda row, *_rest: self.row_shown.emit(row))

    def show_cases(self, cases: tuple[OpenCase, ...], now: datetime, chosen: int) -> None:
        """Show the cases and stand on the chosen one."""
        blocked = self.blockSignals(True)
        self.setRowCount(len(cases))
        for row, case in enumerate(cases):
            texts = (
                age_text(age_of(case.opened_at, now)),
                kind_text(case.kind),
                f"{case.customer_name} {case.masked_mobile}".strip(),
                case.booking_reference,
                amount(case.amount_paise),
            )
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
