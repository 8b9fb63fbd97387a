"""Where the commands print: what a terminal can't show must not end what they do."""

import errno
import io
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

# What a pipe says that nobody reads any more, here and on Windows.
NOBODY_READS = (errno.EPIPE, errno.EINVAL)


class _Pipe(io.FileIO):
    """An output of which a reader such as `head` may take a part only."""

    def write(self, data: "ReadableBuffer", /) -> int:
        try:
            return super().write(data)
        except OSError as error:
            if error.errno not in NOBODY_READS:
                raise
            return memoryview(data).nbytes


def open_output() -> None:
    """Print a sign that the terminal doesn't know as a question mark, and drop what nobody can see.

    A Windows console may know a few hundred signs, an old Linux one 128. A program without a console, or one
    whose output was closed, has none at all; the next file that it opens would be taken for it. What is
    printed after a reader has gone is dropped, and the command does its work to the end.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None or stream.closed:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 open to the end
        elif type(stream) is io.TextIOWrapper and not stream.isatty():
            pipe = io.BufferedWriter(_Pipe(stream.fileno(), "wb", closefd=False))
            text = io.TextIOWrapper(pipe, stream.encoding, "replace", line_buffering=stream.line_buffering)
            setattr(sys, name, text)
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
