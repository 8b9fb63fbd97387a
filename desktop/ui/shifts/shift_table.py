"""Shifts, one row each: whose, since when, what was found, and whether it was accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.services.domain.shift_review import ShiftState
from desktop.ui import formats
from desktop.ui.shifts.cause_words import signed
from desktop.ui.theme import scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.read_by_rows import read_by_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from db.ids import ShiftId
    from desktop.services.domain.shift_review import ListedShift

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
PERSON, CASH, CARDS, STATE = 1, 4, 5, 6


class ShiftTable(QTableWidget):
    """`current` is the shift of the keyboard's row."""

    def __init__(self, time_zone: str, parent: QWidget | None = None) -> None:
        super().__init__(0, 7, parent)
        self._time_zone = time_zone
        self._shifts: tuple[ListedShift, ...] = ()
        self.setAccessibleName(self.tr("Shifts"))
        self.setHorizontalHeaderLabels(
            [
                self.tr("Desk"),
                self.tr("Person"),
                self.tr("Opened"),
                self.tr("Closed"),
                self.tr("Cash ±"),
                self.tr("Cards ±"),
                self.tr("State"),
            ]
        )
        read_by_rows(self)
        MarkedInSight(self)
        self.verticalHeader().setDefaultSectionSize(scaled(32))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (PERSON, STATE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    @property
    def current(self) -> ListedShift | None:
        """The shift on which the keyboard is."""
        row = self.currentRow()
        return self._shifts[row] if 0 <= row < len(self._shifts) else None

    def show_shifts(self, shifts: Sequence[ListedShift], marked: ShiftId | None = None) -> None:
        """Show the list; the keyboard goes to `marked`, or stays on its shift."""
        before = marked or (self.current.id if self.current else None)
        self._shifts = tuple(shifts)
        self.setRowCount(len(shifts))
        for place, shift in enumerate(shifts):
            for column, text in enumerate(self._texts(shift)):
                item = QTableWidgetItem(text)
                if column in (CASH, CARDS):
                    item.setTextAlignment(RIGHT)
                self.setItem(place, column, item)
        if shifts:
            places = (place for place, shift in enumerate(shifts) if shift.id == before)
            self.setCurrentCell(next(places, 0), 0)

    def _texts(self, shift: ListedShift) -> tuple[str, ...]:
        close = shift.close
        cash = signed(close.difference_paise) if close and shift.has_drawer else "–"
        by_card = close.card_difference_paise if close else None
        return (
            shift.desk_code,
            shift.clerk,
            formats.moment_text(shift.opened_at, self._time_zone),
            formats.moment_text(close.closed_at, self._time_zone) if close else "–",
            cash,
            "–" if by_card is None else signed(by_card),
            state_text(shift),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters to the page: they are its keys, not a search; so is Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter or (event.text().isprintable() and event.text().strip()):
            event.ignore()
            return
        super().keyPressEvent(event)


def state_text(shift: ListedShift) -> str:
    """Return where a shift stands, with a word for what nobody else has looked at."""
    translate = QCoreApplication.translate
    if shift.acceptance is not None:
        words = (
            translate("Shifts", "✓ accepted by {person}, an own close")
            if shift.acceptance.of_own
            else translate("Shifts", "✓ accepted by {person}")
        )
        return words.format(person=shift.acceptance.by)
    if shift.state is ShiftState.FORGOTTEN:
        return translate("Shifts", "▲ left open")
    if shift.state is ShiftState.OPEN:
        return translate("Shifts", "open")
    if shift.close is not None and shift.close.by_other:
        return translate("Shifts", "closed by {person}").format(person=shift.close.closed_by)
    return translate("Shifts", "closed, not accepted yet")
