"""Hands a paper to a printer or a mail server in a process of its own, and ends it when its time is over.

A silent print server holds whoever asks it, in whatever thread, with Python's lock held. A process can be
ended from outside, with everything that it has started.
"""

import json
import os
import pickle
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import structlog

import desktop
from db.print_words import PrinterWay, PrintFault, PrintState
from desktop.secrets_away import DATABASE_VARIABLE, SECRET_VARIABLE
from desktop.services.domain.printing import Errand, HandedOver

PRINT_COMMAND = "print-paper"
"""The program's own errand; nobody types it."""
# What the desk and the process tell each other: files in a folder of one errand.
ERRAND = "errand"
HANDING = "handing"
ANSWER = "answer.json"
PRINT_SECONDS = 20.0
"""For the process to start, and for the printer to take one paper."""
MAIL_SECONDS = 30.0
"""For all of a mail, however often its server says a little."""

END_SECONDS = 5.0
"""For a process that was killed to be gone; what the system holds fast is left behind."""

log = structlog.get_logger("counterfoil.printing")


def hand_over(errand: Errand, password: str, *, seconds: float | None = None) -> HandedOver:
    """Send a paper and return what came of it, within `seconds` and a moment; never raises for a printer.

    The password goes through a pipe: it stands in no file, no argument and no variable.
    """
    limit = seconds if seconds is not None else _limit(errand.way)
    with tempfile.TemporaryDirectory(prefix="counterfoil-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / ERRAND).write_bytes(pickle.dumps(errand))
        said, timed_out = _run(folder, password, limit)
        answer = read_answer(folder)
        if answer is not None:
            return answer
        log.warning("PRINTER_SILENT" if timed_out else "PRINTING_BROKEN", said=said[-300:])
        fault = PrintFault.SILENT if timed_out else PrintFault.BROKEN
        # Before it began to hand over, nothing can have come out.
        state = PrintState.UNSURE if (folder / HANDING).exists() else PrintState.FAILED
        return HandedOver(state, fault=fault)


def command() -> tuple[str, ...]:
    """Return how this program starts itself."""
    return (sys.executable,) if is_bundled() else (sys.executable, "-m", "desktop")


def is_bundled() -> bool:
    """Whether the program is one file with its Python inside."""
    return bool(getattr(sys, "frozen", False))


def _limit(way: PrinterWay) -> float:
    return MAIL_SECONDS if way is PrinterWay.EMAIL else PRINT_SECONDS


def _run(folder: Path, password: str, seconds: float) -> tuple[str, bool]:
    """Return what the process said of its troubles, and whether it had to be ended."""
    surroundings = {
        name: value for name, value in os.environ.items() if name not in (DATABASE_VARIABLE, SECRET_VARIABLE)
    }
    # It needs no screen: paper looks the same without.
    surroundings.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not is_bundled():
        found = (str(Path(desktop.__file__).parents[1]), surroundings.get("PYTHONPATH"))
        surroundings["PYTHONPATH"] = os.pathsep.join(filter(None, found))
    try:
        process = subprocess.Popen(  # noqa: S603  this program itself
            (*command(), PRINT_COMMAND, str(folder)),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=surroundings,
            # It is ended with what it has started.
            start_new_session=sys.platform != "win32",
        )
    except OSError as error:
        return type(error).__name__, False
    try:
        _, told = process.communicate(password.encode(), timeout=seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        return "", True
    return told.decode(errors="replace"), False


def _end(process: "subprocess.Popen[bytes]") -> None:
    if sys.platform != "win32":
        # Its id is its group's, and stays taken until it was waited for.
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    with suppress(subprocess.TimeoutExpired):
        process.communicate(timeout=END_SECONDS)


def read_answer(folder: Path) -> HandedOver | None:
    """Return what came of the errand of a folder, None where its process wrote nothing whole."""
    try:
        told = json.loads((folder / ANSWER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return HandedOver(PrintState(told["state"]), told["where"], PrintFault(told["fault"]), f"{told['said']}")
