"""Queues a paper and tells how far it has come, until it is out or stuck."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.attempt import Attempt

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.ids import PrintJobId, RequestKey
    from desktop.services.application import Services
    from desktop.services.domain.printing import PrintJob, PrintRequest
    from desktop.ui.runner import Runner

LOOK_MS = 250


class PaperOut(QObject):
    """`moved` carries the PrintJob: as soon as it waits, and when it goes no further by itself.

    `failed` carries a refusal: nothing waits then. A paper that is asked for next is followed in its place.
    """

    moved = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._attempt = Attempt()
        self._followed: PrintJobId | None = None
        self._is_told = False
        self._timer = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    def print(self, request: PrintRequest) -> None:
        """Let a paper wait for its printer; pressed again after a lost answer, it is the same paper."""
        queue = self._services.queue_print
        self._queue(request, lambda key: queue(request, key, actor=self._services.actor()))

    def reprint_last(self) -> None:
        """Let the paper that this desk made last wait once more."""
        reprint = self._services.reprint_last
        self._queue("last", lambda key: reprint(key, actor=self._services.actor()))

    def _queue(self, content: object, work: Callable[[RequestKey], PrintJobId]) -> None:
        self._timer.stop()
        call = partial(work, self._attempt.key_for(content))
        self._runner.run(call, owner=self, done=self._queued, failed=self._not_queued)

    def _queued(self, job_id: PrintJobId) -> None:
        self._attempt.close()
        self._followed, self._is_told = job_id, False
        self._look()

    def _not_queued(self, error: Exception) -> None:
        self._attempt.failed(error)
        self.failed.emit(error)

    def _look(self) -> None:
        if self._followed is not None:
            look = partial(self._services.find_print_job, self._followed)
            # It is in its row, whether it can be looked at now or not.
            self._runner.run(look, owner=self, done=self._tell, failed=lambda _error: self._timer.start())

    def _tell(self, job: PrintJob) -> None:
        if job.id != self._followed:
            return
        if not job.is_moving:
            self._followed = None
        elif not self._timer.isActive():
            self._timer.start()
        if not job.is_moving or not self._is_told:
            self._is_told = True
            self.moved.emit(job)
