"""Makes the price off the GUI thread: after a short pause, and the newest wins."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from db.actor import Actor
from desktop.services.application import Services
from desktop.services.domain.promo import PromoRefused
from desktop.services.domain.quote import QuoteRequest
from desktop.ui.quote.sale.sale import Priced
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
        self._request: QuoteRequest | None = None
        self._asked = False
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask)

    def want(self, request: QuoteRequest | None) -> None:
        """Price this basket soon; None for nothing, and what is still to come is dropped."""
        self._turn += 1
        self._request = request
        self._asked = False
        if request is None:
            self._pause.stop()
        else:
            self._pause.start()

    def hurry(self) -> None:
        """Do not wait for the end of the pause; after a refusal, ask again."""
        if self._request is not None and not self._asked:
            self._ask()

    def _ask(self) -> None:
        self._pause.stop()
        request, services = self._request, self._services
        if request is None:
            return
        self._turn += 1
        turn = self._turn
        self._asked = True
        self._runner.run(
            partial(make_price, services, request, actor=services.actor()),
            owner=self,
            done=lambda priced: self._done(turn, priced),
            failed=lambda error: self._failed(turn, error),
        )

    def _done(self, turn: int, priced: Priced) -> None:
        if turn == self._turn:
            self._asked = False
            self.priced.emit(priced)

    def _failed(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self._asked = False
            self.failed.emit(error)


def make_price(services: Services, request: QuoteRequest, *, actor: Actor) -> Priced:
    """Price a basket; without the promo when that is refused. Raises what else make_quote raises."""
    try:
        return Priced(request, services.make_quote(request, actor=actor), None)
    except PromoRefused as refusal:
        return Priced(request, services.make_quote(replace(request, promo_code=""), actor=actor), refusal)
