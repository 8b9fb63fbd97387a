"""What each paper says against the digest that the journal tells of it, in memory that does not grow."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import select

from db.audits.check import FAULTS_MAX
from db.database import Session
from db.schema import journal

TAGS = ("PAPERS_MADE", "PAPERS_FROZEN")
BATCH = 2_000
BUCKETS = 4_096
WIDTH = 1 << 256

Told = tuple[str, str]
"""A paper's number and the digest of what it says."""


class Digests:
    """Sums of hashes in buckets: whatever the order, two lists are the same where their sums are.

    A bucket in which they differ is looked through once more, by itself.
    """

    def __init__(self) -> None:
        self._sums = [0] * BUCKETS

    def add(self, number: str, digest: str, times: int = 1) -> None:
        """Count one more, or with `times` -1 one less."""
        both = hashlib.sha256(f"{number} {digest}".encode()).digest()
        at = _bucket(number)
        self._sums[at] = (self._sums[at] + times * int.from_bytes(both, "big")) % WIDTH

    def faults(self, stored: Callable[[], Iterable[Told]], session: Session) -> Iterator[str]:
        """Yield what differs; `stored` reads the papers again."""
        uneven = {at for at, one in enumerate(self._sums) if one}
        # Of a few thousand papers a bucket has few; damage in all of them is named by its first ones.
        wanted = set(sorted(uneven)[:FAULTS_MAX])
        if not wanted:
            return
        told: dict[str, list[str]] = {}
        for number, digest in told_papers(session):
            if _bucket(number) in wanted:
                told.setdefault(number, []).append(digest)
        for number, digest in stored():
            if _bucket(number) not in wanted:
                continue
            digests = told.pop(number, [])
            if not digests:
                yield f"number={number} fault=not_told"
            elif len(digests) > 1:
                yield f"number={number} fault=told_again"
            elif digests != [digest]:
                yield f"number={number} fault=not_as_told"
        yield from (f"number={number} fault=gone" for number in sorted(told))


def told_papers(session: Session) -> Iterator[Told]:
    """Yield what the journal tells of each paper; a Z slip that only got its day has no digest."""
    wanted = select(journal.c.content).where(journal.c.tag.in_(TAGS)).execution_options(yield_per=BATCH)
    with session.execute(wanted) as rows:
        for content in rows.scalars():
            for one in json.loads(content)["told"]:
                if one["digest"]:
                    yield one["number"], one["digest"]


def digest_of(content: str) -> str:
    """Return the digest of what a paper says."""
    return hashlib.sha256(content.encode()).hexdigest()


def _bucket(number: str) -> int:
    return int.from_bytes(hashlib.blake2s(number.encode(), digest_size=4).digest(), "big") % BUCKETS
