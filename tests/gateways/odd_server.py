"""A server on this machine that speaks HTTP badly: each connection is handed to one function."""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator

Speak = Callable[[socket.socket, threading.Event], None]


@contextlib.contextmanager
def odd_server(speak: Speak) -> Iterator[str]:
    """Serve until the end of the block; `speak` gets the connection, after a request, and the end."""
    over = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.05)
    threads: list[threading.Thread] = []

    def answer(connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            connection.settimeout(5)
            connection.recv(65_536)
            speak(connection, over)

    def accept() -> None:
        while not over.is_set():
            with contextlib.suppress(TimeoutError):
                connection, _ = listener.accept()
                threads.append(threading.Thread(target=answer, args=(connection,), daemon=True))
                threads[-1].start()

    accepting = threading.Thread(target=accept, daemon=True)
    accepting.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        over.set()
        accepting.join(5)
        for thread in threads:
            thread.join(5)
        listener.close()


def says(status: str, *headers: str, body: bytes = b"") -> Speak:
    """Answer at once and close."""
    head = "\r\n".join((f"HTTP/1.1 {status}", *headers, "Connection: close", "", "")).encode()
    return lambda connection, _over: connection.sendall(head + body)


def drips(head: bytes, part: bytes, *, every: float = 0.05) -> Speak:
    """Send `head`, then `part` again and again until the end."""

    def speak(connection: socket.socket, over: threading.Event) -> None:
        connection.sendall(head)
        while not over.wait(every):
            connection.sendall(part)

    return speak


def floods(head: bytes) -> Speak:
    """Send `head`, then as much as is taken."""

    def speak(connection: socket.socket, over: threading.Event) -> None:
        connection.sendall(head)
        while not over.is_set():
            connection.sendall(b" " * 65_536)

    return speak
