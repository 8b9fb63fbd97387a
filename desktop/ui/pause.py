"""The pause without which an Enter takes no money."""

from collections.abc import Callable

PAUSE_SECONDS = 0.3


class Pause:
    """An Enter from a row of Enters that began on another screen is meant for that one, not for this."""

    def __init__(self, steady: Callable[[], float]) -> None:
        self._steady = steady
        self._since = 0.0

    def begin(self) -> None:
        """Start to wait."""
        self._since = self._steady()

    def is_over(self) -> bool:
        """Whether nothing was pressed for long enough; asking too early starts the wait anew."""
        now = self._steady()
        is_over = now - self._since >= PAUSE_SECONDS
        if not is_over:
            self._since = now
        return is_over
