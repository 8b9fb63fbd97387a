"""Runs a use case off the GUI thread and brings its outcome back by one queued signal."""

from __future__ import annotations

import logging
from concurrent.futures import wait
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor, Future
    from typing import TypeVar

    T = TypeVar("T")

log = logging.getLogger("counterfoil.ui")
END_SECONDS = 20.0
"""How long the end of the program waits for use cases: longer than a call to the gateway may take."""


@dataclass(frozen=True)
class _Outcome:
    future: Future[Any]
    owner: QObject
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class Runner(QObject):
    """Submits work to `executor`; `done` or `failed` is called on the GUI thread, in a later turn.

    An owner that was deleted meanwhile gets no call; `orphaned` tells how its work failed. `unexpected`
    tells of every exception that is no refusal of a service, before its `failed` is called.
    """

    unexpected = Signal(object)
    orphaned = Signal(object)
    _finished = Signal(object)

    def __init__(self, executor: Executor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = executor
        self._closed = False
        self._running: set[Future[Any]] = set()
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def close(self, seconds: float = END_SECONDS) -> bool:
        """Take no more work, wait so long for what is running, and tell whether it has ended.

        What has not ended by then is given up with the program; a transaction of it is undone.
        """
        self._closed = True
        self._executor.shutdown(wait=False, cancel_futures=True)
        return not wait(self._running, timeout=seconds).not_done

    def run(
        self,
        work: Callable[[], T],
        *,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Call `work` in the pool, then `done` with its result or `failed` with its exception.

        After `close` nothing happens.
        """
        if self._closed:
            return

        def hand_over(future: Future[T]) -> None:
            if future.cancelled():
                return
            if shiboken6.isValid(self):
                self._finished.emit(_Outcome(future, owner, done, failed))
            elif (error := future.exception()) is not None:
                log.error("LATE_FAULT", exc_info=(type(error), error, error.__traceback__))

        running = self._executor.submit(work)
        self._running.add(running)
        running.add_done_callback(self._running.discard)
        running.add_done_callback(hand_over)

    def _deliver(self, outcome: _Outcome) -> None:
        error = outcome.future.exception()
        if error is not None and not isinstance(error, Exception):
            raise error
        if error is not None and not self._is_refusal(error):
            self.unexpected.emit(error)
        if not shiboken6.isValid(outcome.owner):
            if error is not None:
                self.orphaned.emit(error)
            return
        if error is None:
            outcome.done(outcome.future.result())
        else:
            outcome.failed(error)

    @staticmethod
    def _is_refusal(error: Exception) -> bool:
        from desktop.ui.failures import is_refusal

        return is_refusal(error)
