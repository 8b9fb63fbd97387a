"""HTTP connections of which one call ends at one moment, however slowly its answer drips.

A time-out of the HTTP library is one of each read: an answer that comes byte by byte never meets it. Nor
does one bound the name server, or a host of many addresses.
"""

import http.client
import io
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError

from desktop.services.gateways.within import NoAnswer, within

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer
    from urllib3.poolmanager import PoolManager, ProxyManager

_of_thread = threading.local()


@contextmanager
def ends_in(seconds: float) -> Iterator[None]:
    """End every wait of the calls that this thread makes in the block `seconds` from now."""
    _of_thread.end = time.monotonic() + seconds
    try:
        yield
    finally:
        _of_thread.end = None


def _left() -> float:
    """Return the seconds that are left; TimeoutError when none are."""
    end: float | None = getattr(_of_thread, "end", None)
    left = float("inf") if end is None else end - time.monotonic()
    if left <= 0:
        raise TimeoutError("the call has taken too long")
    return left


class OneDeadline(HTTPAdapter):
    """Sends over connections that obey `ends_in`, with or without a proxy."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """See HTTPAdapter."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = POOLS

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> "ProxyManager":
        """See HTTPAdapter."""
        manager: PoolManager = super().proxy_manager_for(*args, **kwargs)
        manager.pool_classes_by_scheme = POOLS
        return manager  # type: ignore[return-value]  # it is one; its declared type has no pool classes


class _Stream(io.RawIOBase):
    """What a socket receives, each time with the seconds that are left."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        # Through the socket's own file: it keeps the socket open until the answer has been read.
        self._file = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int | None:
        left = _left()
        if left != float("inf"):
            self._sock.settimeout(left)
        return self._file.readinto(buffer)

    def close(self) -> None:
        self._file.close()
        super().close()


class _Source:
    """Stands in for the socket where an answer is read from."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Stream(self._sock))


class _Answer(http.client.HTTPResponse):
    def __init__(self, sock: socket.socket, *args: Any, **kwargs: Any) -> None:
        super().__init__(_Source(sock), *args, **kwargs)  # type: ignore[arg-type]  # of a socket, it makes a file


class _Connecting:
    """Connects within the connect time-out, and within what is left, whatever holds it up."""

    response_class: Any = _Answer

    def _new_conn(self) -> socket.socket:
        timeout = getattr(self, "timeout", None)
        seconds = min(_left(), timeout) if isinstance(timeout, int | float) else min(_left(), 3600.0)
        connect: Any = super()._new_conn  # type: ignore[misc]  # of the connection that this is mixed into
        try:
            made: socket.socket = within(seconds, connect, name="gateway-connect")
        except NoAnswer:
            raise ConnectTimeoutError(self, "no connection in time") from None
        made.settimeout(min(_left(), seconds))
        return made


class _Connection(_Connecting, HTTPConnection):
    """Plain."""


class _SecureConnection(_Connecting, HTTPSConnection):
    """With TLS, whose greeting ends with the time-out that the socket was given."""


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


POOLS = {"http": _Pool, "https": _SecurePool}
