"""Looks at the stock off the GUI thread; an answer that a newer question overtook is dropped."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from desktop.services.application import Services
from desktop.ui.quote.sale.choice import BasketEntry, Choice
from desktop.ui.quote.sale.stock_work import Stock, find_stock
from desktop.ui.runner import Runner


class StockWatch(QObject):
    """`found` carries a Stock, `failed` the exception; each only for the newest question."""

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._turn = 0
        self.looking = False

    def look(self, choice: Choice, entries: tuple[BasketEntry, ...], today: date) -> None:
        """Ask again for the choice and for these lines of the basket."""
        self._turn += 1
        turn = self._turn
        self.looking = True
        services = self._services
        self._runner.run(
            lambda: find_stock(services, choice, entries, today),
            owner=self,
            done=lambda stock: self._done(turn, stock),
            failed=lambda error: self._failed(turn, error),
        )

    def forget(self) -> None:
        """Drop whatever is still to come."""
        self._turn += 1
        self.looking = False

    def _done(self, turn: int, stock: Stock) -> None:
        if turn == self._turn:
            self.looking = False
            self.found.emit(stock)

    def _failed(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self.looking = False
            self.failed.emit(error)
