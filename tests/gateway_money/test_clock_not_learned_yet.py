"""The desk's clock and the gateway's differ, and nothing has told the desk yet."""

from datetime import timedelta

import pytest

from db.states import InstrumentKind
from desktop.services.gateways.port import Unknown, Unreachable
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


@pytest.mark.parametrize("hours", [-24 * 400, -24 * 6, -5, 5, 24 * 6, 24 * 400])
def test_a_code_is_found_though_the_first_reply_of_all_was_lost(
    gateway_desk: GatewayDesk, hours: int
) -> None:
    made = gateway_desk.account.qr_code(notes={"attempt": "attempt-1"})
    gateway, clock = fresh_gateway(gateway_desk, timedelta(hours=hours))
    found = gateway.find_instrument(InstrumentKind.QR, attempt_id="attempt-1", since=clock())
    assert found is not None
    assert found.id == made["id"]
    gateway.close()


@pytest.mark.parametrize("hours", [-24 * 400, -24 * 6, -5, 5, 24 * 6, 24 * 400])
def test_a_sweep_finds_what_was_paid_just_now(gateway_desk: GatewayDesk, hours: int) -> None:
    paid = gateway_desk.account.paid_order(12_345)
    gateway, clock = fresh_gateway(gateway_desk, timedelta(hours=hours))
    moment = timedelta(minutes=5)
    assert [one.id for one in gateway.payments_between(clock() - moment, clock() + moment)] == [paid["id"]]
    gateway.close()


@pytest.mark.parametrize("hours", [-24 * 400, -24 * 6, 24 * 6])
def test_a_code_is_made_though_the_clock_is_days_off_and_its_reply_is_lost(
    gateway_desk: GatewayDesk, hours: int
) -> None:
    """The clock is asked for first: the code's end is one that the gateway accepts, so the code exists."""
    gateway, clock = fresh_gateway(gateway_desk, timedelta(hours=hours))
    gateway_desk.practice.fault("drop_after_commit", method="POST", path="qr_codes$", count=1)
    wish = {"amount_paise": 5_000, "description": "Booking BK-1", "ends_at": clock() + timedelta(minutes=9)}
    with pytest.raises(Unknown):
        gateway.open_instrument(InstrumentKind.QR, attempt_id="attempt-1", **wish)  # type: ignore[arg-type]  # by name
    found = gateway.find_instrument(InstrumentKind.QR, attempt_id="attempt-1", since=clock())
    assert found is not None
    assert found.is_open
    gateway.close()


def test_nothing_was_made_where_not_even_the_time_could_be_learned(gateway_desk: GatewayDesk) -> None:
    gateway, clock = fresh_gateway(gateway_desk, timedelta(days=-6))
    gateway_desk.practice.fault("drop_before", method="GET", count=1)
    before = gateway_desk.practice.posts()
    with pytest.raises(Unreachable):
        gateway.open_instrument(
            InstrumentKind.QR, attempt_id="attempt-2", amount_paise=5_000, description="", ends_at=clock()
        )
    assert gateway_desk.practice.posts() == before
    gateway.close()
