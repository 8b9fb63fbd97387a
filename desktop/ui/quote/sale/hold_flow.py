"""The one step that takes stock: the customer is saved if new, then the quote is held."""

from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from db.actor import Actor
from db.ids import QuoteId, RequestKey
from desktop.services.application import Services
from desktop.services.domain.booking import Hold
from desktop.services.domain.people import Customer
from desktop.services.domain.quote import Quote
from desktop.services.errors import DatabaseLost, OtherContent
from desktop.ui.runner import Runner


class HoldFlow(QObject):
    """`customer_saved` comes first where there was none; then `held` or `failed`.

    After a lost answer nothing is placed until `look_up` has told what has come of it: by `held`, or by
    `failed` with NotFound.
    """

    customer_saved = Signal(object)
    held = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._keys: dict[QuoteId, RequestKey] = {}
        # The key of the hold whose answer was lost.
        self._lost: RequestKey | None = None

    @property
    def is_lost(self) -> bool:
        """Whether an answer was lost, and it is not known yet whether anything is held."""
        return self._lost is not None

    def forget_lost(self) -> None:
        """The sale is over: nobody asks any more."""
        self._lost = None

    def look_up(self) -> None:
        """Look what has come of the hold whose answer was lost."""
        lost = self._lost
        if lost is None:
            return

        def found(hold: Hold) -> None:
            if lost == self._lost:
                self._held(hold)

        find = partial(self._services.find_hold, lost)
        self._runner.run(find, owner=self, done=found, failed=partial(self._not_found, lost))

    def _not_found(self, lost: RequestKey, error: Exception) -> None:
        if lost != self._lost:
            return
        if isinstance(error, DatabaseLost):
            self._failed(DatabaseLost(unknown=True))  # a look that fails, too, leaves it not known
        else:
            self._lost = None
            self._failed(error)

    def place(self, quote: Quote, customer: Customer | None, mobile: str, name: str) -> None:
        """Hold the quote for the customer, or for the one with this mobile number."""
        if self.is_lost:
            self.look_up()
            return
        # Who acts is whoever strikes the key, not whoever stands here when a thread of the pool is free.
        actor = self._services.actor()
        if customer is not None:
            self._place(quote, customer, actor)
            return

        def saved(new: Customer) -> None:
            self.customer_saved.emit(new)
            self._place(quote, new, actor)

        self._runner.run(
            partial(self._services.save_customer, mobile, name, actor=actor),
            owner=self,
            done=saved,
            failed=self._failed,
        )

    def _place(self, quote: Quote, customer: Customer, actor: Actor) -> None:
        # The same key for the same quote: a repeat after a lost answer finds the hold that was made.
        key = self._keys.setdefault(quote.id, RequestKey(uuid4().hex))
        self._runner.run(
            partial(self._services.place_hold, quote.id, customer.id, key, actor=actor),
            owner=self,
            done=self._held,
            failed=partial(self._not_held, quote),
        )

    def _not_held(self, quote: Quote, error: Exception) -> None:
        if isinstance(error, OtherContent):
            self._keys.pop(quote.id, None)  # said once; the next press is another act
        self._failed(error)
        if isinstance(error, DatabaseLost) and error.unknown:
            self._lost = self._keys[quote.id]
            self.look_up()

    def _held(self, hold: Hold) -> None:
        self._keys.clear()
        self._lost = None
        self.held.emit(hold)

    def _failed(self, error: Exception) -> None:
        self.failed.emit(error)
