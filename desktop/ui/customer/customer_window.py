"""The customer page: find by number or name, enter a new one, put cash into the wallet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.ids import BookingReference
from desktop.ui import formats
from desktop.ui.commands import digits_of
from desktop.ui.customer.booking_list import BookingList
from desktop.ui.customer.buyer_card import BuyerCard
from desktop.ui.customer.company_card import CompanyCard
from desktop.ui.customer.person_card import PersonCard
from desktop.ui.customer.put_right_card import PutRightCard
from desktop.ui.customer.wallet_card import WalletCard
from desktop.ui.failures import explain
from desktop.ui.number_words import told_apart
from desktop.ui.routes import OpenBooking
from desktop.ui.theme import scaled, theme
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.services.application import Services
    from desktop.services.domain.people import Customer
    from desktop.ui.runner import Runner

DEBOUNCE_MS = 150
CARD_WIDTH_MAX = 760
FOUND_HEIGHT = 150
SIDE_BY_SIDE_FROM = 1400


class CustomerWindow(KeyedPage):
    """`customer_chosen` carries the Customer to go on with; `customer_changed` one whose wallet changed."""

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._customer: Customer | None = None
        self._searched = 0
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self.query = QLineEdit()
        self.query.setPlaceholderText(self.tr("Mobile number, its last digits, or a name"))
        self.query.setAccessibleName(self.tr("Find a customer by mobile number or name"))
        self.errors = ErrorBar()
        self.hint = QLabel(
            self.tr(
                "Nobody is chosen yet. A number that is not known, or a name alone, makes a new customer."
            )
        )
        self.found = QListWidget()
        self.found.setAccessibleName(self.tr("Customers found"))
        MarkedInSight(self.found)
        self.person = PersonCard(services, runner)
        self.mobile, self.name, self.save = self.person.mobile, self.person.name, self.person.save
        self.choose = QPushButton()
        self.choose.setProperty("role", "primary")
        self.buyer_card = BuyerCard(services, runner)
        self.bookings = BookingList(services, runner)
        self.put_right = PutRightCard(services, runner)
        self.wallet_card = WalletCard(services, runner)
        self.company_card = CompanyCard(services, runner)
        self.balance, self.after = self.wallet_card.balance, self.wallet_card.after
        self.cash, self.top_up = self.wallet_card.cash, self.wallet_card.top_up
        self.top_ups = self.wallet_card.top_ups
        self._column = QVBoxLayout()
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
        actions = QHBoxLayout()
        actions.addWidget(self.choose)
        actions.addStretch(1)
        for part in (title, self.errors, self.query, self.hint, self.found, self.person):
            self._column.addWidget(part)
        self._column.addWidget(self.buyer_card)
        self._column.addWidget(self.wallet_card)
        self._column.addWidget(self.company_card)
        self._column.addLayout(actions)
        self._column.addWidget(self.put_right)
        self._column.addStretch(1)
        # Below what is done with the customer, or beside it where the screen is wide enough.
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._sides.addLayout(self._column)
        self._sides.addWidget(self.bookings, 0, Qt.AlignmentFlag.AlignTop)
        self._sides.addStretch(1)

    def _fit(self) -> None:
        self._sides.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        self._sides.setSpacing(scaled(12))
        self._column.setSpacing(scaled(12))
        self.found.setFixedHeight(scaled(FOUND_HEIGHT))
        for part in (self.query, self.found, self.errors, *self.findChildren(QFrame)):
            if isinstance(part, QLineEdit | QListWidget | ErrorBar) or part.property("role") == "card":
                part.setMaximumWidth(scaled(CARD_WIDTH_MAX))
        self.bookings.setMaximumWidth(scaled(CARD_WIDTH_MAX))

    def _connect(self) -> None:
        self._timer.timeout.connect(self._search)
        self.query.textEdited.connect(lambda _text: self._timer.start())
        self.query.returnPressed.connect(self._enter)
        self.found.itemActivated.connect(lambda item: self._take(item.data(Qt.ItemDataRole.UserRole)))
        self.found.currentItemChanged.connect(lambda item, _before: self._look_at(item))
        self.person.saved.connect(self._person_saved)
        self.person.asked.connect(self.errors.show_error)
        self.person.answered.connect(self.errors.clear)
        self.person.failed.connect(self._say_failed)
        self.choose.clicked.connect(self._choose)
        self.buyer_card.saved.connect(self._buyer_saved)
        self.buyer_card.failed.connect(self._say_failed)
        self.wallet_card.changed.connect(self._wallet_changed)
        self.wallet_card.done.connect(self.errors.show_done)
        self.wallet_card.asked.connect(self.errors.show_error)
        self.wallet_card.failed.connect(self._say_failed)
        self.put_right.changed.connect(self._put_right)
        self.put_right.asked.connect(self.errors.show_error)
        self.put_right.failed.connect(self._say_failed)
        self.company_card.done.connect(self.errors.show_done)
        self.company_card.failed.connect(self._say_failed)
        self.bookings.failed.connect(self._say_failed)
        self.bookings.chosen.connect(self._open_booking)
        self.add_key("Esc", self.back.emit)
        self.add_key("F9", self._choose)
        self.add_key("Down", self._to_bookings)
        self.add_key("D", self.put_right.ask_number)
        self.add_key("J", self.put_right.ask_merge)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(SIDE_BY_SIDE_FROM)
        directions = QBoxLayout.Direction
        self._sides.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        for place, stretch in enumerate((is_wide, is_wide, not is_wide)):
            self._sides.setStretch(place, int(stretch))

    def _to_bookings(self) -> None:
        self.bookings.take_focus()
        self.bring_into_sight(self.bookings)

    def start(self, mobile: str) -> None:
        """Enter a new customer with this number; the name is asked for."""
        self.show_customer(None)
        self.query.setText(mobile)
        self.mobile.setText(mobile)
        self.name.clear()
        self.name.setFocus()

    @property
    def customer_shown(self) -> Customer | None:
        """Whose page it is."""
        return self._customer

    def show_customer(self, customer: Customer | None) -> None:
        """Show a customer, or an empty page to find one."""
        self.errors.clear()
        self.found.clear()
        self._show(customer)
        self.query.clear()
        self.query.setFocus()
        self._render()

    def _show(self, customer: Customer | None) -> None:
        self._customer = customer
        self.buyer_card.show_buyer(customer)
        self.wallet_card.show_wallet(customer)
        self.company_card.show_company(customer)
        self.bookings.show_of(customer)
        self.person.show_person(customer)
        self.put_right.show_of(customer)
        self._render()

    def refresh(self) -> None:
        """Read the bookings again; what is being typed stays."""
        self.bookings.refresh()
        self.wallet_card.look_again()

    def _open_booking(self, reference: str) -> None:
        """Go on with a booking; who stands on the page is the customer of what comes."""
        self.wanted.emit(OpenBooking(BookingReference(reference)))

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
        for customer, number in zip(customers, told_apart(customers), strict=True):
            wallet = formats.amount(customer.wallet_paise) if customer.has_wallet else ""
            parts = (customer.name, number, wallet)
            item = QListWidgetItem("   ".join(part for part in parts if part), self.found)
            item.setData(Qt.ItemDataRole.UserRole, customer)
        if customers:
            self.found.setCurrentRow(0)
            self._show(customers[0])
        else:
            self._show(None)
            self._take_over()
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
        elif self.query.text().strip():
            self._take_over()
            self.name.setFocus()

    def _take_over(self) -> None:
        """What was looked for and not found is the number of somebody new, or the name."""
        text = self.query.text().strip()
        number = digits_of(text)
        self.mobile.setText(number)
        if not number:
            self.name.setText(text)

    def _look_at(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._show(item.data(Qt.ItemDataRole.UserRole))

    def _take(self, customer: Customer) -> None:
        self._show(customer)
        self._choose()

    def _choose(self) -> None:
        if self._customer is not None:
            self.customer_chosen.emit(self._customer)
        else:
            self.errors.show_error(self.tr("Nobody is chosen: find somebody, or enter a new customer."))

    def _person_saved(self, customer: Customer) -> None:
        self.errors.clear()
        self._show(customer)
        self.choose.setFocus()
        self.customer_changed.emit(customer)

    def _wallet_changed(self, after: Customer) -> None:
        self._show(after)
        self.customer_changed.emit(after)

    def _put_right(self, after: Customer, said: str) -> None:
        self.found.clear()
        self._wallet_changed(after)
        self.errors.show_done(said)
        self.choose.setFocus()

    def _buyer_saved(self, after: Customer, said: str) -> None:
        self._wallet_changed(after)
        self.errors.show_done(said)
        self.choose.setFocus()

    def _say_failed(self, error: Exception) -> None:
        self.errors.show_error(explain(error))

    def _render(self) -> None:
        customer = self._customer
        self.choose.setVisible(customer is not None)
        self.found.setVisible(self.found.count() > 0)
        self.hint.setVisible(self.found.count() == 0 and customer is None)
        if customer is None:
            return
        label = self.tr("Go on with {name}   F9").format(name=customer.name)
        # In a button's text a sign of "and" would be a key of the letter behind it.
        self.choose.setText(label.replace("&", "&&"))
        self.choose.setAccessibleName(label)
