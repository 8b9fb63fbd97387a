"""The printers of this desk, a row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.ui.printer_words import language_word, paper_word, way_word
from desktop.ui.theme import scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.read_by_rows import read_by_rows

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.services.domain.printing import Printer

WAY, ADDRESS = 1, 2


class PrinterTable(QTableWidget):
    """`current` is the printer of the keyboard's row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self._printers: tuple[Printer, ...] = ()
        self.setAccessibleName(self.tr("Printers of this desk"))
        self.setHorizontalHeaderLabels(
            [self.tr("Printer"), self.tr("Way"), self.tr("Where"), self.tr("Paper"), self.tr("Language")]
        )
        read_by_rows(self)
        MarkedInSight(self)
        self.verticalHeader().setDefaultSectionSize(scaled(32))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (WAY, ADDRESS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    @property
    def current(self) -> Printer | None:
        """The printer on which the keyboard is."""
        row = self.currentRow()
        return self._printers[row] if 0 <= row < len(self._printers) else None

    def show_printers(self, printers: tuple[Printer, ...]) -> None:
        """Show them; the keyboard stays on its row."""
        row = max(self.currentRow(), 0)
        self._printers = printers
        self.setRowCount(len(printers))
        for place, printer in enumerate(printers):
            usual = self.tr("★ {name}, the usual one").format(name=printer.name)
            texts = (
                usual if printer.is_usual else printer.name,
                way_word(printer.way),
                printer.address,
                paper_word(printer.paper),
                language_word(printer.language),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(place, column, item)
        if printers:
            self.setCurrentCell(min(row, len(printers) - 1), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters and Enter to the page."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter or (event.text().isprintable() and event.text().strip()):
            event.ignore()
            return
        super().keyPressEvent(event)
