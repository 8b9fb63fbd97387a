"""What the books have in the drawer, as it is told before cash goes out of it."""

from desktop.services.drawers.read_drawer import ReadDrawer
from tests.conftest import Recorder, SteppedClock, open_database
from tests.counter import Counter


def test_the_drawer_holds_what_came_in_less_what_went_out(
    counter: Counter, clock: SteppedClock, publish: Recorder
) -> None:
    read = ReadDrawer(counter.database)
    assert read(counter.actor) == 0
    counter.customer(wallet_paise=500_00)
    hold = counter.hold()
    counter.pay(hold, cash_paise=1_000_00, cash_received_paise=2_000_00)
    assert read(counter.actor) == 1_500_00
    counter.pay(hold, own_upi_paise=hold.total_paise - 1_000_00, own_upi_reference="412233445566")
    plan = counter.plan(hold)
    counter.cancel(hold, plan)
    assert plan.drawer_paise == hold.total_paise
    assert read(counter.actor) == 1_500_00 - hold.total_paise
    other = Counter(open_database(str(counter.database.engine.url), clock, publish, "D2"), clock, publish)
    assert read(other.actor) == 0
    other.database.close()
