"""What is kept from being sold: each block with its units, days and reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.ui.stock.stock_words import block_days_text, closed_text
from desktop.ui.theme import scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.read_by_rows import read_by_rows

if TYPE_CHECKING:
    from desktop.services.domain.blocks import Block

UNITS, DAYS, REASON = range(3)


class BlockTable(QTableWidget):
    """The current row is the one that is lifted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self._blocks: tuple[Block, ...] = ()
        self.setAccessibleName(self.tr("Blocks"))
        self.setHorizontalHeaderLabels((self.tr("kept back"), self.tr("days"), self.tr("reason")))
        read_by_rows(self)
        self.setWordWrap(False)
        MarkedInSight(self)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(DAYS, QHeaderView.ResizeMode.ResizeToContents)
        for column in (UNITS, REASON):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def show_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Show the blocks; the chosen one stays chosen while it stands."""
        chosen = self.current()
        self._blocks = blocks
        self.verticalHeader().setDefaultSectionSize(QFontMetrics(self.font()).height() + scaled(8))
        self.setRowCount(len(blocks))
        for row, block in enumerate(blocks):
            names = closed_text(block)
            told = self.tr("{reason} ({clerk})").format(reason=block.reason, clerk=block.clerk)
            for column, text in enumerate((names, block_days_text(block), block.reason)):
                item = QTableWidgetItem(text)
                item.setToolTip(names if column == UNITS else told)
                self.setItem(row, column, item)
        kept = next((row for row, block in enumerate(blocks) if chosen and block.id == chosen.id), 0)
        self.setCurrentCell(kept if blocks else -1, 0)

    def current(self) -> Block | None:
        """Return the chosen block."""
        row = self.currentRow()
        return self._blocks[row] if 0 <= row < len(self._blocks) else None
