"""What nobody has seen is given up at once, and found all the same if the gateway made it."""

from collections.abc import Callable

import pytest

from db.states import BookingState, CaseKind, InstrumentKind, PaymentState
from desktop.services.domain.booking import Hold, Payment
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.errors import GatewayRejected, PaymentUncertain
from desktop.services.gateways.port import Unknown
from tests.counter import parts_of
from tests.gateway_money.conftest import GatewayDesk

SILENCE = ("error_500", "error_503", "drop_before", "drop_after_commit", "html_502", "malformed_body")
PATHS = {
    InstrumentKind.QR: "qr_codes$",
    InstrumentKind.LINK: "payment_links$",
    InstrumentKind.CARD_LINK: "payment_links$",
}


def begin(desk: GatewayDesk, hold: Hold, kind: InstrumentKind, wallet_paise: int = 0) -> Payment:
    services = desk.built.services
    return services.begin_gateway_payment(
        hold.booking_id, wallet_paise, kind, desk.key(), actor=services.actor()
    )


def ask_in_vain(
    desk: GatewayDesk, kind: InstrumentKind = InstrumentKind.QR, fault: str = "drop_after_commit"
) -> tuple[Hold, Payment]:
    """Ask for what is left after a wallet of 500; the answer to the making is lost."""
    hold = desk.hold(desk.customer(wallet_paise=500_00))
    desk.practice.fault(fault, method="POST", path=PATHS[kind], count=1)
    return hold, begin(desk, hold, kind, wallet_paise=500_00)


def stop(desk: GatewayDesk, payment: Payment) -> Payment:
    return desk.built.services.stop_gateway_payment(payment.id, actor=desk.built.services.actor())


def pay_in_cash(desk: GatewayDesk, hold: Hold) -> BookingState:
    services, due = desk.built.services, desk.booking(hold).due_paise
    parts = parts_of(cash_paise=due, cash_received_paise=due)
    request = TakePaymentRequest(hold.booking_id, desk.key(), parts)
    return services.take_payment(request, actor=services.actor()).state


def wallet_paise(desk: GatewayDesk, hold: Hold) -> int:
    return desk.built.services.get_customer(desk.booking(hold).customer.id).wallet_paise


@pytest.mark.parametrize("kind", PATHS)
@pytest.mark.parametrize("fault", SILENCE)
def test_what_nobody_saw_is_stopped_at_once_though_the_gateway_is_silent(
    gateway_desk: GatewayDesk, kind: InstrumentKind, fault: str
) -> None:
    hold, payment = ask_in_vain(gateway_desk, kind, fault)
    assert payment.state is PaymentState.UNRESOLVED
    gateway_desk.practice.fault("drop_before", count=None)
    assert stop(gateway_desk, payment).state is PaymentState.VOID
    assert wallet_paise(gateway_desk, hold) == 500_00
    assert pay_in_cash(gateway_desk, hold) is BookingState.CONFIRMED
    gateway_desk.audit()


def test_a_code_that_was_shown_is_not_given_up(gateway_desk: GatewayDesk) -> None:
    hold, payment = ask_in_vain(gateway_desk)
    services = gateway_desk.built.services
    seen = services.check_gateway_payment(payment.id, actor=services.actor())
    assert seen.instrument_content
    gateway_desk.practice.fault("drop_before", count=None)
    with pytest.raises(PaymentUncertain):
        stop(gateway_desk, payment)
    assert gateway_desk.booking(hold).open_payment is not None


def test_a_hold_is_given_back_though_its_code_had_no_answer(gateway_desk: GatewayDesk) -> None:
    hold, _payment = ask_in_vain(gateway_desk)
    services = gateway_desk.built.services
    services.release_hold(hold.booking_id, actor=services.actor())
    assert gateway_desk.booking(hold).state is BookingState.CANCELLED
    assert gateway_desk.booking(hold).payments[0].state is PaymentState.VOID
    assert wallet_paise(gateway_desk, hold) == 500_00
    gateway_desk.audit()


