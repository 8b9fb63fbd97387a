"""Damages every page of sold-on books in turn, and tells what finds it before anything is sold.

    python tests/trust/damage.py
    python tests/trust/damage.py --every 10 --kinds bytes zeros
    python tests/trust/damage.py --plain

One page is damaged at a time: three of its bytes, all of it zeroed, overwritten by the page after it, or the
file cut in the middle of it. The file is then opened as a start opens it, with its look, and audited when
nothing is found. Whether the damage changed anything is told by reading all rows without checksums. Status 1
when a page that changed something is not found before the first sale. `--plain` does the same to a file
without checksums.
"""

import argparse
import random
import shutil
import sys
import tempfile
from collections import Counter as Tally
from collections.abc import Iterator, Sequence
from pathlib import Path

import pysqlite3.dbapi2
from sqlalchemy.exc import DBAPIError

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from db import checksums  # noqa: E402  after the path
from db.database import Database  # noqa: E402  after the path
from db.engine import open_engine, sqlite_url  # noqa: E402  after the path
from db.errors import DatabaseTrouble  # noqa: E402  after the path
from db.file_header import beside, read_header  # noqa: E402  after the path
from db.install import install  # noqa: E402  after the path
from db.migrate import migrate  # noqa: E402  after the path
from db.pages import find_fault  # noqa: E402  after the path
from desktop.services.auditing.audit_database import AuditDatabase  # noqa: E402  after the path
from desktop.services.catalogue.create_sample_catalogue import CreateSampleCatalogue  # noqa: E402  after the path
from tests.actors import actor_of  # noqa: E402  after the path
from tests.conftest import START, Recorder, SteppedClock, open_database  # noqa: E402  after the path
from tests.counter import Counter  # noqa: E402  after the path
from tests.keeping.books import close, dump, sell_on, without_sums  # noqa: E402  after the path

# What a start ends with; bootstrap translates what the driver raises.
REFUSED = (DatabaseTrouble, DBAPIError, pysqlite3.dbapi2.Error, UnicodeDecodeError)
KINDS = ("bytes", "zeros", "swapped", "cut")
SEED = 20261129


def make_books(folder: Path, *, plain: bool) -> Path:
    """Return the closed file of books on which was sold, with or without checksums."""
    clock, recorder = SteppedClock(), Recorder()
    database = open_database(sqlite_url(folder / "sold.sqlite3"), clock, recorder)
    CreateSampleCatalogue(database)(START.date(), actor=actor_of(database))
    counter = Counter(database, clock, recorder)
    sell_on(counter)
    file = close(counter)
    return without_sums(file, folder / "plain.sqlite3") if plain else file


def damaged(whole: bytes, kind: str, page: int, size: int, chance: random.Random) -> bytes:
    """Return the file with this page (from 0) damaged in this way."""
    first, after = page * size, (page + 1) * size
    if kind == "cut":
        return whole[: first + size // 2]
    content = bytearray(whole[first:after])
    if kind == "zeros":
        content = bytearray(size)
    elif kind == "swapped":
        other = after if after < len(whole) else 0
        content = bytearray(whole[other : other + size])
    else:
        for _ in range(3):
            content[chance.randrange(size)] ^= chance.randrange(1, 256)
    return whole[:first] + bytes(content) + whole[after:]


def is_changed(file: Path, before: Sequence[object]) -> bool:
    """Whether the rows are other than they were, or can't be read, to whoever knows nothing of checksums."""
    try:
        return dump(f"{file.as_uri()}?immutable=1&vfs={checksums.PLAIN_VFS}") != before
    except (pysqlite3.dbapi2.Error, UnicodeDecodeError, AttributeError):
        return True


def found_by(file: Path) -> str:
    """Return what finds the damage first: "start", "audit" or "nothing"."""
    engine = open_engine(sqlite_url(file))
    database = Database(engine, clock=SteppedClock(), home="")
    try:
        migrate(engine)
        install(engine, desk_code="D1", clerk="clerk")
        if find_fault(database, lambda _per_cent: None) is not None:
            return "start"
        return "nothing" if all(line.passed for line in AuditDatabase(database)()) else "audit"
    except REFUSED:
        return "start"
    finally:
        database.close()


def run(file: Path, kinds: Sequence[str], every: int) -> Iterator[tuple[str, bool, str]]:
    """Damage one page after the other; return kind, whether anything changed, and what found it."""
    header = read_header(file)
    if header is None:
        raise ValueError(f"{file} is no database")
    whole, before = file.read_bytes(), dump(f"{file.as_uri()}?immutable=1&vfs={checksums.PLAIN_VFS}")
    chance = random.Random(SEED)
    hit = file.with_name("hit.sqlite3")
    for kind in kinds:
        for page in range(0, header.size_bytes // header.page_size, every):
            for ending in ("", "-wal", "-shm", "-gate", "-journal"):
                beside(hit, ending).unlink(missing_ok=True)
            hit.write_bytes(damaged(whole, kind, page, header.page_size, chance))
            changed = is_changed(hit, before)
            yield kind, changed, found_by(hit)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a table; return 1 when a change was not found before the first sale."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every Nth page")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--plain", action="store_true", help="a file without checksums, to compare")
    options = parser.parse_args(arguments)
    folder = Path(tempfile.mkdtemp(prefix="damage-"))
    try:
        if options.plain:
            checksums._loaded = False  # or the first start would give them
        file = make_books(folder, plain=options.plain)
        tally = Tally(run(file, options.kinds, options.every))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 1 if _tell(options.kinds, tally) else 0


def _tell(kinds: Sequence[str], tally: "Tally[tuple[str, bool, str]]") -> int:
    """Print the table; return how many changes were not found before the first sale."""
    heads = f"{'start':>7}{'audit':>7}{'nothing':>9}{'changed, not at start':>23}"
    print(f"{'':10}{'pages':>7}{'changed':>9}{heads}")
    missed_in_all = 0
    for kind in kinds:
        of = {key[1:]: count for key, count in tally.items() if key[0] == kind}
        by: Tally[str] = Tally()
        for (_, found), count in of.items():
            by[found] += count
        changed = sum(count for (is_other, _), count in of.items() if is_other)
        missed = sum(count for (is_other, found), count in of.items() if is_other and found != "start")
        missed_in_all += missed
        counts = f"{by['start']:>7}{by['audit']:>7}{by['nothing']:>9}{missed:>23}"
        print(f"{kind:10}{sum(of.values()):>7}{changed:>9}{counts}")
    return missed_in_all


if __name__ == "__main__":
    sys.exit(main())
