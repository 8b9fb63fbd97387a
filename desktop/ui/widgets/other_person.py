"""Finds the other customer whom an act is about, by number or name: exactly one, or nobody yet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.ui import formats
from desktop.ui.failures import explain
from desktop.ui.theme import scaled

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.people import Customer
    from desktop.ui.runner import Runner

DEBOUNCE_MS = 150


class OtherPerson(QWidget):
    """`found` carries the one customer who is meant, None while nobody or several are; `entered` is Enter."""

    found = Signal(object)
    entered = Signal()

    def __init__(self, name: str, services: Services, runner: Runner) -> None:
        super().__init__()
        self._services = services
        self._runner = runner
        self._not_this: str = ""
        self._asked = 0
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self.field = QLineEdit()
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)
        self.field.setMinimumWidth(scaled(280))
        self.who = QLabel()
        self.who.setProperty("role", "caption")
        self.who.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addWidget(self.field)
        column.addWidget(self.who)
        self._timer.timeout.connect(self.look)
        self.field.textEdited.connect(self._edited)
        self.field.returnPressed.connect(self._entered)

    def start(self, not_this: str) -> None:
        """Ask anew for somebody else than the customer of this id."""
        self._not_this = not_this
        self.field.clear()
        self.who.clear()
        self._asked += 1
        self.found.emit(None)

    def look(self) -> None:
        """Look for whom the text names."""
        self._timer.stop()
        text = self.field.text().strip()
        self._asked += 1
        if not text:
            self.who.clear()
            self.found.emit(None)
            return
        find = partial(self._services.find_customers, text)
        self._runner.run(find, owner=self, done=partial(self._show, self._asked), failed=self._failed)

    def _edited(self, _text: str) -> None:
        self.found.emit(None)
        self._timer.start()

    def _entered(self) -> None:
        if self._timer.isActive():
            self.look()
        self.entered.emit()

    def _show(self, asked: int, customers: tuple[Customer, ...]) -> None:
        if asked != self._asked:
            return
        others = [one for one in customers if one.id != self._not_this]
        if len(others) == 1:
            one = others[0]
            wallet = formats.amount(one.wallet_paise) if one.has_wallet else ""
            parts = (one.name, one.masked_mobile or one.last_booking, wallet)
            self.who.setText("   ".join(part for part in parts if part))
            self.found.emit(one)
            return
        none = self.tr("Nobody else is found by that.")
        many = self.tr("{count} are found: type more of the number.").format(count=len(others))
        self.who.setText(many if others else none)
        self.found.emit(None)

    def _failed(self, error: Exception) -> None:
        self.who.setText(explain(error))
