"""Days with what is left and what they cost: tour dates, and what drops down from the field "when"."""

from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from desktop.ui import formats
from desktop.ui.on_sale.day_view import DayMark, DayView
from desktop.ui.theme import color, scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.read_by_rows import read_by_rows

Index = QModelIndex | QPersistentModelIndex
DAY, STARTS, LEFT, PRICE = range(4)
NOWHERE = QModelIndex()
POPUP_SIZE = QSize(380, 330)


class DayModel(QAbstractTableModel):
    """One row a day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days: tuple[DayView, ...] = ()

    def set_days(self, days: tuple[DayView, ...]) -> None:
        """Show these."""
        if days != self.days:
            self.beginResetModel()
            self.days = days
            self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.days)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        words = (self.tr("Day"), self.tr("Starts"), self.tr("Left"), self.tr("Price"))
        return words[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = 0) -> Any:
        view = self.days[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(view, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.ForegroundRole and view.mark is not DayMark.OPEN:
            return color("muted")
        return None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column == PRICE else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _text(self, view: DayView, column: int) -> str:
        match column:
            case 0:
                return formats.day(view.day)
            case 1:
                return formats.clock(view.starts_at, view.time_zone)
            case 2:
                return self._left(view)
            case _:
                return formats.amount(view.price_paise)

    def _left(self, view: DayView) -> str:
        match view.mark:
            case DayMark.CANCELLED:
                return self.tr("✕ cancelled")
            case DayMark.STOPPED:
                return self.tr("■ stopped {reason}").format(reason=view.reason).strip()
            case DayMark.GONE:
                return self.tr("✕ has left")
            case DayMark.FULL:
                return self.tr("✕ full")
            case DayMark.TOO_FEW:
                return self.tr("▲ only {count} of {all}").format(count=view.free_count, all=view.unit_count)
            case DayMark.OPEN:
                return self.tr("{count} of {all}").format(count=view.free_count, all=view.unit_count)


class DayTable(QTableView):
    """`looked_at` carries the day under the cursor when a person moves it; `accepted` one chosen by Enter."""

    looked_at = Signal(object)
    accepted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = DayModel(self)
        self.setModel(self._days)
        self.setAccessibleName(self.tr("Days"))
        MarkedInSight(self)
        read_by_rows(self)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(LEFT, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(lambda index: self._choose(index.row()))
        self.doubleClicked.connect(lambda index: self._accept(index.row()))

    def set_days(self, days: tuple[DayView, ...], chosen: date | None) -> None:
        """Show these with the chosen one under the cursor."""
        metrics = QFontMetrics(self.font())
        self.verticalHeader().setDefaultSectionSize(metrics.height() + scaled(10))
        self._days.set_days(days)
        row = next((row for row, view in enumerate(days) if view.day == chosen), -1)
        if row >= 0 and self.currentIndex().row() != row:
            self.setCurrentIndex(self._days.index(row, 0))
            self.scrollTo(self._days.index(max(row - 1, 0), 0))

    def day_at(self, row: int) -> DayView | None:
        """Return the day of a row."""
        return self._days.days[row] if 0 <= row < len(self._days.days) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier
        ):
            if not event.isAutoRepeat():
                self._accept(self.currentIndex().row())
            return
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        if self.currentIndex().row() != before:
            self._choose(self.currentIndex().row())

    def _choose(self, row: int) -> None:
        if (view := self.day_at(row)) is not None:
            self.looked_at.emit(view.day)

    def _accept(self, row: int) -> None:
        if (view := self.day_at(row)) is not None:
            self.accepted.emit(view.day)


class DayPopup(QFrame):
    """Lies over the window it belongs to. Enter or a click takes a day; Esc or going elsewhere closes."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Days to choose from"))
        self.table = DayTable()
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
        wanted = QSize(scaled(POPUP_SIZE.width()), scaled(POPUP_SIZE.height()))
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
