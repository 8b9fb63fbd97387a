"""A customer who was promised a link gets its SMS, whatever happens to the desk or to the replies."""

from db.ids import RequestKey
from db.states import InstrumentKind, PaymentState
from desktop.services.domain.booking import Payment
from tests.gateway_money.conftest import GatewayDesk
from tests.simulation.stopping import BEFORE_CALL, Stopped, stoppable_calls


def ask(desk: GatewayDesk, kind: str = "link") -> Payment:
    """Hold a room and ask for its price by a link."""
    hold = desk.hold(desk.customer())
    return desk.built.services.begin_gateway_payment(
        hold.booking_id, 0, InstrumentKind(kind), desk.key(), actor=desk.built.services.actor()
    )


def messages(desk: GatewayDesk) -> int:
    """Return how many messages were asked for."""
    return sum(item["path"].endswith("/notify_by/sms") for item in desk.practice.items("POST"))


def look(desk: GatewayDesk, payment: Payment) -> Payment:
    """Return the payment after a look at the gateway."""
    return desk.built.services.check_gateway_payment(payment.id, actor=desk.built.services.actor())


def test_a_link_is_sent_once_however_often_it_is_looked_at(gateway_desk: GatewayDesk) -> None:
    payment = ask(gateway_desk)
    assert payment.link_sms == "sent"
    gateway_desk.step(90)
    assert look(gateway_desk, payment).link_sms == "sent"
    assert messages(gateway_desk) == 1


def test_a_link_for_the_customers_screen_is_not_sent(gateway_desk: GatewayDesk) -> None:
    payment = ask(gateway_desk, "card_link")
    assert (payment.link_sms, look(gateway_desk, payment).link_sms, messages(gateway_desk)) == (None, None, 0)


def test_a_link_whose_reply_was_lost_is_sent_when_it_is_found(gateway_desk: GatewayDesk) -> None:
    gateway_desk.practice.fault("drop_after_commit", method="POST", path="payment_links$", count=1)
    payment = ask(gateway_desk)
    assert (payment.state, messages(gateway_desk)) == (PaymentState.UNRESOLVED, 0)
    found = look(gateway_desk, payment)
    assert (found.state, found.link_sms, messages(gateway_desk)) == (PaymentState.WAITING, "sent", 1)


def test_a_desk_killed_before_the_sms_sends_it_after_its_restart(gateway_desk: GatewayDesk) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    calls = iter(range(100))

    def end_at_the_second_call(point: str) -> None:
        if point == BEFORE_CALL and next(calls) == 1:
            raise Stopped

    try:
        with stoppable_calls(end_at_the_second_call):
            gateway_desk.built.services.begin_gateway_payment(
                hold.booking_id,
                0,
                InstrumentKind.LINK,
                RequestKey("killed"),
                actor=gateway_desk.built.services.actor(),
            )
    except Stopped:
        pass
    assert messages(gateway_desk) == 0
    gateway_desk.step(61)
    gateway_desk.built.poll_open_payments(actor=gateway_desk.built.services.actor())
    assert messages(gateway_desk) == 1
    assert gateway_desk.built.services.begin_gateway_payment(
        hold.booking_id,
        0,
        InstrumentKind.LINK,
        RequestKey("killed"),
        actor=gateway_desk.built.services.actor(),
    ).link_sms == ("sent")
    gateway_desk.audit()


def test_an_sms_without_a_clear_answer_is_asked_for_again_after_a_minute(gateway_desk: GatewayDesk) -> None:
    gateway_desk.practice.fault("error_502", method="POST", path="notify_by", count=1)
    payment = ask(gateway_desk)
    assert payment.link_sms == "asked"
    gateway_desk.step(30)
    assert look(gateway_desk, payment).link_sms == "asked"
    gateway_desk.step(31)
    assert look(gateway_desk, payment).link_sms == "sent"
    assert messages(gateway_desk) == 2


def test_no_sms_is_asked_for_once_the_hold_is_over(gateway_desk: GatewayDesk) -> None:
    gateway_desk.practice.fault("error_502", method="POST", path="notify_by", count=1)
    payment = ask(gateway_desk)
    gateway_desk.step(601)
    assert look(gateway_desk, payment).state is PaymentState.CLOSING
    assert messages(gateway_desk) == 1
