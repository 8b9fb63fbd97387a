"""Sends bytes to a slip printer: through its port on the network, or the file of its device."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.print_words import PrintFault, PrintState
from desktop.cash_drawer import write_device
from desktop.services.domain.printing import HandedOver

if TYPE_CHECKING:
    from collections.abc import Callable

CONNECT_SECONDS = 3.0
WRITE_SECONDS = 6.0
STATUS_SECONDS = 0.7
ASK_STATUS = b"\x10\x04\x01"
ASK_PAPER = b"\x10\x04\x04"
# Of every answer: these bits are so, or it is none.
FIXED_BITS, FIXED = 0x93, 0x12
IS_OFFLINE = 0x08
IS_EMPTY = 0x60


@dataclass(frozen=True, slots=True)
class _Status:
    is_offline: bool
    is_empty: bool

    @property
    def fault(self) -> PrintFault:
        if self.is_empty:
            return PrintFault.NO_PAPER
        return PrintFault.OFFLINE if self.is_offline else PrintFault.NONE


def send_to_network(host: str, port: int, data: bytes, begin: Callable[[], None], name: str) -> HandedOver:
    """Send to a port; `begin` is called before the first byte that prints.

    A printer that tells its status is believed; one that tells none was sent the paper, and no more is known.
    """
    try:
        printer = socket.create_connection((host, port), timeout=CONNECT_SECONDS)
    except OSError as error:
        return HandedOver(PrintState.FAILED, name, _not_reached(error))
    with printer:
        try:
            before = _status(printer)
        except OSError:
            return HandedOver(PrintState.FAILED, name, PrintFault.CUT_OFF)
        if before is not None and before.fault:
            return HandedOver(PrintState.FAILED, name, before.fault)
        begin()
        try:
            printer.settimeout(WRITE_SECONDS)
            printer.sendall(data)
            after = _status(printer)
        except TimeoutError:
            return HandedOver(PrintState.UNSURE, name, PrintFault.SILENT)
        except OSError:
            return HandedOver(PrintState.UNSURE, name, PrintFault.CUT_OFF)
    if after is None:
        return HandedOver(PrintState.SENT, name)
    return HandedOver(PrintState.UNSURE if after.fault else PrintState.PRINTED, name, after.fault)


def send_to_device(file: str, data: bytes, begin: Callable[[], None], name: str) -> HandedOver:
    """Write to the file of a device, which is never made; `begin` is called before the first byte."""
    try:
        write_device(file, b"", WRITE_SECONDS)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return HandedOver(PrintState.FAILED, name, PrintFault.NO_DEVICE)
    except OSError as error:
        # Nobody listens at the other end of it, or it may not be written.
        return HandedOver(PrintState.FAILED, name, PrintFault.NO_DEVICE, error.strerror or "")
    begin()
    try:
        write_device(file, data, WRITE_SECONDS)
    except OSError as error:
        fault = PrintFault.SILENT if isinstance(error, TimeoutError) else PrintFault.CUT_OFF
        return HandedOver(PrintState.UNSURE, name, fault)
    return HandedOver(PrintState.SENT, name)


def _status(printer: socket.socket) -> _Status | None:
    """Return what the printer tells of itself, or None where it tells nothing.

    Raises OSError where it has hung up.
    """
    printer.settimeout(STATUS_SECONDS)
    printer.sendall(ASK_STATUS + ASK_PAPER)
    told = b""
    while len(told) < 2:
        try:
            part = printer.recv(16)
        except TimeoutError:
            return None
        if not part:
            raise ConnectionResetError("the printer has hung up")
        told += bytes(byte for byte in part if byte & FIXED_BITS == FIXED)
    return _Status(bool(told[0] & IS_OFFLINE), bool(told[1] & IS_EMPTY))


def _not_reached(error: OSError) -> PrintFault:
    if isinstance(error, ConnectionRefusedError):
        return PrintFault.REFUSED
    if isinstance(error, TimeoutError):
        return PrintFault.SILENT
    return PrintFault.UNKNOWN_HOST if isinstance(error, socket.gaierror) else PrintFault.UNREACHABLE
