"""What every Python that a test starts does before anything else.

The tests' conftest puts this folder first on the PYTHONPATH of whatever they start, so no test need ask for
it, and children of children have it, too. The program itself knows nothing of it.
"""

import contextlib
import ctypes
import os
import signal
import sys
import time
from datetime import timedelta

SHIFT_SECONDS = "COUNTERFOIL_TESTS_SHIFT_SECONDS"
RUN = "COUNTERFOIL_TESTS_RUN"
PR_SET_PDEATHSIG = 1


def move_clocks() -> None:
    """Move this process's clocks by what the run was told, once; the monotonic ones stay as they are."""
    shift = float(os.environ.get(SHIFT_SECONDS) or 0)
    if not shift:
        return
    import time_machine

    if not time_machine.escape_hatch.is_travelling():
        time_machine.travel(time.time() + shift, tick=True).start()
    if shift < 0:
        play_before_release(shift)


def play_before_release(shift: float) -> None:
    """Let the program be released as much earlier as the day is: it would refuse a clock of before."""
    # A Python that is no program of the project's can't import it.
    with contextlib.suppress(ImportError):
        from desktop import released

        released.RELEASED += timedelta(seconds=shift)


def handle_signals() -> None:
    """Take SIGINT and SIGTERM as a program started by hand does: a parent that ignores them hands that on."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})


def end_with_parent() -> None:
    """Have the kernel kill this process when its parent is gone. Linux only."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        run = int(os.environ.get(RUN) or os.getpid())
        try:
            os.kill(run, 0)
        except ProcessLookupError:
            os._exit(1)  # the run was killed before this process could ask


if __name__ == "sitecustomize":
    handle_signals()
    end_with_parent()
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=end_with_parent)  # a fork forgets what was asked for
    # A Python outside the project's environment has no time-machine, and no day to keep.
    with contextlib.suppress(ImportError):
        move_clocks()
