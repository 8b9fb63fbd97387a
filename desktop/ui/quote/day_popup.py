"""The list of days that drops down from the field "when"."""

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.ui.quote.day_table import DayTable
from desktop.ui.quote.stock_view import DayView
from desktop.ui.theme import scaled


class DayPopup(QFrame):
    """Enter or a click takes a day and closes; Esc closes."""

    chosen = Signal(object)

    def __init__(self, time_zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Days to choose from"))
        self.table = DayTable(time_zone)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.table)
        self.table.accepted.connect(self._take)
        self.table.clicked.connect(lambda index: self._take_row(index.row()))

    def drop(self, field: QWidget, days: tuple[DayView, ...], day: date | None) -> None:
        """Open below the field."""
        self.table.set_days(days, day)
        self.resize(max(field.width(), scaled(360)), scaled(320))
        self.move(field.mapToGlobal(QPoint(0, field.height() + 2)))
        self.show()
        self.table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _take(self, day: date) -> None:
        self.close()
        self.chosen.emit(day)

    def _take_row(self, row: int) -> None:
        if (view := self.table.day_at(row)) is not None:
            self._take(view.day)
