"""Sets up Qt for this program and runs the desk window until it is closed."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QMessageLogContext,
    QObject,
    QThread,
    QTimer,
    QtMsgType,
    QTranslator,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop.ui.desk_window import DeskWindow
from desktop.ui.fonts import load_fonts
from desktop.ui.preferences import Preferences
from desktop.ui.theme import RESOURCES, apply_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from types import TracebackType

    from desktop.services.application import Services
    from desktop.services.events import Publish
    from desktop.ui.runner import Runner

log = logging.getLogger("counterfoil.ui")
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# Said by the offscreen platform of every window, and by Latin fonts that are asked for Devanagari first.
NOISE = ("propagateSizeHints", "OpenType support missing")
THREADS = 4


def make_application(arguments: Sequence[str], preferences: Preferences) -> QApplication:
    """Return the application with fonts, Indian numbers and dates, language and theme."""
    qInstallMessageHandler(_log_qt)
    application = QApplication(list(arguments))
    application.setApplicationName("Counterfoil")
    application.setDesktopFileName("counterfoil")
    application.setWindowIcon(QIcon(str(RESOURCES / "icons" / "app.svg")))
    QLocale.setDefault(QLocale("en_IN"))
    _translate(application, "en")
    load_fonts()
    apply_theme(application, preferences.scheme, preferences.zoom)
    return application


def run_desk(
    start: Callable[[Publish], Services],
    stop: Callable[[], None],
    *,
    settings: Path | None = None,
    explain_start: Callable[[Exception], str] | None = None,
) -> int:
    """Show the desk window at once, call `start` beside it, and return the exit status when it is closed.

    `start` gets the place where events go and returns the services; it runs off the GUI thread, after the
    first paint. `stop` is called after the last use case has ended. A start that fails is told in the
    window, by `explain_start` where it knows the error.
    """
    preferences = Preferences(settings)
    application = make_application(sys.argv[:1], preferences)
    window = DeskWindow(preferences)
    window.show()
    running = _Running(window, start, explain_start)
    QTimer.singleShot(0, running.begin)
    try:
        return application.exec()
    finally:
        running.close()
        stop()


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


class _Running(QObject):
    """What lives as long as the window: starter, runner, relay, crash dialog."""

    def __init__(
        self,
        window: DeskWindow,
        start: Callable[[Publish], Services],
        explain_start: Callable[[Exception], str] | None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._start = start
        self._explain_start = explain_start
        self._runner: Runner | None = None
        self._starter: _Starter | None = None
        self._crashed = False

    def begin(self) -> None:
        """Start the services in a thread of their own."""
        from concurrent.futures import ThreadPoolExecutor

        from desktop.ui.event_relay import EventRelay
        from desktop.ui.runner import Runner

        sys.excepthook = self._excepthook
        relay = EventRelay(self._window)
        self._executor = ThreadPoolExecutor(THREADS, thread_name_prefix="use-case")
        self._runner = Runner(self._executor, self._window)
        self._runner.unexpected.connect(self.crash)
        self._starter = _Starter(lambda: self._start(relay), self)
        runner = self._runner
        self._starter.started_with.connect(lambda services: self._window.attach(services, runner, relay))
        self._starter.failed.connect(self._start_failed)
        self._starter.start()

    def close(self) -> None:
        """Wait for what is running, so that nothing is cut off in the middle."""
        if self._starter is not None:
            self._starter.wait()
        if self._runner is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)

    def crash(self, error: BaseException) -> None:
        """Log a fault of the program and show it, one dialog at a time."""
        from desktop.ui.crash_dialog import CrashDialog

        log.error("UI_FAULT", exc_info=(type(error), error, error.__traceback__))
        if self._crashed:
            return
        self._crashed = True
        CrashDialog(error, self._window).exec()
        self._crashed = False

    def _start_failed(self, error: Exception) -> None:
        from desktop.ui.failures import explain

        log.error("START_FAILED", exc_info=(type(error), error, error.__traceback__))
        said = self._explain_start(error) if self._explain_start else explain(error)
        self._window.errors.show_error(said)

    def _excepthook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self.crash(error.with_traceback(trace))


def _translate(application: QApplication, language: str) -> None:
    """Load the program's own and Qt's translations; English needs none and missing files change nothing."""
    for name, folder in (
        (f"counterfoil_{language}", str(RESOURCES / "translations")),
        (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
    ):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if not any(noise in message for noise in NOISE):
        log.log(LEVELS.get(kind, logging.WARNING), "QT %s: %s", context.category or "default", message)
