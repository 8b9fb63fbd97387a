"""The strip of days: price, what is left, and whether the day is on sale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.ui import formats
from desktop.ui.stock.stock_view import SaleMark, mark_of
from desktop.ui.stock.stock_words import mark_text
from desktop.ui.theme import color, scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.read_by_rows import read_by_rows

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QPersistentModelIndex

    from desktop.services.domain.catalogue import DaySale

    Index = QModelIndex | QPersistentModelIndex

DAY, STARTS, PRICE, FREE, STATE = range(5)
RIGHT = (PRICE, FREE)
INKS = {SaleMark.STOPPED: "warning", SaleMark.CANCELLED: "danger", SaleMark.FULL: "muted"}


class SaleModel(QAbstractTableModel):
    """One row a day."""

    def __init__(self, time_zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time_zone = time_zone
        self.sales: tuple[DaySale, ...] = ()

    def set_sales(self, sales: tuple[DaySale, ...], time_zone: str) -> None:
        """Show these."""
        self.beginResetModel()
        self.sales, self._time_zone = sales, time_zone
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.sales)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        words = (self.tr("Day"), self.tr("Starts"), self.tr("Price"), self.tr("Free"), self.tr("Sale"))
        return words[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = 0) -> Any:
        sale, column = self.sales[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(sale, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole and column == STATE:
            return mark_text(sale)
        if role == Qt.ItemDataRole.ForegroundRole and column == STATE and mark_of(sale) in INKS:
            return color(INKS[mark_of(sale)])
        return None

    def _text(self, sale: DaySale, column: int) -> str:
        match column:
            case 0:
                return formats.day(sale.day)
            case 1:
                return formats.clock(sale.starts_at, self._time_zone)
            case 2:
                return formats.amount(sale.price_paise)
            case 3:
                return self.tr("{free} of {all}").format(free=sale.free_count, all=sale.unit_count)
            case _:
                return mark_text(sale)


class SaleTable(QTableView):
    """`days_chosen` carries the first and the last day when a person selects them (Shift for several)."""

    days_chosen = Signal(object, object)

    def __init__(self, time_zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sales = SaleModel(time_zone, self)
        self._showing = False
        self.setModel(self._sales)
        self.setAccessibleName(self.tr("Days"))
        read_by_rows(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setWordWrap(False)
        MarkedInSight(self)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(STATE, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().selectionChanged.connect(self._selected)

    def show_sales(self, sales: tuple[DaySale, ...], time_zone: str, first: date, last: date) -> None:
        """Show these days with the chosen ones selected; they stay where they are on the screen."""
        self._showing = True
        self.verticalHeader().setDefaultSectionSize(QFontMetrics(self.font()).height() + scaled(10))
        days = [sale.day for sale in sales]
        same = days == [sale.day for sale in self._sales.sales]
        at = self.verticalScrollBar().value()
        current = self.currentIndex().row()
        self._sales.set_sales(sales, time_zone)
        rows = [row for row, day in enumerate(days) if first <= day <= last]
        selection = QItemSelection()
        if rows:
            selection.select(self._sales.index(rows[0], 0), self._sales.index(rows[-1], STATE))
            stay = current if current in (rows[0], rows[-1]) else rows[0]
            index = self._sales.index(stay, 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if same:
            self.verticalScrollBar().setValue(at)
        elif rows:
            self.scrollTo(self._sales.index(max(rows[0] - 1, 0), 0))
        self._showing = False

    def _selected(self, *_changes: object) -> None:
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        if not self._showing and rows:
            self.days_chosen.emit(self._sales.sales[min(rows)].day, self._sales.sales[max(rows)].day)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in RIGHT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
