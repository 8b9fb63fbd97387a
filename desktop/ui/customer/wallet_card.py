"""A customer's wallet: cash goes in by one key, and a mistaken top-up comes out again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from desktop.ui import formats
from desktop.ui.attempt import Attempt
from desktop.ui.customer.top_up_list import TopUpList
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.ids import RequestKey
    from desktop.services.application import Services
    from desktop.services.domain.people import Customer
    from desktop.services.domain.top_ups import TopUp
    from desktop.ui.runner import Runner


class WalletCard(QFrame):
    """`changed` carries the customer afterwards, `done` and `asked` a sentence, `failed` an exception."""

    changed = Signal(object)
    done = Signal(str)
    asked = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._services = services
        self._runner = runner
        self._customer: Customer | None = None
        self._attempt = Attempt()
        # What a lost answer has come to, as long as nobody could look.
        self._look: Callable[[], None] | None = None
        # What the question on the page is about: whose wallet, and how much.
        self._asked_about: object = None
        self.balance = QLabel()
        self.after = QLabel()
        self.cash = MoneyEdit()
        self.top_up = BusyButton(self.tr("Take cash into the wallet"))
        self.top_ups = TopUpList(services, runner)
        self._lay_out()
        self.cash.paise_changed.connect(lambda _paise: self._render())
        self.cash.returnPressed.connect(self._top_up)
        self.top_up.clicked.connect(self._top_up)
        self.top_ups.taken_back.connect(self._taken_back)
        self.top_ups.failed.connect(self.failed)
        self.top_ups.asked.connect(self.asked)

    def show_wallet(self, customer: Customer | None) -> None:
        """Show a customer's wallet; what was typed for somebody else is gone."""
        if customer is None or self._customer is None or customer.id != self._customer.id:
            self.cash.clear()
        self._customer = customer
        self.setVisible(customer is not None and customer.has_wallet)
        self.top_ups.show_of(customer)
        self._render()

    def _render(self) -> None:
        customer = self._customer
        if customer is None:
            return
        paise = self.cash.paise()
        self.balance.setText(formats.amount(customer.wallet_paise))
        self.after.setText(formats.amount(customer.wallet_paise + (paise or 0)))
        self.top_up.set_ready(bool(paise))
        taken = self.tr("Take {amount} in cash into the wallet").format(amount=formats.amount(paise or 0))
        self.top_up.set_label(taken if paise else self.tr("Take cash into the wallet"), customer.id)

    def _top_up(self) -> None:
        customer, paise = self._customer, self.cash.paise()
        if customer is not None and not paise:
            self.asked.emit(self.tr("How much goes into the wallet? Enter the amount that was counted."))
            self.cash.setFocus()
            return
        if customer is None or not paise or self.top_up.busy or not self.top_up.offer.counts():
            return
        is_asked = self._asked_about == (customer.id, paise)
        key = self._attempt.key_for((customer.id, paise))
        take = partial(self._services.top_up_wallet, customer.id, paise, key, actor=self._services.actor())

        def work() -> Customer | None:
            is_much = not is_asked and paise > self._services.unusual_top_up_paise()
            return None if is_much else take()

        def done(after: Customer | None) -> None:
            self.top_up.set_busy(False)
            if after is None:
                self._ask_about(customer, paise)
            else:
                self._topped_up(after, paise)

        def failed(error: Exception) -> None:
            self.top_up.set_busy(False)
            self.failed.emit(error)
            if self._attempt.failed(error):
                self._look_after(customer, paise, key)

        self.top_up.set_busy(True)
        self._runner.run(work, owner=self, done=done, failed=failed)

    def _ask_about(self, customer: Customer, paise: int) -> None:
        """An amount that is rarely put into a wallet may have a nought too many: it is pressed twice."""
        self._asked_about = (customer.id, paise)
        self.asked.emit(
            self.tr("{amount} is much for one top-up. Count it, and press once more if it is right.").format(
                amount=formats.rupees(paise)
            )
        )

    def _topped_up(self, after: Customer, paise: int) -> None:
        self._attempt.close()
        self._asked_about = None
        self.cash.clear()
        self.changed.emit(after)
        self.done.emit(
            self.tr("{amount} in cash went into the wallet; it holds {balance}.").format(
                amount=formats.rupees(paise), balance=formats.rupees(after.wallet_paise)
            )
        )

    def _look_after(self, customer: Customer, paise: int, key: RequestKey) -> None:
        """After a lost answer: find out whether the cash went in. Until that is known the key stays."""

        def look() -> tuple[Customer, int | None]:
            found = self._services.list_top_ups(customer.id)
            went_in = next((one.amount_paise for one in found if one.request_key == key), None)
            return self._services.get_customer(customer.id), went_in

        def looked(outcome: tuple[Customer, int | None]) -> None:
            self._look = None
            after, went_in = outcome
            if went_in is not None:
                self._topped_up(after, went_in)
                return
            # The key stays: should the commit still come through, the next press finds it.
            self.asked.emit(
                self.tr("The answer was lost, and {amount} did not go into the wallet. Press again.").format(
                    amount=formats.rupees(paise)
                )
            )

        self._look = partial(self._runner.run, look, owner=self, done=looked, failed=lambda _error: None)
        self._look()

    def look_again(self) -> None:
        """Look once more what a lost answer has come to, if that is not known yet: the server may be back."""
        if self._look is not None:
            self._look()

    def _taken_back(self, after: Customer, top_up: TopUp) -> None:
        self.changed.emit(after)
        self.done.emit(
            self.tr("Give {amount} back in cash: it is out of the wallet, which holds {balance}.").format(
                amount=formats.rupees(top_up.amount_paise), balance=formats.rupees(after.wallet_paise)
            )
        )

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self.balance.setProperty("role", "total")
        self.balance.setAccessibleName(self.tr("Wallet"))
        self.after.setProperty("role", "amount")
        self.after.setAccessibleName(self.tr("Wallet afterwards"))
        word = QLabel(self.tr("Wallet"))
        word.setProperty("role", "heading")
        cash = QLabel(self.tr("&Cash received"))
        cash.setBuddy(self.cash)
        self.cash.setAccessibleName(cash.text().replace("&", ""))
        grid.addWidget(word, 0, 0)
        grid.addWidget(self.balance, 0, 1)
        grid.addWidget(cash, 1, 0)
        grid.addWidget(self.cash, 1, 1)
        grid.addWidget(self.top_up, 1, 2)
        grid.addWidget(QLabel(self.tr("Afterwards")), 2, 0)
        grid.addWidget(self.after, 2, 1)
        grid.addWidget(self.top_ups, 3, 0, 1, 4)
        grid.setColumnStretch(3, 1)
