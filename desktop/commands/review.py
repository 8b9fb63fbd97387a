"""review: the window over any books, to look at them; nothing is written, in them or beside them."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.window import explain_start
from desktop.config import Config

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.events import Publish


def run_review(config: Config, book: Path | None) -> int:
    """Show the window, at the review, until it is closed; return the exit status.

    There is no log, and what is set in the window is forgotten with it: the books may lie in the data folder.
    """
    from desktop.ui.qt_app import run_desk
    from desktop.ui.routes import OpenReview

    stack = contextlib.ExitStack()

    def start(publish: "Publish") -> "Services":
        from desktop.reading import open_review

        return open_review(config, book, publish, stack)

    return run_desk(
        start,
        stack.close,
        settings=config.paths.settings,
        keeps_settings=False,
        explain_start=explain_start,
        first=OpenReview(),
    )
