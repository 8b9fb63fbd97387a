"""The stock page's controls and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.theme import scaled, theme
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.keyed_page import KeyedPage

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

NARROW_BELOW = 820
LIST_HEIGHT = 260
REASON_LENGTH_MAX = 120


class StockPage(KeyedPage):
    """What and when above, the days and the units below, what can be done to them last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.errors = ErrorBar()
        self.offering = QComboBox()
        self.first = QDateEdit()
        self.last = QDateEdit()
        for edit in (self.first, self.last):
            edit.setCalendarPopup(False)
            edit.setDisplayFormat("ddd d MMM yyyy")
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_LENGTH_MAX)
        self.reason.setPlaceholderText(self.tr("painting, private group, breakdown ..."))
        self.days = QListWidget()
        self.units = QListWidget()
        for view in (self.days, self.units):
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.days.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.stop = BusyButton(self.tr("Stop the sale of these days"))
        self.resume = BusyButton(self.tr("Sell these days again"))
        self.block = BusyButton(role="primary")
        self.undo = QPushButton(self.tr("Undo the last block   Ctrl+Z"))
        self.undo.hide()
        self.back_button = QPushButton(self.tr("Back   Esc"))
        self._column = QVBoxLayout(self)
        self._fields = QGridLayout()
        self._lists = QGridLayout()
        self._lay_out()
        theme.changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Stock"))
        title.setProperty("role", "title")
        advice = QLabel(self.tr("What is held or sold stays; only what is still free is taken off sale."))
        advice.setProperty("role", "caption")
        advice.setWordWrap(True)
        card = QFrame()
        card.setProperty("role", "card")
        card.setLayout(self._fields)
        self._named = [
            (self.tr("&What"), self.offering),
            (self.tr("&From"), self.first),
            (self.tr("&To, included"), self.last),
            (self.tr("&Reason"), self.reason),
            (self.tr("&Days"), self.days),
            (self.tr("&Units: tick with Space"), self.units),
        ]
        self._labels = []
        for word, control in self._named:
            label = QLabel(word)
            label.setProperty("role", "caption")
            label.setBuddy(control)
            control.setAccessibleName(word.replace("&", ""))
            self._labels.append(label)
        holder = QWidget()
        flow = FlowLayout(holder, spacing=8, line_spacing=8)
        for button in (self.block, self.stop, self.resume, self.undo, self.back_button):
            flow.addWidget(button)
        for part in (title, advice, self.errors, card):
            self._column.addWidget(part)
        self._column.addLayout(self._lists, 1)
        self._column.addWidget(holder)

    def _place(self, narrow: bool) -> None:
        columns = 2 if narrow else 4
        for index, ((_, control), label) in enumerate(zip(self._named[:4], self._labels[:4], strict=True)):
            row, column = divmod(index, columns)
            self._fields.addWidget(label, row * 2, column)
            self._fields.addWidget(control, row * 2 + 1, column)
        for index, ((_, view), label) in enumerate(zip(self._named[4:], self._labels[4:], strict=True)):
            self._lists.addWidget(label, index * 2 if narrow else 0, 0 if narrow else index)
            self._lists.addWidget(view, index * 2 + 1 if narrow else 1, 0 if narrow else index)
            view.setMinimumHeight(scaled(LIST_HEIGHT) if narrow else scaled(LIST_HEIGHT) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self.width() < scaled(NARROW_BELOW))

    def _fit(self) -> None:
        self._column.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        self._column.setSpacing(scaled(8))
        self._fields.setContentsMargins(scaled(14), scaled(10), scaled(14), scaled(12))
        self._fields.setHorizontalSpacing(scaled(12))
        self._place(self.width() < scaled(NARROW_BELOW))
