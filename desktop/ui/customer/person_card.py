"""Number and name of a customer: somebody new is entered, somebody known gets a number or another name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QWidget

from desktop.services.domain.figures import bare_number
from desktop.services.errors import BadRequest, KnownByOtherName
from desktop.ui.widgets.busy_button import BusyButton

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.people import Customer
    from desktop.ui.runner import Runner


class PersonCard(QFrame):
    """`saved` carries the customer afterwards, `failed` an exception, `asked` a question.

    `answered` comes when what was asked is no longer in question. Enter in the name saves.
    """

    saved = Signal(object)
    failed = Signal(object)
    asked = Signal(str)
    answered = Signal()

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._services = services
        self._runner = runner
        self._customer: Customer | None = None
        # Whose name stands there and which one was typed, while the question about it is on the page.
        self._renaming: tuple[Customer, str] | None = None
        self.mobile = QLineEdit()
        self.mobile.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        self.name = QLineEdit()
        self.save = BusyButton()
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 14, 16, 14)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, word, field in ((0, self.tr("&Mobile"), self.mobile), (1, self.tr("&Name"), self.name)):
            label = QLabel(word)
            label.setBuddy(field)
            field.setAccessibleName(word.replace("&", ""))
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            field.textEdited.connect(lambda _text: self._edited())
        grid.addWidget(self.save, 1, 2)
        grid.setColumnStretch(1, 1)
        self.name.returnPressed.connect(self._save)
        self.mobile.returnPressed.connect(self.name.setFocus)
        self.save.clicked.connect(self._save)
        self._render()

    def show_person(self, customer: Customer | None) -> None:
        """Show whose page it is; nobody yet leaves the fields empty."""
        self._customer = customer
        self._renaming = None
        self.mobile.setText(customer.number if customer else "")
        self.name.setText(customer.name if customer else "")
        self._render()

    @property
    def _typed_name(self) -> str:
        return " ".join(self.name.text().split())

    @property
    def _has_other_number(self) -> bool:
        """Whether another number than that of whom the page shows was typed."""
        known, typed = self._customer, bare_number(self.mobile.text()).lstrip("+0")
        number = known.number if known is not None else ""
        return not number.endswith(typed) or bool(number) != bool(typed)

    @property
    def _corrected(self) -> Customer | None:
        """Return who is known and gets a number or a name; None where somebody else is meant.

        A mobile number is one person's: another one is another customer. By a name alone nobody is told from
        others of that name, so without a change it is one more of them.
        """
        known = self._customer
        if known is None or (known.has_wallet and self._has_other_number):
            return None
        is_same = self._typed_name == known.name and not self._has_other_number
        return None if is_same and not known.number else known

    def _save(self) -> None:
        name, corrected = self._typed_name, self._corrected
        if self.save.busy:
            return
        if not name:
            self.failed.emit(BadRequest("name", "blank"))
            self.name.setFocus()
            return
        if corrected is not None and corrected.name != name and self._renaming is None:
            self._ask(corrected, name)
            return
        if self._renaming is not None and not self.save.offer.counts():
            return
        self.save.set_busy(True)
        save = partial(
            self._services.save_customer,
            self.mobile.text(),
            name,
            actor=self._services.actor(),
            rename=self._renaming is not None,
            known=None if corrected is None or corrected.has_wallet else corrected.id,
        )
        self._runner.run(save, owner=self, done=self._done, failed=self._failed)

    def _done(self, customer: Customer) -> None:
        self.save.set_busy(False)
        self.saved.emit(customer)

    def _failed(self, error: Exception) -> None:
        self.save.set_busy(False)
        if not isinstance(error, KnownByOtherName):
            self.failed.emit(error)
            return
        get, ask = (
            partial(self._services.get_customer, error.customer_id),
            partial(self._ask, name=error.name),
        )
        self._runner.run(get, owner=self, done=ask, failed=self.failed.emit)

    def _ask(self, known: Customer, name: str) -> None:
        """Somebody known is renamed only by whoever has read both names."""
        self._renaming = known, name
        self.asked.emit(
            self.tr("This is {known}. Is the name to become {name}? Enter once more renames.").format(
                known=known.name, name=name
            )
        )
        self._render()

    def _edited(self) -> None:
        if self._renaming is not None:
            self._renaming = None
            self.answered.emit()
        self._render()

    def _render(self) -> None:
        label = self._label()
        # In a button's text a sign of "and" would be a key of the letter behind it.
        self.save.set_label(label.replace("&", "&&"))
        self.save.setAccessibleName(label)

    def _label(self) -> str:
        if self._renaming is not None:
            known, name = self._renaming
            return self.tr("Rename {known} to {name}").format(known=known.name, name=name)
        corrected = self._corrected
        if corrected is not None:
            return self.tr("Save number and name") if self._has_other_number else self.tr("Save the name")
        if self._customer is not None and not self._has_other_number:
            return self.tr("Enter one more {name}").format(name=self._customer.name)
        return self.tr("Enter as new customer")
