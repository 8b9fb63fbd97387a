"""The desk's window: shown first, filled by services that start beside it."""

import contextlib
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.commands.leaving import leave
from desktop.config import Config

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.bootstrap import Desk
    from desktop.services.application import Services
    from desktop.services.domain.house import HouseTold
    from desktop.services.events import Publish


class DeskStart:
    """Starts the desk's services, once more where the form of a first live start was told something.

    Everything that is slow to import is imported in the call, after the first paint.
    """

    def __init__(self, config: Config) -> None:
        self._config = config
        self._stack = contextlib.ExitStack()
        self._opened: list[Desk] = []
        self._told: HouseTold | None = None

    def tell(self, told: "HouseTold") -> None:
        """Take what the form was told; the next call writes it down."""
        self._told = told

    def __call__(self, publish: "Publish") -> "Services":
        """Return the services of the open desk. Raises HouseWanted where the form is to be filled first."""
        from desktop.bootstrap import open_desk, open_folder
        from desktop.leaving_practice import ask_first, found_house, keep_desk_code
        from desktop.logs import log_faults, open_log

        config, told = self._config, self._told
        if told is None:
            ask_first(config)
        else:
            config = replace(config, desk_code=told.desk_code)
        open_folder(config.paths)
        open_log(config.paths.log)
        log_faults()
        try:
            desk = self._stack.enter_context(open_desk(config, publish))
            if told is not None:
                found_house(desk, told)
        except BaseException:
            self._stack.close()  # what was typed can be put right, and the desk is opened once more
            raise
        keep_desk_code(config)
        desk.scheduler.start()
        self._opened.append(desk)
        return desk.services

    def back_up(self, tell: "Callable[[str], None]") -> None:
        """Copy the books if something was written since the last copy."""
        for desk in self._opened:
            if desk.back_up.has_unsaved():
                desk.back_up(tell)

    def close(self) -> None:
        """End the desk."""
        self._stack.close()


def run_window(config: Config) -> int:
    """Show the window until it is closed and return the exit status."""
    from desktop.ui.qt_app import run_desk

    start = DeskStart(config)
    before = set(threading.enumerate())
    left: list[str] = []
    status = run_desk(
        start,
        start.close,
        settings=config.paths.settings,
        explain_start=explain_start,
        last_work=start.back_up,
        left_behind=left.append,
        tell_house=start.tell,
    )
    return leave(status, before, left)


def explain_start(error: Exception) -> str:
    """Return one sentence for what kept the desk from opening."""
    from db.errors import DatabaseOfOtherMode, DatabaseTrouble
    from desktop.commands.trouble import explain_trouble
    from desktop.practice.server import PracticeUnavailable
    from desktop.services.errors import OtherMode
    from desktop.ui.failures import explain

    if isinstance(error, DatabaseOfOtherMode):
        return explain(OtherMode(practice=error.practice))
    if isinstance(error, DatabaseTrouble):
        return explain_trouble(error)
    if isinstance(error, PracticeUnavailable):
        return (
            f"The practice gateway does not start: {error}."
            " Close the program that keeps the file, or move the file away: it holds nothing but play money."
        )
    return explain(error)
