"""Keys that any node can make without asking another."""

import os
import threading
import time

RANDOM_BITS = 74
STEP_BYTES = 7
"""Two keys of one millisecond are so far apart that no other process meets them."""
_lock = threading.Lock()
_last = (0, 0)


def new_key() -> str:
    """Return a UUIDv7 (RFC 9562, section 5.7) as text: later keys sort after earlier ones.

    In one process that holds inside a millisecond, too, and when the clock is set back (section 6.2, method
    2): papers of one act are read in the order in which they were made.
    """
    millis, random = _next()
    value = (millis & ((1 << 48) - 1)) << 80 | 0x7 << 76
    value |= random >> 62 << 64 | 0x2 << 62 | random & ((1 << 62) - 1)
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _next() -> tuple[int, int]:
    """Return milliseconds and random bits that are greater together than any before."""
    global _last
    with _lock:
        millis = time.time_ns() // 1_000_000
        random = int.from_bytes(os.urandom(10), "big") & ((1 << RANDOM_BITS) - 1)
        if millis <= _last[0]:
            millis, before = _last
            random = before + 1 + int.from_bytes(os.urandom(STEP_BYTES), "big")
            if random >> RANDOM_BITS:
                millis, random = millis + 1, random & ((1 << RANDOM_BITS) - 1)
        _last = (millis, random)
        return _last