def test_cash_from_another_desk_takes_the_place_of_what_had_no_answer(gateway_desk: GatewayDesk) -> None:
    hold, _ = ask_in_vain(gateway_desk)
    assert pay_in_cash(gateway_desk, hold) is BookingState.CONFIRMED
    gateway_desk.audit()


def test_a_link_takes_the_place_of_a_code_that_had_no_answer(gateway_desk: GatewayDesk) -> None:
    hold, _first = ask_in_vain(gateway_desk)
    second = begin(gateway_desk, hold, InstrumentKind.LINK, wallet_paise=500_00)
    assert second.state is PaymentState.WAITING
    assert gateway_desk.booking(hold).payments[0].state is PaymentState.VOID
    gateway_desk.practice.pay(gateway_desk.instrument(second))
    services = gateway_desk.built.services
    services.check_gateway_payment(second.id, actor=services.actor())
    assert gateway_desk.booking(hold).state is BookingState.CONFIRMED
    gateway_desk.audit()


def test_the_wallet_is_free_when_the_hold_ends_without_an_answer(gateway_desk: GatewayDesk) -> None:
    hold, _ = ask_in_vain(gateway_desk)
    gateway_desk.practice.fault("drop_before", count=None)
    gateway_desk.step(601)
    gateway_desk.built.release_expired_holds(actor=gateway_desk.built.services.actor())
    assert wallet_paise(gateway_desk, hold) == 500_00
    assert gateway_desk.booking(hold).open_payment is None
    gateway_desk.audit()


def killed_while_asking(desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch) -> tuple[Hold, Payment]:
    """End the program between the intent and the gateway's answer."""

    class Killed(BaseException):
        pass

    def kill(*_words: object, **_facts: object) -> None:
        raise Killed

    hold = desk.hold(desk.customer(wallet_paise=500_00))
    monkeypatch.setattr(desk.gateway, "open_instrument", kill)
    with pytest.raises(Killed):
        desk.qr(hold, wallet_paise=500_00)
    monkeypatch.undo()
    (payment,) = desk.booking(hold).payments
    assert payment.state is PaymentState.CREATING
    return hold, payment


