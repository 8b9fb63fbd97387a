"""Which use cases wait for something outside, and how they make room for those that wait for nobody.

A desk has few threads for its work. One that asks the gateway or the key store gives up its seat first: four
calls that hang must not keep a fifth customer from paying in cash.
"""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Outside(StrEnum):
    """Whom a use case waits for."""

    GATEWAY = "gateway"
    KEYRING = "keyring"


# By its field in Services. What is not here asks the database only.
WAITS_FOR: Mapping[str, Outside] = {
    "begin_gateway_payment": Outside.GATEWAY,
    "check_gateway_payment": Outside.GATEWAY,
    "stop_gateway_payment": Outside.GATEWAY,
    "resolve_case": Outside.GATEWAY,
    "try_live_keys": Outside.GATEWAY,
    "reconcile": Outside.GATEWAY,
    "keep_live_keys": Outside.KEYRING,
    "forget_live_keys": Outside.KEYRING,
    "name_live_keys": Outside.KEYRING,
    "keep_mail_server": Outside.KEYRING,
}

_of_thread = threading.local()
_lock = threading.Lock()
_waiting: dict[int, tuple[str, float]] = {}


@contextmanager
def seated(seats: threading.Semaphore) -> Iterator[None]:
    """Take one of the seats for the block; whoever goes outside in it gives the seat up for good."""
    seats.acquire()
    _of_thread.seats = seats
    try:
        yield
    finally:
        _leave_seat()


def _leave_seat() -> None:
    seats: threading.Semaphore | None = getattr(_of_thread, "seats", None)
    _of_thread.seats = None
    if seats is not None:
        seats.release()


def off_the_desk(name: str, use_case: Callable[P, T]) -> Callable[P, T]:
    """Return the use case so that it keeps no seat while it waits outside; others as they are."""
    if name not in WAITS_FOR:
        return use_case

    @wraps(use_case, updated=())
    def call(*args: P.args, **kwargs: P.kwargs) -> T:
        _leave_seat()
        me = threading.get_ident()
        with _lock:
            _waiting[me] = name, time.monotonic()
        try:
            return use_case(*args, **kwargs)
        finally:
            with _lock:
                _waiting.pop(me, None)

    return call


def waits_outside() -> tuple[str, ...]:
    """Return what is being waited for outside at this moment, one text each, with its age."""
    now = time.monotonic()
    with _lock:
        waiting = sorted(_waiting.values())
    return tuple(f"{name} ({WAITS_FOR[name]}, for {now - since:.0f} s)" for name, since in waiting)
