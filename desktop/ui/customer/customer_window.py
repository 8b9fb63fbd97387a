"""The customer page: find by number or name, enter a new one, put cash into the wallet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import formats
from desktop.ui.attempt import Attempt
from desktop.ui.commands import digits_of
from desktop.ui.customer.top_up_list import TopUpList
from desktop.ui.failures import explain
from desktop.ui.pause import Pause
from desktop.ui.steady_clock import steady_seconds
from desktop.ui.theme import scaled, theme
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage
from desktop.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.ids import RequestKey
    from desktop.services.application import Services
    from desktop.services.domain.people import Customer
    from desktop.services.domain.top_ups import TopUp
    from desktop.ui.runner import Runner

DEBOUNCE_MS = 150
CARD_WIDTH_MAX = 760
FOUND_HEIGHT = 150


class CustomerWindow(KeyedPage):
    """`customer_chosen` carries the Customer to go on with; `customer_changed` one whose wallet changed."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        parent: QWidget | None = None,
        *,
        steady: Callable[[], float] = steady_seconds,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._customer: Customer | None = None
        self._attempt = Attempt()
        self._searched = 0
        self._pause = Pause(steady)
        self._asked_about: object = None
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self.query = QLineEdit()
        self.query.setPlaceholderText(self.tr("Mobile number, its last digits, or a name"))
        self.query.setAccessibleName(self.tr("Find a customer by mobile number or name"))
        self.errors = ErrorBar()
        self.hint = QLabel(self.tr("Nobody is chosen yet. A number that is not known makes a new customer."))
        self.found = QListWidget()
        self.found.setAccessibleName(self.tr("Customers found"))
        self.mobile = QLineEdit()
        self.name = QLineEdit()
        self.save = BusyButton()
        self.choose = QPushButton()
        self.choose.setProperty("role", "primary")
        self.balance = QLabel()
        self.after = QLabel()
        self.cash = MoneyEdit()
        self.top_up = BusyButton(self.tr("Take cash into the wallet"))
        self.top_ups = TopUpList(services, runner)
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._connect()
        theme.changed.connect(self._fit)
        self._fit()
        self._render()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Customer"))
        title.setProperty("role", "title")
        self.hint.setProperty("role", "caption")
        self.hint.setWordWrap(True)
        self.wallet_card = self._wallet_card()
        actions = QHBoxLayout()
        actions.addWidget(self.choose)
        actions.addStretch(1)
        for part in (title, self.errors, self.query, self.hint, self.found, self._person_card()):
            self._column.addWidget(part)
        self._column.addWidget(self.wallet_card)
        self._column.addLayout(actions)
        self._column.addStretch(1)

    def _person_card(self) -> QFrame:
        card, grid = _card()
        self._row(grid, 0, self.tr("&Mobile"), self.mobile)
        self._row(grid, 1, self.tr("&Name"), self.name)
        self.mobile.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        grid.addWidget(self.save, 1, 2)
        grid.setColumnStretch(1, 1)
        return card

    def _wallet_card(self) -> QFrame:
        card, grid = _card()
        self.balance.setProperty("role", "total")
        self.balance.setAccessibleName(self.tr("Wallet"))
        self.after.setProperty("role", "amount")
        self.after.setAccessibleName(self.tr("Wallet afterwards"))
        word = QLabel(self.tr("Wallet"))
        word.setProperty("role", "heading")
        grid.addWidget(word, 0, 0)
        grid.addWidget(self.balance, 0, 1)
        self._row(grid, 1, self.tr("&Cash received"), self.cash)
        grid.addWidget(self.top_up, 1, 2)
        grid.addWidget(QLabel(self.tr("Afterwards")), 2, 0)
        grid.addWidget(self.after, 2, 1)
        grid.addWidget(self.top_ups, 3, 0, 1, 4)
        grid.setColumnStretch(3, 1)
        return card

    def _row(self, grid: QGridLayout, row: int, word: str, field: QLineEdit) -> None:
        label = QLabel(word)
        label.setBuddy(field)
        field.setAccessibleName(word.replace("&", ""))
        grid.addWidget(label, row, 0)
        grid.addWidget(field, row, 1)

    def _fit(self) -> None:
        self._column.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        self._column.setSpacing(scaled(12))
        self.found.setFixedHeight(scaled(FOUND_HEIGHT))
        for part in (self.query, self.found, self.errors, *self.findChildren(QFrame)):
            if isinstance(part, QLineEdit | QListWidget | ErrorBar) or part.property("role") == "card":
                part.setMaximumWidth(scaled(CARD_WIDTH_MAX))

    def _connect(self) -> None:
        self._timer.timeout.connect(self._search)
        self.query.textEdited.connect(lambda _text: self._timer.start())
        self.query.returnPressed.connect(self._enter)
        self.found.itemActivated.connect(lambda item: self._take(item.data(Qt.ItemDataRole.UserRole)))
        self.found.currentItemChanged.connect(lambda item, _before: self._look_at(item))
        self.name.returnPressed.connect(self._save)
        self.save.clicked.connect(self._save)
        self.choose.clicked.connect(self._choose)
        self.cash.paise_changed.connect(lambda _paise: self._render())
        self.cash.returnPressed.connect(self._top_up)
        self.top_up.clicked.connect(self._top_up)
        self.top_ups.taken_back.connect(self._taken_back)
        self.top_ups.failed.connect(self._say_failed)
        self.add_key("Esc", self.back.emit)
        self.add_key("F9", self._choose)

    def start(self, mobile: str) -> None:
        """Enter a new customer with this number; the name is asked for."""
        self.show_customer(None)
        self.query.setText(mobile)
        self.mobile.setText(mobile)
        self.name.clear()
        self.name.setFocus()

    def show_customer(self, customer: Customer | None) -> None:
        """Show a customer, or an empty page to find one."""
        self.errors.clear()
        self.found.clear()
        self._show(customer)
        self.query.clear()
        self.query.setFocus()
        self._render()

    def _show(self, customer: Customer | None) -> None:
        if customer is None or self._customer is None or customer.id != self._customer.id:
            self.cash.clear()
        self._customer = customer
        self.top_ups.show_of(customer)
        self.mobile.setText(customer.mobile if customer else "")
        self.name.setText(customer.name if customer else "")
        self._render()

    def _search(self) -> None:
        text = self.query.text().strip()
        self._searched += 1
        done = partial(self._list, self._searched)
        find = partial(self._services.find_customers, text)
        self._runner.run(find, owner=self, done=done, failed=self._say_failed)

    def _list(self, search: int, customers: tuple[Customer, ...]) -> None:
        if search != self._searched:
            return
        self.found.clear()
        for customer in customers:
            wallet = formats.amount(customer.wallet_paise)
            item = QListWidgetItem(f"{customer.name}   {customer.masked_mobile}   {wallet}", self.found)
            item.setData(Qt.ItemDataRole.UserRole, customer)
        if customers:
            self.found.setCurrentRow(0)
            self._show(customers[0])
        else:
            self._show(None)
            self.mobile.setText(digits_of(self.query.text()))
        self._render()

    def _enter(self) -> None:
        """Enter in the search: choose the only one found, go into the list, or go on to the new name."""
        if self._timer.isActive():
            self._timer.stop()
            self._search()
        if self.found.count() == 1:
            self._choose()
        elif self.found.count():
            self.found.setFocus()
        elif digits_of(self.query.text()):
            self.mobile.setText(digits_of(self.query.text()))
            self.name.setFocus()

    def _look_at(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._show(item.data(Qt.ItemDataRole.UserRole))

    def _take(self, customer: Customer) -> None:
        self._show(customer)
        self._choose()

    def _choose(self) -> None:
        if self._customer is not None:
            self.customer_chosen.emit(self._customer)

    def _save(self) -> None:
        if self.save.busy or not self.mobile.text().strip() or not self.name.text().strip():
            return

        def done(customer: Customer) -> None:
            self.save.set_busy(False)
            self.errors.clear()
            self._show(customer)
            self.choose.setFocus()
            self.customer_changed.emit(customer)

        self._run(
            self.save,
            partial(
                self._services.save_customer,
                self.mobile.text(),
                self.name.text(),
                actor=self._services.actor(),
            ),
            done,
        )

    def _top_up(self) -> None:
        customer, paise = self._customer, self.cash.paise()
        if customer is None or not paise or self.top_up.busy:
            return
        is_asked = self._asked_about == (customer.id, paise)
        if is_asked and not self._pause.is_over():
            return
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
            self._say_failed(error)
            if self._attempt.failed(error):
                self._look_after(customer, paise, key)

        self.top_up.set_busy(True)
        self._runner.run(work, owner=self, done=done, failed=failed)

    def _ask_about(self, customer: Customer, paise: int) -> None:
        """An amount that is rarely put into a wallet may have a nought too many: it is pressed twice."""
        self._asked_about = (customer.id, paise)
        self._pause.begin()
        self.errors.show_error(
            self.tr("{amount} is much for one top-up. Count it, and press once more if it is right.").format(
                amount=formats.rupees(paise)
            )
        )

    def _topped_up(self, after: Customer, paise: int) -> None:
        self._attempt.close()
        self._asked_about = None
        self.cash.clear()
        self._show(after)
        self.errors.show_done(
            self.tr("{amount} in cash went into the wallet; it holds {balance}.").format(
                amount=formats.rupees(paise), balance=formats.rupees(after.wallet_paise)
            )
        )
        self.customer_changed.emit(after)

    def _look_after(self, customer: Customer, paise: int, key: RequestKey) -> None:
        """After a lost answer: find out whether the cash went in. Until that is known the key stays."""

        def look() -> tuple[Customer, int | None]:
            found = self._services.list_top_ups(customer.id)
            went_in = next((one.amount_paise for one in found if one.request_key == key), None)
            return self._services.get_customer(customer.id), went_in

        def looked(outcome: tuple[Customer, int | None]) -> None:
            after, went_in = outcome
            if went_in is not None:
                self._topped_up(after, went_in)
                return
            # The key stays: should the commit still come through, the next press finds it.
            self.errors.show_error(
                self.tr("The answer was lost, and {amount} did not go into the wallet. Press again.").format(
                    amount=formats.rupees(paise)
                )
            )

        self._runner.run(look, owner=self, done=looked, failed=lambda _error: None)

    def _taken_back(self, after: Customer, top_up: TopUp) -> None:
        self._show(after)
        self.errors.show_done(
            self.tr("Give {amount} back in cash: it is out of the wallet, which holds {balance}.").format(
                amount=formats.rupees(top_up.amount_paise), balance=formats.rupees(after.wallet_paise)
            )
        )
        self.customer_changed.emit(after)

    def _run(
        self, button: BusyButton, work: Callable[[], Customer], done: Callable[[Customer], None]
    ) -> None:
        def failed(error: Exception) -> None:
            button.set_busy(False)
            self._say_failed(error)

        button.set_busy(True)
        self._runner.run(work, owner=self, done=done, failed=failed)

    def _say_failed(self, error: Exception) -> None:
        self.errors.show_error(explain(error))

    def _render(self) -> None:
        customer = self._customer
        self.wallet_card.setVisible(customer is not None)
        self.choose.setVisible(customer is not None)
        self.save.set_label(self.tr("Save the name") if customer else self.tr("Enter as new customer"))
        self.found.setVisible(self.found.count() > 0)
        self.hint.setVisible(self.found.count() == 0 and customer is None)
        if customer is None:
            return
        self.balance.setText(formats.amount(customer.wallet_paise))
        paise = self.cash.paise()
        self.top_up.set_ready(bool(paise))
        self.after.setText(formats.amount(customer.wallet_paise + (paise or 0)))
        label = self.tr("Go on with {name}   F9").format(name=customer.name)
        self.choose.setText(label)
        self.choose.setAccessibleName(label)


def _card() -> tuple[QFrame, QGridLayout]:
    card = QFrame()
    card.setProperty("role", "card")
    grid = QGridLayout(card)
    grid.setContentsMargins(16, 14, 16, 14)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    return card, grid
