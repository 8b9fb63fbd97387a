"""The desk's clock and the gateway's differ, and nothing has told the desk yet."""

from datetime import timedelta

import pytest

from desktop.services.gateways.port import InstrumentKind
from desktop.services.gateways.rate_limit import RateLimit
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from tests.conftest import SteppedClock
from tests.gateway_money.conftest import KEY_ID, KEY_SECRET, GatewayDesk


def fresh_gateway(desk: GatewayDesk, ahead: timedelta) -> tuple[RazorpayGateway, SteppedClock]:
    """Return an adapter that has asked nothing yet, on a clock that is wrong by `ahead`."""
    clock = SteppedClock(desk.practice.now() + ahead)
    limit = RateLimit(per_second=1_000_000, burst=1_000_000)
    gateway = RazorpayGateway(
        KEY_ID, KEY_SECRET, base_url=desk.practice.base_url, practice=True, now=clock, rate_limit=limit
    )
    return gateway, clock


@pytest.mark.parametrize("hours", [-5, 5])
def test_a_code_is_found_though_the_first_reply_of_all_was_lost(
    gateway_desk: GatewayDesk, hours: int
) -> None:
    made = gateway_desk.account.qr_code(notes={"attempt": "attempt-1"})
    gateway, clock = fresh_gateway(gateway_desk, timedelta(hours=hours))
    found = gateway.find_instrument(InstrumentKind.QR, attempt_id="attempt-1", since=clock())
    assert found is not None
    assert found.id == made["id"]
    gateway.close()


@pytest.mark.parametrize("hours", [-5, 5])
def test_a_sweep_finds_what_was_paid_just_now(gateway_desk: GatewayDesk, hours: int) -> None:
    paid = gateway_desk.account.paid_order(12_345)
    gateway, clock = fresh_gateway(gateway_desk, timedelta(hours=hours))
    moment = timedelta(minutes=5)
    assert [one.id for one in gateway.payments_between(clock() - moment, clock() + moment)] == [paid["id"]]
    gateway.close()
