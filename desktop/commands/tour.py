"""The tour: the desk sells, is paid, prints and cancels by itself, where nobody sees a window."""

import contextlib
import tempfile
import time
from collections.abc import Collection
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.config import Config
from desktop.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.services.application import Services
    from desktop.services.events import Publish
    from desktop.ui.language import Language
    from desktop.ui.tour_album import Shot


@contextlib.contextmanager
def books_of_its_own(config: Config) -> "Iterator[Config]":
    """Give a data folder that goes away: a tour changes rules and the clock, and sells things out."""
    with tempfile.TemporaryDirectory(prefix="tour-", ignore_cleanup_errors=True) as folder:
        yield replace(config, paths=Paths(Path(folder)), database_url=None)


def run_pictures(
    config: Config,
    out: Path,
    *,
    languages: "Sequence[Language]",
    looks: "Sequence[Shot]",
    pages: Collection[str],
) -> int:
    """Take every page, or `pages`, in every look and language; say how many and how long it took.

    Each language and zoom has a tour of its own, as after a start with it, in a data folder that goes away.
    """
    began, status = time.monotonic(), 0
    tours = product(languages, dict.fromkeys(look.zoom for look in looks))
    for language, zoom in tours:
        of_zoom = [look for look in looks if look.zoom == zoom]
        with books_of_its_own(config) as its_own:
            status = status or run_tour(its_own, out, looks=of_zoom, pages=pages, language=language)
    count = len(list(out.glob("*.png")))
    print(f"{count} pictures in {out}, {time.monotonic() - began:.0f} s")
    return status


def run_tour(
    config: Config,
    out: Path,
    *,
    looks: "Sequence[Shot] | None" = None,
    pages: Collection[str] = (),
    language: "Language | None" = None,
) -> int:
    """Do the tour, leave pictures and receipts in `out`, say what happened, return the exit status.

    Only for practice: it makes customers and bookings in the data folder, rounds its cash and moves its
    clock. With `looks` and a `language` it is done for the pictures.
    """
    if not config.practice:
        print("The tour sells to customers who do not exist, so it only practises: leave --live out.")
        return 2
    # Pictures that can't be kept are found out before anything is sold. Raises OSError.
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=out):
        pass
    from db.errors import DatabaseTrouble
    from desktop.commands.tour_outside import TourOutside
    from desktop.commands.window import explain_start
    from desktop.ui import tour
    from desktop.ui.tour_album import BOTH_THEMES

    with contextlib.ExitStack() as stack:
        marks = stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        config = replace(config, paths=replace(config.paths, given_marks=Path(marks)))
        outside = TourOutside()

        def open_services(publish: "Publish") -> "Services":
            from desktop.bootstrap import open_desk
            from desktop.logs import open_log

            open_log(config.paths.log)
            desk = stack.enter_context(open_desk(config, publish, clock=outside.now))
            desk.scheduler.start()
            outside.desk = desk
            return desk.services

        try:
            return tour.run_tour(
                open_services,
                out,
                outside=outside,
                say=partial(print, flush=True),
                looks=looks or BOTH_THEMES,
                pages=pages,
                language=language,
            )
        except DatabaseTrouble as trouble:
            print(explain_start(trouble))
            return 1
