"""Who stands at the desk when a key is struck acts, whoever stands there when a thread gets to it."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from db.actor import Actor
from db.ids import DeskId
from desktop.ui.quote.sale.hold_flow import HoldFlow
from desktop.ui.quote.sale.pricing import Pricing
from desktop.ui.runner import Runner
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.services.application import Services

MEENA, RAVI = Actor("meena", DeskId("desk-1")), Actor("ravi", DeskId("desk-1"))


class LateExecutor(Executor):
    """Does the work when it is told to."""

    def __init__(self) -> None:
        self.works: list[Callable[[], object]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.works.append(lambda: future.set_result(fn(*args, **kwargs)))
        return future


@dataclass
class Stand:
    """A desk that notes who acted."""

    now: Actor = MEENA
    acted: list[Actor] = field(default_factory=list)

    def note(self, *_arguments: Any, **named_arguments: Any) -> Any:
        self.acted.append(named_arguments["actor"])
        return named("customer-1")

    def services(self) -> Services:
        return replace(
            sample_services(),
            actor=lambda: self.now,
            save_customer=self.note,
            place_hold=self.note,
            make_quote=self.note,
        )


def test_a_clerk_who_comes_later_does_not_hold_what_another_has_held(qtbot: QtBot) -> None:
    stand, late = Stand(), LateExecutor()
    flow = HoldFlow(stand.services(), Runner(late))
    quote: Any = named("quote-1")
    flow.place(quote, None, "9876543210", "Asha")
    stand.now = RAVI
    with qtbot.waitSignal(flow.held):
        for work in late.works:  # saving the customer asks for the hold
            work()
            qtbot.waitUntil(lambda: len(late.works) == 2)
    assert stand.acted == [MEENA, MEENA]


def test_a_price_is_asked_for_by_who_wanted_it(qtbot: QtBot) -> None:
    stand, late = Stand(), LateExecutor()
    pricing, request = Pricing(stand.services(), Runner(late)), named("request")
    pricing.want(request)
    pricing.hurry()
    stand.now = RAVI
    for work in late.works:
        work()
    assert stand.acted == [MEENA]


@dataclass(frozen=True)
class Named:
    """What has an id, for flows that look at nothing else."""

    id: str


def named(name: str) -> Any:
    return Named(name)
