"""Where a booking is given to the right customer: to whom, what moves with it, and why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.services.errors import BadRequest
from desktop.ui import formats
from desktop.ui.failures import explain
from desktop.ui.theme import scaled
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.other_person import OtherPerson

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.booking import Booking
    from desktop.services.domain.corrections import HandOverPlan
    from desktop.services.domain.people import Customer
    from desktop.ui.runner import Runner

translate = QCoreApplication.translate


class HandOver(QWidget):
    """`handed_over` carries the booking afterwards, `changed` that it was shown or hidden."""

    handed_over = Signal(object)
    changed = Signal()

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._booking: Booking | None = None
        self._plan: HandOverPlan | None = None
        self._asked = 0
        self.other = OtherPerson(self.tr("Whose booking it is: number or name"), services, runner)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setMinimumWidth(1)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why"))
        self.reason.setAccessibleName(self.tr("Why it goes to another customer"))
        self.reason.setMinimumWidth(scaled(280))
        self.button = BusyButton()
        self.errors = ErrorBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        for part in (self.other, self.said, self.reason, self.button, self.errors):
            column.addWidget(part)
        self.other.found.connect(self._found)
        self.other.entered.connect(self.reason.setFocus)
        self.reason.textChanged.connect(lambda _text: self._render())
        self.reason.returnPressed.connect(self.decide)
        self.button.clicked.connect(self.decide)
        self.hide()

    def show_of(self, booking: Booking) -> None:
        """Another booking, or another customer of it, puts away what was asked."""
        before, self._booking = self._booking, booking
        if before is not None and (before.id, before.customer.id) != (booking.id, booking.customer.id):
            self.hide()
            self.changed.emit()

    def ask(self) -> None:
        """Ask whose booking it is."""
        if self._booking is None:
            return
        self.errors.clear()
        self.reason.clear()
        self.other.start(self._booking.customer.id)
        self.show()
        self.changed.emit()
        self.other.field.setFocus()

    def decide(self) -> None:
        """Give it to them, where a reason was typed and the key counts."""
        booking, plan, reason = self._booking, self._plan, self.reason.text().strip()
        if booking is None or self.isHidden() or self.button.busy:
            return
        if plan is None:
            self.errors.show_error(self.tr("Find the customer first: exactly one."))
            self.other.field.setFocus()
            return
        if not reason:
            self.errors.show_error(explain(BadRequest("reason", "blank")))
            self.reason.setFocus()
            return
        if not self.button.offer.counts():
            return
        actor = self._services.actor()
        change = partial(
            self._services.change_customer, booking.id, plan.new.id, reason, plan.wallet_paise, actor=actor
        )

        def change_and_read() -> Booking:
            change()
            return self._services.find_booking(booking.id)

        self.button.set_busy(True)
        self._runner.run(change_and_read, owner=self, done=self._done, failed=self._failed)

    def _found(self, customer: Customer | None) -> None:
        self._plan = None
        self._asked += 1
        self._render()
        if customer is None or self._booking is None:
            return
        look = partial(self._services.preview_customer_change, self._booking.id, customer.id)
        self._runner.run(look, owner=self, done=partial(self._planned, self._asked), failed=self._failed)

    def _planned(self, asked: int, plan: HandOverPlan) -> None:
        if asked == self._asked:
            self._plan = plan
            self._render()

    def _done(self, after: Booking) -> None:
        self.button.set_busy(False)
        self.hide()
        self.changed.emit()
        self.handed_over.emit(after)

    def _failed(self, error: Exception) -> None:
        self.button.set_busy(False)
        self.errors.show_error(explain(error))

    def _render(self) -> None:
        plan, reason = self._plan, self.reason.text().strip()
        self.errors.clear()
        self.said.setText(_said(plan) if plan else "")
        self.said.setVisible(plan is not None)
        self.button.set_ready(plan is not None and bool(reason))
        if plan is None:
            self.button.set_label(self.tr("Give it to another customer   F9"))
            return
        label = self.tr("Give {reference} to {name}   F9").format(
            reference=plan.reference, name=plan.new.name.replace("&", "&&")
        )
        self.button.set_label(label, (plan, reason))


def _said(plan: HandOverPlan) -> str:
    if not plan.wallet_paise:
        return translate(
            "HandOver",
            "{reference}, {total}, goes from {old} to {new}. No wallet paid for it, so none changes.",
        ).format(
            reference=plan.reference,
            total=formats.amount(plan.total_paise),
            old=plan.old.name,
            new=plan.new.name,
        )
    return translate(
        "HandOver",
        "{reference}, {total}, goes from {old} to {new}. {amount} go back to the wallet of {old}, which then"
        " holds {old_after}, and come out of that of {new}, which then holds {new_after}.",
    ).format(
        reference=plan.reference,
        total=formats.amount(plan.total_paise),
        old=plan.old.name,
        new=plan.new.name,
        amount=formats.amount(plan.wallet_paise),
        old_after=formats.amount(plan.old.wallet_paise + plan.wallet_paise),
        new_after=formats.amount(plan.new.wallet_paise - plan.wallet_paise),
    )
