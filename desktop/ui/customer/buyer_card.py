"""Who a customer is to the tax, and the name and address that papers bear, entered by keys."""

from __future__ import annotations

import textwrap
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QLineEdit, QWidget

from db.states import BuyerKind
from desktop.services.customers.save_buyer import LINE_MAX
from desktop.services.domain.gstin import STATES, state_of
from desktop.services.domain.people import NOT_TOLD, Billing
from desktop.services.domain.place_of_supply import NOBODY
from desktop.ui.widgets.busy_button import BusyButton

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.people import Customer
    from desktop.ui.runner import Runner

# A GSTIN has 15; some are read out in groups.
TYPED_MAX = 25
BETWEEN_LINES = ", "
translate = QCoreApplication.translate


def kind_word(kind: BuyerKind | None) -> str:
    """Return how the tax sees a buyer."""
    words = {
        None: translate("BuyerCard", "As anybody"),
        BuyerKind.SEZ: translate("BuyerCard", "SEZ, with tax"),
        BuyerKind.SEZ_UNDER_LUT: translate("BuyerCard", "SEZ, under LUT without tax"),
        BuyerKind.FOREIGNER: translate("BuyerCard", "Foreigner"),
    }
    return words[kind]


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
        self.kind = QComboBox()
        for kind in (None, *BuyerKind):
            self.kind.addItem(kind_word(kind), kind)
        self.name, self.address, self.pin_code = QLineEdit(), QLineEdit(), QLineEdit()
        self.save = BusyButton(self.tr("Save who buys"))
        self._note = QLabel()
        self._note.setProperty("role", "caption")
        self._note.setWordWrap(True)
        self._lay_out()
        for field in (self.gstin, self.state, self.name, self.address, self.pin_code):
            field.returnPressed.connect(self._save)
            field.textEdited.connect(lambda _text: self._render())
        self.kind.currentIndexChanged.connect(lambda _row: self._render())
        self.save.clicked.connect(self._save)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        fields = (
            (0, 0, 1, self.tr("&GSTIN"), self.gstin),
            (0, 2, 1, self.tr("&State"), self.state),
            (1, 0, 1, self.tr("&Kind of buyer"), self.kind),
            (1, 2, 1, self.tr("&PIN code"), self.pin_code),
            (2, 0, 3, self.tr("Name on p&apers"), self.name),
            (3, 0, 3, self.tr("Add&ress"), self.address),
        )
        for row, column, span, word, field in fields:
            label = QLabel(word)
            label.setBuddy(field)
            field.setAccessibleName(word.replace("&", ""))
            grid.addWidget(label, row, column)
            grid.addWidget(field, row, column + 1, 1, span)
        self.kind.view().setAccessibleName(self.tr("&Kind of buyer").replace("&", ""))
        grid.addWidget(self.save, 4, 0, 1, 2)
        grid.addWidget(self._note, 5, 0, 1, 4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for first, second in pairwise(
            (self.gstin, self.state, self.kind, self.pin_code, self.name, self.address, self.save)
        ):
            self.setTabOrder(first, second)

    def show_buyer(self, customer: Customer | None) -> None:
        """Show what is known of a customer; nothing is asked of nobody."""
        self._customer = customer
        buyer = customer.buyer if customer else NOBODY
        billing = customer.billing if customer else NOT_TOLD
        self.gstin.setText(buyer.gstin)
        self.state.setText(STATES.get(buyer.state, ""))
        self.kind.setCurrentIndex(self.kind.findData(buyer.kind))
        self.name.setText(billing.name)
        self.address.setText(BETWEEN_LINES.join(billing.address))
        self.pin_code.setText(billing.pin_code)
        self.setVisible(customer is not None)
        self._render()

    @property
    def _kind(self) -> BuyerKind | None:
        kind = self.kind.currentData()
        return BuyerKind(kind) if kind else None

    @property
    def _billing(self) -> Billing:
        """What is typed; an address that was not touched keeps its lines."""
        known = self._customer.billing if self._customer else NOT_TOLD
        typed = self.address.text().strip()
        is_known = typed == BETWEEN_LINES.join(known.address)
        lines = known.address if is_known else tuple(textwrap.wrap(typed, LINE_MAX))
        return Billing(self.name.text().strip(), lines, self.pin_code.text().strip())

    @property
    def _is_new(self) -> bool:
        customer = self._customer
        buyer, billing = (customer.buyer, customer.billing) if customer else (NOBODY, NOT_TOLD)
        typed = self.gstin.text().strip(), self.state.text().strip(), self._kind, self._billing
        return typed != (buyer.gstin, STATES.get(buyer.state, ""), buyer.kind, billing)

    def _render(self) -> None:
        buyer = self._customer.buyer if self._customer else NOBODY
        self.save.set_ready(self._is_new)
        if buyer.zone is BuyerKind.SEZ:
            note = self.tr("Buys for a special economic zone: everything bears IGST, rooms as well.")
        elif buyer.zone is BuyerKind.SEZ_UNDER_LUT:
            note = self.tr("Buys for a special economic zone under LUT: nothing is taxed.")
        elif buyer.gstin:
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
        save = partial(
            self._services.save_buyer, customer.id, gstin, state, self._billing, self._kind, actor=actor
        )
        self._runner.run(save, owner=self, done=done, failed=failed)

    def _said(self, after: Customer) -> str:
        if not after.buyer.state:
            return self.tr("{name} is written down without GSTIN and State.").format(name=after.name)
        said = self.tr("{name} is written down with {state}. What is held or sold already keeps its taxes.")
        return said.format(name=after.name, state=STATES[after.buyer.state])
