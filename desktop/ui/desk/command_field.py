"""The command field and the list of what the line may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.ui.theme import color, scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop.ui.commands import Suggestion

Index = QModelIndex | QPersistentModelIndex
ROW = 34


class CommandField(QLineEdit):
    """One line for everything. `entered` carries the highlighted suggestion or None, and the line."""

    entered = Signal(object, str)
    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "command")
        self.setPlaceholderText(self.tr("Mobile number, reference, room type, route or tour"))
        self.setAccessibleName(self.tr("Command: mobile number, reference, room type, route or tour"))
        self.setClearButtonEnabled(False)
        self.setMaxLength(120)
        self._list: SuggestionList | None = None

    @property
    def suggestions(self) -> SuggestionList:
        """The list below the field, made when it is needed first."""
        if self._list is None:
            self._list = SuggestionList(self.window())
            self._list.clicked.connect(lambda _index: self._enter())
        return self._list

    def offer(self, found: Sequence[Suggestion]) -> None:
        """Show what the line may mean, the first highlighted; nothing hides the list."""
        if self._list is None and not found:
            return
        self.suggestions.show_below(self, found if self.hasFocus() else ())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        open_list = self._list is not None and not self._list.isHidden()
        match event.key():
            case keys.Key_Return | keys.Key_Enter:
                self._enter()
            case keys.Key_Down | keys.Key_Up if open_list:
                self.suggestions.step(1 if event.key() == keys.Key_Down else -1)
            case keys.Key_Down:
                self.left_downwards.emit()
            case keys.Key_Escape if open_list or self.text():
                self.offer(())
                self.clear()
            case _:
                super().keyPressEvent(event)

    def _enter(self) -> None:
        chosen = self._list.chosen() if self._list is not None and not self._list.isHidden() else None
        line = self.text().strip()
        self.offer(())
        if line:
            self.entered.emit(chosen, line)


class SuggestionList(QListWidget):
    """Lies over the work below the field; the keyboard stays in the field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("What the line may mean"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_SuggestionDelegate(self))
        self.hide()

    def show_below(self, field: QLineEdit, found: Sequence[Suggestion]) -> None:
        """Fill the list and lay it under the field, as wide as the field."""
        self.clear()
        for suggestion in found:
            item = QListWidgetItem(f"{suggestion.title}  {suggestion.detail}".strip(), self)
            item.setData(Qt.ItemDataRole.UserRole, suggestion)
        self.setVisible(bool(found))
        if not found:
            return
        self.setCurrentRow(0)
        corner = field.mapTo(field.window(), QPoint(0, field.height() + 2))
        self.setGeometry(QRect(corner, QSize(field.width(), len(found) * scaled(ROW) + 6)))
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
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, suggestion.title)
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(color("muted"))
        hint = f"{suggestion.detail}   ⏎" if chosen else suggestion.detail
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, hint)
        painter.restore()
