"""Calls that hang outside keep nobody waiting who needs nobody outside."""

import inspect
import threading
from collections.abc import Iterator
from concurrent.futures import Future, wait
from dataclasses import fields
from pathlib import Path

import pytest

from db.ids import RequestKey
from db.install import Installed
from db.node_clock import wall_clock
from desktop.bootstrap import Desk, open_desk
from desktop.config import Config
from desktop.paths import Paths
from desktop.services.application import Services
from desktop.services.domain.payment_request import PaymentResult, TakePaymentRequest
from desktop.services.events import Event
from desktop.services.outside import WAITS_FOR, off_the_desk, waits_outside
from desktop.services.scheduler import Job, Scheduler
from desktop.ui.desk_pool import SEATS, DeskPool
from desktop.use_cases import every
from tests.actors import works_at
from tests.counter import Counter, parts_of
from tests.gateways.practice_driver import PracticeDriver

PATIENCE = 30.0


def ignore(_event: Event) -> None:
    """Take an event."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(Config(Paths(tmp_path)), ignore) as opened:
        yield opened


@pytest.fixture
def pool() -> Iterator[DeskPool]:
    with DeskPool() as made:
        yield made


def test_four_calls_that_hang_at_the_gateway_do_not_block_a_cash_sale(desk: Desk, pool: DeskPool) -> None:
    me = desk.services.actor()
    works_at(desk.database, Installed("", me.desk_id, "D1"))
    hold = Counter(desk.database, wall_clock, ignore).hold()
    driver = PracticeDriver(desk.practice_url)
    driver.fault("timeout", seconds=10, count=None)
    hanging: list[Future[object]] = [
        pool.submit(lambda: desk.services.reconcile(actor=me)) for _ in range(SEATS)
    ]
    request = TakePaymentRequest(
        hold.booking_id, RequestKey("cash-sale"), parts_of(cash_paise=hold.total_paise)
    )
    sold: Future[PaymentResult] = pool.submit(lambda: desk.services.take_payment(request, actor=me))
    assert sold.result(9).document_id is not None
    assert not any(call.done() for call in hanging)
    assert len(waits_outside()) == SEATS
    wait(hanging, PATIENCE)
    driver.close()


def test_whatever_waits_outside_gives_up_its_seat_once(pool: DeskPool) -> None:
    over = threading.Event()
    outside = off_the_desk("reconcile", lambda: over.wait(PATIENCE))
    hanging = [pool.submit(outside) for _ in range(3 * SEATS)]
    # Every one of the seats can still be had, at the same time.
    together = threading.Barrier(SEATS)
    seated = [pool.submit(lambda: together.wait(10)) for _ in range(SEATS)]
    assert sorted(one.result(10) for one in seated) == list(range(SEATS))
    over.set()
    wait(hanging, PATIENCE)
    # No seat was made up by those that came back: one more than there are has to wait.
    inside, most, lock = [0], [0], threading.Lock()
    hold_on = threading.Event()

    def work() -> None:
        with lock:
            inside[0] += 1
            most[0] = max(most[0], inside[0])
        hold_on.wait(0.05)
        with lock:
            inside[0] -= 1

    wait([pool.submit(work) for _ in range(4 * SEATS)], PATIENCE)
    assert most[0] <= SEATS


def test_every_use_case_that_asks_the_gateway_or_the_keyring_is_in_the_table() -> None:
    names = {field.name for field in fields(Services)}
    assert set(WAITS_FOR) <= names
    listed = inspect.getsource(every._services)
    for line in listed.splitlines():
        name = line.strip().partition("=")[0]
        if name in names and (
            "gateway" in line.partition("=")[2] or "LiveKeys(" in line or "follow." in line
        ):
            asks_nobody = name in ("show_gateway", "list_gateway_days")
            assert asks_nobody or name in WAITS_FOR, name


def test_a_job_that_hangs_keeps_no_other_job_waiting() -> None:
    over, ran = threading.Event(), threading.Event()
    jobs = [Job(f"hangs-{n}", lambda: over.wait(PATIENCE), every_seconds=100) for n in range(6)]
    scheduler = Scheduler([*jobs, Job("runs", ran.set, every_seconds=100)], lambda *_failed: None)
    scheduler.start()
    assert ran.wait(20)
    assert set(scheduler.stop(0.05)) == {job.name for job in jobs}
    over.set()
    assert scheduler.stop(PATIENCE) == ()
