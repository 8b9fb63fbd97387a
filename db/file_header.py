"""What stands in a database's file before SQLite opens it: ours and whole, or what else."""

import os
from dataclasses import dataclass
from pathlib import Path

MAGIC = b"SQLite format 3\0"
HEADER_BYTES = 100
# "CfBk", in the header since schema 0011 (sqlite.org/fileformat.html#application_id).
APPLICATION_ID = 0x4366426B
LARGEST_PAGE = 65536


@dataclass(frozen=True, slots=True)
class Header:
    """The first bytes of a database's file (sqlite.org/fileformat.html#the_database_header)."""

    page_size: int
    reserved_bytes: int
    # What the file's first page says; None where an old program has left it unsaid.
    pages: int | None
    application_id: int
    size_bytes: int


def read_header(file: Path) -> Header | None:
    """Return the header of a SQLite file, None where there is no such file or it is none of SQLite's."""
    try:
        with file.open("rb") as opened:
            head = opened.read(HEADER_BYTES)
            size = os.fstat(opened.fileno()).st_size
    except OSError:
        return None
    if len(head) < HEADER_BYTES or not head.startswith(MAGIC):
        return None
    page_size = int.from_bytes(head[16:18]) or 1
    is_said = head[24:28] == head[92:96]
    return Header(
        page_size=LARGEST_PAGE if page_size == 1 else page_size,
        reserved_bytes=head[20],
        pages=int.from_bytes(head[28:32]) or None if is_said else None,
        application_id=int.from_bytes(head[68:72]),
        size_bytes=size,
    )


def beside(file: Path, ending: str) -> Path:
    """Return the file beside a database that SQLite or this program gives this ending."""
    return file.with_name(file.name + ending)
