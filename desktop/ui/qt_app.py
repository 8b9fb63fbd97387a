"""Sets up Qt for this program and runs the desk window until it is closed.

What is imported here is loaded before the first paint; everything else comes after it.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop.ui.desk_window import DeskWindow
from desktop.ui.fonts import load_fonts
from desktop.ui.language import speak
from desktop.ui.named_values import read_named_values
from desktop.ui.preferences import Preferences
from desktop.ui.theme import apply_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtCore import QMessageLogContext, QtMsgType

    from desktop.services.application import Services
    from desktop.services.domain.house import HouseTold
    from desktop.services.events import Publish
    from desktop.ui.routes import Route
    from desktop.ui.running import Running

# Said by the offscreen platform of every window, and by Latin fonts that are asked for Devanagari first.
NOISE = ("propagateSizeHints", "OpenType support missing", "does not support raise()")


def make_application(arguments: Sequence[str], preferences: Preferences) -> QApplication:
    """Return the application with fonts, Indian numbers and dates, language and theme."""
    qInstallMessageHandler(_log_qt)
    application = QApplication(list(arguments))
    application.setApplicationName("Counterfoil")
    application.setDesktopFileName("counterfoil")
    speak(application, preferences.language)
    load_fonts()
    read_named_values()
    apply_theme(application, preferences.scheme, preferences.zoom)
    return application


def run_desk(
    start: Callable[[Publish], Services],
    stop: Callable[[], None],
    *,
    settings: Path | None = None,
    keeps_settings: bool = True,
    explain_start: Callable[[Exception], str] | None = None,
    first: Route | None = None,
    last_work: Callable[[Callable[[str], None]], object] | None = None,
    left_behind: Callable[[str], object] = lambda _what: None,
    tell_house: Callable[[HouseTold], object] | None = None,
) -> int:
    """Show the desk window at once, call `start` beside it, and return the exit status when it is closed.

    `start` gets the place where events go and returns the services; it runs off the GUI thread, after the
    first paint. `stop` is called after the last use case has ended. A start that fails is told in the
    window, by `explain_start` where it knows the error. `first`: the page to begin with. `last_work` is done
    before `stop`, for a minute at most, in a thread; it is given what tells its steps. `left_behind` is told
    of a start that has not ended by then: the program can't be taken down while its thread runs, only be
    ended as a process. `tell_house` takes what the form of a first live start was told, before `start` is
    called once more.
    """
    preferences = Preferences(settings) if settings else Preferences.of_user()
    preferences = preferences if keeps_settings else preferences.forgotten_at_the_end()
    application = make_application(sys.argv[:1], preferences)
    window = DeskWindow(preferences)
    begun: list[Running] = []

    def begin() -> None:
        from desktop.ui.running import Running

        running = Running(window, start, explain_start, first, tell_house)
        begun.append(running)
        running.begin()

    window.shown_first.connect(begin)
    if has_room_for(window):
        window.show()
    else:
        window.showMaximized()
    try:
        return application.exec()
    finally:
        for running in begun:
            if not running.close():
                left_behind("the start or the use cases of the desk")
        if last_work is not None:
            from desktop.ui.closing_work import work_after_closing

            work_after_closing(last_work)
        stop()


def has_room_for(window: DeskWindow) -> bool:
    """Whether the window fits on its screen with a frame around it; one from an earlier day does."""
    room = window.screen().availableSize()
    frame = 40
    return window.width() + frame <= room.width() and window.height() + frame <= room.height()


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if not any(noise in message for noise in NOISE):
        from desktop.ui.qt_log import log_qt

        log_qt(kind, context.category, message)
