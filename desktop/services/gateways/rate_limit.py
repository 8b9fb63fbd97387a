"""How often one key may ask the gateway."""

import threading
import time
from collections.abc import Callable

EPSILON = 1e-9


class RateLimit:
    """A bucket of tokens that all threads share: `per_second` on the average, `burst` at once.

    A clerk's request never queues behind the polls: it may borrow up to `burst` tokens more, which the polls
    then wait for. `monotonic` and `sleep` are for tests.
    """

    def __init__(
        self,
        per_second: float = 2.0,
        burst: int = 3,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._per_second = per_second
        self._burst = burst
        self._monotonic = monotonic
        self._sleep = sleep
        self._lock = threading.Lock()
        self._tokens = float(burst)
        self._filled_at = monotonic()

    def wait_turn(self, *, urgent: bool) -> None:
        """Return when a request may leave. `urgent`: a person stands at the counter and waits for it."""
        while (seconds := self._take(urgent=urgent)) > 0:
            self._sleep(seconds)

    def _take(self, *, urgent: bool) -> float:
        """Take a token and return 0, or return the seconds after which there may be one."""
        least = 1 - self._burst if urgent else 1
        with self._lock:
            now = self._monotonic()
            self._tokens = min(self._burst, self._tokens + (now - self._filled_at) * self._per_second)
            self._filled_at = now
            if self._tokens >= least - EPSILON:
                self._tokens -= 1
                return 0.0
            return (least - self._tokens) / self._per_second
