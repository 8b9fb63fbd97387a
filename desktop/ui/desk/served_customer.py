"""Who stands at the desk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

if TYPE_CHECKING:
    from db.ids import CustomerId
    from desktop.services.application import Services
    from desktop.services.domain.people import Customer
    from desktop.ui.desk.pages import Pages
    from desktop.ui.runner import Runner


# A longer name would push the window beyond the edge of the screen.
NAME_SHOWN = 32


class CustomerChip(QFrame):
    """Hidden while nobody has been named. `cleared` is emitted when the clerk sends them away."""

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._name = QLabel()
        self._name.setProperty("role", "strong")
        self._facts = QLabel()
        self._facts.setProperty("role", "caption")
        clear = QPushButton("×")
        clear.setProperty("role", "hint")
        clear.setAccessibleName(self.tr("No customer"))
        clear.setToolTip(self.tr("No customer"))
        clear.clicked.connect(self.cleared)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 4, 2)
        row.setSpacing(10)
        for part in (self._name, self._facts, clear):
            row.addWidget(part)
        self.hide()

    def show_customer(self, customer: Customer | None) -> None:
        """Show this customer, or nobody."""
        self.setVisible(customer is not None)
        if customer is None:
            return
        from desktop.ui import formats
        from desktop.ui.number_words import no_number

        name = customer.name
        self._name.setText(name if len(name) <= NAME_SHOWN else f"{name[: NAME_SHOWN - 1]}…")
        self._name.setToolTip(name)
        wallet = self.tr("wallet {amount}").format(amount=formats.amount(customer.wallet_paise))
        facts = (customer.masked_mobile or no_number(customer), wallet if customer.has_wallet else "")
        self._facts.setText("   ".join(fact for fact in facts if fact))
        self.setAccessibleName(f"{customer.name} {self._facts.text()}")


class ServedCustomer(QObject):
    """One customer or nobody, for the window and for every page that asks. `failed` carries a refusal.

    `changed` when that may be somebody else. One customer is on the screen: where the page has its own, that
    one, until another is named on it.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, chip: CustomerChip, pages: Pages, services: Services, runner: Runner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._chip = chip
        self._pages = pages
        self._services = services
        self._runner = runner
        self.customer: Customer | None = None
        self.is_named_here = False
        self._page_has_its_own = False
        chip.cleared.connect(lambda: self.set_customer(None))

    def set_customer(self, customer: Customer | None) -> None:
        """Say who stands at the desk."""
        self.customer = customer
        self.is_named_here = True
        self._show()
        quote = self._pages.quote.page
        if quote is not None:
            quote.set_customer(customer)

    def page_opened(self, *, has_its_own: bool) -> None:
        """Another page is open: nobody was named on it yet."""
        self._page_has_its_own = has_its_own
        self.is_named_here = False
        self._show()

    def page_tells(self, *, has_its_own: bool) -> None:
        """The page says whose it is from now on, or no longer."""
        self._page_has_its_own = has_its_own
        self._show()

    def _show(self) -> None:
        is_told = self._page_has_its_own and not self.is_named_here
        self._chip.show_customer(None if is_told else self.customer)
        self.changed.emit()

    def fetch(self, customer_id: CustomerId) -> None:
        """Read a customer, who stands at the desk from then on."""
        get = partial(self._services.get_customer, customer_id)
        self._runner.run(get, owner=self, done=self.set_customer, failed=self.failed.emit)

    def read_wallet(self) -> None:
        """Show what is in the wallet now, if the same customer is still here then."""
        if self.customer is None:
            return

        def done(customer: Customer) -> None:
            if self.customer is not None and self.customer.id == customer.id:
                self.customer = customer
                self._show()

        get = partial(self._services.get_customer, self.customer.id)
        self._runner.run(get, owner=self, done=done, failed=self.failed.emit)
