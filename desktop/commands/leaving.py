"""The end of the program: what hangs outside must not keep it on the machine for ever."""

import logging
import os
import threading
import time
from collections.abc import Callable, Collection, Sequence

LAST_SECONDS = 3.0
"""For threads that were told to end and need no more than a moment."""


def leave(
    status: int,
    before: Collection[threading.Thread],
    left_behind: Sequence[str] = (),
    end: Callable[[int], object] = os._exit,
) -> int:
    """Return `status` when every thread that came after `before` has ended; else say which has not, and end.

    `left_behind` names what is known not to have ended.

    Nothing is half done by that: what is committed is kept, and a transaction that is cut off is undone, as
    in a power cut. The next start looks up what the gateway was asked.
    """
    last = time.monotonic() + LAST_SECONDS
    left = [one for one in threading.enumerate() if not one.daemon and one not in before]
    for thread in left:
        thread.join(max(last - time.monotonic(), 0))
    hanging = sorted({*left_behind, *(thread.name for thread in left if thread.is_alive())})
    if not hanging:
        return status
    from desktop.services.outside import waits_outside

    asked = waits_outside() or tuple(hanging)
    logging.getLogger("counterfoil").warning("ENDED_WITHOUT %s", ", ".join(asked))
    print(
        f"Counterfoil has ended without waiting longer for: {', '.join(asked)}."
        " Nothing is half done; the next start looks up what was asked.",
        flush=True,
    )
    logging.shutdown()
    end(status)
    return status
