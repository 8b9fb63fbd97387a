"""Printers and mail servers on this machine, as good and as bad as there are."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import TracebackType

ONLINE, WITH_PAPER = b"\x12", b"\x12"
OFFLINE, WITHOUT_PAPER = b"\x1a", b"\x72"
ASKS = b"\x10\x04\x01\x10\x04\x04"


@dataclass
class Listener:
    """A port of this machine; `serve` has each connection, in a thread of its own."""

    serve: Callable[[socket.socket, Listener], None]
    got: bytearray = field(default_factory=bytearray)
    connections: int = 0
    answered: int = 0
    ended: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Listener:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.settimeout(0.1)
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.ended.set()
        self._thread.join(timeout=20)
        self._socket.close()

    @property
    def port(self) -> int:
        port: int = self._socket.getsockname()[1]
        return port

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    def _accept(self) -> None:
        while not self.ended.is_set():
            try:
                connection, _ = self._socket.accept()
            except TimeoutError:
                continue
            self.connections += 1
            with connection, contextlib.suppress(OSError):
                connection.settimeout(20)
                self.serve(connection, self)


def never_reads(_connection: socket.socket, listener: Listener) -> None:
    """Accepts, and nothing else until the test ends."""
    listener.ended.wait(30)


def hangs_up(_connection: socket.socket, _listener: Listener) -> None:
    """Closes at once."""


def hangs_up_in_the_middle(connection: socket.socket, listener: Listener) -> None:
    """Answers that all is well, takes a little, and is gone."""
    _answer_first(connection, listener)
    listener.got += connection.recv(100)


def swallows(connection: socket.socket, listener: Listener) -> None:
    """Reads all, and tells nothing."""
    while part := connection.recv(65536):
        listener.got += part


def tells_status(printer: bytes, paper: bytes) -> Callable[[socket.socket, Listener], None]:
    """Answers each question, and swallows what is printed."""

    def serve(connection: socket.socket, listener: Listener) -> None:
        while part := connection.recv(65536):
            listener.got += part
            while listener.got.count(ASKS) > listener.answered:
                connection.sendall(printer + paper)
                listener.answered += 1

    return serve


def _answer_first(connection: socket.socket, listener: Listener) -> None:
    while ASKS not in listener.got:
        listener.got += connection.recv(64)
    connection.sendall(ONLINE + WITH_PAPER)


@dataclass
class MailServer:
    """A small SMTP server. `greets`: None says nothing at all; `trickles`: a byte a second."""

    greets: bool = True
    trickles: bool = False
    offers_tls: ssl.SSLContext | None = None
    tls_at_once: ssl.SSLContext | None = None
    password_answer: str = "235 ok"
    recipient_answer: str = "250 ok"
    data_answer: str | None = "250 taken"
    mails: list[bytes] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    # It never comes: a second passes.
    _next_byte: asyncio.Event = field(default_factory=asyncio.Event)

    @contextlib.contextmanager
    def running(self) -> Iterator[int]:
        """Run it in a thread of its own and yield its port."""
        started = threading.Event()
        found: list[tuple[int, asyncio.AbstractEventLoop, asyncio.Event]] = []

        async def serve() -> None:
            server = await asyncio.start_server(self._talk, "127.0.0.1", 0, ssl=self.tls_at_once)
            over = asyncio.Event()
            found.append((server.sockets[0].getsockname()[1], asyncio.get_running_loop(), over))
            started.set()
            async with server:
                await over.wait()

        thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
        thread.start()
        assert started.wait(10)
        ((port, loop, over),) = found
        try:
            yield port
        finally:
            loop.call_soon_threadsafe(over.set)
            thread.join(timeout=10)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._answer_all(reader, writer)
        except asyncio.CancelledError:
            # The test is over: a socket that stays open is warned of in another one.
            writer.transport.abort()
            raise
        writer.close()

    async def _answer_all(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, ssl.SSLError):
            if not self.greets:
                await asyncio.Event().wait()
            await self._say(writer, "220 loopback")
            while line := (await reader.readline()).decode().strip():
                self.lines.append(line)
                verb = line.split()[0].upper()
                if verb == "STARTTLS" and self.offers_tls is not None:
                    await self._say(writer, "220 go on")
                    await writer.start_tls(self.offers_tls)
                elif verb == "DATA":
                    await self._say(writer, "354 go on")
                    self.mails.append(await reader.readuntil(b"\r\n.\r\n"))
                    if self.data_answer is None:
                        break
                    await self._say(writer, self.data_answer)
                elif verb == "AUTH" and not self.password_answer:
                    break
                else:
                    await self._say(writer, self._answer(verb))
                if verb == "QUIT":
                    break

    def _answer(self, verb: str) -> str:
        if verb == "EHLO":
            return "250-loopback\r\n250-AUTH PLAIN\r\n" + (
                "250-STARTTLS\r\n250 8BITMIME" if self.offers_tls else "250 8BITMIME"
            )
        return {"AUTH": self.password_answer, "RCPT": self.recipient_answer}.get(verb, "250 ok")

    async def _say(self, writer: asyncio.StreamWriter, words: str) -> None:
        data = f"{words}\r\n".encode()
        if not self.trickles:
            writer.write(data)
            await writer.drain()
            return
        for byte in data:
            writer.write(bytes([byte]))
            await writer.drain()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._next_byte.wait(), 1)
