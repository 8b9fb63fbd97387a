"""The headless job: the real windows sell, take money, print and cancel by themselves, with pictures."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop.ui.desk_window import DeskWindow
from desktop.ui.event_relay import EventRelay
from desktop.ui.language import speak
from desktop.ui.preferences import Preferences
from desktop.ui.qt_app import make_application
from desktop.ui.runner import Runner
from desktop.ui.theme import apply_theme
from desktop.ui.tour_album import BOTH_THEMES, SIZES, Album, AlbumFull
from desktop.ui.tour_hands import Hands, TourFailed
from desktop.ui.tour_steps import TourSteps
from desktop.ui.tour_story import TourStory

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from desktop.services.application import Services
    from desktop.services.events import Publish
    from desktop.ui.language import Language
    from desktop.ui.tour_after import Outside
    from desktop.ui.tour_album import Shot

THREADS = 4


def run_tour(
    open_services: Callable[[Publish], Services],
    out: Path,
    *,
    outside: Outside,
    say: Callable[[str], None],
    looks: Sequence[Shot] = BOTH_THEMES,
    pages: Collection[str] = (),
    language: Language | None = None,
) -> int:
    """Sell a room, seats and tour places, be paid, print, cancel one; 0 only if all of it happened.

    `outside` is what happens beside the desk, such as a customer who pays. Pictures and receipts go to
    `out`, which is made if it is missing. `say` gets every line of the account. With a `language` it is all
    done for the pictures: each page, or each of `pages`, in every look, with progress instead of the account.
    """
    out.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or make_application(["tour"], Preferences())
    if not isinstance(application, QApplication):
        raise TypeError("the tour needs an application with windows")
    apply_theme(application, looks[0].scheme, looks[0].zoom / 100)
    if language is not None:
        speak(application, language)
    relay = EventRelay()
    services = open_services(relay)
    faults: list[Exception] = []
    runner = Runner(ThreadPoolExecutor(THREADS, thread_name_prefix="use-case"))
    runner.unexpected.connect(faults.append)
    window = DeskWindow()
    window.resize(*SIZES[looks[0].width])
    window.show()
    hands = Hands(window)
    hands.wake()
    window.attach(services, runner, relay)
    progress = say if language is not None else None
    album = Album(out, hands, looks=looks, pages=pages, language=language or "", say=progress)
    steps = TourSteps(window, services, hands, album, out)
    try:
        TourStory(steps, outside).tell()
    except AlbumFull:
        pass
    except TourFailed as failed:
        say(f"FAILED waiting for: {failed}")
        window.grab().save(str(out / "failed.png"))
        return 1
    finally:
        runner.close()
        window.close()
        if language is None:
            _tell(steps, out, say)
    for page in sorted(set(pages) - album.taken):
        say(f"FAILED: there is no page called {page}")
    for fault in faults:
        say(f"FAILED by a fault of the program: {type(fault).__name__}")
    return 1 if faults or set(pages) - album.taken else 0


def _tell(steps: TourSteps, out: Path, say: Callable[[str], None]) -> None:
    for line in steps.account:
        say(line)
    say(f"{len(steps.files)} files in {out}:")
    for path in steps.files:
        say(f"  {path.name}")
