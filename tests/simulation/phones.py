"""Customers with an instrument before them: they pay, in time or not, twice, or not at all."""

from collections.abc import Iterator

from db.ids import GatewayPaymentId
from tests.simulation.world import World

MANNERS = {
    "at_once": 50,
    "declined_then_paid": 8,
    "declined": 6,
    "slow_bank": 6,
    "at_the_end": 6,
    "after_the_end": 10,
    "answer_comes_late": 6,
    "never": 8,
}


def visit(world: World, target: str) -> Iterator[float]:
    """Look at the instrument and do as this customer is used to; yields seconds between acts."""
    random = world.random
    manner = random.choices(list(MANNERS), list(MANNERS.values()))[0]
    world.counts[f"customer {manner}"] += 1
    yield random.randint(3, 60)
    if manner == "at_once":
        world.pay(target)
    elif manner == "declined_then_paid":
        world.pay(target, "decline")
        yield random.randint(5, 60)
        world.pay(target)
    elif manner == "declined":
        world.pay(target, "decline")
    elif manner == "slow_bank":
        world.pay(target, "authorize")
    elif manner == "at_the_end":
        yield 540 + random.randint(0, 90)
        world.pay(target)
    elif manner == "after_the_end":
        yield 600 + random.choice((30, 100, 300, 4000))
        world.pay(target)
    elif manner == "answer_comes_late":
        payment_id = world.pay(target, "decline")
        yield random.choice((60, 500, 700, 3000))
        world.succeed_late(GatewayPaymentId(payment_id))
    yield 30
