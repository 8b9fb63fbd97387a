"""The gateway gives back no less than 100 paise: what is less goes to the wallet, and the plan says so."""

import pytest

from db.states import RefundState, Tender
from desktop.services.domain.booking import Hold
from tests.gateway_money.conftest import GatewayDesk

HOUR = 3_600


def sold_for_tomorrow(desk: GatewayDesk, gateway_paise: int) -> Hold:
    """Sell a night with so much by QR and the rest from the wallet; by now half of it would come back."""
    hold = desk.hold(desk.customer(20_000_00), days_ahead=1)
    payment = desk.qr(hold, hold.total_paise - gateway_paise)
    desk.practice.pay(desk.instrument(payment))
    desk.built.services.check_gateway_payment(payment.id, actor=desk.built.services.actor())
    desk.step(5 * HOUR)
    return hold


@pytest.mark.parametrize(
    ("gateway_paise", "back_to"), [(100, Tender.WALLET), (198, Tender.WALLET), (200, Tender.RAZORPAY)]
)
def test_no_leg_is_planned_that_the_gateway_would_refuse(
    gateway_desk: GatewayDesk, gateway_paise: int, back_to: Tender
) -> None:
    desk = gateway_desk
    hold = sold_for_tomorrow(desk, gateway_paise)
    plan = desk.built.services.preview_cancellation(hold.booking_id)
    legs = {leg.tender: (leg.back_paise, leg.back_to) for leg in plan.legs}
    assert legs[Tender.RAZORPAY] == (gateway_paise // 2, back_to)
    wallet = 20_000_00 - hold.total_paise + gateway_paise + legs[Tender.WALLET][0]
    wallet += gateway_paise // 2 if back_to is Tender.WALLET else 0

    done = desk.built.services.cancel_booking(
        hold.booking_id, "changed", plan, frozenset(), desk.key(), actor=desk.built.services.actor()
    )
    desk.built.send_refunds(actor=desk.built.services.actor())

    assert done.wallet_balance_paise == wallet
    assert {refund.state for refund in desk.booking(hold).refunds} == {RefundState.DONE}
    sent = gateway_paise // 2 if back_to is Tender.RAZORPAY else 0
    assert desk.practice.state()["refunded_paise"] == sent
    assert desk.built.services.list_open_cases() == ()
    desk.audit()
