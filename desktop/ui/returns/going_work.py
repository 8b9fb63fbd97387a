"""Work off the screen that can be stopped, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")
NO_TEXT = "UTF-8"


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """What came of a work: nothing where it was stopped, or could not be written."""

    result: T | None
    error: OSError | None = None


class Going:
    """Asked by the work for each paper whether it goes on; counts them. `end` lets it stop at the next."""

    def __init__(self) -> None:
        self.count = 0
        self._ended = False

    def __call__(self) -> bool:
        """Count a paper more and say whether the work goes on."""
        self.count += 1
        return not self._ended

    def end(self) -> None:
        """Let it stop."""
        self._ended = True


def told(act: Callable[[], T]) -> Outcome[T]:
    """A full disk or a folder without rights is no fault of the program: it is told, not raised."""
    try:
        return Outcome(act())
    except (OSError, UnicodeDecodeError) as error:
        return Outcome(None, error if isinstance(error, OSError) else OSError(0, NO_TEXT))


def write_text(file: Path, text: str) -> Path:
    """Write a text with the mark by which spreadsheets know UTF-8. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8-sig", newline="")
    return file
