"""Forms of foreigners that have to be handed in, the most urgent first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.ui import formats
from desktop.ui.theme import scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.read_by_rows import read_by_rows

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.services.domain.guest_register import FormDue

COLUMNS, GUEST = 5, 2
HOUR_MINUTES = 60


class DueTable(QTableWidget):
    """`current` is the form of the keyboard's row."""

    def __init__(self, time_zone: str, parent: QWidget | None = None) -> None:
        super().__init__(0, COLUMNS, parent)
        self._time_zone = time_zone
        self._forms: tuple[FormDue, ...] = ()
        self.setAccessibleName(self.tr("Forms to hand in"))
        self.setHorizontalHeaderLabels(
            [
                self.tr("Due"),
                self.tr("Form of"),
                self.tr("Guest"),
                self.tr("Passport"),
                self.tr("Booking"),
            ]
        )
        read_by_rows(self)
        MarkedInSight(self)
        self.verticalHeader().setDefaultSectionSize(scaled(30))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(GUEST, QHeaderView.ResizeMode.Stretch)

    @property
    def current(self) -> FormDue | None:
        """The form on which the keyboard is."""
        row = self.currentRow()
        return self._forms[row] if 0 <= row < len(self._forms) else None

    def show_forms(self, forms: tuple[FormDue, ...]) -> None:
        """Show the list; the keyboard stays on its row."""
        before = self.currentRow()
        self._forms = forms
        self.setRowCount(len(forms))
        for number, form in enumerate(forms):
            told = form.entry.told
            of = self.tr("departure") if form.is_departure else self.tr("arrival")
            guest = f"{told.name} · {told.nationality}"
            texts = (self._due(form), of, guest, told.passport, form.entry.reference)
            for column, text in enumerate(texts):
                self.setItem(number, column, QTableWidgetItem(text))
        if forms:
            self.setCurrentCell(min(max(before, 0), len(forms) - 1), 0)

    def _due(self, form: FormDue) -> str:
        at = formats.moment_text(form.due_at, self._time_zone)
        if form.minutes_left < 0:
            return self.tr("▲ overdue since {moment}").format(moment=at)
        hours = form.minutes_left // HOUR_MINUTES
        return self.tr("in {hours} h, {moment}").format(hours=hours, moment=at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters and Enter to the page."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter or (event.text().isprintable() and event.text().strip()):
            event.ignore()
            return
        super().keyPressEvent(event)
