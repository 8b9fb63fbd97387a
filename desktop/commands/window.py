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


def run_window(config: Config) -> int:
    """Show the window until it is closed and return the exit status.

    Everything that is slow to import is imported in `start`, after the first paint.
    """
    from desktop.ui.qt_app import run_desk

    stack = contextlib.ExitStack()
    opened: list[Desk] = []
    houses: list[HouseTold] = []

    def start(publish: "Publish") -> "Services":
        from desktop.bootstrap import open_desk, open_folder
        from desktop.leaving_practice import ask_first, found_house, keep_desk_code
        from desktop.logs import log_faults, open_log

        if not houses:
            ask_first(config)
        open_folder(config.paths)
        open_log(config.paths.log)
        log_faults()
        this = replace(config, desk_code=houses[-1].desk_code) if houses else config
        try:
            desk = stack.enter_context(open_desk(this, publish))
            if houses:
                found_house(desk, houses[-1])
        except BaseException:
            stack.close()  # what was typed can be put right, and the desk is opened once more
            raise
        keep_desk_code(this)
        desk.scheduler.start()
        opened.append(desk)
        return desk.services

    def back_up(tell: "Callable[[str], None]") -> None:
        for desk in opened:
            if desk.back_up.has_unsaved():
                desk.back_up(tell)

    before = set(threading.enumerate())
    left: list[str] = []
    status = run_desk(
        start,
        stack.close,
        settings=config.paths.settings,
        explain_start=explain_start,
        last_work=back_up,
        left_behind=left.append,
        tell_house=houses.append,
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
