"""The seeded simulation: sales one after another and across each other, with everything that can go wrong."""

import contextlib
import heapq
import itertools
import logging
import random as shared_random
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import structlog

from desktop.logs import open_log
from desktop.practice.faults.kinds import KINDS
from tests.simulation import background
from tests.simulation.books import something_open
from tests.simulation.findings import Findings, examine
from tests.simulation.jobs import (
    poll_open_payments,
    recheck_payments,
    reconcile_payments,
    release_expired_holds,
    send_refunds,
)
from tests.simulation.opening import START
from tests.simulation.sale import mobiles, sell
from tests.simulation.stopping import stoppable_calls
from tests.simulation.world import DESKS, World

SECONDS_BETWEEN_SALES = 20
# A shorter run is not long enough for every kind of fault to strike.
SALES_WITH_EVERY_FAULT = 3000
# After the last sale: closing times first, then the banks' hours, then the days after which money goes back.
QUIET_STEPS = (*[130] * 8, *[4000] * 24, *[50_000] * 10)


def simulate(folder: Path, sales: int, seed: int) -> tuple[dict[str, Any], Findings]:
    """Run it in an empty folder; return the figures and what is wrong. The same seed does the same again."""
    began = time.monotonic()
    world = World(folder, Random(seed))
    shared_random.seed(seed)  # the poll's jitter
    with log_of(folder), stoppable_calls(world.reach):
        world.start()
        try:
            _play(world, sales, seed)
            _come_to_rest(world)
            report = world.at(DESKS[2], reconcile_payments)
            findings = examine(world.desks[DESKS[0]].database, world.driver, _log_files(folder), mobiles())
        finally:
            world.close()
    findings.faults += [f"broke: {text}" for text in world.breaks]
    compared = None if report is None or report.missing else report.comparison
    if compared is None or compared.amount_differences or compared.refund_differences:
        findings.faults.append(f"the desk's own comparison is not even: {report}")
    findings.look_for_leaks("an exception", "\n".join([*world.refusals, *world.breaks]), mobiles())
    never = sorted(set(KINDS) - set(findings.figures["faults by kind"]))
    if never and sales >= SALES_WITH_EVERY_FAULT:
        findings.faults.append(f"never struck: {never}")
    figures = {
        "seed": seed,
        "sales": sales,
        **findings.figures,
        "acts and events": dict(sorted(world.counts.items())),
        "simulated_days": round((world.clock() - START).total_seconds() / 86_400, 1),
        "seconds": round(time.monotonic() - began, 1),
    }
    return figures, findings


def _play(world: World, sales: int, seed: int) -> None:
    """Always the act that is due next, whoever's it is."""
    order = itertools.count()
    due: list[tuple[float, int, Iterator[float]]] = []
    others = [
        *(background.look_after(world, code, seed + number) for number, code in enumerate(DESKS)),
        background.reconcile(world, seed + 10),
        background.decide_cases(world, seed + 11),
        background.change_weather(world, seed + 12),
        background.sell_elsewhere(world, seed + 13),
        background.lengthen_catalogue(world),
    ]
    for one in others:
        heapq.heappush(due, (world.seconds, next(order), one))
    at = world.seconds
    for _ in range(sales):
        at += world.random.expovariate(1 / SECONDS_BETWEEN_SALES)
        heapq.heappush(due, (at, next(order), sell(world)))
    left = sales
    while left:
        at, _, actor = heapq.heappop(due)
        world.pass_time(at)
        pause = next(actor, None)
        if pause is not None:
            heapq.heappush(due, (world.seconds + pause, next(order), actor))
        else:
            left -= 1


def _come_to_rest(world: World) -> None:
    """No more faults; time passes until nothing is open any more at the gateway."""
    world.calm()
    for seconds in QUIET_STEPS:
        world.pass_time(world.seconds + seconds)
        for code in DESKS:
            world.at(code, release_expired_holds)
            world.at(code, poll_open_payments)
        world.at(DESKS[0], reconcile_payments)
        for job in (send_refunds, recheck_payments):
            while world.at(DESKS[1], job):
                continue
        if seconds > QUIET_STEPS[0] and not something_open(world.desks[DESKS[0]].database):
            break


def _log_files(folder: Path) -> list[Path]:
    return sorted((folder / "logs").iterdir())


@contextlib.contextmanager
def log_of(folder: Path) -> Iterator[None]:
    """Log as the program does; put everything back afterwards."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    open_log(folder / "logs" / "counterfoil.log")
    try:
        yield
    finally:
        for handler in [one for one in root.handlers if one not in handlers]:
            root.removeHandler(handler)
            handler.close()
        root.setLevel(level)
        structlog.reset_defaults()
