"""The likeliest causes of a shift's difference; Enter on a row opens its booking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from desktop.ui.widgets.bring_into_view import MarkedInSight

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from db.ids import BookingId
    from desktop.ui.shifts.cause_words import CauseRow


class CauseList(QListWidget):
    """Empty where nothing differs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CauseRow, ...] = ()
        self.setAccessibleName(self.tr("Likeliest causes"))
        self.setWordWrap(True)
        MarkedInSight(self)

    @property
    def booking_id(self) -> BookingId | None:
        """The booking of the marked row."""
        row = self.currentRow()
        return self._rows[row].booking_id if 0 <= row < len(self._rows) else None

    def show_rows(self, rows: tuple[CauseRow, ...]) -> None:
        """Show them; the first row that leads to a booking is marked."""
        self._rows = rows
        self.clear()
        self.addItems([row.text for row in rows])
        if rows:
            leads = (place for place, row in enumerate(rows) if row.booking_id is not None)
            self.setCurrentRow(next(leads, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters and Enter to the page."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter or (event.text().isprintable() and event.text().strip()):
            event.ignore()
            return
        super().keyPressEvent(event)
