"""How far the gateway's clock is ahead of this machine's, learned from the Date header of its answers."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from db.node_clock import boot_nanoseconds

HEADER_STEP_SECONDS = 1.0
"""The header tells whole seconds, so the gateway's clock stood up to so much later than it says."""
MOST_DISAGREEMENT_SECONDS = 2.0
TOLD = 2
"""So many answers have to agree before the gateway bears witness to the time."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The moment at which a request left, by the wall clock (unix seconds) and the monotonic one."""

    wall: float
    monotonic: float


@dataclass(frozen=True, slots=True)
class _Told:
    """What an answer said of the gateway's time (unix seconds), and when it came by the machine's clocks."""

    there: float
    count: float
    wall: float

    def apart(self, before: "_Told") -> float:
        """Return the seconds by which two answers disagree."""
        return abs((self.there - before.there) - (self.count - before.count))


class ClockOffset:
    """One gateway's clock as seen from here. Safe to use from any thread.

    Each answer allows a range of offsets: its header's second, and the time that the question took. The
    offset moves no further than into that range, so it stays at exactly zero while both clocks agree.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        monotonic: Callable[[], float] = time.monotonic,
        count: Callable[[], float] = lambda: boot_nanoseconds() / 1e9,
        wall: Callable[[], float] = time.time,
    ) -> None:
        """`now` is the desk's time, `count` seconds that nobody can set, `wall` this machine's clock."""
        self._now = now
        self._monotonic = monotonic
        self._count = count
        self._wall = wall
        self._told: tuple[_Told, ...] = ()
        self._lock = threading.Lock()
        self._seconds = 0.0
        self._has_answered = False

    @property
    def seconds(self) -> float:
        """Positive when the gateway's clock is ahead; 0 until something was heard of it."""
        return self._seconds

    @property
    def has_answered(self) -> bool:
        """Whether the gateway has answered; until then nothing is known of its clock."""
        return self._has_answered

    def mark(self) -> Mark:
        """Return what `observe` needs to know about the start of a request."""
        return Mark(self._now().timestamp(), self._monotonic())

    def observe(self, sent: Mark, date_header: str | None) -> None:
        """Learn from an answer that has just arrived. A header that is absent or no date teaches nothing,
        nor does a question during which this machine's clock was set."""
        self._has_answered = True
        there = _seconds_of(date_header)
        if there is None:
            return
        with self._lock:
            self._told = (*self._told, _Told(there, self._count(), self._wall()))[-TOLD:]
        received = self.mark()
        elapsed = received.wall - sent.wall
        if abs(elapsed - (received.monotonic - sent.monotonic)) > MOST_DISAGREEMENT_SECONDS:
            return
        lowest, highest = there - received.wall, there + HEADER_STEP_SECONDS - sent.wall
        with self._lock:
            self._seconds = min(max(self._seconds, lowest), highest)

    def witness(self) -> datetime | None:
        """Return the gateway's time of now by two answers that agree, counted on by the steady count.

        None: nobody bears witness. Where this machine's clock went another way than the count since the last
        answer, one of them is wrong and only new answers tell which: a count may stand still in a sleep.
        """
        with self._lock:
            told = self._told
        if len(told) < TOLD or told[-1].apart(told[0]) > MOST_DISAGREEMENT_SECONDS:
            return None
        last = told[-1]
        passed = self._count() - last.count
        if abs((self._wall() - last.wall) - passed) > MOST_DISAGREEMENT_SECONDS:
            return None
        return datetime.fromtimestamp(last.there + passed, UTC)

    def gateway_now(self) -> float:
        """Return the gateway's present in unix seconds."""
        return self.there(self._now())

    def there(self, moment: datetime) -> float:
        """Return a moment of this machine in unix seconds of the gateway."""
        return moment.timestamp() + self._seconds

    def here(self, unix_seconds: int) -> datetime:
        """Return a moment of the gateway by this machine's clock. ValueError or OverflowError for none."""
        return datetime.fromtimestamp(unix_seconds, UTC) - timedelta(seconds=self._seconds)


def _seconds_of(date_header: str | None) -> float | None:
    if date_header is None:
        return None
    try:
        moment = parsedate_to_datetime(date_header)
        return moment.replace(tzinfo=moment.tzinfo or UTC).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
