"""What comes back beyond the rules: how much of it in all, and the note why; the key F shows it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop.ui.theme import scaled
from desktop.ui.widgets.money_edit import MoneyEdit

NOTE_LENGTH_MAX = 300
AMOUNT_WIDTH = 130
# A figure that is typed is asked about when the hand rests.
REST_MS = 200


class BeyondRow(QFrame):
    """Hidden until it is asked for. `noted`: another note; `asked` carries an amount that was typed."""

    noted = Signal()
    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = QLineEdit()
        self.note.setMaxLength(NOTE_LENGTH_MAX)
        self.note.setAccessibleName(self.tr("Why more comes back"))
        self.note.setPlaceholderText(self.tr("why more comes back than the policy gives"))
        self.amount = MoneyEdit()
        self.amount.setAccessibleName(self.tr("Comes back in all"))
        self.amount.setFixedWidth(scaled(AMOUNT_WIDTH))
        self._is_new = False
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(12))
        for text, field, stretch in (
            (self.tr("Note"), self.note, 1),
            (self.tr("Comes back in all"), self.amount, 0),
        ):
            word = QLabel(text)
            word.setBuddy(field)
            row.addWidget(word)
            row.addWidget(field, stretch)
        self.note.textChanged.connect(self.noted)
        self.amount.textEdited.connect(lambda _text: self._rest.start())
        self.hide()

    @property
    def text(self) -> str:
        """The note, without blanks around it."""
        return self.note.text().strip() if not self.isHidden() else ""

    @property
    def is_settled(self) -> bool:
        """Whether the amount that stands there is the one that was asked about."""
        return not self._rest.isActive()

    def begin(self, back_paise: int) -> None:
        """Offer all of it; what was noted for another booking is gone."""
        self.note.clear()
        self._rest.stop()
        self.amount.set_paise(back_paise)
        self.show()
        self._is_new = True
        self.take_focus()

    def take_focus(self) -> None:
        """Put the cursor into the note, once, as soon as it is on the screen."""
        if self._is_new and self.note.isVisible():
            self._is_new = False
            self.note.setFocus()

    def end(self) -> None:
        """Leave it to the rules again."""
        self._rest.stop()
        self.note.clear()
        self.hide()

    def _ask(self) -> None:
        paise = self.amount.paise()
        if paise is not None and not self.isHidden():
            self.asked.emit(paise)
