"""A desk that is started without keys while money of earlier payments is on its way."""

from pathlib import Path

import pytest

from db.ids import RequestKey
from db.states import InstrumentKind, PaymentState
from desktop import use_cases
from desktop.background_jobs import jobs
from desktop.config import Config
from desktop.paths import Paths
from desktop.released import RELEASED
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.disturbance import GatewayAnswer
from desktop.services.errors import GatewayUnreachable, PaymentUncertain
from desktop.services.gateways.no_gateway import NoGateway
from desktop.services.timing.compare_clocks import CompareClocks
from desktop.use_cases import UseCases
from tests.actors import actor_of, at_desk_of
from tests.gateway_money.conftest import GatewayDesk
from tests.marks import mark_of


@pytest.fixture
def without(gateway_desk: GatewayDesk, tmp_path: Path) -> UseCases:
    """Return the same desk, started anew without keys."""
    database = gateway_desk.database
    return use_cases.build(
        database,
        NoGateway(GatewayAnswer.NO_KEYS),
        DeskSettings("Asia/Kolkata", practice=False),
        Config(Paths(tmp_path)),
        gateway_desk.published,
        at_desk_of(database),
        lambda _key, _secret: gateway_desk.gateway,
        CompareClocks(database, lambda: actor_of(database), released=RELEASED, time_zone="Asia/Kolkata"),
        mark_of(database, tmp_path),
    )


def test_nothing_is_asked_for_and_nothing_is_written(gateway_desk: GatewayDesk, without: UseCases) -> None:
    hold = gateway_desk.hold(gateway_desk.customer(wallet_paise=100_00))
    begin, actor = without.services.begin_gateway_payment, without.services.actor()

    for kind in InstrumentKind:
        with pytest.raises(GatewayUnreachable) as refused:
            begin(hold.booking_id, 0, kind, RequestKey(f"without-{kind}"), actor=actor)
        assert refused.value.answer is GatewayAnswer.NO_KEYS
    assert gateway_desk.booking(hold).payments == ()


def test_a_payment_that_is_open_is_never_called_unpaid(gateway_desk: GatewayDesk, without: UseCases) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    payment = gateway_desk.qr(hold)
    actor = without.services.actor()
    with pytest.raises(PaymentUncertain):
        without.services.stop_gateway_payment(payment.id, actor=actor)
    gateway_desk.step(3 * 24 * 3600)
    without.release_expired_holds(actor=actor)
    without.poll_open_payments(actor=actor)
    without.services.reconcile(actor=actor)

    (kept,) = gateway_desk.booking(hold).payments
    assert kept.state is PaymentState.WAITING
    assert kept.last_answer == "unreachable"
    gateway_desk.audit()


def test_no_job_asks_anybody(gateway_desk: GatewayDesk, without: UseCases) -> None:
    asking = {"send_refunds", "recheck_payments", "reconcile_payments", "poll_downtimes"}

    assert {job.name for job in jobs(gateway_desk.built, gateway_desk.database)} >= asking
    assert not {job.name for job in jobs(without, gateway_desk.database)} & asking


def test_money_that_came_meanwhile_is_found_when_the_keys_are_back(
    gateway_desk: GatewayDesk, without: UseCases
) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    payment = gateway_desk.qr(hold)
    gateway_desk.practice.pay(gateway_desk.instrument(payment))
    without.poll_open_payments(actor=without.services.actor())
    gateway_desk.step(3600)
    gateway_desk.built.poll_open_payments(actor=without.services.actor())

    assert gateway_desk.booking(hold).payments[0].state is PaymentState.CAPTURED
    gateway_desk.audit()
