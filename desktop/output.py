"""Where the commands print: what a terminal can't show must not end what they do."""

import io
import os
import sys


def open_output() -> None:
    """Print a sign that the terminal doesn't know as a question mark, and drop what nobody can see.

    A Windows console may know a few hundred signs, an old Linux one 128. A program without a console, or one
    whose output was closed, has none at all; the next file that it opens would be taken for it.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None or stream.closed:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 open to the end
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
