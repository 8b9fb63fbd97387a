"""Who works here, one row each; those who have left stand there too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from db.states import Role
from desktop.ui.theme import scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.read_by_rows import read_by_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop.services.domain.staff import Person

NAME = 1


class StaffTable(QTableWidget):
    """`current` is the person of the keyboard's row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self._people: tuple[Person, ...] = ()
        self.setAccessibleName(self.tr("Staff"))
        self.setHorizontalHeaderLabels(
            [self.tr("Code"), self.tr("Name"), self.tr("Role"), self.tr("Works here")]
        )
        read_by_rows(self)
        MarkedInSight(self)
        self.verticalHeader().setDefaultSectionSize(scaled(32))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)

    @property
    def current(self) -> Person | None:
        """The person on whom the keyboard is."""
        row = self.currentRow()
        return self._people[row] if 0 <= row < len(self._people) else None

    def show_people(self, people: Sequence[Person]) -> None:
        """Show the list; the keyboard stays on its row."""
        before = self.currentRow()
        self._people = tuple(people)
        self.setRowCount(len(people))
        for place, person in enumerate(people):
            texts = (person.code, person.name, role_word(person.role), _state(person))
            for column, text in enumerate(texts):
                self.setItem(place, column, QTableWidgetItem(text))
        if people:
            self.setCurrentCell(min(max(before, 0), len(people) - 1), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters to the page: they are its keys, not a search."""
        if event.text().isprintable() and event.text().strip():
            event.ignore()
            return
        super().keyPressEvent(event)


def role_word(role: Role) -> str:
    """Return a role in words."""
    translate = QCoreApplication.translate
    return translate("Staff", "manager") if role is Role.MANAGER else translate("Staff", "clerk")


def _state(person: Person) -> str:
    translate = QCoreApplication.translate
    if person.has_left:
        return translate("Staff", "✗ has left")
    if person.needs_pin:
        return translate("Staff", "▲ has to choose a PIN")
    return translate("Staff", "✓ yes")
