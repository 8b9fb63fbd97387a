"""What goes on beside the sales: each desk's jobs, the staff with their list, the weather, a web shop."""

from collections.abc import Iterator
from random import Random

from db.ids import CaseId
from db.states import CaseAnswer
from tests.simulation.jobs import (
    poll_open_payments,
    recheck_payments,
    reconcile_payments,
    release_expired_holds,
    send_refunds,
)
from tests.simulation.opening import OpenDesk, fill
from tests.simulation.practice import ask_quietly
from tests.simulation.world import DESKS, World

STAFF_LEAVES = 0.2
DAY = 86_400


def look_after(world: World, code: str, seed: int) -> Iterator[float]:
    """One desk's background jobs, at times of its own."""
    random = Random(seed)
    while True:
        yield random.randint(120, 400)
        world.at(code, poll_open_payments)
        if random.random() < 0.4:
            world.at(code, release_expired_holds)
        if random.random() < 0.3:
            world.at(code, send_refunds)
        if random.random() < 0.3:
            world.at(code, recheck_payments)


def reconcile(world: World, seed: int) -> Iterator[float]:
    """The reconciliation, at one desk or another."""
    random = Random(seed)
    while True:
        yield random.randint(600, 3600)
        world.at(random.choice(DESKS), reconcile_payments)


def decide_cases(world: World, seed: int) -> Iterator[float]:
    """Staff with the list of open cases; some they leave for tomorrow."""
    random = Random(seed)
    while True:
        yield random.randint(300, 3000)
        code = random.choice(DESKS)
        cases = world.at(code, lambda desk: desk.built.services.list_open_cases()) or ()
        for case in sorted(cases, key=lambda one: (one.opened_at, one.kind, one.amount_paise)):
            if random.random() < STAFF_LEAVES or case.id in world.left:
                world.left.add(case.id)
                continue
            _decide(world, code, case.id, random.choice(case.answers))


def _decide(world: World, code: str, case_id: CaseId, answer: CaseAnswer) -> None:
    def resolve(desk: OpenDesk) -> bool:
        desk.built.services.resolve_case(case_id, answer, actor=desk.built.services.actor())
        return True

    if world.at(code, resolve):
        world.counts[f"cases answered {answer}"] += 1


def change_weather(world: World, seed: int) -> Iterator[float]:
    """Other faults every few minutes."""
    random = Random(seed)
    while True:
        world.change_weather()
        yield random.randint(120, 900)


def sell_elsewhere(world: World, seed: int) -> Iterator[float]:
    """Somebody else uses the same account: money that is not ours."""
    random = Random(seed)
    while True:
        yield random.randint(600, 6000)
        if not world.is_up:
            continue
        order = ask_quietly(
            world.account, "POST", "/v1/orders", {"amount": random.randint(100, 99_999), "currency": "INR"}
        )
        if order is not None:
            world.pay(order["id"])


def lengthen_catalogue(world: World) -> Iterator[float]:
    """Each day one more day on sale."""
    while True:
        yield DAY
        world.at(DESKS[0], lambda desk: fill(desk, world.clock))
