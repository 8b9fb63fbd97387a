"""What the register asks of a guest, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from desktop.services.domain.guest_register import MOST, GuestTold
from desktop.ui.theme import scaled

if TYPE_CHECKING:
    from desktop.services.domain.guest_register import GuestEntry

# Longer than what is kept, so that a whole number that is typed is refused and not cut.
LETTERS_MORE = 40
FIELDS_IN_A_ROW = 2


class GuestForm(QWidget):
    """`entry` is what is being put right, None for a guest who is entered anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[GuestEntry, ...] = ()
        self._name = ""
        self.entries = QComboBox()
        self.entries.setAccessibleName(self.tr("Entry of the register"))
        self.is_foreign = QCheckBox(self.tr("from abroad: Form III"))
        self.fields: dict[str, QLineEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scaled(12))
        grid.setVerticalSpacing(scaled(6))
        grid.addWidget(self.entries, 0, 0, 1, 2)
        grid.addWidget(self.is_foreign, 0, 2, 1, 2)
        for place, (name, word) in enumerate(self._words().items()):
            field = QLineEdit()
            field.setMaxLength(MOST[name] + LETTERS_MORE)
            field.setAccessibleName(word)
            label = QLabel(word)
            label.setProperty("role", "caption")
            self.fields[name] = field
            row, column = divmod(place, FIELDS_IN_A_ROW)
            grid.addWidget(label, row + 1, column * 2)
            grid.addWidget(field, row + 1, column * 2 + 1)
        self.entries.activated.connect(self._show_entry)

    @property
    def entry(self) -> GuestEntry | None:
        """The entry whose particulars are shown."""
        place = self.entries.currentIndex() - 1
        return self._entries[place] if 0 <= place < len(self._entries) else None

    @property
    def told(self) -> GuestTold:
        """What is typed."""
        texts = {name: field.text() for name, field in self.fields.items()}
        return GuestTold(is_foreign=self.is_foreign.isChecked(), **texts)

    def show_entries(self, entries: tuple[GuestEntry, ...], name: str) -> None:
        """Offer the entries of a stay, and a new one for a guest of this name."""
        self._entries, self._name = entries, name
        self.entries.clear()
        self.entries.addItems([self.tr("New guest"), *(entry.told.name for entry in entries)])
        self.entries.setCurrentIndex(0)
        self._show_entry(0)

    def _show_entry(self, _place: int) -> None:
        is_first = not self._entries
        told = self.entry.told if self.entry else GuestTold(self._name if is_first else "")
        self.is_foreign.setChecked(told.is_foreign)
        for name, field in self.fields.items():
            field.setText(told.texts[name])

    def _words(self) -> dict[str, str]:
        return {
            "name": self.tr("Name"),
            "nationality": self.tr("Nationality"),
            "passport": self.tr("Passport"),
            "visa": self.tr("Visa"),
            "arrived_from": self.tr("Arrived from"),
            "going_to": self.tr("Going to"),
            "address": self.tr("Address"),
            "purpose": self.tr("Purpose"),
            "id_kind": self.tr("Kind of ID"),
            "id_last": self.tr("Its last four"),
            "vehicle": self.tr("Vehicle"),
        }
