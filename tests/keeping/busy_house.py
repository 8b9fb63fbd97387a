"""A house after some hours: every kind is sold, money came in every way, and some of it went back."""

from db import house_rules
from tests.conftest import SteppedClock
from tests.counter import Counter


def keep_busy(counter: Counter, clock: SteppedClock) -> None:
    """Sell, cancel, top up, let a hold end, leave another one running and paid in part."""
    with counter.database.write(counter.actor) as session:
        house_rules.write(session, {"cash_to_rupee": 1}, change=True)
    asha = counter.customer(wallet_paise=9_000_00)
    ravi = counter.customer(mobile="9876501234", name="रवि 100% 'राव'")
    counter.hold(counter.quote(counter.item("STD")), ravi)
    clock.advance(700)
    counter.sweep()
    stay = counter.hold(counter.quote(counter.item("DLX", nights=2), promo="UTSAV10"), asha)
    counter.pay(stay, wallet_paise=5_000_00, cash_paise=stay.total_paise - 5_000_00)
    ride = counter.hold(counter.quote(counter.item("GOA21"), counter.item("HERI")), ravi)
    counter.pay(ride, card_paise=ride.total_paise, card_reference="000417")
    counter.cancel(stay)
    counter.cancel(ride, counter.plan(ride, [1]))
    clock.advance(60)
    sold = counter.hold(counter.quote(counter.item("EXE", ahead=9)), asha)
    counter.pay(sold)
    running = counter.hold(counter.quote(counter.item("SINH")), ravi)
    counter.pay(running, cash_paise=100_00)
