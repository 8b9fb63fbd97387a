"""Builds everything once; the only place that knows everyone.

Order of a start: database opened and migrated -> who we are in it -> its clock -> sample data when
practising -> gateway, if there is one -> use cases -> background jobs. Closing runs the same way back.
"""

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from db import people
from db.actor import Actor
from db.database import Database
from db.engine import open_engine, place_of
from db.errors import DatabaseUnavailable
from db.folders import refuse_shared
from db.halt import Halt, HaltKind
from db.halts import WritesHalted
from db.install import Installed, install
from db.machines import DeskMachine
from db.migrate import migrate
from db.mode import is_practice
from db.node_clock import Clock, NodeClock
from db.open_desks import RENEWED_EVERY_SECONDS, hold_desk
from db.reach import Reach
from db.server_watch import ServerWatch
from db.standby import find_installed, reads_only
from db.troubles import translated
from desktop import use_cases
from desktop.background_jobs import jobs
from desktop.cash_drawer import CashDrawer
from desktop.config import Config
from desktop.database_words import translated_services
from desktop.logs import log, tell_journal
from desktop.machine import read_machine
from desktop.outage_log import OutageLog
from desktop.paths import Paths
from desktop.practice.server import PracticeServer
from desktop.released import RELEASED
from desktop.rights import settle_rights
from desktop.services.application import Services
from desktop.services.catalogue.create_sample_catalogue import CreateSampleCatalogue
from desktop.services.customers.create_sample_customers import CreateSampleCustomers
from desktop.services.domain.business_date import NIGHT_ENDS_MINUTE, night_of
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.disturbance import GatewayAnswer
from desktop.services.events import ConditionChanged, DrawerSilent, Event, Publish
from desktop.services.gateways.live_keys import KeyStoreTrouble, NoKeyStore, read_live_keys
from desktop.services.gateways.no_gateway import NoGateway
from desktop.services.gateways.port import PaymentGateway
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from desktop.services.keeping.back_up import BackUp
from desktop.services.keeping.check_books import CheckBooks
from desktop.services.keeping.check_pages import CheckPages
from desktop.services.keeping.check_place import CheckPlace
from desktop.services.keeping.keep_mark import KeepMark, Marked
from desktop.services.keeping.witnesses import Witnesses
from desktop.services.scheduler import Job, Scheduler
from desktop.services.staff.at_desk import AtDesk
from desktop.services.timing.compare_clocks import CompareClocks

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
    back_up: BackUp
    at_desk: AtDesk
    # Until the books were looked at; what is written meanwhile would be taken for what they had before.
    wait_for_look: Callable[[], None]


@contextlib.contextmanager
def open_desk(config: Config, publish: Publish, *, clock: Clock | None = None) -> Iterator[Desk]:
    """Build a desk and close it at the end of the block. The scheduler is built, not started.

    `clock` takes the place of the database node's. Raises DatabaseTrouble (DatabaseOfOtherMode: practice and
    real money share none).
    """
    with contextlib.ExitStack() as stack:
        opened = open_database(config, clock=clock, practice=config.practice)
        database = opened.database
        stack.callback(database.close)
        machine = DeskMachine(database, config.desk_code, read_machine(config.paths.machine))
        machine.check()
        held = hold_desk(database, config.desk_code, opened.at_desk(), config.paths.data_dir)
        stack.callback(held.end)
        machine.note(opened.at_desk())
        stack.callback(opened.mark.close)
        stack.callback(opened.check.wait)
        database.halts.changed = lambda: _quiet(publish)(ConditionChanged())
        _watch(stack, opened, _quiet(publish))
        drawer = CashDrawer(config.cash_drawer, lambda: _quiet(publish)(DrawerSilent()))
        database.drawer_opens = lambda desk_id: drawer.open() if desk_id == opened.at_desk().desk_id else None
        facts = DeskSettings(config.time_zone, config.practice, config.grace_seconds)
        practice_url = ""
        if config.practice:
            if not opened.reads_only:
                opened.mark.begun_anew = lambda: _fill_with_samples(opened, config)
                _fill_with_samples(opened, config)
            practice_url = stack.enter_context(practice_server(config.paths.practice)).base_url
        now = opened.compare.now
        gateway = _practice_gateway(practice_url, now) if config.practice else kept_gateway(now)
        phone_url = f"{practice_url}/phone" if practice_url else ""
        built = use_cases.build(
            database,
            gateway,
            facts,
            config,
            _quiet(publish),
            opened.at_desk,
            partial(_live_gateway, now=now),
            opened.compare,
            opened.mark,
            phone_url=phone_url,
        )
        stack.callback(built.print_queue.stop)
        renewing = Job("hold_desk", held.renew, every_seconds=RENEWED_EVERY_SECONDS)
        scheduler = Scheduler((*jobs(built, database), renewing), opened.outages.job_failed)
        stack.callback(scheduler.stop)
        services = translated_services(built.services, database)
        yield Desk(
            services,
            database,
            gateway,
            scheduler,
            practice_url,
            built.back_up,
            opened.at_desk,
            opened.check.wait,
        )


@dataclass(frozen=True, slots=True)
class OpenedDatabase:
    """A database, and who acts on it at this desk."""

    database: Database
    at_desk: AtDesk
    check: CheckBooks
    compare: CompareClocks
    mark: KeepMark
    outages: OutageLog = field(default_factory=OutageLog)
    # The server takes no writes; `install` makes up for what was not installed when it does.
    reads_only: bool = False
    install: Callable[[], object] = lambda: None


