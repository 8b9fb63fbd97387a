"""Cut the power at every moment between two commits, and see that all that was acknowledged is there.

    python tests/trust/power_cut.py --states 10000 [--seed 1]

A desk sells; after each commit both files are read. What the disk may hold after a cut is worked out from two
such readings: what was written since the last sync, sector by sector, may be there, not there, or garbage;
what was synced is there. The state before the commit or the one after it must come back, nothing between
them, and the later one wherever the commit was answered. Exits with 0 only if it is so in every state.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Engine

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

MEMORY = Path("/dev/shm")  # noqa: S108  a folder in memory where there is one, each run in a new one below it
SECTOR = 512
WAL_HEADER = 32
AUDITED_EVERY = 50
# How often the disk leaves garbage where it was writing.
GARBAGE = 0.3
# How often a cut between both files' writes is one of the main file.
BOTH = 0.5


@dataclass(frozen=True)
class Disk:
    """What both files hold."""

    main: bytes
    wal: bytes


@dataclass
class Figures:
    """What came of it."""

    states: int = 0
    commits: int = 0
    checkpoints: int = 0
    audits: int = 0
    faults: list[str] = field(default_factory=list)


def changed(before: bytes, after: bytes) -> list[int]:
    """Return where sectors of `after` differ from `before`."""
    return [at for at in range(0, len(after), SECTOR) if before[at : at + SECTOR] != after[at : at + SECTOR]]


def torn(before: bytes, after: bytes, random: Random) -> bytes:
    """Return what the disk may hold when some of the sectors written since the last sync have arrived."""
    sectors = changed(before, after)
    arrived = bytearray(before)
    way = random.choice(("prefix", "suffix", "any"))
    cut = random.randint(0, len(sectors))
    kept = {"prefix": sectors[:cut], "suffix": sectors[cut:], "any": random.sample(sectors, cut)}[way]
    end = max([len(before), *(at + SECTOR for at in kept)])
    arrived.extend(bytes(end - len(arrived)))
    for at in kept:
        sector = after[at : at + SECTOR]
        arrived[at : at + len(sector)] = sector
    lost = sorted(set(sectors) - set(kept))
    if lost and random.random() < GARBAGE:
        _spoil(arrived, before, after, random.choice(lost), random)
    return bytes(arrived[: max(len(before), min(len(arrived), len(after)))])


def _spoil(arrived: bytearray, before: bytes, after: bytes, at: int, random: Random) -> None:
    """Put garbage where a sector was being written; what stood beside it is safe (powersafe overwrite)."""
    old, new = before[at : at + SECTOR].ljust(SECTOR, b"\0"), after[at : at + SECTOR]
    written = [place for place, (one, other) in enumerate(zip(old, new, strict=False)) if one != other]
    if not written:
        return
    start, end = at + written[0], min(at + written[-1] + 1, len(arrived))
    arrived[start:end] = random.randbytes(max(end - start, 0))


def cuts(before: Disk, after: Disk, random: Random, count: int) -> Iterator[tuple[Disk, bool]]:
    """Yield disks after a cut between two commits, and whether the later commit must be there.

    The log is synced before the commit is answered, and before any of it goes into the main file. A log that
    begins anew has its header synced before the first frame (wal.c, sqlite3WalFrames).
    """
    yield after, True
    begun = Disk(before.main, after.wal[:WAL_HEADER] + before.wal[WAL_HEADER:])
    if begun != before:
        yield begun, False
    for _ in range(count):
        if before.main != after.main and random.random() < BOTH:
            yield Disk(torn(before.main, after.main, random), after.wal), True
        else:
            yield Disk(before.main, torn(begun.wal, after.wal, random)), False


class Opened:
    """Opens a disk as the program does."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def digest(self, disk: Disk, *, audited: bool = False) -> str:
        """Return a hash of every row; an AssertionError where the file is not sound."""
        from sqlalchemy import text

        from db.database import Database
        from db.engine import open_engine, sqlite_url
        from desktop.services.auditing.audit_database import AuditDatabase

        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir()
        file = self._folder / "cut.sqlite3"
        file.write_bytes(disk.main)
        file.with_name(file.name + "-wal").write_bytes(disk.wal)
        engine = open_engine(sqlite_url(file))
        summed = hashlib.sha256()
        try:
            with engine.connect() as connection:
                assert connection.execute(text("PRAGMA quick_check")).scalar() == "ok"
                tables = connection.execute(
                    text("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
                ).scalars()
                for table in tables.all():
                    rows = connection.exec_driver_sql(f'SELECT * FROM "{table}"')  # noqa: S608  our own name
                    summed.update(repr((table, sorted(map(repr, rows)))).encode())
            if audited:
                database = Database(engine, clock=lambda: _last_moment(engine), home="")
                assert [line for line in AuditDatabase(database)() if not line.passed] == []
        finally:
            engine.dispose()
        return summed.hexdigest()


def carry_out(folder: Path, states: int, seed: int, cuts_each: int = 12) -> Figures:
    """Return the figures of so many states."""
    random, figures = Random(seed), Figures()
    file, opened = folder / "desk.sqlite3", Opened(folder / "opened")
    command = [sys.executable, "-m", "tests.trust.selling", str(file), str(seed)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as desk:
        assert desk.stdin is not None
        assert desk.stdout is not None
        try:
            desk.stdout.readline()
            before = _read(file)
            told = opened.digest(before)
            while figures.states < states and not figures.faults:
                desk.stdin.write("on\n")
                desk.stdin.flush()
                assert desk.stdout.readline(), "the desk has ended"
                after = _read(file)
                now = opened.digest(after)
                figures.commits += 1
                figures.checkpoints += before.main != after.main
                for disk, is_answered in cuts(before, after, random, cuts_each):
                    figures.states += 1
                    audited = figures.states % AUDITED_EVERY == 0
                    figures.audits += audited
                    _look(opened, disk, {now} if is_answered else {told, now}, figures, audited=audited)
                before, told = after, now
        finally:
            desk.kill()
    return figures


def _look(opened: Opened, disk: Disk, right: set[str], figures: Figures, *, audited: bool) -> None:
    try:
        found = opened.digest(disk, audited=audited)
    except Exception as error:  # noqa: BLE001  whatever it is, the state is no good
        figures.faults.append(f"commit {figures.commits}, state {figures.states}: {error!r}")
        return
    if found not in right:
        figures.faults.append(f"commit {figures.commits}, state {figures.states}: neither before nor after")


def _last_moment(engine: "Engine") -> datetime:
    from sqlalchemy import func, select

    from db.schema import journal

    with engine.connect() as connection:
        moment: datetime = connection.execute(
            select(func.max(journal.c.at, type_=journal.c.at.type))
        ).scalar_one()
    return moment


def _read(file: Path) -> Disk:
    return Disk(file.read_bytes(), file.with_name(file.name + "-wal").read_bytes())


def main(arguments: list[str] | None = None) -> int:
    """Carry out the cuts, print the figures and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--states", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as scratch:
        figures = carry_out(Path(scratch), chosen.states, chosen.seed)
    print(
        f"{figures.states} states after {figures.commits} commits and {figures.checkpoints} checkpoints,"
        f" {figures.audits} audited; wrong: {len(figures.faults)}"
    )
    for fault in figures.faults:
        print(f"  {fault}")
    return 1 if figures.faults else 0


if __name__ == "__main__":
    sys.exit(main())
