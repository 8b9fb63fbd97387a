"""Examinations of the books: the file as it lies there, or the server that has them."""

import shutil
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import pysqlite3.dbapi2

from db.adopt_pages import look_unchecked
from db.checksums import wrong_pages
from db.errors import DatabaseTrouble
from db.examined_file import FileFacts, examine_file
from db.examined_server import ServerFacts, examine_server
from db.migrate import LATEST, UNFINISHED, known_revisions
from db.moved import Moved
from desktop.services.domain.examination import Examined, Verdict

READING_SECONDS = 12.0
MEGABYTE = 1_000_000
SLOW_ROUND_TRIP_SECONDS = 0.05
CLOCKS_DIFFER = timedelta(seconds=2)
FAULTS_TOLD = 3
# They say nothing that the sentence does not say.
DRIVERS_WORDS = ("disk I/O error", "database disk image is malformed")
NO_BOOKS = "There are no books yet: start the desk first."
RESTORE = "Sell nothing more. Keep this file, and go on with the last good backup."


def examine_books(file: Path) -> Examined:
    """Read the whole file: its pages, what its rows refer to, its schema and its journal."""
    if not file.exists():
        return Examined("database", Verdict.NOTICE, NO_BOOKS)
    try:
        facts = examine_file(file, READING_SECONDS)
    except OSError as error:
        return Examined(
            "database",
            Verdict.WRONG,
            f"{file} can't be read ({error.strerror}).",
            "Ask who looks after this computer to let this user read it.",
        )
    if facts.faults:
        return _damaged(file, facts)
    unfit = _unfit(facts.revision, facts.gone)
    if unfit is not None:
        return unfit
    if not facts.is_whole:
        return Examined(
            "database",
            Verdict.NOTICE,
            f"{_size(facts)} are more than is read in {READING_SECONDS:.0f} s; so far nothing is wrong.",
            "Let audit read all of it: it takes its time.",
        )
    return Examined("database", Verdict.OK, f"{_size(facts)} read and sound{_last(facts)}.")


def _damaged(file: Path, facts: FileFacts) -> Examined:
    """Say what is wrong with it: how many pages have a wrong checksum, or what its own rules say."""
    wrong = sum(1 for _ in wrong_pages(file))
    if not wrong:
        told = "; ".join(one for one in facts.faults[:FAULTS_TOLD] if one not in DRIVERS_WORDS)
        return Examined("database", Verdict.WRONG, f"{file} is damaged{': ' * bool(told)}{told}.", RESTORE)
    pages = "1 page has" if wrong == 1 else f"{wrong} pages have"
    said = f"{file} is damaged: {pages} a wrong checksum"
    if _makes_sense(file):
        return Examined(
            "database",
            Verdict.WRONG,
            f"{said}, but all of it makes sense: another program may have written it.",
            "Put the last good backup back. If another program was let write here: doctor --adopt-pages",
        )
    return Examined("database", Verdict.WRONG, f"{said}.", RESTORE)


def _makes_sense(file: Path) -> bool:
    """Whether every page, index and reference of a copy is sound when its checksums are left aside."""
    with tempfile.TemporaryDirectory(prefix="counterfoil-", ignore_cleanup_errors=True) as folder:
        for path in (file, file.with_name(f"{file.name}-wal")):
            if path.exists():
                shutil.copy(path, folder)
        try:
            return not look_unchecked(Path(folder) / file.name).faults.said
        except pysqlite3.dbapi2.DatabaseError:
            return False


def examine_server_books(url: str, now: datetime) -> Examined:
    """Ask the server: can it be reached, does it write, does it guard its pages, how far away is it."""
    try:
        facts = examine_server(url)
    except DatabaseTrouble as trouble:
        told = str(trouble.__cause__ or trouble).strip().partition("\n")[0]
        return Examined(
            "database",
            Verdict.WRONG,
            f"The server can't be reached: {told}",
            "Look at its address, at the cable, and whether the server runs.",
        )
    unfit = _unfit(facts.revision, facts.gone)
    if unfit is not None:
        return unfit
    return _how_it_serves(facts, now)


def _how_it_serves(facts: ServerFacts, now: datetime) -> Examined:
    told = f"PostgreSQL {facts.version} at {facts.place} answers in {facts.round_trip_seconds * 1000:.1f} ms"
    if facts.is_standby:
        return Examined(
            "database",
            Verdict.WRONG,
            f"{told}, but is a standby: it can be read, and nothing is sold on it.",
            "Name the address of the server that writes.",
        )
    if facts.waits_for_standby and facts.standbys == 0:
        return Examined(
            "database",
            Verdict.WRONG,
            f"{told}, but its standby does not answer: sales are not confirmed.",
            "Start the standby, or empty synchronous_standby_names here and load the settings anew.",
        )
    if abs(facts.now - now) > CLOCKS_DIFFER:
        seconds = (facts.now - now).total_seconds()
        side = "ahead of" if seconds > 0 else "behind"
        return Examined(
            "database",
            Verdict.NOTICE,
            f"{told}; its clock is {abs(seconds):.0f} s {side} this computer's. Holds end by the server's.",
            "Set both clocks by the network.",
        )
    if not facts.has_checksums:
        return Examined(
            "database",
            Verdict.NOTICE,
            f"{told}, but keeps no checksums: a damaged page may go unseen.",
            "With the server stopped: pg_checksums --enable",
        )
    if facts.round_trip_seconds > SLOW_ROUND_TRIP_SECONDS:
        return Examined(
            "database",
            Verdict.NOTICE,
            f"{told}, which makes every act slow.",
            "Use a cable in the place of a wireless line, or a nearer server.",
        )
    return Examined("database", Verdict.OK, f"{told}; checksums are on.")


def _unfit(revision: str | None, gone: Moved | None) -> Examined | None:
    """Return why a desk does not sell in these books, None where it does."""
    if revision is None:
        return Examined("database", Verdict.NOTICE, NO_BOOKS)
    if revision == UNFINISHED:
        return Examined(
            "database",
            Verdict.WRONG,
            "Books were being moved here, and the move has not come to its end.",
            "Move them here again, or start the desk at their old place.",
        )
    if revision not in known_revisions():
        return Examined(
            "database",
            Verdict.WRONG,
            f"The books were made by a newer version of Counterfoil (their schema is {revision}).",
            "Install that version here.",
        )
    if gone is not None:
        day = f"{gone.at.astimezone():%d %b %Y}"
        return Examined(
            "database", Verdict.NOTICE, f"These books were moved to {gone.to} on {day}.", "Sell there."
        )
    if revision != LATEST:
        return Examined(
            "database",
            Verdict.NOTICE,
            "The books are of an older version of Counterfoil.",
            "The next start of the desk brings them up to this one.",
        )
    return None


def _size(facts: FileFacts) -> str:
    checksums = "with checksums" if facts.has_checksums else "without checksums"
    return f"{facts.bytes / MEGABYTE:,.1f} MB {checksums}"


def _last(facts: FileFacts) -> str:
    if facts.last_at is None:
        return ""
    heads = ", ".join(f"{code} {number}" for code, number in facts.heads)
    return f"; journal {heads}, the last record of {facts.last_at.astimezone():%d %b %Y, %H:%M}"
