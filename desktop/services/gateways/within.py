"""Ends a wait that has no end of its own: a name server, a key store, whatever can't be told to hurry."""

import logging
import threading
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")
log = logging.getLogger("counterfoil")


class NoAnswer(Exception):
    """Nothing came back in time. What was asked for may still happen; nobody hears of it."""


def within(seconds: float, work: Callable[[], Found], *, name: str) -> Found:
    """Return what `work` returns, or raise what it raises. Raises NoAnswer after `seconds`.

    It runs in a thread of its own, which is left behind when the time is over and keeps no program alive.
    """
    is_left = threading.Event()
    found: list[Found] = []
    raised: list[BaseException] = []

    def run() -> None:
        try:
            found.append(work())
        except BaseException as error:  # noqa: BLE001  handed over to whoever waits
            raised.append(error)
            if is_left.is_set():
                log.warning("LATE_FAULT %s %s", name, type(error).__name__)

    thread = threading.Thread(target=run, name=name, daemon=True)
    thread.start()
    thread.join(max(seconds, 0))
    is_left.set()
    if raised:
        raise raised[0]
    if not found:
        raise NoAnswer(name)
    return found[0]
