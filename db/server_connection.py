"""A connection to PostgreSQL whose every wait has an end, and how one is made.

No setting of libpq ends a call on a server that is stopped while its machine still answers for it, and
asking the server to cancel waits for that server too; besides, a cancelled COMMIT that waits for its standby
answers like a success. So the desk ends the wait itself: it closes the socket and calls the outcome unknown.
"""

import contextlib
import queue
import selectors
import threading
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import psycopg
from psycopg.errors import Diagnostic

from db.patience import AT_THE_COUNTER

# One address of one host; psycopg takes no less than 2.
CONNECT_SECONDS = 2
# All hosts together, the look-up of their names included.
CONNECT_ALL_SECONDS = 4.0
Selector: type[selectors.BaseSelector] = getattr(selectors, "PollSelector", selectors.SelectSelector)
# In a long wait: whether the server is known to be silent.
LOOKED_EVERY_SECONDS = 1.0
ENDED_EARLY = {"01000", "57P01"}  # a warning at COMMIT: the wait for the standby was cut short


class ServerSilent(psycopg.OperationalError):
    """The server gave no answer in time; the connection is closed."""


class DeskConnection(psycopg.Connection[Any]):
    """Waits no longer than `seconds` for one answer, then tells `fell_silent` and is closed."""

    seconds: float = AT_THE_COUNTER.seconds
    # Told of such an end; put here by whoever made the connection.
    fell_silent: Callable[[], None] | None = None
    # Whether others have found meanwhile that the server is silent: a long wait ends with theirs.
    is_given_up: Callable[[], bool] | None = None
    _was_warned = False

    def wait(
        self,
        gen: Any,
        interval: float = 0.0,  # noqa: ARG002  psycopg's own wait looks for Ctrl+C so often
        timeout: float | None = None,
    ) -> Any:
        """Drive `gen` to its end. Raises ServerSilent after `seconds`, or after a smaller `timeout`, or when
        the server is given up.

        Raises OperationalError as well where a commit is on this server only, and not on its standby.
        """
        end = time.monotonic() + (self.seconds if timeout is None else min(self.seconds, timeout))
        try:
            wanted = next(gen)
            with Selector() as selector:
                selector.register(self.pgconn.socket, wanted)
                while True:
                    left = end - time.monotonic()
                    # Asked for the time as well: bytes that drip in one by one are no answer.
                    ready = selector.select(min(left, LOOKED_EVERY_SECONDS)) if left > 0 else []
                    if not ready:
                        is_given_up = self.is_given_up is not None and self.is_given_up()
                        if left <= LOOKED_EVERY_SECONDS or is_given_up:
                            raise self._silent()
                        continue
                    before, wanted = wanted, gen.send(ready[0][1])
                    if wanted != before:
                        selector.modify(self.pgconn.socket, wanted)
        except StopIteration as done:
            if self._was_warned:
                self.pgconn.finish()
                raise psycopg.OperationalError("committed, but the standby has not confirmed it") from None
            return done.value
        except psycopg.Error:
            raise
        except BaseException:
            # Interrupted in the middle of an answer: whatever comes later belongs to no question.
            self.pgconn.finish()
            raise

    def hear(self, said: Diagnostic) -> None:
        """Take a notice of the server."""
        if said.severity_nonlocalized == "WARNING" and said.sqlstate in ENDED_EARLY:
            self._was_warned = True

    def _silent(self) -> ServerSilent:
        self.pgconn.finish()
        if self.fell_silent is not None:
            self.fell_silent()
        return ServerSilent("the server does not answer")


class Connector:
    """Makes connections to the first of some hosts that takes them; whoever answered last is asked first.

    `params` are libpq's; `host` and `port` may name several, with commas. `hosts`: host and port of each, in
    the order in which they are asked next.
    """

    def __init__(self, params: Mapping[str, Any], fell_silent: Callable[[], None] | None = None) -> None:
        self._params = dict(params)
        hosts = str(self._params.pop("host", "") or "").split(",")
        ports = str(self._params.pop("port", "") or "").split(",")
        ports = ports * len(hosts) if len(ports) == 1 else ports
        self.hosts = list(zip(hosts, ports, strict=True))
        if len(hosts) > 1:
            self._params.setdefault("target_session_attrs", "read-write")
        self._fell_silent = fell_silent

    def __call__(self, seconds: float = CONNECT_ALL_SECONDS) -> DeskConnection:
        """Return a connection. Raises psycopg.OperationalError; ServerSilent after `seconds`.

        In a thread of its own: the look-up of a name can't be ended.
        """
        answers: queue.Queue[DeskConnection | BaseException] = queue.Queue()
        given_up = threading.Event()
        threading.Thread(target=self._connect, args=(answers, given_up), name="connect", daemon=True).start()
        try:
            answer = answers.get(timeout=seconds)
        except queue.Empty:
            given_up.set()
            # It may have come in the moment between.
            with contextlib.suppress(queue.Empty):
                _close(answers.get_nowait())
            raise ServerSilent("the server does not answer") from None
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def _connect(
        self, answers: "queue.Queue[DeskConnection | BaseException]", given_up: threading.Event
    ) -> None:
        error: BaseException = ServerSilent("no host is named")
        for place in tuple(self.hosts):
            if given_up.is_set():
                return
            try:
                connection = self._connect_to(*place)
            except BaseException as failed:  # noqa: BLE001  raised by whoever waits for the answer
                error = failed
                if isinstance(failed, psycopg.errors.ConnectionTimeout | ServerSilent):
                    self._move(place, to_front=False)
                continue
            self._move(place, to_front=True)
            answers.put(connection)
            if given_up.is_set():
                with contextlib.suppress(queue.Empty):
                    _close(answers.get_nowait())
            return
        answers.put(error)

    def _connect_to(self, host: str, port: str) -> DeskConnection:
        params = {**self._params, **({"host": host} if host else {}), **({"port": port} if port else {})}
        connection = DeskConnection.connect(**params)
        connection.add_notice_handler(connection.hear)
        connection.fell_silent = partial(self._has_fallen_silent, (host, port))
        return connection

    def _has_fallen_silent(self, place: tuple[str, str]) -> None:
        self._move(place, to_front=False)
        if self._fell_silent is not None:
            self._fell_silent()

    def _move(self, place: tuple[str, str], *, to_front: bool) -> None:
        """A host that does not answer costs its time once, not at each connection."""
        others = [one for one in self.hosts if one != place]
        self.hosts = [place, *others] if to_front else [*others, place]


def _close(answer: DeskConnection | BaseException) -> None:
    if isinstance(answer, DeskConnection):
        answer.close()
