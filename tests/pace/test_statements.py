"""What each act at the counter says to its engine: today's numbers are the ceilings.

A LAN or VPN multiplies round trips, and every statement costs. A number that falls is entered here as well.
"""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from tests.counter import Counter
from tests.pace.wire import Said, traced

# act -> statements in a file, statements on a server, round trips to a server
CEILINGS = {
    "look": (8, 9, 9),
    "quote": (10, 11, 11),
    "hold": (10, 11, 11),
    "pay from the wallet": (41, 42, 37),
    "pay in cash": (38, 39, 35),
    "preview a cancellation": (7, 9, 9),
    "cancel": (34, 35, 32),
}


def prepared_act(act: str, counter: Counter) -> Callable[[], object]:
    """Do what must come before, and once the act itself, so that only its own cost is left; return it."""
    if act == "look":
        return lambda: counter.look("DLX")
    if act == "quote":
        item = counter.item("DLX")
        return lambda: counter.quote(item)
    customer = counter.customer(wallet_paise=50_000_00)
    if act == "hold":
        quote = counter.quote()
        return lambda: counter.hold(quote, customer)
    hold = counter.hold(customer=customer)
    if act == "pay from the wallet":
        return lambda: counter.pay(hold, wallet_paise=hold.total_paise)
    if act == "pay in cash":
        return lambda: counter.pay(hold)
    counter.pay(hold)
    if act == "preview a cancellation":
        return lambda: counter.plan(hold)
    plan = counter.plan(hold)
    return lambda: counter.cancel(hold, plan)


@pytest.mark.parametrize("act", CEILINGS)
def test_an_act_says_no_more_than_its_ceiling(act: str, any_counter: Counter) -> None:
    with traced(any_counter.database) as said:
        # Connections are opened and statements compiled by the first.
        prepared_act(act, any_counter)()
        run = prepared_act(act, any_counter)
        before = said()
        run()
        cost = said() - before
    in_file, on_server, trips = CEILINGS[act]
    ceiling = Said(on_server, trips) if cost.round_trips else Said(in_file, 0)
    assert 0 < cost.statements <= ceiling.statements
    assert cost.round_trips <= ceiling.round_trips


def test_a_statement_more_is_seen(any_counter: Counter) -> None:
    with traced(any_counter.database) as said:
        with any_counter.database.read() as session:
            session.execute(select(1))
        before = said()
        with any_counter.database.read() as session:
            session.execute(select(1))
        once = said() - before
        with any_counter.database.read() as session:
            session.execute(select(1))
            session.execute(select(1))
        assert (said() - before - once).statements == once.statements + 1
