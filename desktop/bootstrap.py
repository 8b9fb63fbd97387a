"""Builds everything once; the only place that knows everyone.

Order of a start: live keys unless practising -> database opened and migrated -> who we are in it -> its
clock -> sample data when practising -> gateway -> use cases -> background jobs. Closing runs the same way
back.
"""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from functools import wraps
from pathlib import Path
from typing import Any

from db.actor import Actor
from db.database import Database, translated
from db.engine import open_engine
from db.errors import DatabaseBusy, DatabaseTrouble, DatabaseUnavailable, OutcomeUnknown
from db.halts import WritesHalted
from db.install import install
from db.migrate import migrate
from db.node_clock import Clock, start_node_clock, wall_clock
from desktop import use_cases
from desktop.config import Config
from desktop.logs import log, tell_journal
from desktop.practice.server import PracticeServer
from desktop.services.application import Services
from desktop.services.catalogue.create_sample_catalogue import CreateSampleCatalogue
from desktop.services.customers.create_sample_customers import CreateSampleCustomers
from desktop.services.customers.save_customer import SaveCustomer
from desktop.services.customers.top_up_wallet import TopUpWallet
from desktop.services.domain.business_date import NIGHT_ENDS_MINUTE, night_of
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.errors import DatabaseLost
from desktop.services.events import ConditionChanged, Event, Publish
from desktop.services.gateways.live_keys import LiveKeys, read_live_keys
from desktop.services.gateways.port import PaymentGateway
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from desktop.services.halted import SalesHalted
from desktop.services.keeping.check_books import CheckBooks
from desktop.services.keeping.check_place import CheckPlace
from desktop.services.scheduler import Scheduler

PRACTICE_KEY = "rzp_test_practice00000"
PRACTICE_SECRET = "practice-secret"  # noqa: S105  it opens nothing but the stand-in on this machine


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk that is ready to sell. `practice_url` is the practice gateway's address, empty when live."""

    services: Services
    database: Database
    gateway: PaymentGateway
    scheduler: Scheduler
    practice_url: str


@contextlib.contextmanager
def open_desk(config: Config, publish: Publish, *, clock: Clock | None = None) -> Iterator[Desk]:
    """Build a desk and close it at the end of the block. The scheduler is built, not started.

    `clock` takes the place of the database node's. Raises DatabaseTrouble (DatabaseOfOtherMode: practice and
    real money share none), NoLiveKeys, NoKeyStore and KeyStoreTrouble.
    """
    # Before the database: a start that fails for want of keys must not decide what the database is for.
    keys = None if config.practice else _live_keys()
    with contextlib.ExitStack() as stack:
        opened = open_database(config, clock=clock, practice=config.practice)
        database = opened.database
        stack.callback(database.close)
        stack.callback(opened.check.wait)
        database.halts.changed = lambda: _quiet(publish)(ConditionChanged())
        facts = DeskSettings(config.time_zone, config.practice, config.grace_seconds)
        practice_url = ""
        if config.practice:
            with contextlib.suppress(WritesHalted):  # the desk opens for reading
                _fill_with_samples(opened, config)
            practice_url = stack.enter_context(practice_server(config.paths.practice)).base_url
        gateway = _live_gateway(keys.key_id, keys.key_secret) if keys else _practice_gateway(practice_url)
        phone_url = f"{practice_url}/phone" if practice_url else ""
        built = use_cases.build(
            database,
            gateway,
            facts,
            config,
            _quiet(publish),
            lambda: opened.actor,
            _live_gateway,
            phone_url=phone_url,
        )
        scheduler = Scheduler(use_cases.jobs(built, database), _job_failed)
        stack.callback(scheduler.stop)
        yield Desk(_translated(built.services, database), database, gateway, scheduler, practice_url)


@dataclass(frozen=True, slots=True)
class OpenedDatabase:
    """A database, and who acts on it at this desk."""

    database: Database
    actor: Actor
    check: CheckBooks


