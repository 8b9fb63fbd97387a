"""Sells one room night after the other through a desk's services, and keeps what was acknowledged."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from db.ids import BookingId, RequestKey
from desktop.services.application import Services
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.domain.quote import BasketItem, QuoteRequest
from desktop.services.errors import DatabaseLost, DeskError
from desktop.services.halted import SalesHalted
from tests.counter import parts_of

T = TypeVar("T")
DAYS_EACH = 12
PAUSE_SECONDS = 0.05
# So that the nights last.
BETWEEN_SECONDS = 0.3


class Seller(threading.Thread):
    """One clerk. Each act is tried again under its own key until it is known what came of it.

    `acknowledged`: (moment of the steady clock, booking id) of each sale; `longest`: the longest single call
    in seconds; `refused`: how often a call ended with a sentence instead.
    """

    def __init__(self, services: Services, number: int) -> None:
        super().__init__(name=f"seller-{number}", daemon=True)
        self._services = services
        self._number = number
        self._count = 0
        self.acknowledged: list[tuple[float, str]] = []
        self.longest = 0.0
        self.refused: dict[str, int] = {}
        self.unknown = 0
        self._ends = threading.Event()
        self._offering = next(one for one in services.list_offerings() if one.code == "DLX")
        self._first = services.show_today().as_of.date() + timedelta(days=3 + number * DAYS_EACH)
        self._customer = services.find_customers("9876500001")[0]

    def stop(self) -> None:
        """Sell no more after the sale at hand."""
        self._ends.set()

    def run(self) -> None:
        """Sell until it is told to stop."""
        while not self._ends.wait(BETWEEN_SECONDS):
            self.sell()

    def sell(self) -> bool:
        """Sell one night; False where it was given up because the end has come or the night is full."""
        services, actor = self._services, self._services.actor()
        self._count += 1
        key = f"{self._number}-{id(self)}-{self._count}"
        first = self._first + timedelta(days=self._count % DAYS_EACH)
        last = first + timedelta(days=1)

        def hold() -> tuple[BookingId, int]:
            units = services.find_availability(self._offering.id, first, last, 1).suggested_unit_ids
            item = BasketItem(self._offering.id, units, first, last_day=last)
            quote = services.make_quote(QuoteRequest((item,), "", self._customer.id), actor=actor)
            held = services.place_hold(quote.id, self._customer.id, RequestKey(f"h{key}"), actor=actor)
            return held.booking_id, held.total_paise

        held = self._until_known(hold)
        if held is None:
            return False
        booking_id, total = held
        request = TakePaymentRequest(booking_id, RequestKey(f"p{key}"), parts_of(cash_paise=total))
        if self._until_known(lambda: services.take_payment(request, actor=actor)) is None:
            return False
        self.acknowledged.append((time.monotonic(), str(booking_id)))
        return True

    def _until_known(self, act: Callable[[], T]) -> T | None:
        """Press again, under the same key, as a clerk does who reads that the answer was lost."""
        while True:
            begun = time.monotonic()
            try:
                return act()
            except (DatabaseLost, SalesHalted) as error:
                self.refused[type(error).__name__] = self.refused.get(type(error).__name__, 0) + 1
                self.unknown += isinstance(error, DatabaseLost) and error.unknown
            except DeskError:
                return None  # the night is full, or what was to be paid was held for too long
            finally:
                self.longest = max(self.longest, time.monotonic() - begun)
            if self._ends.wait(PAUSE_SECONDS):
                return None
