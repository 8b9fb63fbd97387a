"""Reads a customer again, off the GUI thread, for what is in the wallet now."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.services.application import Services
from desktop.services.domain.people import Customer
from desktop.ui.runner import Runner


class WalletRead(QObject):
    """`found` carries the Customer as stored now, `failed` the exception."""

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner

    def read(self, customer: Customer | None) -> None:
        """Ask for this customer; nobody is not asked for."""
        if customer is not None:
            get = partial(self._services.get_customer, customer.id)
            self._runner.run(get, owner=self, done=self.found.emit, failed=self.failed.emit)
