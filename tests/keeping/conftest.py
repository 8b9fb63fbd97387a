"""A desk whose data folder can be put back, moved and taken away between two starts."""

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import select

from db import mark
from db.database import Database
from db.halt import Halt, HaltKind
from db.install import Installed
from db.schema import document, journal
from desktop import bootstrap, logs
from desktop.bootstrap import OpenedDatabase
from desktop.config import Config
from desktop.paths import Paths
from desktop.services.catalogue.list_offerings import ListOfferings
from desktop.services.events import Event
from desktop.services.keeping.accept_loss import AcceptLoss
from tests.actors import works_at
from tests.conftest import SteppedClock
from tests.counter import Counter

# No two acts of a run are one, whichever start they belong to.
ACTS = count(1)


@dataclass
class Start:
    """One start of the desk: what it found, and a clerk who sells."""

    opened: OpenedDatabase
    counter: Counter
    events: list[Event] = field(default_factory=list)

    @property
    def database(self) -> Database:
        """The books."""
        return self.opened.database

    @property
    def halts(self) -> tuple[Halt, ...]:
        """What halts the desk."""
        return self.database.halts.current

    @property
    def kinds(self) -> list[HaltKind]:
        """What kinds of halt they are."""
        return [halt.kind for halt in self.halts]

    def sell(self, count: int = 1) -> list[str]:
        """Sell rooms for cash and return the numbers of the receipts."""
        return [self.receipt(self.counter.pay(self.counter.hold()).document_id) for _ in range(count)]

    def receipt(self, document_id: object) -> str:
        """Return a paper's number."""
        with self.database.read() as session:
            wanted = select(document.c.number).where(document.c.id == document_id)
            return str(session.execute(wanted).scalar_one())

    def accept(self) -> None:
        """Accept what the page shows."""
        loss = self.opened.mark.condition.loss
        assert loss is not None
        accept = AcceptLoss(self.database, self.opened.mark, self.events.append, lambda _actor: None)
        accept(loss, actor=self.counter.actor)

    def tags(self) -> list[str]:
        """Return the tags of the desk's journal."""
        with self.database.read() as session:
            wanted = select(journal.c.tag).where(journal.c.desk_id == self.counter.actor.desk_id)
            return list(session.execute(wanted.order_by(journal.c.number)).scalars())

    def number(self) -> int:
        """Return the number of the newest record."""
        with self.database.read() as session:
            return mark.read(session, self.counter.actor.desk_id).number


@dataclass
class House:
    """A data folder, the marks outside it, and a folder for copies."""

    data: Path
    marks: Path
    aside: Path
    clock: SteppedClock
    url: str | None = None

    @property
    def file(self) -> Path:
        """The books."""
        return self.data / "counterfoil.sqlite3"

    @property
    def mark_file(self) -> Path:
        """The mark of the only desk."""
        (found,) = self.marks.glob("*.mark")
        return found

    def config(self, code: str) -> Config:
        """Return what a start of a desk is told."""
        return Config(Paths(self.data, given_marks=self.marks), self.url, code)

    @contextlib.contextmanager
    def start(self, code: str = "D1") -> Iterator[Start]:
        """Start the desk, let it look at its books, and end it after the block."""
        config = self.config(code)
        logs.open_log(config.paths.log)
        opened = bootstrap.open_database(config, clock=self.clock, practice=True)
        opened.check.wait()
        counter = Counter(opened.database, self.clock, lambda _event: None, ACTS)
        works_at(opened.database, Installed("", opened.at_desk().desk_id, code), "clerk")
        try:
            if not opened.database.halts.current and not ListOfferings(opened.database)():
                bootstrap._fill_with_samples(opened, config)
            yield Start(opened, counter)
        finally:
            opened.mark.close()
            opened.database.close()

    def copy(self, name: str) -> Path:
        """Copy the whole data folder."""
        there = self.aside / name
        shutil.copytree(self.data, there)
        return there

    def put_back(self, there: Path) -> None:
        """Put a copy in the place of the whole data folder."""
        shutil.rmtree(self.data, ignore_errors=True)
        shutil.copytree(there, self.data)


@pytest.fixture
def house(tmp_path: Path, clock: SteppedClock) -> House:
    """Return an empty house."""
    return House(tmp_path / "data", tmp_path / "marks", tmp_path / "aside", clock)
