"""Whose booking it will be: found while the number is typed, or entered right here."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QGridLayout, QListWidget, QWidget

from db.ids import CustomerId
from desktop.services.application import Services
from desktop.services.domain.figures import bare_number, is_whole_number
from desktop.services.domain.people import Customer
from desktop.services.errors import BadRequest
from desktop.ui import formats
from desktop.ui.failures import explain
from desktop.ui.keys.key_rule import key_rule
from desktop.ui.number_words import told_apart
from desktop.ui.runner import Runner
from desktop.ui.theme import scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.field_box import FieldBox

PAUSE_MS = 150
LETTERS_MIN = 3
MATCHES_MAX = 5


class CustomerPanel(QFrame):
    """`chosen` carries a Customer, or None when the fields name nobody known any more.

    It comes too when the wallet of the one known holds another amount by now; `failed` when nobody can tell.
    """

    chosen = Signal(object)
    entered = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._services = services
        self._runner = runner
        self._customer: Customer | None = None
        self._turn = 0
        self._found: tuple[Customer, ...] = ()
        self._enter_waits = False
        self._enter_later: Callable[[], object] = self.entered.emit
        self.mobile = FieldBox(self.tr("Mobile"), self.tr("Customer's mobile number"))
        self.name = FieldBox(self.tr("Name"), self.tr("Customer's name"))
        self.matches = QListWidget()
        self.matches.setAccessibleName(self.tr("Known customers"))
        self.matches.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.matches.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.matches.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.matches.hide()
        MarkedInSight(self.matches)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.mobile, 0, 0)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(self.matches, 1, 0, 1, 2)
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._look)
        self.mobile.typed.connect(self._typed)
        self.mobile.entered.connect(self._mobile_entered)
        self.mobile.steered.connect(self._steer)
        self.name.entered.connect(self.entered)
        self.name.typed.connect(lambda _text: self.mobile.clear_error())
        self.matches.itemClicked.connect(lambda _: self._pick(self.matches.currentRow()))

    def show_customer(self, customer: Customer | None) -> None:
        """Put a customer into the fields; None clears them only if somebody known stood there."""
        if customer == self._customer:
            return
        known = self._customer is not None
        self._customer = customer
        self._set_found(())
        if customer is not None:
            self.mobile.clear_error()
            self.mobile.set_text(customer.number.removeprefix("+91"))
            self.name.set_text(customer.name)
            self.mobile.set_note(
                self.tr("known · wallet {amount}").format(amount=formats.rupees(customer.wallet_paise))
                if customer.has_wallet
                else " · ".join(filter(None, (self.tr("known · no wallet"), customer.last_booking)))
            )
        elif known:
            for field in (self.mobile, self.name):
                field.set_text("")
                field.set_note("")

    def read_wallet(self) -> None:
        """Ask what is in the wallet of the one known now; nobody is not asked for."""
        if self._customer is None:
            return
        asked, services = self._customer.id, self._services

        def done(found: Customer) -> None:
            now = self._customer
            if now is not None and now.id == asked and now != found:
                self.show_customer(found)
                self.chosen.emit(found)

        self._runner.run(lambda: services.get_customer(asked), owner=self, done=done, failed=self.failed.emit)

    def offer(self, customer_id: CustomerId) -> None:
        """Show somebody known to choose: Enter in the number goes on with them."""
        self._turn += 1
        turn = self._turn

        def done(found: Customer) -> None:
            if turn == self._turn:
                self._set_found((found,))

        get = partial(self._services.get_customer, customer_id)
        self._runner.run(get, owner=self, done=done, failed=self.failed.emit)

    def clear(self) -> None:
        """Forget what was typed, for the next customer."""
        self._turn += 1
        self._pause.stop()
        self._customer = None
        self._set_found(())
        for field in (self.mobile, self.name):
            field.clear_error()
            field.set_text("")
            field.set_note("")

    @property
    def has_cursor(self) -> bool:
        """Whether a customer is being typed."""
        return self.mobile.edit.hasFocus() or self.name.edit.hasFocus()

    def take_focus(self) -> None:
        """Ask for the number first."""
        self.mobile.take_focus()

    def _typed(self, text: str) -> None:
        if self._customer is not None:
            self._customer = None
            self.name.set_text("")
            self.chosen.emit(None)
        self.mobile.set_note("")
        self._turn += 1
        if len(text.strip()) < LETTERS_MIN:
            self._pause.stop()
            self._set_found(())
            return
        self._pause.start()

    def _look(self) -> None:
        self._pause.stop()
        self._turn += 1
        turn, text, services = self._turn, self.mobile.text, self._services

        def done(found: tuple[Customer, ...]) -> None:
            if turn == self._turn:
                self._take(found, text)

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self._enter_waits = False
                self.mobile.show_error(explain(error))

        self._runner.run(lambda: services.find_customers(text), owner=self, done=done, failed=failed)

    def _take(self, found: tuple[Customer, ...], text: str) -> None:
        waits, self._enter_waits = self._enter_waits, False
        number = bare_number(text)
        whole = is_whole_number(number)
        self._set_found(found)
        if len(found) == 1 and (waits or (whole and found[0].mobile.endswith(number.lstrip("+0")))):
            self._pick(0)
            if waits:
                self._enter_later()
            return
        if not found:
            self.mobile.set_note(self.tr("new: enter a name") if whole else "")
        if waits:
            self._walk_on()

    def _mobile_entered(self) -> None:
        if self._customer is not None:
            self.entered.emit()
        elif not self.mobile.text:
            self._go_on_by_name()
        elif self._pause.isActive():
            # The answer is on its way: Enter means whoever it finds.
            self._enter_waits = True
            self._enter_later = key_rule().bound(self.entered.emit)
            self._look()
        else:
            self._walk_on()

    def _walk_on(self) -> None:
        if self._found and self.matches.currentRow() >= 0:
            self._pick(self.matches.currentRow())
            self.entered.emit()
        elif is_whole_number(bare_number(self.mobile.text)):
            self.name.take_focus()
        elif any(sign.isdecimal() for sign in self.mobile.text):
            self.mobile.show_error(explain(BadRequest("mobile", "not_a_number")))
        else:
            self._go_on_by_name()

    def _go_on_by_name(self) -> None:
        """Nobody has to have a number: what was typed here is the name of a new customer."""
        if self.mobile.text and not self.name.text:
            self.name.set_text(self.mobile.text)
        self.mobile.set_text("")
        self.mobile.set_note(self.tr("no number: no wallet, no link"))
        self.name.take_focus()

    def _steer(self, by: int) -> None:
        if self._found:
            row = min(max(self.matches.currentRow() + by, 0), len(self._found) - 1)
            self.matches.setCurrentRow(row)

    def _pick(self, row: int) -> None:
        if 0 <= row < len(self._found):
            customer = self._found[row]
            self.show_customer(customer)
            self.chosen.emit(customer)

    def _set_found(self, found: tuple[Customer, ...]) -> None:
        self._found = found[:MATCHES_MAX]
        self.matches.clear()
        for customer, told in zip(self._found, told_apart(self._found), strict=True):
            money = formats.rupees(customer.wallet_paise) if customer.has_wallet else ""
            # A number is shown whole here; what tells people apart without one, or on one landline, follows.
            apart = "" if customer.has_wallet else told
            parts = (customer.number, customer.name, money, apart)
            self.matches.addItem("   ".join(part for part in parts if part))
        self.matches.setVisible(bool(self._found))
        if self._found:
            self.matches.setCurrentRow(0)
            row = self.matches.sizeHintForRow(0)
            self.matches.setFixedHeight(row * len(self._found) + scaled(6))
