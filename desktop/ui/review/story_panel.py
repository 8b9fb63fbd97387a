"""A booking's whole story: each change and each paisa, in the order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.review.review_view import facts_line, local_text
from desktop.ui.review.review_words import step_word
from desktop.ui.theme import scaled
from desktop.ui.widgets.read_by_rows import read_by_rows

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from desktop.services.domain.review import StoryStep

AT, WHO, WHAT, FACTS = range(4)


class StoryPanel(QFrame):
    """Shows one story; facts break into lines, so that none is cut."""

    def __init__(self, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self.head = QLabel(self.tr("Story"))
        self.head.setProperty("role", "heading")
        self.table = QTableWidget(0, 4)
        self.table.setAccessibleName(self.tr("Story of the booking"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("when"), self.tr("who"), self.tr("what"), self.tr("details")]
        )
        read_by_rows(self.table)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setWordWrap(True)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (AT, WHO, WHAT):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(FACTS, QHeaderView.ResizeMode.Stretch)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(0, scaled(8), 0, 0)
        column_box.setSpacing(scaled(8))
        column_box.addWidget(self.head)
        column_box.addWidget(self.table, 1)

    def show_story(self, reference: str, steps: tuple[StoryStep, ...]) -> None:
        """Show the steps of one booking."""
        self.head.setText(self.tr("Story of {reference}").format(reference=reference))
        self.table.setRowCount(len(steps))
        for row, step in enumerate(steps):
            who = " ".join(part for part in (step.desk_code, step.clerk) if part)
            at = local_text(step.at, self._zone, seconds=True)
            for column, text in enumerate((at, who, step_word(step), facts_line(step, self._zone))):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self.table.setItem(row, column, item)
        self.table.scrollToTop()

    def clear(self) -> None:
        """Show no story."""
        self.head.setText(self.tr("Story"))
        self.table.setRowCount(0)
