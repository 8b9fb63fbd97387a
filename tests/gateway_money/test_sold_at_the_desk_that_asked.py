"""Money that one desk asked for and another one's poll finds is the sale of the desk that asked."""

from pathlib import Path

from db.states import BookingState
from desktop import use_cases
from desktop.config import Config
from desktop.paths import Paths
from desktop.released import RELEASED
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.timing.compare_clocks import CompareClocks
from tests.actors import actor_of, at_desk_of
from tests.conftest import Recorder, open_database
from tests.gateway_money.conftest import GatewayDesk
from tests.marks import mark_of

FACTS = DeskSettings("Asia/Kolkata", practice=True)


def test_money_found_by_another_desk_counts_for_the_desk_that_asked(
    gateway_desk: GatewayDesk, tmp_path: Path
) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    payment = gateway_desk.qr(hold)
    gateway_desk.practice.pay(gateway_desk.instrument(payment))
    url = gateway_desk.database.engine.url.render_as_string(hide_password=False)
    other = open_database(url, gateway_desk.clock, Recorder(), desk_code="D2")
    try:
        built = use_cases.build(
            other,
            gateway_desk.gateway,
            FACTS,
            Config(Paths(tmp_path)),
            Recorder(),
            at_desk_of(other),
            lambda _key, _secret: gateway_desk.gateway,
            CompareClocks(other, lambda: actor_of(other), released=RELEASED, time_zone="Asia/Kolkata"),
            mark_of(other, tmp_path, "D2"),
        )
        built.poll_open_payments(actor=actor_of(other))
        booking = gateway_desk.booking(hold)
        asked, found = gateway_desk.built.services.show_today(), built.services.show_today()
    finally:
        other.close()
    assert booking.state is BookingState.CONFIRMED
    assert (asked.sold_count, asked.sold_paise) == (1, hold.total_paise)
    assert (found.sold_count, found.sold_paise) == (0, 0)
