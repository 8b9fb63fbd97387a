"""The gateway's clock: runs with the computer's, can be advanced, frozen and skewed."""

import time
from email.utils import formatdate

from desktop.practice.account.storage import Storage


class Clock:
    """Whole unix seconds. The offset and the frozen instant live in the file, so they survive a restart."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self.skew_seconds = 0
        self.pinned_at: int | None = None
        """While something that was due earlier is being done, the instant at which it was due."""

    def now(self) -> int:
        if self.pinned_at is not None:
            return self.pinned_at
        frozen_at = self._storage.setting("clock_frozen_at", "")
        base = int(frozen_at) if frozen_at else int(time.time())
        return base + self.offset_seconds() + self.skew_seconds

    def offset_seconds(self) -> int:
        return int(self._storage.setting("clock_offset", "0"))

    def is_frozen(self) -> bool:
        return bool(self._storage.setting("clock_frozen_at", ""))

    def advance(self, seconds: int) -> None:
        self._storage.set_setting("clock_offset", str(self.offset_seconds() + seconds))

    def freeze(self) -> None:
        if not self.is_frozen():
            self._storage.set_setting("clock_frozen_at", str(int(time.time())))

    def run_again(self) -> None:
        """Lets a frozen clock go on from the instant that it shows."""
        frozen_at = self._storage.setting("clock_frozen_at", "")
        if frozen_at:
            self.advance(int(frozen_at) - int(time.time()))
            self._storage.set_setting("clock_frozen_at", "")

    def http_date(self) -> str:
        return formatdate(self.now(), usegmt=True)
