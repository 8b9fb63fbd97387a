"""A desk as bootstrap builds it, over a database file and a practice gateway that others may share."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from db.engine import open_engine
from db.install import install
from db.migrate import migrate
from desktop import use_cases
from desktop.bootstrap import PRACTICE_KEY, PRACTICE_SECRET, keep_mark
from desktop.config import TIME_ZONE, Config
from desktop.logs import tell_journal
from desktop.paths import Paths
from desktop.released import RELEASED
from desktop.services.catalogue.create_sample_catalogue import CreateSampleCatalogue
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.gateways.rate_limit import RateLimit
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from desktop.services.timing.compare_clocks import CompareClocks
from desktop.use_cases import UseCases
from tests.actors import actor_of, at_desk_of, works_at
from tests.simulation.stopping import Reach, StoppableDatabase

# A Monday morning in India.
START = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
UNLIMITED = 1_000_000_000
TIMEOUTS_SECONDS = (5.0, 10.0)


@dataclass
class StepClock:
    """The desks' clock; moves only when it is told to."""

    now: datetime = START

    def __call__(self) -> datetime:
        """Return the time."""
        return self.now

    def advance(self, seconds: float) -> None:
        """Move the time on."""
        self.now += timedelta(seconds=seconds)


@dataclass
class OpenDesk:
    """A running desk: everything that is lost when its process ends."""

    code: str
    database: StoppableDatabase
    gateway: RazorpayGateway
    built: UseCases

    def drop(self) -> None:
        """Let go of files and connections, and write nothing."""
        self.gateway.close()
        self.database.close()


def open_desk(
    folder: Path, code: str, clock: Callable[[], datetime], practice_url: str, reach: Reach
) -> OpenDesk:
    """Open the database in `folder` as one desk, with a gateway of its own that is not slowed down."""
    config = Config(Paths(folder, given_marks=folder / "marks"), desk_code=code)
    engine = open_engine(config.url)
    migrate(engine)
    who = install(engine, desk_code=code, clerk="clerk")
    database = works_at(
        StoppableDatabase(engine, clock=clock, home=who.home, committed=tell_journal), who, "clerk"
    )
    database.reach = reach
    gateway = RazorpayGateway(
        PRACTICE_KEY,
        PRACTICE_SECRET,
        base_url=practice_url,
        practice=True,
        now=clock,
        rate_limit=RateLimit(per_second=UNLIMITED, burst=UNLIMITED),
        timeouts_seconds=TIMEOUTS_SECONDS,
    )
    facts = DeskSettings(TIME_ZONE, practice=True)
    built = use_cases.build(
        database,
        gateway,
        facts,
        config,
        lambda _event: None,
        at_desk_of(database),
        lambda _key, _secret: gateway,
        CompareClocks(database, lambda: actor_of(database), released=RELEASED, time_zone="Asia/Kolkata"),
        keep_mark(config, database, actor_of(database), who.home, lambda _name, _error: None),
    )
    return OpenDesk(code, database, gateway, built)


def fill(desk: OpenDesk, clock: Callable[[], datetime]) -> None:
    """Put the sample catalogue on sale, or keep it 90 days long."""
    CreateSampleCatalogue(desk.database)(clock().date(), actor=actor_of(desk.database))
