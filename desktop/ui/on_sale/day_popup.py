"""The list of days that drops down from the field "when"."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.ui.on_sale.day_table import DayTable
from desktop.ui.on_sale.stock_view import DayView
from desktop.ui.theme import scaled

SIZE = QSize(380, 330)


class DayPopup(QFrame):
    """Lies over the window it belongs to. Enter or a click takes a day; Esc or going elsewhere closes."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, time_zone: str, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Days to choose from"))
        self.table = DayTable(time_zone)
        self.table.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.table)
        self.table.accepted.connect(self._take)
        self.table.clicked.connect(lambda index: self._take_row(index.row()))
        self.hide()

    def drop(self, field: QWidget, days: tuple[DayView, ...], day: date | None) -> None:
        """Open below the field, as large as the window allows."""
        window = self.parentWidget()
        if window is None:
            return
        self.table.set_days(days, day)
        corner = field.mapTo(window, QPoint(0, field.height() + 2))
        wanted = QSize(scaled(SIZE.width()), scaled(SIZE.height()))
        self.resize(wanted.boundedTo(window.size() - QSize(8, corner.y() + 8)))
        self.move(min(corner.x(), window.width() - self.width() - 4), corner.y())
        self.raise_()
        self.show()
        self.table.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_escape(event):
            self.hide()
            self.closed.emit()
            return True
        return super().eventFilter(watched, event)

    def _take(self, day: date) -> None:
        self.hide()
        self.chosen.emit(day)

    def _take_row(self, row: int) -> None:
        if (view := self.table.day_at(row)) is not None:
            self._take(view.day)


def _is_escape(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape
