"""What lives as long as the desk window: the start of the services, their pool, the crash dialog."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop.services.domain.house import HouseWanted
from desktop.services.errors import BadRequest
from desktop.ui.crash_dialog import CrashDialog
from desktop.ui.desk_pool import DeskPool
from desktop.ui.event_relay import EventRelay
from desktop.ui.failures import explain
from desktop.ui.runner import END_SECONDS, Runner
from desktop.ui.theme import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from desktop.services.application import Services
    from desktop.services.domain.house import HouseTold
    from desktop.services.events import Publish
    from desktop.ui.desk_window import DeskWindow
    from desktop.ui.opening.opening_form import OpeningForm
    from desktop.ui.routes import Route

log = logging.getLogger("counterfoil.ui")
# A thread that is destroyed while it runs takes the program down with it: what hangs is kept to the end.
_LEFT_BEHIND: list[QThread] = []


class _Starter(QThread):
    started_with = Signal(object)
    failed = Signal(object)

    def __init__(self, start: Callable[[], Services], parent: QObject) -> None:
        super().__init__(parent)
        self._start = start

    def run(self) -> None:
        try:
            services = self._start()
        except Exception as error:  # noqa: BLE001 - told in the window, whatever it is
            self.failed.emit(error)
        else:
            self.started_with.emit(services)


class Running(QObject):
    """What lives as long as the window: starter, runner, relay, crash dialog."""

    def __init__(
        self,
        window: DeskWindow,
        start: Callable[[Publish], Services],
        explain_start: Callable[[Exception], str] | None,
        first: Route | None = None,
        tell_house: Callable[[HouseTold], object] | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._start = start
        self._explain_start = explain_start
        self._first = first
        self._tell_house = tell_house
        self._form: OpeningForm | None = None
        self._told: HouseTold | None = None
        self._runner: Runner | None = None
        self._starter: _Starter | None = None
        self._crashed = False

    def begin(self) -> None:
        """Start the services in a thread of their own."""
        QApplication.setWindowIcon(QIcon(str(RESOURCES / "icons" / "app.svg")))
        sys.excepthook = self._excepthook
        self._window.furnish()
        self._relay = EventRelay(self._window)
        self._runner = Runner(DeskPool(), self._window)
        self._runner.unexpected.connect(self.crash)
        self._begin_start(self._runner)

    def _begin_start(self, runner: Runner) -> None:
        relay = self._relay
        self._starter = _Starter(lambda: self._start(relay), self)
        self._starter.started_with.connect(lambda services: self._attach(services, runner, relay))
        self._starter.failed.connect(self._start_failed)
        self._starter.start()

    def close(self) -> bool:
        """Wait for what is running, END_SECONDS at most each, and tell whether all of it has ended."""
        has_ended = True
        if self._starter is not None and not self._starter.wait(int(END_SECONDS * 1000)):
            self._starter.setParent(None)
            _LEFT_BEHIND.append(self._starter)
            has_ended = False
        return (self._runner is None or self._runner.close()) and has_ended

    def crash(self, error: BaseException) -> None:
        """Log a fault of the program and show it, one dialog at a time."""
        import logging

        log = logging.getLogger("counterfoil.ui")
        log.error("UI_FAULT", exc_info=(type(error), error, error.__traceback__))
        if self._crashed:
            return
        self._crashed = True
        CrashDialog(error, self._window).exec()
        self._crashed = False

    def _attach(self, services: Services, runner: Runner, relay: EventRelay) -> None:
        self._window.attach(services, runner, relay)
        if self._first is not None and self._window.work is not None:
            self._window.work.links.go(self._first)
        if self._form is not None:
            self._form.opened()
            self._show_recovery_code()

    def _ask(self, wanted: HouseWanted) -> None:
        """Show the form of a first live start; left by Esc, it closes the window with nothing written."""
        from desktop.ui.opening.opening_form import OpeningForm

        self._form = OpeningForm(wanted.asked, wanted.desk_code, self._window)
        self._form.told.connect(self._start_again)
        self._form.rejected.connect(self._window.close)
        self._form.open()

    def _start_again(self, told: HouseTold) -> None:
        self._told = told
        if self._tell_house is not None and self._runner is not None:
            self._tell_house(told)
            self._begin_start(self._runner)

    def _show_recovery_code(self) -> None:
        told, self._told = self._told, None
        if told is None or told.manager is None or told.business is None:
            return
        from desktop.ui.opening.recovery_sheet import RecoverySheet
        from desktop.ui.papers.recovery_paper import RecoveryPaper

        paper = RecoveryPaper(told.business.name, told.manager.name, told.manager.recovery_code)
        RecoverySheet(paper, self._window).open()

    def _start_failed(self, error: Exception) -> None:
        if isinstance(error, HouseWanted) and self._tell_house is not None:
            self._ask(error)
            return
        import logging

        log = logging.getLogger("counterfoil.ui")
        log.error("START_FAILED", exc_info=(type(error), error, error.__traceback__))
        said = self._explain_start(error) if self._explain_start else explain(error)
        if self._form is not None:
            self._form.not_opened(said, error.field if isinstance(error, BadRequest) else "")
            return
        self._window.stay_closed(said)

    def _excepthook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self.crash(error.with_traceback(trace))
