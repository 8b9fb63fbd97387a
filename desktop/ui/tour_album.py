"""What the tour keeps of its windows: pictures in every look that was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop.ui.theme import apply_theme, theme
from desktop.ui.tour_hands import LOOK_MS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.ui.theme import Scheme
    from desktop.ui.tour_hands import Hands

SIZES = {1366: (1366, 768), 1920: (1920, 1080)}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SETTLE_MS = 100


class AlbumFull(Exception):
    """Every page that was asked for has its pictures."""


@dataclass(frozen=True, slots=True)
class Shot:
    """How a window is shown for one picture; `zoom` in per cent, `width` one of SIZES."""

    scheme: Scheme
    zoom: int = 100
    width: int = 1366


def looks_of(schemes: Sequence[Scheme], zooms: Sequence[int], widths: Sequence[int]) -> tuple[Shot, ...]:
    """Return every look, in the order of widths, zooms and themes."""
    return tuple(Shot(scheme, zoom, width) for width, zoom, scheme in product(widths, zooms, schemes))


BOTH_THEMES = looks_of(SCHEMES, (100,), (1366,))


class Album:
    """Numbered in the order in which they were taken. `pages` are all that are wanted; empty for every one.

    `language` stands in the names where pictures of several languages lie in one folder, with the look.
    """

    def __init__(
        self,
        folder: Path,
        hands: Hands,
        *,
        looks: Sequence[Shot] = BOTH_THEMES,
        pages: Collection[str] = (),
        language: str = "",
        say: Callable[[str], None] | None = None,
    ) -> None:
        self._folder = folder
        self._hands = hands
        self._looks = tuple(looks)
        self._pages, self._language = frozenset(pages), language
        self._say = say
        self.files: list[Path] = []
        self.taken: set[str] = set()
        self._count = 0

    def take(self, window: QWidget, name: str) -> None:
        """Keep the window in every look. Raises AlbumFull after the last page that is wanted.

        Raises OSError when a file can't be written.
        """
        self._count += 1
        if self._pages and name not in self._pages:
            # What the window does meanwhile, such as moving the focus, it does without a picture too.
            self._hands.pause(SETTLE_MS)
            return
        # The look on the screen first, then back from the last one: one change for each picture.
        there = _is_on_screen(self._looks[-1], window)
        for look in self._looks[::-1] if there else self._looks:
            self._put_on(window, look)
            path = self._folder / self._file_name(name, look)
            if not window.grab().save(str(path)):
                raise OSError(f"the picture could not be written to {path}")
            self.files.append(path)
        self.taken.add(name)
        if self._say is not None:
            zoom = self._looks[0].zoom
            self._say(f"{self._language} {zoom:3d} %  {self._count:02d} {name}  {len(self.files)} pictures")
        if self._pages and self._pages <= self.taken:
            raise AlbumFull

    def _put_on(self, window: QWidget, look: Shot) -> None:
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            raise TypeError("pictures need an application with windows")
        if (theme.scheme, theme.zoom) != (look.scheme, look.zoom / 100):
            apply_theme(application, look.scheme, look.zoom / 100)
        window.resize(*SIZES[look.width])
        self._hands.pause(LOOK_MS)
        QApplication.sendPostedEvents()

    def _file_name(self, name: str, look: Shot) -> str:
        said = f"{self._count:02d}-{name}"
        if self._language:
            return f"{said}-{self._language}-{look.scheme}-{look.zoom:03d}-{look.width}.png"
        return f"{said}-{look.scheme}.png"


def _is_on_screen(look: Shot, window: QWidget) -> bool:
    shown = (theme.scheme, theme.zoom, window.width())
    return shown == (look.scheme, look.zoom / 100, look.width)
