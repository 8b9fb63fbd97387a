"""How the parts of the adapter ask: one call through the SDK's client, and lists to their end."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol, TypeVar

from desktop.services.gateways.clock_offset import ClockOffset
from desktop.services.gateways.port import Unknown
from desktop.services.gateways.razorpay_answers import Answer, items
from desktop.services.gateways.razorpay_client import Client

PAGE = 100
"""The most that a list gives at once (Razorpay Docs, the pages "Fetch All ...", `count`)."""
CLOCK_MOVED_SECONDS = 30
"""From here on an answer has shown that the gateway's clock is another than was thought."""
TRIES_UNTIL_STEADY = 4
PAGES_MAX = 1_000
"""A hundred thousand items in one question: a gateway that has always more does not turn the page."""

Found = TypeVar("Found")


def by_steady_clock(clock: ClockOffset, look: Callable[[], Found]) -> Found:
    """Return what `look` finds between two moments of the gateway's clock.

    While its own answers show that the clock was another, it looked in the wrong place and looks again; the
    very first question of a desk is asked with nothing learned. Raises Unknown when the clock never rests.
    """
    for _ in range(TRIES_UNTIL_STEADY):
        seconds = clock.seconds
        found = look()
        if abs(clock.seconds - seconds) < CLOCK_MOVED_SECONDS:
            return found
    raise Unknown("clock_moves")


class Ask(Protocol):
    """Waits for its turn, hands the SDK's client to `call` and returns the JSON object that came back.

    `urgent`: a person waits for it, so it goes ahead of the polls. Raises a GatewayTrouble.
    """

    def __call__(self, call: Callable[[Client], object], *, urgent: bool = False) -> Answer: ...


def listed(
    ask: Ask,
    call: Callable[[Client, dict[str, int]], object],
    query: dict[str, int] | None = None,
    *,
    urgent: bool = False,
) -> Iterator[Answer]:
    """Yield the items of a list, each id once, page after page until a short one.

    Rows move while one reads on, so an item may come twice. A full page without a new item means that the
    gateway does not turn the page: Unknown is raised rather than asking for ever.
    """
    seen: set[object] = set()
    for skip in range(0, PAGES_MAX * PAGE, PAGE):
        page = {**(query or {}), "count": PAGE, "skip": skip}
        found = items(ask(partial(_turn, call, page), urgent=urgent))
        if not all(isinstance(item.get("id"), str) for item in found):
            raise Unknown("bad_id")
        new = [item for item in found if item.get("id") not in seen]
        seen.update(item.get("id") for item in new)
        yield from new
        if len(found) < PAGE:
            return
        if not new:
            break
    raise Unknown("endless_list")


def _turn(call: Callable[[Client, dict[str, int]], object], page: dict[str, int], client: Client) -> object:
    return call(client, page)
