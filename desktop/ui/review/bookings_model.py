"""The list of bookings for the table: frozen rows, a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from db.ids import BookingId
from db.states import BookingState
from desktop.ui.formats import amount
from desktop.ui.lifecycle_words import balance_word, booking_word
from desktop.ui.review.review_view import AMOUNTS, Column, Found, local_text
from desktop.ui.review.review_words import column_word, tenders_word
from desktop.ui.theme import color

if TYPE_CHECKING:
    from collections.abc import Callable
    from zoneinfo import ZoneInfo

    from desktop.services.domain.review import ReviewRow

    Index = QModelIndex | QPersistentModelIndex

NOWHERE = QModelIndex()
SIGNS = {
    BookingState.HELD: "◔",
    BookingState.CONFIRMED: "✓",
    BookingState.EXPIRED: "■",
    BookingState.CANCELLED: "✕",
    BookingState.COMPLETED: "●",
}
COLOURS = {
    BookingState.HELD: "warning",
    BookingState.CONFIRMED: "ok",
    BookingState.EXPIRED: "muted",
    BookingState.CANCELLED: "danger",
    BookingState.COMPLETED: "ink",
}
COLUMNS = tuple(Column)


class BookingsModel(QAbstractTableModel):
    """`more_wanted` when the end of the rows comes into sight and there are more."""

    more_wanted = Signal()

    def __init__(self, zone: ZoneInfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._rows: tuple[ReviewRow, ...] = ()
        self._more = False
        self._asked = False

    def show_found(self, found: Found) -> None:
        """Show what was found; rows at the end of the same ones are appended, anything else begins anew."""
        before, rows = len(self._rows), found.rows
        self._more, self._asked = found.next_after is not None, False
        if before and rows[:before] == self._rows:
            if len(rows) > before:
                self.beginInsertRows(NOWHERE, before, len(rows) - 1)
                self._rows = rows
                self.endInsertRows()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, row: int) -> ReviewRow | None:
        """Return a row, None outside the list."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, booking_id: BookingId) -> int:
        """Return where a booking stands, -1 when it is not in the list."""
        return next((at for at, row in enumerate(self._rows) if row.booking_id == booking_id), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next page, once."""
        self._asked = True
        self.more_wanted.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in AMOUNTS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and column is Column.STATE:
            return color("muted" if row.was_released else COLOURS[row.state])
        if role == Qt.ItemDataRole.ToolTipRole and column in (Column.TITLE, Column.CUSTOMER):
            return self._text(row, column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return column_word(COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            amounts = COLUMNS[section] in AMOUNTS
            return Qt.AlignmentFlag.AlignRight if amounts else Qt.AlignmentFlag.AlignLeft
        return None

    def _text(self, row: ReviewRow, column: Column) -> str:
        return local_text(row.reserved_at, self._zone) if column is Column.MADE else TEXTS[column](row)


TEXTS: dict[Column, Callable[[ReviewRow], str]] = {
    Column.REFERENCE: lambda row: row.reference,
    Column.STATE: lambda row: _state(row),
    Column.TITLE: lambda row: row.title,
    Column.CUSTOMER: lambda row: f"{row.customer_name} {row.masked_mobile}".strip(),
    Column.TENDERS: lambda row: "  ".join(filter(None, (tenders_word(row.tenders), row.accounts))),
    Column.DESK: lambda row: row.desk_code,
    Column.TOTAL: lambda row: amount(row.total_paise),
    Column.PAID: lambda row: amount(row.paid_paise),
    Column.REFUNDED: lambda row: amount(row.refunded_paise) if row.refunded_paise else "",
}


def _state(row: ReviewRow) -> str:
    word = f"{SIGNS[row.state]} {booking_word(row.state, was_released=row.was_released)}"
    return f"{word}, {balance_word(row.balance_paise)}" if row.balance_paise else word
