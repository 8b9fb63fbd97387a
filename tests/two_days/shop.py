"""A shop with two desks on one database, three people, a clock, and a practice gateway."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from db import people
from db.actor import Actor
from db.database import Database
from db.ids import RequestKey
from db.states import Role
from desktop import use_cases
from desktop.config import TIME_ZONE, Config
from desktop.paths import Paths
from desktop.practice.server import PracticeServer
from desktop.released import RELEASED
from desktop.services.application import Services
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.events import Event
from desktop.services.gateways.rate_limit import RateLimit
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from desktop.services.staff.at_desk import AtDesk
from desktop.services.steps.pins import hash_secret
from desktop.services.timing.compare_clocks import CompareClocks
from desktop.use_cases import UseCases
from tests.actors import actor_of
from tests.conftest import Recorder, SteppedClock, open_database
from tests.gateways.practice_driver import PracticeDriver
from tests.marks import mark_of
from tests.two_days.hand_book import HandBook

if TYPE_CHECKING:
    from tests.two_days.selling import Sold

KEY_ID, KEY_SECRET = "rzp_test_practice00000", "practice-secret"
PINS = {"11": "482915", "12": "605913", "90": "730264"}
NAMES = {"11": "Ravi", "12": "Sita", "90": "Meena"}
UNLIMITED = 1_000_000_000


@dataclass
class Desk:
    """One counter: its use cases, and who stands there. `shift` is the id of its open shift."""

    code: str
    database: Database
    built: UseCases
    shift: str = ""
    person: str = ""

    @property
    def services(self) -> Services:
        return self.built.services

    @property
    def actor(self) -> Actor:
        return self.services.actor()


@dataclass
class Shop:
    """Both desks, and what was written by hand about all that is done."""

    desks: dict[str, Desk]
    clock: SteppedClock
    practice: PracticeDriver
    random: Random
    book: HandBook = field(default_factory=HandBook)
    # Bookings that a part has confirmed, the balance open.
    deposits: list["Sold"] = field(default_factory=list)
    keys: Iterator[int] = field(default_factory=lambda: count(1))

    def key(self) -> RequestKey:
        """Return a request key that nobody has used."""
        return RequestKey(f"act-{next(self.keys)}")

    def step(self, minutes: float) -> None:
        """Let the time pass at the desks and at the gateway."""
        seconds = round(minutes * 60)
        self.clock.advance(seconds)
        self.practice.advance(seconds)

    def at(self, desk: str, code: str) -> Desk:
        """Let this person stand at the desk."""
        found = self.desks[desk]
        if found.person != NAMES[code]:
            found.services.sign_in(code, PINS[code])
            found.person = NAMES[code]
        return found

    def local_hour(self) -> float:
        """Return the hour of the day at the desks."""
        now = self.clock().astimezone(ZoneInfo(TIME_ZONE))
        return now.hour + now.minute / 60

    def today(self) -> date:
        """Return the day at the desks."""
        return self.clock().astimezone(ZoneInfo(TIME_ZONE)).date()

    def wait_until(self, hour: float) -> None:
        """Let the time pass until it is this hour at the desks: today's, else tomorrow's."""
        self.step((hour - self.local_hour()) % 24 * 60)


@contextmanager
def open_shop(url: str, folder: Path, seed: int) -> Iterator[Shop]:
    """Open two desks on the database, which has the sample catalogue; the house keeps its people."""
    clock = SteppedClock()
    with ExitStack() as stack:
        file = folder / "practice.sqlite3"
        server = stack.enter_context(PracticeServer(file, key_id=KEY_ID, key_secret=KEY_SECRET))
        practice = PracticeDriver(server.base_url)
        stack.callback(practice.close)
        practice.reset()
        desks: dict[str, Desk] = {}
        for code in ("D1", "D2"):
            database = open_database(url, clock, Recorder(), code)
            stack.callback(database.close)
            if not desks:
                _keep_people(database)
            desks[code] = Desk(code, database, _built(stack, database, server.base_url, folder, code, clock))
        yield Shop(desks, clock, practice, Random(seed))


def _keep_people(database: Database) -> None:
    with database.write(actor_of(database)) as session:
        for code, name in NAMES.items():
            role = Role.MANAGER if code == "90" else Role.CLERK
            people.add(session, code=code, name=name, role=role, pin_hash=hash_secret(PINS[code]))


def _built(
    stack: ExitStack, database: Database, url: str, folder: Path, code: str, clock: SteppedClock
) -> UseCases:
    at_desk = AtDesk(actor_of(database).desk_id, "nobody", keeps_people=True)
    gateway = RazorpayGateway(
        KEY_ID,
        KEY_SECRET,
        base_url=url,
        practice=True,
        now=clock,
        rate_limit=RateLimit(per_second=UNLIMITED, burst=UNLIMITED),
    )
    stack.callback(gateway.close)
    gateway.payments_between(clock(), clock())  # the two clocks differ; the first answer tells by how much

    def quiet(_event: Event) -> None:
        """No window listens."""

    return use_cases.build(
        database,
        gateway,
        DeskSettings(TIME_ZONE, practice=True),
        Config(Paths(folder / code, given_marks=folder / "marks"), desk_code=code),
        quiet,
        at_desk,
        lambda _key, _secret: gateway,
        CompareClocks(database, at_desk, released=RELEASED, time_zone=TIME_ZONE),
        mark_of(database, folder, code),
    )
