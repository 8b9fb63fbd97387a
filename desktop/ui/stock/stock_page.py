"""How the stock page is put together: what and when above, days and units between, acts below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.on_sale.offering_table import OfferingTable
from desktop.ui.stock.act_foot import ActFoot
from desktop.ui.stock.block_table import BlockTable
from desktop.ui.stock.sale_table import SaleTable
from desktop.ui.stock.units_panel import UnitsPanel
from desktop.ui.theme import scaled
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.field_box import FieldBox
from desktop.ui.widgets.keyed_page import KeyedPage

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

NARROW_BELOW = 860


class StockPage(KeyedPage):
    """The widgets of the stock page; it shows what is on sale, or the days of one of it."""

    def __init__(self, time_zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.errors = ErrorBar()
        self.what = FieldBox(self.tr("&What"), self.tr("What: code, name or route"))
        self.what.edit.setPlaceholderText(self.tr("DLX, pune goa, Sinhagad …"))
        self.days = FieldBox(self.tr("&Days"), self.tr("Days"))
        self.days.edit.setPlaceholderText(self.tr("24 nov, 24-26 nov, sat, +3 …"))
        self.offerings = OfferingTable()
        self.sales = SaleTable(time_zone)
        self.units = UnitsPanel()
        self.blocks = BlockTable()
        self.block_heading = QLabel(self.tr("Kept back"))
        self.no_blocks = QLabel(self.tr("Nothing is kept back."))
        self.no_blocks.setProperty("role", "caption")
        self.lift = QPushButton(self.tr("Put back on sale   Del"))
        self.foot = ActFoot()
        self._stack = QStackedWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fields = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._search = QFrame()
        self._lay_out()
        self.turn_to(self.offerings)

    def turn_to(self, part: QWidget) -> None:
        """Show `offerings` or `sales`, with everything that belongs to it."""
        self._stack.setCurrentWidget(self._days_body if part is self.sales else part)
        self.foot.setVisible(part is self.sales)

    @property
    def shown(self) -> QWidget:
        """Which of the two is shown."""
        current = self._stack.currentWidget()
        return self.sales if current is self._days_body or current is None else current

    def see_soon(self, widget: QWidget) -> None:
        """Scroll to `widget`, if it is shown, once the layout has its place."""
        if not widget.isHidden():
            QTimer.singleShot(0, self, partial(self.bring_into_sight, widget))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Stock"))
        title.setProperty("role", "heading")
        advice = QLabel(self.tr("What is held or sold stays; only what is free is taken off sale."))
        advice.setProperty("role", "caption")
        advice.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(scaled(16))
        head.addWidget(title)
        head.addWidget(advice, 1)
        self._search.setProperty("role", "card")
        self._search.setLayout(self._fields)
        self._fields.setContentsMargins(scaled(14), scaled(8), scaled(14), scaled(6))
        self._fields.setSpacing(scaled(12))
        self._fields.addWidget(self.what, 1)
        self._fields.addWidget(self.days, 1)
        self._days_body = QWidget()
        self._days_body.setLayout(self._body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(scaled(12))
        self._body.addWidget(self.sales, 1)
        self._body.addWidget(self._beside(), 1)
        for part in (self.offerings, self._days_body):
            self._stack.addWidget(part)
        page = QVBoxLayout(self)
        page.setContentsMargins(scaled(24), scaled(12), scaled(24), scaled(12))
        page.setSpacing(scaled(8))
        page.addLayout(head)
        page.addWidget(self.errors)
        page.addWidget(self._search)
        page.addWidget(self._stack, 1)
        page.addWidget(self.foot)

    def _beside(self) -> QWidget:
        blocks = QHBoxLayout()
        self.block_heading.setProperty("role", "strong")
        blocks.addWidget(self.block_heading)
        blocks.addWidget(self.no_blocks, 0, Qt.AlignmentFlag.AlignVCenter)
        blocks.addStretch(1)
        blocks.addWidget(self.lift)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addWidget(self.units, 3)
        column.addLayout(blocks)
        column.addWidget(self.blocks, 2)
        return holder

    def _place(self) -> None:
        narrow = self.width() < scaled(NARROW_BELOW)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for row in (self._body, self._fields):
            if row.direction() != direction:
                row.setDirection(direction)
        self.foot.set_stacked(narrow)
        self.sales.setMinimumHeight(scaled(220 if narrow else 150))
        self.units.setMinimumHeight(scaled(180 if narrow else 120))
        self.blocks.setMinimumHeight(scaled(110 if narrow else 80))
