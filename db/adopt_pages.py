"""Pages that another program wrote without checksums: told apart from damage, and taken over.

Such a program keeps the old checksum on a page that it changes, as a flipped bit does. What it wrote makes
sense as a whole, though: so every page, index and reference must be sound with the checksums left aside, and
the audit must find nothing, before the pages get new ones.
"""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from db.checksums import open_unchecked, write_sums, wrong_pages
from db.page_check import PageFaults, faults_of


@dataclass(frozen=True, slots=True)
class UncheckedPages:
    """How many pages have a wrong checksum, and what is wrong with the file when those are left aside."""

    wrong_count: int
    faults: PageFaults


def look_unchecked(file: Path) -> UncheckedPages:
    """Look at a file without regard to its checksums; writes nothing."""
    count = sum(1 for _ in wrong_pages(file))
    with closing(open_unchecked(file)) as connection:
        connection.execute("PRAGMA query_only = ON")
        return UncheckedPages(count, faults_of(connection, "integrity_check"))


def give_sums(file: Path) -> None:
    """Write every page anew with its checksum, in one transaction. Raises the driver's errors."""
    write_sums(file)
    with closing(open_unchecked(file)) as connection:
        # Out of the log into the file: until then the file's own pages are the old ones.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
