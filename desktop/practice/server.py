"""Runs the practice gateway on this computer only."""

import asyncio
import signal
import socket
import threading
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pysqlite3 import dbapi2 as sqlite

from desktop.practice.account.storage import Storage
from desktop.practice.gateway import Gateway

if TYPE_CHECKING:
    import uvicorn

LOOPBACK = "127.0.0.1"
LAST_PORT = 65535
KEY_PREFIX = "rzp_test_"
START_TIMEOUT = 20.0
STOP_TIMEOUT = 10.0


class NotPractice(ValueError):
    """A key that is not a test key, or an address that is not this computer."""


class PracticeUnavailable(OSError):
    """Its file is locked by another program, damaged, or can't be written; or it did not start in time."""


class PracticeServer:
    """The gateway over one file; serves in a thread of its own between `start()` and `stop()`.

    `port` 0 takes a free one, anew at each start. `seed` counts for a new file; an old one keeps its own.
    Raises NotPractice for a live key. Can be started again after it was stopped, and used in a `with`.
    """

    def __init__(
        self,
        file: Path,
        *,
        key_id: str = "rzp_test_practice00000",
        key_secret: str = "practice-secret",  # noqa: S107 - it opens nothing but this stand-in
        port: int = 0,
        seed: int = 1,
    ) -> None:
        if not key_id.startswith(KEY_PREFIX):
            raise NotPractice(f"the practice gateway takes only keys that begin with {KEY_PREFIX}")
        self._file = file
        self._key_id = key_id
        self._key_secret = key_secret
        self._port = port
        self._seed = seed
        self._base_url: str | None = None
        self._storage: Storage | None = None
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def base_url(self) -> str:
        """Such as http://127.0.0.1:49152, without a slash. RuntimeError if it is not running."""
        if self._base_url is None:
            raise RuntimeError("the practice gateway is not running")
        return self._base_url

    def start(self) -> str:
        """Returns the base URL once requests are answered. OSError if the port is taken, and
        PracticeUnavailable, which is one, if its file can't be used."""
        if self._thread is not None:
            return self.base_url
        listener = loopback_listener(LOOPBACK, self._port)
        try:
            storage, self._server, self._base_url = self._prepare(listener)
        except BaseException:
            listener.close()
            raise
        self._storage = storage
        ready = threading.Event()
        self._thread = threading.Thread(
            target=_serve, args=(self._server, listener, ready), name="practice-gateway", daemon=True
        )
        self._thread.start()
        if not ready.wait(START_TIMEOUT) or not self._server.started:
            self.stop()
            raise PracticeUnavailable(f"the practice gateway did not start within {START_TIMEOUT:.0f} s")
        return self._base_url

    def stop(self) -> None:
        """Cuts what is still waiting for a reply, and returns when thread, sockets and file are closed.

        A thread that has not ended after STOP_TIMEOUT is left behind: it ends with the program.
        """
        if self._thread is None or self._server is None or self._storage is None:
            return
        self._server.should_exit = True
        self._thread.join(STOP_TIMEOUT)
        if not self._thread.is_alive():
            self._storage.close()
        self._thread = self._server = self._storage = self._base_url = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _prepare(self, listener: socket.socket) -> tuple[Storage, "uvicorn.Server", str]:
        # Both cost more to import than everything else here, and only a running gateway needs them.
        from desktop.practice.serving.http_server import server_for

        try:
            storage = Storage(self._file)
            with storage.transaction():
                storage.set_setting("seed", storage.setting("seed", str(self._seed)))
        except sqlite.Error as error:
            raise PracticeUnavailable(f"{self._file} can't be used ({error})") from error
        gateway = Gateway(storage, self._key_id, self._key_secret)
        gateway.base_url = f"http://{LOOPBACK}:{listener.getsockname()[1]}"
        return storage, server_for(gateway), gateway.base_url


def loopback_listener(host: str, port: int) -> socket.socket:
    """A listening socket on this computer only. NotPractice for any other address, or for no port at all."""
    if not ip_address(host).is_loopback:
        raise NotPractice("the practice gateway listens on this computer only")
    if not 0 <= port <= LAST_PORT:
        raise NotPractice(f"no computer has a port {port}")
    # The protocol is named because asyncio switches Nagle's delay off only for sockets that say TCP.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(128)
    except BaseException:
        listener.close()
        raise
    return listener


def serve_forever(
    port: int,
    key_id: str,
    key_secret: str,
    file: Path,
    announce: Callable[[str], object] | None = None,
) -> None:
    """Serves until SIGINT (Ctrl+C) or SIGTERM; `announce` is told its base URL first.

    Both are handled here, whatever the parent did with them: a shell or CI system that ignores SIGINT hands
    that on to its children, who would then never end.
    """
    interrupted = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: interrupted.set())
    with PracticeServer(file, key_id=key_id, key_secret=key_secret, port=port) as server:
        if announce is not None:
            announce(server.base_url)
        # A wait without an end can't be interrupted on Windows.
        while not interrupted.wait(0.5):
            pass


def _serve(server: "uvicorn.Server", listener: socket.socket, ready: threading.Event) -> None:
    async def serve() -> None:
        announcing = asyncio.create_task(_announce(server, ready))
        try:
            await server.serve(sockets=[listener])
        finally:
            announcing.cancel()

    try:
        asyncio.run(serve())
    finally:
        listener.close()
        ready.set()


async def _announce(server: "uvicorn.Server", ready: threading.Event) -> None:
    while not server.started:
        await asyncio.sleep(0.001)
    ready.set()