def test_after_a_kill_the_question_that_was_never_answered_is_given_up(
    gateway_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold, payment = killed_while_asking(gateway_desk, monkeypatch)
    gateway_desk.practice.fault("drop_before", count=None)
    assert stop(gateway_desk, payment).state is PaymentState.VOID
    assert pay_in_cash(gateway_desk, hold) is BookingState.CONFIRMED
    gateway_desk.audit()


def test_an_answer_that_comes_after_it_was_given_up_shows_nothing(
    gateway_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold = gateway_desk.hold(gateway_desk.customer(wallet_paise=500_00))
    open_instrument = gateway_desk.gateway.open_instrument

    def slowly(*words: object, **facts: object) -> object:
        made = open_instrument(*words, **facts)  # type: ignore[arg-type]  # whatever it was asked with
        open_payment = gateway_desk.booking(hold).open_payment
        assert open_payment is not None
        stop(gateway_desk, open_payment)
        return made

    monkeypatch.setattr(gateway_desk.gateway, "open_instrument", slowly)
    payment = gateway_desk.qr(hold, wallet_paise=500_00)
    assert (payment.state, payment.instrument_content) == (PaymentState.VOID, "")
    assert pay_in_cash(gateway_desk, hold) is BookingState.CONFIRMED
    gateway_desk.step(90)
    gateway_desk.built.recheck_payments(actor=gateway_desk.built.services.actor())
    (code,) = gateway_desk.practice.state()["qr_codes"]
    assert code["status"] == "closed"
    gateway_desk.audit()


def recheck(desk: GatewayDesk) -> None:
    desk.step(90)
    desk.built.recheck_payments(actor=desk.built.services.actor())


def reconcile(desk: GatewayDesk) -> None:
    desk.built.reconcile_payments(actor=desk.built.services.actor())


@pytest.mark.parametrize("kind", PATHS)
@pytest.mark.parametrize("find", [recheck, reconcile])
def test_money_for_what_was_given_up_is_found_all_the_same(
    gateway_desk: GatewayDesk, kind: InstrumentKind, find: Callable[[GatewayDesk], None]
) -> None:
    hold, payment = ask_in_vain(gateway_desk, kind)
    stop(gateway_desk, payment)
    gateway_desk.practice.pay(gateway_desk.instrument(payment))
    find(gateway_desk)
    (case,) = gateway_desk.built.services.list_open_cases()
    assert (case.kind, case.booking_reference) == (CaseKind.LATE, hold.reference)
    assert case.amount_paise == payment.amount_paise
    gateway_desk.audit()


def test_money_for_what_was_given_up_and_then_sold_is_double(gateway_desk: GatewayDesk) -> None:
    hold, payment = ask_in_vain(gateway_desk)
    stop(gateway_desk, payment)
    pay_in_cash(gateway_desk, hold)
    gateway_desk.practice.pay(gateway_desk.instrument(payment))
    recheck(gateway_desk)
    (case,) = gateway_desk.built.services.list_open_cases()
    assert case.kind == CaseKind.DUPLICATE
    gateway_desk.audit()


def test_what_was_given_up_is_closed_at_the_gateway_and_watched_until_after_the_hold(
    gateway_desk: GatewayDesk,
) -> None:
    _, payment = ask_in_vain(gateway_desk)
    stop(gateway_desk, payment)
    recheck(gateway_desk)
    (code,) = gateway_desk.practice.state()["qr_codes"]
    assert code["status"] == "closed"
    gateway_desk.practice.fault("pay_after_close", count=1)
    gateway_desk.practice.pay(gateway_desk.instrument(payment))
    gateway_desk.step(600 + 15 * 60)
    gateway_desk.built.recheck_payments(actor=gateway_desk.built.services.actor())
    (case,) = gateway_desk.built.services.list_open_cases()
    assert case.kind == CaseKind.LATE
    gateway_desk.audit()


def test_what_was_never_made_is_looked_for_once(gateway_desk: GatewayDesk) -> None:
    _, payment = ask_in_vain(gateway_desk, fault="drop_before")
    stop(gateway_desk, payment)
    recheck(gateway_desk)
    before = len(gateway_desk.practice.items("GET"))
    recheck(gateway_desk)
    assert len(gateway_desk.practice.items("GET")) == before


def test_it_is_looked_for_when_the_gateway_is_back(gateway_desk: GatewayDesk) -> None:
    _, payment = ask_in_vain(gateway_desk)
    stop(gateway_desk, payment)
    gateway_desk.practice.fault("error_503", count=None)
    recheck(gateway_desk)
    gateway_desk.practice.fault("latency_before", seconds=0)
    gateway_desk.step(3600)
    gateway_desk.built.recheck_payments(actor=gateway_desk.built.services.actor())
    (code,) = gateway_desk.practice.state()["qr_codes"]
    assert code["status"] == "closed"


def test_keys_that_are_refused_leave_the_wallet_and_the_hold_as_they_were(gateway_desk: GatewayDesk) -> None:
    hold = gateway_desk.hold(gateway_desk.customer(wallet_paise=500_00))
    gateway_desk.practice.fault("unauthorized", method="POST", count=1)
    with pytest.raises(GatewayRejected):
        gateway_desk.qr(hold, wallet_paise=500_00)
    assert wallet_paise(gateway_desk, hold) == 500_00
    assert pay_in_cash(gateway_desk, hold) is BookingState.CONFIRMED


def test_a_silent_gateway_is_not_waited_for(
    gateway_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())

    def silent(*_words: object, **_facts: object) -> None:
        open_payment = gateway_desk.booking(hold).open_payment
        assert open_payment is not None
        assert stop(gateway_desk, open_payment).state is PaymentState.VOID
        assert pay_in_cash(gateway_desk, hold) is BookingState.CONFIRMED
        raise Unknown("timeout")

    monkeypatch.setattr(gateway_desk.gateway, "open_instrument", silent)
    assert gateway_desk.qr(hold).state is PaymentState.VOID
    gateway_desk.audit()
