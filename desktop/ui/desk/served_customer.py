"""Who stands at the desk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from db.ids import CustomerId
    from desktop.services.application import Services
    from desktop.services.domain.people import Customer
    from desktop.ui.desk.customer_chip import CustomerChip
    from desktop.ui.desk.pages import Pages
    from desktop.ui.runner import Runner


class ServedCustomer(QObject):
    """One customer or nobody, for the window and for every page that asks. `failed` carries a refusal."""

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
        chip.cleared.connect(lambda: self.set_customer(None))

    def set_customer(self, customer: Customer | None) -> None:
        """Say who stands at the desk."""
        self.customer = customer
        self._chip.show_customer(customer)
        quote = self._pages.quote.page
        if quote is not None:
            quote.set_customer(customer)

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
                self._chip.show_customer(customer)

        get = partial(self._services.get_customer, self.customer.id)
        self._runner.run(get, owner=self, done=done, failed=self.failed.emit)
