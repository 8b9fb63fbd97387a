"""Takes secrets off the command line, which everybody on the computer can read, and out of what is shown."""

import os
import re
import sys
from collections.abc import Mapping, Sequence

DATABASE_VARIABLE = "COUNTERFOIL_DATABASE"
SECRET_VARIABLE = "COUNTERFOIL_PRACTICE_SECRET"  # noqa: S105  the name of a variable, no secret
# Each option with the shortest form that argparse takes for it, and the variable that stands for it.
OPTIONS = (("--database", "--datab", DATABASE_VARIABLE), ("--secret", "--se", SECRET_VARIABLE))
IN_ADDRESS = re.compile(r"(://[^@\s]*?):[^@\s]*@|([?&](?:ssl)?password=)[^&\s]*", re.IGNORECASE)
SAID = (
    "A secret on the command line can be read by everybody on this computer. It is taken away now; next time"
    f" leave it out: a database's password belongs into ~/.pgpass or PGPASSWORD, or the whole address into"
    f" {DATABASE_VARIABLE}; the practice gateway's secret into {SECRET_VARIABLE}."
)


def masked(text: str) -> str:
    """Return the text without the password of any address in it."""
    return IN_ADDRESS.sub(lambda found: f"{found[2]}..." if found[2] else f"{found[1]}:...@", text)


def without_secrets(arguments: Sequence[str]) -> tuple[list[str], Mapping[str, str]]:
    """Return the arguments without secrets, and the variables that say the same."""
    kept: list[str] = []
    found: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        name, sign, value = argument.partition("=")
        variable = _variable(name)
        if variable is None:
            kept.append(argument)
            continue
        following = [] if sign else [next(rest, "")]
        value = value if sign else following[0]
        if variable == SECRET_VARIABLE or masked(value) != value:
            found[variable] = value
        else:
            kept += [argument, *following]
    return kept, found


def start_without_secrets() -> None:
    """Start this program anew without the secrets of its command line, if there are any.

    They go on in the environment, which only this user can read. Windows shows a command line to its user and
    to administrators only; there it stays as it is.
    """
    kept, found = without_secrets(sys.argv[1:])
    if not found:
        return
    sys.stderr.write(f"{SAID}\n")
    if sys.platform != "win32" and sys.executable:
        head = sys.orig_argv[1 : len(sys.orig_argv) - (len(sys.argv) - 1)]
        sys.stderr.flush()
        # The same program in the same process: only the words that it was called with are others.
        os.execve(sys.executable, [sys.executable, *head, *kept], {**os.environ, **found})  # noqa: S606  no shell: it is this program
    os.environ.update(found)
    sys.argv[1:] = kept


def _variable(name: str) -> str | None:
    for whole, shortest, variable in OPTIONS:
        if name.startswith(shortest) and whole.startswith(name):
            return variable
    return None
