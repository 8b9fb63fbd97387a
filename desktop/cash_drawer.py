"""The cash drawer: it opens by a pulse that goes through the slip printer, where one is set on this machine.

The pulse is sent after the commit and waits for nobody: a drawer that does not open is told, and its key
opens it. "Sent" is all that can be known; no printer answers whether a drawer moved.
"""

import os
import re
import selectors
import socket
import threading
import time
from collections.abc import Callable

import structlog

PULSE = b"\x1bp\x00\x19\xfa"
"""ESC p 0 25 250: the first drawer, 50 ms on."""
SECONDS = 2.0
"""For the printer to take it; then the drawer is called silent."""
PORT = re.compile(r"\[?(?P<host>[^/\\\[\]]+)\]?:(?P<port>[0-9]{1,5})")

log = structlog.get_logger("counterfoil.cash_drawer")


class CashDrawer:
    """Opens the drawer of this machine. `where`: host:port, or the file of a device; '' opens none.

    `silent` is called, on a thread of its own, when the printer did not take the pulse in time.
    """

    def __init__(self, where: str, silent: Callable[[], None]) -> None:
        self._where = where
        self._silent = silent

    def open(self) -> None:
        """Begin to open it, and return at once."""
        if self._where:
            threading.Thread(target=self._try, name="cash-drawer", daemon=True).start()

    def _try(self) -> None:
        troubles: list[OSError] = []
        # A name that is looked up has no end of its own: whoever waits goes on without it.
        sending = threading.Thread(target=self._send, args=(troubles,), name="cash-drawer-pulse", daemon=True)
        sending.start()
        sending.join(timeout=SECONDS)
        if troubles or sending.is_alive():
            log.warning("CASH_DRAWER_SILENT", found=str(troubles[0]) if troubles else "no answer")
            self._silent()

    def _send(self, troubles: list[OSError]) -> None:
        try:
            send_pulse(self._where)
        except OSError as trouble:
            troubles.append(trouble)


def send_pulse(where: str) -> None:
    """Send one pulse to host:port or to the file of a device. Raises OSError when it could not be sent."""
    found = PORT.fullmatch(where)
    if found is None:
        write_device(where, PULSE, SECONDS)
        return
    with socket.create_connection((found["host"], int(found["port"])), timeout=SECONDS) as printer:
        printer.sendall(PULSE)


def write_device(file: str, data: bytes, seconds: float) -> None:
    """Write all of `data` to a device within `seconds`. Raises OSError (TimeoutError: it takes no more)."""
    # Never made: where there is no device, there is no drawer. Nor waited for: it may be switched off.
    device = os.open(file, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))
    try:
        left, until = data, time.monotonic() + seconds
        while left:
            try:
                left = left[os.write(device, left) :]
            except BlockingIOError:
                with selectors.SelectSelector() as selector:
                    selector.register(device, selectors.EVENT_WRITE)
                    if not selector.select(timeout=max(0.0, until - time.monotonic())):
                        raise TimeoutError(f"{file} takes nothing") from None
    finally:
        os.close(device)
