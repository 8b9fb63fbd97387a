"""What a line may mean: a list that lies over the work below the command field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.ui.theme import color, scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.ui.commands import Suggestion

Index = QModelIndex | QPersistentModelIndex
ROW = 34


class SuggestionList(QListWidget):
    """Lies over the work below the field; the keyboard stays in the field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("What the line may mean"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_SuggestionDelegate(self))
        MarkedInSight(self)
        self.hide()

    def show_below(self, field: QLineEdit, found: Sequence[Suggestion], *, highlight: bool = True) -> None:
        """Fill the list and lay it under the field, as wide as the field; `highlight` its first row.

        It ends where the window ends.
        """
        self.clear()
        for suggestion in found:
            item = QListWidgetItem(f"{suggestion.title}  {suggestion.detail}".strip(), self)
            item.setData(Qt.ItemDataRole.UserRole, suggestion)
        self.setVisible(bool(found))
        if not found:
            return
        self.setCurrentRow(0 if highlight else -1)
        corner = field.mapTo(field.window(), QPoint(0, field.height() + 2))
        height = min(len(found) * scaled(ROW) + 6, field.window().height() - corner.y())
        self.setGeometry(QRect(corner, QSize(field.width(), height)))
        self.raise_()

    def step(self, by: int) -> None:
        """Highlight the next or the one before, without running over the ends."""
        self.setCurrentRow(min(max(self.currentRow() + by, 0), self.count() - 1))

    def chosen(self) -> Suggestion | None:
        """Return the highlighted suggestion."""
        item = self.currentItem()
        found: Suggestion | None = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return found


class _SuggestionDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        suggestion: Suggestion = index.data(Qt.ItemDataRole.UserRole)
        view = option.widget
        box = QRect(option.rect)
        chosen = isinstance(view, QListWidget) and view.currentRow() == index.row()
        painter.save()
        if chosen:
            painter.fillRect(box, color("accent_soft"))
            painter.fillRect(QRect(box.topLeft(), QSize(scaled(3), box.height())), color("accent"))
        inner = box.adjusted(scaled(14), 0, -scaled(12), 0)
        font = QFont(view.font())
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(color("ink"))
        middle = Qt.AlignmentFlag.AlignVCenter
        # The detail tells two of one title apart, so that the title gives way, and at its end.
        hint = f"{suggestion.detail}   ⏎" if chosen else suggestion.detail
        plain = QFont(font)
        plain.setWeight(QFont.Weight.Normal)
        room = inner.width() - QFontMetrics(plain).horizontalAdvance(hint) - scaled(12)
        title = QFontMetrics(font).elidedText(suggestion.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, title)
        painter.setFont(plain)
        painter.setPen(color("muted"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, hint)
        painter.restore()
