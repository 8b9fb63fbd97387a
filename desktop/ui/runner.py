"""Runs a use case off the GUI thread and brings its outcome back by one queued signal."""

from __future__ import annotations

import logging
from concurrent.futures import wait
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor, Future
    from typing import TypeVar

    from db.ids import ApprovalId
    from desktop.services.errors import NotPermitted

    T = TypeVar("T")

log = logging.getLogger("counterfoil.ui")
END_SECONDS = 20.0
"""How long the end of the program waits for use cases: longer than a call to the gateway may take."""


@dataclass(frozen=True)
class _Outcome:
    future: Future[Any]
    work: Callable[[], Any]
    owner: QObject
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    is_quiet: bool


@dataclass(frozen=True)
class Refused:
    """What may be done by a manager's yes only: `again` does it with the yes, `give_up` tells its owner."""

    error: NotPermitted
    owner: QObject
    again: Callable[[ApprovalId], None]
    give_up: Callable[[], None]


class Runner(QObject):
    """Submits work to `executor`; `done` or `failed` is called on the GUI thread, in a later turn.

    An owner that was deleted meanwhile gets no call; `orphaned` tells how its work failed. `unexpected`
    tells of every exception that is no refusal of a service, before its `failed` is called. `asks`, once it
    is set, is asked about what needs a manager's yes before its owner hears of it; True takes it over.
    """

    asks: Callable[[Refused], bool] | None = None

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
        is_quiet: bool = False,
    ) -> None:
        """Call `work` in the pool, then `done` with its result or `failed` with its exception.

        `is_quiet`: no key asked for it, so no manager is asked about what it may not do.
        After `close` nothing happens.
        """
        if self._closed:
            return

        def hand_over(future: Future[T]) -> None:
            if future.cancelled():
                return
            if shiboken6.isValid(self):
                self._finished.emit(_Outcome(future, work, owner, done, failed, is_quiet))
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
        elif outcome.is_quiet or self.asks is None or not self._asks_about(outcome, error, self.asks):
            outcome.failed(error)

    def _asks_about(self, outcome: _Outcome, error: Exception, asks: Callable[[Refused], bool]) -> bool:
        """Whether a manager is asked first; then the same work is done again, or it has failed after all."""
        # Loaded when something is refused: the window is on the screen sooner without.
        from desktop.services.errors import NotPermitted
        from desktop.services.given_yes import by_yes

        if not isinstance(error, NotPermitted):
            return False

        def again(yes: ApprovalId) -> None:
            work = partial(by_yes, yes, outcome.work)
            self.run(work, owner=outcome.owner, done=outcome.done, failed=outcome.failed)

        def give_up() -> None:
            if shiboken6.isValid(outcome.owner):
                outcome.failed(error)

        return asks(Refused(error, outcome.owner, again, give_up))

    @staticmethod
    def _is_refusal(error: Exception) -> bool:
        from desktop.ui.failures import is_refusal

        return is_refusal(error)
