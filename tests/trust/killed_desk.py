"""A desk that sells until it is killed, and what is looked up afterwards."""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from db.database import Database
from db.engine import open_engine
from db.ids import BookingId
from db.install import install
from db.migrate import migrate
from db.node_clock import NodeClock, wall_clock
from db.states import BookingState
from desktop.services.auditing.audit_database import AuditDatabase
from desktop.services.catalogue.create_sample_catalogue import CreateSampleCatalogue
from desktop.services.domain.booking import Hold
from desktop.services.domain.business_date import NIGHT_ENDS_MINUTE, night_of
from desktop.services.errors import DeskError
from desktop.services.records.booking_record import read_booking
from tests.actors import actor_of, works_at
from tests.counter import ZONE, Counter

CODES = ("DLX", "STD")
DAYS = 60
URL = "COUNTERFOIL_KILLED_DESK"


@dataclass
class OneLife(Counter):
    """A clerk whose request keys are of this life of the desk: an earlier one had others."""

    life: str = ""

    def key(self) -> str:
        """Return a request key that nobody has used."""
        return f"{self.life}-{next(self.numbers)}"


def open_desk(url: str, desk_code: str) -> Database:
    """Open the database as the program does, as one desk."""
    engine = open_engine(url)
    migrate(engine)
    who = install(engine, desk_code=desk_code, clerk=desk_code)
    clock = NodeClock(engine) if engine.dialect.name == "sqlite" else None
    return works_at(Database(engine, clock=clock, home=who.home), who, desk_code)


def prepare(url: str) -> None:
    """Make the schema and the sample catalogue."""
    database = open_desk(url, "D1")
    with database.read() as session:
        today = night_of(session.now, ZONE, NIGHT_ENDS_MINUTE)
    CreateSampleCatalogue(database)(today, actor=actor_of(database))
    database.close()


def sell(url: str, desk_code: str, number: int) -> None:
    """Sell and cancel for ever; print each booking's new state once the desk was told of it."""
    database = open_desk(url, desk_code)
    counter = OneLife(database, wall_clock, lambda _event: None, life=f"{desk_code}-{number}")
    random = Random(f"{desk_code}-{number}")
    sold: list[Hold] = []
    for turn in range(1_000_000):
        try:
            if sold and random.random() < 1 / 3:
                hold = sold.pop(random.randrange(len(sold)))
                counter.cancel(hold)
                tell(hold.booking_id, BookingState.CANCELLED)
                continue
            customer = counter.customer(20_000_00, f"98{random.randrange(10**8):08}", f"Guest {turn}")
            item = counter.item(random.choice(CODES), ahead=random.randrange(1, DAYS))
            hold = counter.hold(counter.quote(item, customer=customer), customer)
            tell(hold.booking_id, BookingState.HELD)
            share = min(hold.total_paise, 2_000_00)
            counter.pay(hold, wallet_paise=share, cash_paise=hold.total_paise - share)
        except DeskError:
            continue  # another desk was faster, or the house is full that night
        tell(hold.booking_id, BookingState.CONFIRMED)
        sold.append(hold)


def tell(booking_id: str, state: BookingState) -> None:
    """Say it only now: whoever reads it was promised it."""
    os.write(sys.stdout.fileno(), (json.dumps([booking_id, state]) + "\n").encode())


def faults_of(url: str, acknowledged: Mapping[str, str]) -> list[str]:
    """Return each booking that is not what its desk was told, and each check of the audit that fails."""
    further = {
        BookingState.HELD: set(BookingState),
        BookingState.CONFIRMED: {BookingState.CONFIRMED, BookingState.CANCELLED, BookingState.COMPLETED},
        BookingState.CANCELLED: {BookingState.CANCELLED},
    }
    engine = open_engine(url)
    clock = NodeClock(engine) if engine.dialect.name == "sqlite" else None
    database, found = Database(engine, clock=clock, home=""), []
    try:
        with database.read() as session:
            for booking_id, told in acknowledged.items():
                state = read_booking(session, BookingId(booking_id)).state
                if state not in further[BookingState(told)]:
                    found.append(f"{booking_id}: told {told}, found {state}")
        found += [f"{line.name}: {line.faults[:3]}" for line in AuditDatabase(database)() if not line.passed]
    finally:
        database.close()
    return found


if __name__ == "__main__":
    sell(os.environ[URL], sys.argv[1], int(sys.argv[2]))
