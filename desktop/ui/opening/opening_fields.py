"""The fields of the first live start, and what each of them takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit

from desktop.services.domain.house import ADDRESS_LINES, Asked, Business, FirstManager, HouseTold
from desktop.services.errors import BadRequest
from desktop.services.house import checked_house as checked
from desktop.ui.widgets.field_box import FieldBox

if TYPE_CHECKING:
    from collections.abc import Callable

translate = QCoreApplication.translate
TYPED_MAX = 200
SECRET = ("pin", "pin_again")


class OpeningFields:
    """Every field by its name, as Enter walks; a second desk is asked for its name alone."""

    def __init__(self, asked: Asked, desk_code: str) -> None:
        self._asked = asked
        self._desk_code = desk_code
        words = _words()
        wanted = words if asked is Asked.HOUSE else {"desk_name": words["desk_name"]}
        self.boxes = {name: FieldBox(label, label.replace("&", "")) for name, label in wanted.items()}
        for name, box in self.boxes.items():
            box.edit.setMaxLength(TYPED_MAX)
            if name in SECRET:
                _hide(box.edit)
        if asked is Asked.HOUSE:
            self.boxes["desk_code"].set_text(desk_code)
            self.boxes["code"].set_text("90")

    def check(self, name: str) -> None:
        """Raise BadRequest for a mistake in this field."""
        checks = self._checks()
        if name in checks:
            checks[name](self.boxes[name].edit.text())

    def told(self, recovery_code: str) -> HouseTold:
        """Return what stands in the fields; all of them are right."""
        if self._asked is not Asked.HOUSE:
            return HouseTold(self._desk_code, self._text("desk_name"))
        lines = tuple(self._text(name) for name in _address())
        business = Business(
            self._text("business"),
            tuple(filter(None, lines)),
            checked.checked_state(self._text("house_state")),
        )
        manager = FirstManager(
            checked.checked_person_code(self._text("code")),
            self._text("manager"),
            checked.checked_new_pin(self._text("pin")),
            recovery_code,
        )
        desk_code = checked.checked_desk_code(self._text("desk_code"))
        return HouseTold(desk_code, self._text("desk_name"), business, manager)

    def forget_secrets(self) -> None:
        """Leave no PIN in its field."""
        for name in SECRET:
            if name in self.boxes:
                self.boxes[name].edit.setText("")

    def _text(self, name: str) -> str:
        return self.boxes[name].text

    def _checks(self) -> dict[str, Callable[[str], object]]:
        def text(name: str) -> Callable[[str], object]:
            return lambda typed: checked.checked_text(name, typed)

        def line(typed: str) -> object:
            return checked.checked_address((typed,)) if typed.strip() else None

        return {
            "business": text("business"),
            "address": lambda typed: checked.checked_address((typed,)),
            "address_2": line,
            "address_3": line,
            "house_state": checked.checked_state,
            "desk_code": checked.checked_desk_code,
            "desk_name": text("desk_name"),
            "code": checked.checked_person_code,
            "manager": text("manager"),
            "pin": checked.checked_new_pin,
            "pin_again": self._check_again,
        }

    def _check_again(self, typed: str) -> None:
        if typed.strip() != self._text("pin"):
            raise BadRequest("pin_again", "differs")


def _address() -> tuple[str, ...]:
    return ("address", *(f"address_{number}" for number in range(2, ADDRESS_LINES + 1)))


def _hide(edit: QLineEdit) -> None:
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    hints = Qt.InputMethodHint
    edit.setInputMethodHints(hints.ImhSensitiveData | hints.ImhHiddenText | hints.ImhNoPredictiveText)


def _words() -> dict[str, str]:
    return {
        "business": translate("Opening", "Name of the business"),
        "address": translate("Opening", "Address"),
        "address_2": translate("Opening", "Address, second line (may be empty)"),
        "address_3": translate("Opening", "Address, third line (may be empty)"),
        "house_state": translate("Opening", "State (name or two digits)"),
        "desk_code": translate("Opening", "Code of this desk"),
        "desk_name": translate("Opening", "Name of this desk"),
        "code": translate("Opening", "Manager’s code (two figures)"),
        "manager": translate("Opening", "Manager’s name"),
        "pin": translate("Opening", "Manager’s PIN (six figures)"),
        "pin_again": translate("Opening", "The same PIN again"),
    }
