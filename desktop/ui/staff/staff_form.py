"""What is entered about one person: added, changed, given a PIN, or an own PIN by the old one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from db.states import Role
from desktop.services.domain.staff import PIN_LENGTH
from desktop.ui.theme import scaled, set_role
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.field_box import FieldBox
from desktop.ui.widgets.new_pin import NewPin
from desktop.ui.widgets.pin_entry import FigureField

if TYPE_CHECKING:
    from desktop.services.domain.staff import Person

WIDTH = 460


class Asked(StrEnum):
    """What is asked for."""

    NOTHING = "nothing"
    ADD = "add"
    CHANGE = "change"
    GIVE_PIN = "give_pin"
    OWN_PIN = "own_pin"


@dataclass(frozen=True, slots=True)
class StaffEntry:
    """What was entered. PINs stand in no `repr`."""

    asked: Asked
    code: str = ""
    name: str = ""
    role: Role = Role.CLERK
    has_left: bool = False
    pin: str = field(default="", repr=False)
    old_pin: str = field(default="", repr=False)


class StaffForm(QFrame):
    """`entered` carries a StaffEntry. Enter leads from field to field and does it at the last."""

    entered = Signal(object)
    differed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.asked = Asked.NOTHING
        self.head = QLabel()
        set_role(self.head, "strong")
        self.code = FieldBox(self.tr("Code, two figures"), self.tr("Code, two figures"))
        self.code.edit.setMaxLength(2)
        self.name = FieldBox(self.tr("Name"), self.tr("Name of the person"))
        self.is_manager = QCheckBox(self.tr("Manager (Space)"))
        self.has_left = QCheckBox(self.tr("Does not work here any more (Space)"))
        self.old_pin = FigureField(self.tr("Your PIN of now"), PIN_LENGTH, hidden=True)
        self.old_label = QLabel(self.tr("Your PIN of now"))
        set_role(self.old_label, "caption")
        self.new_pin = NewPin()
        self.button = BusyButton(role="primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12))
        column.setSpacing(scaled(8))
        column.addWidget(self.head)
        self.head.setWordWrap(True)
        for box in (self.code, self.name):
            box.setFixedWidth(scaled(WIDTH))
            column.addWidget(box)
        for part in (self.is_manager, self.has_left, self.old_label, self.old_pin, self.new_pin):
            column.addWidget(part)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.code.entered.connect(self.name.take_focus)
        self.name.entered.connect(self._leave_name)
        self.old_pin.filled.connect(self.new_pin.take_focus)
        self.old_pin.entered.connect(self.new_pin.take_focus)
        self.new_pin.chosen.connect(self._enter)
        self.new_pin.differed.connect(self.differed)
        self.button.clicked.connect(self.press)
        self.hide()

    def ask(self, asked: Asked, person: Person | None, *, is_first: bool = False) -> None:
        """Ask for what is needed of a new person, or of this one."""
        self.asked = asked
        self.new_pin.clear()
        self.old_pin.clear()
        if asked is Asked.NOTHING:
            self.hide()
            return
        is_new, is_changed = asked is Asked.ADD, asked is Asked.CHANGE
        name = person.name if person is not None else ""
        heads = {
            Asked.ADD: self.tr("A new person: the PIN that you type only leads to an own one."),
            Asked.CHANGE: self.tr("Change {name}"),
            Asked.GIVE_PIN: self.tr("A PIN for {name}: with it they choose an own one at the next sign-in."),
            Asked.OWN_PIN: self.tr("Your own PIN, {name}"),
        }
        first = self.tr(
            "You, the first manager: from now on each person signs in, you with this code and PIN."
        )
        self.head.setText(first if is_first else heads[asked].format(name=name))
        self.code.setVisible(is_new)
        self.name.setVisible(is_new or is_changed)
        self.is_manager.setVisible(is_new or is_changed)
        self.is_manager.setEnabled(not is_first)
        self.has_left.setVisible(is_changed)
        self.old_label.setVisible(asked is Asked.OWN_PIN)
        self.old_pin.setVisible(asked is Asked.OWN_PIN)
        self.new_pin.setVisible(not is_changed)
        self.code.set_text("")
        self.name.set_text(name if is_changed else "")
        is_manager = is_first or (is_changed and person is not None and person.role is Role.MANAGER)
        self.is_manager.setChecked(is_manager)
        self.has_left.setChecked(is_changed and person is not None and person.has_left)
        self.button.set_label(
            {
                Asked.ADD: self.tr("Begin the list   Enter") if is_first else self.tr("Add   Enter"),
                Asked.CHANGE: self.tr("Change   Enter"),
                Asked.GIVE_PIN: self.tr("Give this PIN   Enter"),
                Asked.OWN_PIN: self.tr("Set the PIN   Enter"),
            }[asked],
            person,
        )
        self.show()
        (self.code if is_new else self.name if is_changed else self.new_pin).setFocus()
        if is_new:
            self.code.take_focus()
        elif is_changed:
            self.name.take_focus()
        else:
            (self.old_pin if asked is Asked.OWN_PIN else self.new_pin.first).setFocus()

    def _leave_name(self) -> None:
        # The first person is a manager: there is nothing to choose.
        if self.is_manager.isEnabled():
            self.is_manager.setFocus()
        else:
            self.new_pin.take_focus()

    def go_on(self) -> None:
        """Lead on from where Enter means nothing by itself."""
        if self.is_manager.hasFocus() and not self.new_pin.isHidden():
            self.new_pin.take_focus()
        elif self.is_manager.hasFocus():
            self.has_left.setFocus()
        else:
            self.button.setFocus()

    def press(self) -> None:
        """Do it from the button; PINs that are there go along."""
        if self.asked is Asked.CHANGE:
            if self.button.offer.counts():
                self._enter("")
        else:
            self.new_pin.enter()

    def _enter(self, pin: str) -> None:
        entry = StaffEntry(
            self.asked,
            self.code.text,
            self.name.text,
            Role.MANAGER if self.is_manager.isChecked() else Role.CLERK,
            self.has_left.isChecked(),
            pin,
            self.old_pin.text(),
        )
        self.old_pin.clear()
        self.entered.emit(entry)
