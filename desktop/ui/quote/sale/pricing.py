"""Keeps the price in step with the basket: after a short pause, off the GUI thread, the newest wins."""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.services.application import Services
from desktop.services.domain.quote import QuoteRequest
from desktop.ui.quote.sale.stock_work import Priced, make_price
from desktop.ui.runner import Runner

PAUSE_MS = 150


class Pricing(QObject):
    """`priced` carries a Priced, `failed` the exception; each only for the newest request."""

    priced = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._turn = 0
        self._wanted: QuoteRequest | None = None
        self._asked: QuoteRequest | None = None
        self.current: Priced | None = None
        self.refused = False
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask)

    @property
    def pending(self) -> bool:
        """Whether the price on the screen is not yet that of the basket."""
        return self._wanted is not None and (self.current is None or self.current.request != self._wanted)

    def want(self, request: QuoteRequest | None) -> None:
        """Price this basket soon; None for an empty one. Nothing happens when it is priced already."""
        if request == self._wanted:
            return
        self._wanted = request
        self._turn += 1
        self._asked = None
        self.refused = False
        if request is None:
            self.current = None
            self._pause.stop()
        else:
            self._pause.start()

    def suspend(self) -> None:
        """Something is missing before a price can be asked for; the lines of the last one stay."""
        self._wanted = self._asked = None
        self._turn += 1
        self._pause.stop()
        self.refused = True

    def again(self) -> None:
        """Price the same basket once more, without waiting."""
        self._turn += 1
        self.current = self._asked = None
        self.hurry()

    def renew(self) -> None:
        """What the shown price was made from has changed: make it anew, if there is one."""
        if self.current is not None and not self.refused and not self.pending:
            self.again()

    def hurry(self) -> None:
        """Do not wait for the end of the pause."""
        if self.pending and self._asked != self._wanted:
            self._ask()

    def _ask(self) -> None:
        self._pause.stop()
        request = self._wanted
        if request is None:
            return
        self._turn += 1
        turn = self._turn
        self._asked = request
        self.refused = False
        services = self._services
        self._runner.run(
            lambda: make_price(services, request),
            owner=self,
            done=lambda priced: self._done(turn, priced),
            failed=lambda error: self._failed(turn, error),
        )

    def _done(self, turn: int, priced: Priced) -> None:
        if turn == self._turn:
            self.current = priced
            self._asked = None
            self.priced.emit(priced)

    def _failed(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            # The last price stays, so that its lines can still be seen and taken out; it can't be held.
            self._asked = None
            self.refused = True
            self.failed.emit(error)