def open_database(
    config: Config, *, clock: Clock | None = None, practice: bool | None = None
) -> OpenedDatabase:
    """Open and migrate the database and find out who we are in it. Raises DatabaseTrouble.

    `practice` is for what it shall be used; None, for what takes no money, opens one of either mode.
    """
    open_folder(config.paths.data_dir)
    engine = open_engine(config.url)
    try:
        with translated(engine):
            migrate(engine)
            installed = install(engine, desk_code=config.desk_code, clerk=config.clerk, practice=practice)
            if clock is None and engine.dialect.name == "sqlite":
                clock = start_node_clock(engine)
    except BaseException:
        engine.dispose()
        raise
    database = Database(engine, clock=clock, home=installed.home, committed=tell_journal)
    check = CheckBooks(database, (CheckPlace(database),), _job_failed)
    check.start()
    return OpenedDatabase(database, Actor(config.clerk, installed.desk_id), check)


def open_folder(folder: Path) -> None:
    """Make the data folder. Raises DatabaseUnavailable where none can be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseUnavailable(f"the folder {folder} can't be used ({error.strerror})") from error


def _fill_with_samples(opened: OpenedDatabase, config: Config) -> None:
    database, actor = opened.database, opened.actor
    with database.read() as session:
        # The night that has begun is on sale too.
        today = night_of(session.now, config.time_zone, NIGHT_ENDS_MINUTE)
    CreateSampleCatalogue(database)(today, actor=actor)
    CreateSampleCustomers(SaveCustomer(database), TopUpWallet(database))(actor=actor)


def practice_server(file: Path) -> PracticeServer:
    """Return the practice gateway over `file`; several desks may each run one over the same file."""
    return PracticeServer(file, key_id=PRACTICE_KEY, key_secret=PRACTICE_SECRET)


class NoLiveKeys(Exception):
    """The desk shall take real money, but the system's keyring has no keys for it."""


def _live_keys() -> LiveKeys:
    keys = read_live_keys()
    if keys is None:
        raise NoLiveKeys
    return keys


def _practice_gateway(practice_url: str) -> PaymentGateway:
    return RazorpayGateway(
        PRACTICE_KEY, PRACTICE_SECRET, base_url=practice_url, practice=True, now=wall_clock
    )


def _live_gateway(key_id: str, key_secret: str) -> PaymentGateway:
    return RazorpayGateway(key_id, key_secret, practice=False, now=wall_clock)


def _quiet(publish: Publish) -> Publish:
    """An event only informs: a window that can't take it must not undo what has been committed."""

    def tell(event: Event) -> None:
        try:
            publish(event)
        except Exception:  # noqa: BLE001  the change is committed; the listener's fault is logged instead
            log.exception("EVENT_LISTENER_FAILED", kind=type(event).__name__)

    return tell


def _job_failed(name: str, error: BaseException) -> None:
    log.error("JOB_FAILED", job=name, error=repr(error))


def _translated(services: Services, database: Database) -> Services:
    """Return the services with database trouble in words that windows know."""
    changed: dict[str, Any] = {
        field.name: with_words(getattr(services, field.name), database)
        for field in fields(services)
        if callable(getattr(services, field.name))
    }
    return replace(services, **changed)


def with_words(use_case: Callable[..., Any], database: Database) -> Callable[..., Any]:
    """Return the use case with DatabaseLost for database trouble.

    Trouble after a commit of the same use case leaves unknown what the whole has come to.
    """

    @wraps(use_case, updated=())
    def call(*args: Any, **kwargs: Any) -> Any:
        before = database.commits
        try:
            return use_case(*args, **kwargs)
        except WritesHalted as halted:
            raise SalesHalted(halted.halt) from halted
        except DatabaseTrouble as trouble:
            unknown = isinstance(trouble, OutcomeUnknown) or database.commits > before
            raise DatabaseLost(busy=isinstance(trouble, DatabaseBusy), unknown=unknown) from trouble

    return call
