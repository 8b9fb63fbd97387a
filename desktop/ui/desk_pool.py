"""The threads in which use cases run, away from the window."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from desktop.services.outside import seated

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

P = ParamSpec("P")
T = TypeVar("T")

SEATS = 4
OUTSIDE_MAX = 28


class DeskPool(ThreadPoolExecutor):
    """Does SEATS things at once. What waits outside takes no seat; there may be OUTSIDE_MAX of it."""

    def __init__(self) -> None:
        super().__init__(SEATS + OUTSIDE_MAX, thread_name_prefix="use-case")
        self._seats = threading.Semaphore(SEATS)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """See Executor."""

        def work() -> T:
            with seated(self._seats):
                return fn(*args, **kwargs)

        return super().submit(work)
