"""A desk that sells, cancels and lets holds end, as a process of its own that is told when to go on."""

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import event

from db.database import JournalRecord
from db.engine import open_engine, sqlite_url
from db.install import install
from db.migrate import migrate
from desktop.services.catalogue.create_sample_catalogue import CreateSampleCatalogue
from desktop.services.domain.booking import Hold
from tests.actors import actor_of, works_at
from tests.counter import Counter
from tests.simulation.stopping import COMMITTED, StoppableDatabase

FIRST_MOMENT = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
CODES = ("DLX", "STD", "GOA", "KAAS")
# Small, so that a short run sees many of them.
CHECKPOINT_PAGES = 60


class Moving:
    """A clock that moves on a little at each look, so that every run is the same."""

    def __init__(self, seed: int) -> None:
        self.now = FIRST_MOMENT + timedelta(minutes=seed % 60)

    def __call__(self) -> datetime:
        """Return the time."""
        self.now += timedelta(milliseconds=7)
        return self.now


def open_selling(file: Path, desk_code: str, clock: Callable[[], datetime] | None) -> StoppableDatabase:
    """Open and migrate a file as one desk. It writes its log back early."""
    engine = open_engine(sqlite_url(file))

    @event.listens_for(engine, "connect")
    def write_back_early(connection: Any, _record: object) -> None:
        connection.execute(f"PRAGMA wal_autocheckpoint={CHECKPOINT_PAGES}")

    migrate(engine)
    who = install(engine, desk_code=desk_code, clerk="clerk")
    told: list[JournalRecord] = []
    return works_at(StoppableDatabase(engine, clock=clock, home=who.home, committed=told.extend), who)


def sell_on(counter: Counter, random: Random, advance: Callable[[float], None]) -> Iterator[str]:
    """Act for ever; each turn is one whole act at the counter, told by its name when it is over."""
    sold: list[Hold] = []
    for number in count():
        act = random.choices(("cash", "wallet", "cancel", "lapse", "top-up"), (5, 3, 3, 1, 1))[0]
        customer = counter.customer(50_000_00, f"98765{number % 100_000:05}", f"Customer {number}")
        if act == "top-up":
            yield act
            continue
        if act == "cancel" and sold:
            counter.cancel(sold.pop(random.randrange(len(sold))))
            yield act
            continue
        item = counter.item(random.choice(CODES[:2]), ahead=1 + number % 50)
        hold = counter.hold(counter.quote(item, customer=customer), customer)
        if act == "lapse":
            advance(601)
            counter.sweep()
        else:
            tender = "wallet_paise" if act == "wallet" else "cash_paise"
            counter.pay(hold, "", **{tender: hold.total_paise})
            sold.append(hold)
        yield act


def main(file: str, seed: str) -> None:
    """Tell each commit and wait for a line before going on."""
    clock = Moving(int(seed))
    database = open_selling(Path(file), "D1", clock)
    CreateSampleCatalogue(database)(FIRST_MOMENT.date(), actor=actor_of(database))

    def reach(point: str) -> None:
        if point == COMMITTED:
            print("committed", flush=True)
            if not sys.stdin.readline():
                sys.exit(0)

    database.reach = reach
    counter = Counter(database, lambda: clock.now, lambda _event: None)

    def advance(seconds: float) -> None:
        clock.now += timedelta(seconds=seconds)

    for _act in sell_on(counter, Random(int(seed)), advance):
        pass


if __name__ == "__main__":
    main(*sys.argv[1:])
