"""Who uses each unit: a passenger's name and gender on a bus, the persons of a room."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QSpinBox, QWidget

from db.catalogue_words import Gender
from desktop.services.domain.quote import Guest
from desktop.ui.keys.key_places import latin_sign
from desktop.ui.theme import scaled, set_role
from desktop.ui.widgets.bring_into_view import bring_into_view

GENDERS = (None, *Gender)


class WalkingCombo(QComboBox):
    """A choice that Enter leaves instead of opening it; one letter chooses at once what is called so."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier
        ):
            self.entered.emit()
            return
        # Qt joins letters typed in a hurry to one word: M and then F would choose nothing.
        sign = latin_sign(event) or event.text()
        named = self.findText(sign, Qt.MatchFlag.MatchFixedString) if sign else -1
        if named >= 0:
            self.setCurrentIndex(named)
            return
        super().keyPressEvent(event)


class PassengerRow(QWidget):
    """A seat's passenger. The mark of a ladies' seat says that F is needed."""

    edited = Signal()
    entered = Signal()

    def __init__(self, seat: str, ladies_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(f"{seat} ♀" if ladies_only else seat)
        set_role(self._label, "strong")
        self.gender = WalkingCombo()
        words = (self.tr("not said"), self.tr("woman"), self.tr("man"), self.tr("other"))
        for code, word in zip(GENDERS, words, strict=True):
            self.gender.addItem(code or "—")
            self.gender.setItemData(self.gender.count() - 1, word, Qt.ItemDataRole.ToolTipRole)
        self.gender.setAccessibleName(self.tr("Gender, seat {seat}").format(seat=seat))
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Passenger's name, seat {seat}").format(seat=seat))
        self.name.setPlaceholderText(self.tr("name (optional)"))
        self.name.setMaxLength(120)
        self.name.setFixedWidth(scaled(124))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self._label, self.gender, self.name):
            row.addWidget(widget)
        self.gender.currentIndexChanged.connect(self.edited)
        self.gender.entered.connect(self.entered)
        self.name.editingFinished.connect(self.edited)
        self.name.returnPressed.connect(self.entered)

    def guest(self, persons: Guest) -> Guest:
        """Return what was entered, with the persons as they were."""
        gender = GENDERS[self.gender.currentIndex()]
        return Guest(self.name.text().strip(), gender, persons.adults, persons.children)

    def show_guest(self, guest: Guest) -> None:
        """Put a guest into the fields without telling anybody."""
        self.gender.blockSignals(True)
        self.gender.setCurrentIndex(GENDERS.index(guest.gender))
        self.gender.blockSignals(False)
        if not self.name.hasFocus():
            self.name.setText(guest.name)

    def take_focus(self) -> None:
        """Start with the gender: it is what a seat may need."""
        self.gender.setFocus(Qt.FocusReason.ShortcutFocusReason)
        bring_into_view(self)


class RoomGuestsRow(QWidget):
    """Adults and children of one room."""

    edited = Signal()
    entered = Signal()

    def __init__(
        self, room: str, adults_max: int | None, children_max: int | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        label = QLabel(self.tr("Room {room}").format(room=room))
        set_role(label, "strong")
        self.adults = self._number(1, adults_max)
        self.adults.setAccessibleName(self.tr("Adults in room {room}").format(room=room))
        self.children_count = self._number(0, children_max)
        self.children_count.setAccessibleName(self.tr("Children in room {room}").format(room=room))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        words = (QLabel(self.tr("adults")), QLabel(self.tr("children")))
        for widget in (label, self.adults, words[0], self.children_count, words[1]):
            row.addWidget(widget)
        for number in (self.adults, self.children_count):
            number.valueChanged.connect(self.edited)

    def guest(self, persons: Guest) -> Guest:
        """Return what was entered, with name and gender as they were."""
        return Guest(persons.name, persons.gender, self.adults.value(), self.children_count.value())

    def show_guest(self, guest: Guest) -> None:
        """Put a guest into the fields without telling anybody."""
        for number, value in ((self.adults, guest.adults), (self.children_count, guest.children)):
            number.blockSignals(True)
            # What was typed as the party may be more than the room takes: it is shown, and refused in words.
            number.setMaximum(max(number.maximum(), value))
            number.setValue(value)
            number.blockSignals(False)

    def take_focus(self) -> None:
        """Start with the adults."""
        self.adults.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.adults.selectAll()
        bring_into_view(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier
        ):
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def _number(self, least: int, most: int | None) -> QSpinBox:
        number = QSpinBox()
        number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        number.setRange(least, most if most is not None else 99)
        return number
