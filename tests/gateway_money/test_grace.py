"""Where the setting allows it, a hold lives on while gateway money is moving; everywhere else it is hard."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.database import Database
from db.states import BookingState
from desktop.practice.server import PracticeServer
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.errors import GatewayRejected
from tests.conftest import Recorder, SteppedClock
from tests.gateway_money.conftest import GatewayDesk, desk_with


@pytest.fixture
def lenient_desk(
    money_server: PracticeServer, database: Database, clock: SteppedClock, publish: Recorder, tmp_path: Path
) -> Iterator[GatewayDesk]:
    """Return a desk that allows 300 seconds of grace."""
    facts = DeskSettings("Asia/Kolkata", practice=True, grace_seconds=300)
    yield from desk_with(facts, money_server, database, clock, publish, tmp_path)


def test_without_the_setting_a_qr_leaves_the_deadline_alone(gateway_desk: GatewayDesk) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    gateway_desk.qr(hold)
    assert gateway_desk.booking(hold).expires_at == hold.expires_at


def test_the_grace_is_on_every_clock_and_ends_to_the_second(lenient_desk: GatewayDesk) -> None:
    hold = lenient_desk.hold(lenient_desk.customer())
    lenient_desk.qr(hold)
    (shown,) = lenient_desk.built.services.show_today().holds
    assert (shown.expires_at - hold.reserved_at).total_seconds() == 900
    assert lenient_desk.booking(hold).expires_at == shown.expires_at
    lenient_desk.audit()
    lenient_desk.step(899)
    assert lenient_desk.booking(hold).state is BookingState.HELD
    lenient_desk.step(1)
    assert lenient_desk.booking(hold).state is BookingState.EXPIRED
    lenient_desk.audit()


def test_money_within_the_grace_confirms_in_time(lenient_desk: GatewayDesk) -> None:
    hold = lenient_desk.hold(lenient_desk.customer())
    payment = lenient_desk.qr(hold)
    lenient_desk.step(700)
    lenient_desk.practice.pay(lenient_desk.instrument(payment))
    lenient_desk.built.poll_open_payments(actor=lenient_desk.built.services.actor())
    assert lenient_desk.booking(hold).state is BookingState.CONFIRMED
    lenient_desk.audit()


def test_a_second_qr_gives_no_second_grace(lenient_desk: GatewayDesk) -> None:
    hold = lenient_desk.hold(lenient_desk.customer())
    first = lenient_desk.qr(hold)
    ends_at = lenient_desk.booking(hold).expires_at
    lenient_desk.built.services.stop_gateway_payment(first.id, actor=lenient_desk.built.services.actor())
    lenient_desk.qr(hold)
    assert lenient_desk.booking(hold).expires_at == ends_at


def test_the_grace_ends_when_no_money_is_moving_any_more(lenient_desk: GatewayDesk) -> None:
    hold = lenient_desk.hold(lenient_desk.customer())
    lenient_desk.built.services.stop_gateway_payment(
        lenient_desk.qr(hold).id, actor=lenient_desk.built.services.actor()
    )
    assert lenient_desk.booking(hold).expires_at == hold.expires_at
    lenient_desk.practice.fault("amount_limit", paise=100, count=1)
    with pytest.raises(GatewayRejected):
        lenient_desk.qr(hold)
    assert lenient_desk.booking(hold).expires_at == hold.expires_at
    lenient_desk.audit()
