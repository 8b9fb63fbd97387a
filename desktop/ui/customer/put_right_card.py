"""A customer put right: another number, or one person who stands here twice. What moves is shown first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.services.correcting_errors import OtherGstins
from desktop.services.errors import BadRequest
from desktop.ui import formats
from desktop.ui.theme import scaled
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.other_person import OtherPerson

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.corrections import MergePlan
    from desktop.services.domain.people import Customer
    from desktop.ui.runner import Runner


class PutRightCard(QFrame):
    """`changed` carries the customer afterwards and a sentence; `asked` a sentence, `failed` an exception."""

    changed = Signal(object, str)
    asked = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._services = services
        self._runner = runner
        self._customer: Customer | None = None
        self._plan: MergePlan | None = None
        self._asked_for = 0
        # The two whose different GSTINs were told, so that the next press says that they are one.
        self._gstins_told: object = None
        self.number_button = QPushButton(self.tr("Another number   Alt+D"))
        self.merge_button = QPushButton(self.tr("Stands here twice   Alt+J"))
        self.number = QLineEdit()
        self.number.setPlaceholderText(self.tr("New mobile number"))
        self.number.setAccessibleName(self.tr("New mobile number"))
        self.number.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        self.change = BusyButton()
        self.other = OtherPerson(self.tr("The other row of this person: number or name"), services, runner)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setMinimumWidth(1)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why they are one person"))
        self.reason.setAccessibleName(self.tr("Why they are one person"))
        self.merge = BusyButton()
        self._lay_out()
        self.number_button.clicked.connect(self.ask_number)
        self.merge_button.clicked.connect(self.ask_merge)
        self.number.textChanged.connect(lambda _text: self._render())
        self.number.returnPressed.connect(self._change_number)
        self.change.clicked.connect(self._change_number)
        self.other.found.connect(self._found)
        self.other.entered.connect(self.reason.setFocus)
        self.reason.textChanged.connect(lambda _text: self._render())
        self.reason.returnPressed.connect(self._merge)
        self.merge.clicked.connect(self._merge)
        self.hide()

    def show_of(self, customer: Customer | None) -> None:
        """Show what can be put right of a customer; what was typed for somebody else is gone."""
        before, self._customer = self._customer, customer
        self.setVisible(customer is not None)
        if customer is None or before is None or before.id != customer.id:
            self._put_away()
        self.number_button.setVisible(customer is not None and customer.has_wallet)
        self._render()

    def ask_number(self) -> None:
        """Ask for the new number."""
        if self._customer is None or not self._customer.has_wallet:
            return
        self._put_away()
        self._number_box.show()
        self.number.setFocus()

    def ask_merge(self) -> None:
        """Ask who the other row of this person is."""
        if self._customer is None:
            return
        self._put_away()
        self.other.start(self._customer.id)
        self._merge_box.show()
        self.other.field.setFocus()

    def _put_away(self) -> None:
        self._plan, self._gstins_told = None, None
        self.number.clear()
        self.reason.clear()
        self._number_box.hide()
        self._merge_box.hide()
        self._render()

    def _change_number(self) -> None:
        customer, number = self._customer, self.number.text().strip()
        if customer is None or self.change.busy:
            return
        if not number:
            self.asked.emit(self.tr("Type the new number."))
            return
        if not self.change.offer.counts():
            return
        actor = self._services.actor()
        change = partial(self._services.change_number, customer.id, customer.mobile, number, actor=actor)
        self.change.set_busy(True)
        self._runner.run(change, owner=self, done=self._numbered, failed=self._failed)

    def _numbered(self, after: Customer) -> None:
        self.change.set_busy(False)
        self._put_away()
        self.changed.emit(after, self.tr("{name} has the new number.").format(name=after.name))

    def _found(self, other: Customer | None) -> None:
        self._plan = None
        self._asked_for += 1
        self._render()
        if other is None or self._customer is None:
            return
        look = partial(self._services.preview_merge, self._customer.id, other.id)
        self._runner.run(look, owner=self, done=partial(self._planned, self._asked_for), failed=self._failed)

    def _planned(self, asked: int, plan: MergePlan) -> None:
        if asked == self._asked_for:
            self._plan = plan
            self._render()

    def _merge(self) -> None:
        plan, reason = self._plan, self.reason.text().strip()
        if self.merge.busy:
            return
        if plan is None:
            self.asked.emit(self.tr("Find the other row first: exactly one."))
            self.other.field.setFocus()
            return
        if not reason:
            self.failed.emit(BadRequest("reason", "blank"))
            self.reason.setFocus()
            return
        if not self.merge.offer.counts():
            return
        pair = plan.kept.id, plan.gone.id
        merge = partial(
            self._services.merge_customers,
            *pair,
            reason,
            plan,
            actor=self._services.actor(),
            despite_gstins=self._gstins_told == pair,
        )
        self.merge.set_busy(True)
        self._runner.run(merge, owner=self, done=self._merged, failed=self._failed)

    def _merged(self, after: Customer) -> None:
        self.merge.set_busy(False)
        self._put_away()
        self.changed.emit(after, self.tr("Both are {name} now.").format(name=after.name))

    def _failed(self, error: Exception) -> None:
        for button in (self.merge, self.change):
            button.set_busy(False)
        if isinstance(error, OtherGstins) and self._plan is not None:
            self._gstins_told = self._plan.kept.id, self._plan.gone.id
        self.failed.emit(error)

    def _render(self) -> None:
        customer, plan, reason = self._customer, self._plan, self.reason.text().strip()
        name = customer.name.replace("&", "&&") if customer else ""
        number = self.number.text().strip()
        self.change.set_ready(bool(number))
        self.change.set_label(
            self.tr("{name} has {number} from now on").format(name=name, number=number or "…"),
            customer and customer.id,
        )
        self.said.setVisible(plan is not None)
        self.merge.set_ready(plan is not None and bool(reason))
        if plan is None:
            self.merge.set_label(self.tr("Make them one"))
            return
        said = self.tr(
            "{gone} {number} is found no more. {amount} of wallet and {count} bookings come to {kept}, whose"
            " wallet then holds {after}. This can’t be undone."
        )
        if plan.owed_paise:
            said += " " + self.tr("What is owed on account comes along: {owed}.")
        self.said.setText(
            said.format(
                gone=plan.gone.name,
                number=plan.gone.masked_mobile,
                amount=formats.amount(plan.wallet_paise),
                count=plan.booking_count,
                kept=plan.kept.name,
                owed=formats.amount(plan.owed_paise),
                after=formats.amount(plan.kept.wallet_paise + plan.wallet_paise),
            )
        )
        label = self.tr("Make {gone} and {kept} one").format(gone=plan.gone.name, kept=plan.kept.name)
        self.merge.set_label(label.replace("&", "&&"), (plan, reason))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(10), scaled(16), scaled(10))
        column.setSpacing(scaled(6))
        row = QHBoxLayout()
        row.addWidget(self.number_button)
        row.addWidget(self.merge_button)
        row.addStretch(1)
        column.addLayout(row)
        self._number_box, self._merge_box = QWidget(), QWidget()
        for box, parts in (
            (self._number_box, (self.number, self.change)),
            (self._merge_box, (self.other, self.said, self.reason, self.merge)),
        ):
            inner = QVBoxLayout(box)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(scaled(6))
            for part in parts:
                inner.addWidget(part)
            column.addWidget(box)
            box.hide()
