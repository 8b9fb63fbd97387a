"""A wire of loopback between a desk and a server, that can lose what goes over it in either direction."""

from __future__ import annotations

import contextlib
import selectors
import socket
import threading
from types import TracebackType

PIECE = 65_536


class Proxy:
    """Passes on what comes to `port`; what is dropped is taken from the sender and goes nowhere."""

    def __init__(self, server_port: int) -> None:
        self._server_port = server_port
        self._to_server = self._to_desk = True
        self._ends = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.1)
        self.port: int = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept, daemon=True)]

    def __enter__(self) -> Proxy:
        self._threads[0].start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._ends.set()
        for thread in tuple(self._threads):
            thread.join()
        self._listener.close()

    def drop(self, *, to_server: bool = False, to_desk: bool = False) -> None:
        """Lose what goes this way from now on; connections that lost something never come right again."""
        self._to_server, self._to_desk = not to_server, not to_desk

    def restore(self) -> None:
        """Pass everything on again."""
        self._to_server = self._to_desk = True

    def _accept(self) -> None:
        while not self._ends.is_set():
            with contextlib.suppress(TimeoutError):
                desk, _address = self._listener.accept()
                thread = threading.Thread(target=self._carry, args=(desk,), daemon=True)
                self._threads.append(thread)
                thread.start()

    def _carry(self, desk: socket.socket) -> None:
        try:
            server = socket.create_connection(("127.0.0.1", self._server_port), timeout=5)
        except OSError:
            desk.close()
            return
        has_lost = False
        with desk, server, selectors.DefaultSelector() as selector, contextlib.suppress(OSError):
            selector.register(desk, selectors.EVENT_READ, (server, "_to_server"))
            selector.register(server, selectors.EVENT_READ, (desk, "_to_desk"))
            while not self._ends.is_set():
                for key, _ready in selector.select(0.1):
                    other, way = key.data
                    piece = key.fileobj.recv(PIECE)  # type: ignore[union-attr]  # sockets were registered
                    if not piece and not has_lost:
                        return
                    if not piece:
                        selector.unregister(key.fileobj)
                    # A stream with a hole in it is none: once something was lost, so is the rest.
                    has_lost = has_lost or not getattr(self, way)
                    if not has_lost:
                        other.sendall(piece)
