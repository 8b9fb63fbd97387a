"""Who a customer is to the tax: a GSTIN, or the State where they live, entered by keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QWidget

from desktop.services.domain.gstin import STATES, state_of
from desktop.services.domain.place_of_supply import NOBODY
from desktop.ui.widgets.busy_button import BusyButton

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.people import Customer
    from desktop.ui.runner import Runner

# A GSTIN has 15; some are read out in groups.
TYPED_MAX = 25


class BuyerCard(QFrame):
    """`saved` carries the customer afterwards and a sentence, `failed` an exception. Enter saves."""

    saved = Signal(object, str)
    failed = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._services = services
        self._runner = runner
        self._customer: Customer | None = None
        self.gstin = QLineEdit()
        self.gstin.setMaxLength(TYPED_MAX)
        self.state = QLineEdit()
        self.save = BusyButton(self.tr("Save the GSTIN or State"))
        self._note = QLabel()
        self._note.setProperty("role", "caption")
        self._note.setWordWrap(True)
        self._lay_out()
        for field in (self.gstin, self.state):
            field.returnPressed.connect(self._save)
            field.textEdited.connect(lambda _text: self._render())
        self.save.clicked.connect(self._save)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for column, word, field in ((0, self.tr("&GSTIN"), self.gstin), (2, self.tr("&State"), self.state)):
            label = QLabel(word)
            label.setBuddy(field)
            field.setAccessibleName(word.replace("&", ""))
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 0, column + 1)
        grid.addWidget(self.save, 0, 4)
        grid.addWidget(self._note, 1, 0, 1, 5)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)

    def show_buyer(self, customer: Customer | None) -> None:
        """Show what is known of a customer; nothing is asked of nobody."""
        self._customer = customer
        buyer = customer.buyer if customer else NOBODY
        self.gstin.setText(buyer.gstin)
        self.state.setText(STATES.get(buyer.state, ""))
        self.setVisible(customer is not None)
        self._render()

    @property
    def _is_new(self) -> bool:
        buyer = self._customer.buyer if self._customer else NOBODY
        typed = self.gstin.text().strip(), self.state.text().strip()
        return typed != (buyer.gstin, STATES.get(buyer.state, ""))

    def _render(self) -> None:
        buyer = self._customer.buyer if self._customer else NOBODY
        self.save.set_ready(self._is_new)
        if buyer.gstin:
            note = self.tr("Registered in {state}: a ride or a tour is taxed as supplied there.")
        elif buyer.state:
            note = self.tr("Lives in {state}: a tour is taxed as supplied there.")
        else:
            note = self.tr(
                "Only where the buyer asks for an invoice with a GSTIN, or lives in another State."
            )
        self._note.setText(note.format(state=STATES.get(buyer.state, "")))

    def _save(self) -> None:
        customer = self._customer
        if customer is None or self.save.busy or not self._is_new:
            return
        gstin, state = self.gstin.text().strip(), self.state.text().strip()
        # The State of another GSTIN than the one that stood there is told by itself.
        if gstin != customer.buyer.gstin and state == STATES.get(state_of(customer.buyer.gstin), ""):
            state = ""

        def done(after: Customer) -> None:
            self.save.set_busy(False)
            self.saved.emit(after, self._said(after))

        def failed(error: Exception) -> None:
            self.save.set_busy(False)
            self.failed.emit(error)

        self.save.set_busy(True)
        actor = self._services.actor()
        save = partial(self._services.save_buyer, customer.id, gstin, state, actor=actor)
        self._runner.run(save, owner=self, done=done, failed=failed)

    def _said(self, after: Customer) -> str:
        if not after.buyer.state:
            return self.tr("{name} has no GSTIN and no State any more.").format(name=after.name)
        said = self.tr("{name} is written down with {state}. What is held or sold already keeps its taxes.")
        return said.format(name=after.name, state=STATES[after.buyer.state])