def open_database(
    config: Config, *, clock: Clock | None = None, practice: bool | None = None
) -> OpenedDatabase:
    """Open and migrate the database and find out who we are in it. Raises DatabaseTrouble.

    `practice` is for what it shall be used; None, for what takes no money, opens one of either mode.
    """
    if config.database_file is not None:
        refuse_shared(config.database_file.parent)
    open_folder(config.paths)
    engine = open_engine(config.url)

    def install_here() -> Installed:
        migrate(engine)
        return install(engine, desk_code=config.desk_code, clerk=config.clerk, practice=practice)

    try:
        with translated(engine):
            is_standby = reads_only(engine)
            if is_standby:
                installed = find_installed(engine, desk_code=config.desk_code, practice=practice)
            else:
                installed = install_here()
            if clock is None and engine.dialect.name == "sqlite":
                clock = NodeClock(engine)
    except BaseException:
        engine.dispose()
        raise
    # Once more for what has just been made.
    open_folder(config.paths)
    database = Database(engine, clock=clock, home=installed.home, committed=tell_journal)
    if is_standby:
        database.halts.put(Halt(HaltKind.STANDBY))
    outages = OutageLog()
    with database.read() as session:
        at_desk = AtDesk(installed.desk_id, config.clerk, keeps_people=people.are_kept(session))
    actor = at_desk()
    compare = CompareClocks(database, at_desk, released=RELEASED, time_zone=config.time_zone)
    mark = keep_mark(config, database, actor, installed.home, outages.job_failed)
    # What the mark adopts is journalled after the clock was looked at.
    looks = () if is_standby else (CheckPlace(database), mark.compare, compare, mark.adopt)
    check = CheckBooks(database, (CheckPages(database), *looks), outages.job_failed)
    check.start()
    return OpenedDatabase(database, at_desk, check, compare, mark, outages, is_standby, install_here)


def keep_mark(
    config: Config,
    database: Database,
    actor: Actor,
    home: str,
    failed: Callable[[str, BaseException], None],
) -> KeepMark:
    """Return what keeps this desk's mark outside the data folder; it hears of every commit from now on."""
    with database.engine.connect().execution_options(reads_only=True) as connection:
        practice = is_practice(connection)
    marked = Marked(config.paths.marks, place_of(database.engine), home, config.desk_code, practice)
    whose = {"home": home, "desk_id": actor.desk_id, "code": config.desk_code}
    witnesses = Witnesses(config.paths.log, config.paths.copies, **whose)
    return KeepMark(database, actor, marked, witnesses, failed)


def _watch(stack: contextlib.ExitStack, opened: OpenedDatabase, publish: Publish) -> None:
    """Look whether the database answers as long as the desk is open."""

    def changed(before: Reach | None, now: Reach | None) -> None:
        opened.outages.changed(before, now)
        publish(ConditionChanged())

    opened.database.watch.changed = changed
    watch = ServerWatch(opened.database, opened.install)
    stack.callback(watch.stop)
    watch.start()


def open_folder(paths: Paths) -> None:
    """Make the data folder, for its user alone. Raises DatabaseUnavailable where it can't be written."""
    folder = paths.data_dir
    try:
        is_new = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise DatabaseUnavailable(f"the folder {folder} can't be written by this user")
        too_open = settle_rights(folder, made_by_us=is_new or paths.given is None)
    except OSError as error:
        raise DatabaseUnavailable(f"the folder {folder} can't be used ({error.strerror})") from error
    if too_open:
        log.warning("FOLDER_OPEN_TO_OTHERS", said=too_open)


def _fill_with_samples(opened: OpenedDatabase, config: Config) -> None:
    database, actor = opened.database, opened.at_desk()
    with database.read() as session:
        # The night that has begun is on sale too.
        today = night_of(session.now, config.time_zone, NIGHT_ENDS_MINUTE)
    # A halted desk opens without them and gets them when it begins anew, or at the next start.
    with contextlib.suppress(WritesHalted):
        CreateSampleCatalogue(database)(today, actor=actor)
        CreateSampleCustomers(database)(actor=actor)


def practice_server(file: Path) -> PracticeServer:
    """Return the practice gateway over `file`; several desks may each run one over the same file."""
    return PracticeServer(file, key_id=PRACTICE_KEY, key_secret=PRACTICE_SECRET)


def kept_gateway(now: Clock) -> PaymentGateway:
    """Return the account whose keys the keyring holds; a desk without them sells by its other tenders."""
    try:
        keys = read_live_keys()
    except (NoKeyStore, KeyStoreTrouble):
        log.warning("KEYS_NOT_READ")
        return NoGateway(GatewayAnswer.NO_KEYRING)
    if keys is None:
        return NoGateway(GatewayAnswer.NO_KEYS)
    return _live_gateway(keys.key_id, keys.key_secret, now)


def _practice_gateway(practice_url: str, now: Clock) -> PaymentGateway:
    return RazorpayGateway(PRACTICE_KEY, PRACTICE_SECRET, base_url=practice_url, practice=True, now=now)


def _live_gateway(key_id: str, key_secret: str, now: Clock) -> PaymentGateway:
    return RazorpayGateway(key_id, key_secret, practice=False, now=now)


def _quiet(publish: Publish) -> Publish:
    """An event only informs: a window that can't take it must not undo what has been committed."""

    def tell(event: Event) -> None:
        try:
            publish(event)
        except Exception:  # noqa: BLE001  the change is committed; the listener's fault is logged instead
            log.exception("EVENT_LISTENER_FAILED", kind=type(event).__name__)

    return tell
