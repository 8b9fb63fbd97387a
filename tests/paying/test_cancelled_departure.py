"""Nothing is taken for a departure that the house has cancelled since the hold."""

from typing import Any, cast

import pytest

from db.ids import RequestKey
from db.states import BookingState, InstrumentKind
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.domain.booking import Hold
from desktop.services.errors import DepartureCancelled
from desktop.services.gateways.port import PaymentGateway
from desktop.services.paying.begin_gateway_payment import BeginGatewayPayment
from desktop.services.paying.send_link import SendLink
from tests.actors import actor_of
from tests.counter import FACTS, Counter

# Whatever is asked of it raises: no gateway may hear of such a booking.
NO_GATEWAY = cast(PaymentGateway, object())


def hold_and_call_off(counter: Counter, **paid: Any) -> Hold:
    """Hold a room and a seat, take a part of the money, and cancel the coach."""
    customer = counter.customer(wallet_paise=20_000_00)
    hold = counter.hold(counter.quote(counter.item("DLX"), counter.item("GOA21")), customer)
    if paid:
        counter.pay(hold, **paid)
    CancelDeparture(counter.database, counter.publish)(
        counter.offering("GOA21").id, counter.day(5), "landslide", actor=actor_of(counter.database)
    )
    return hold


@pytest.mark.parametrize("tender", ["wallet", "cash", "card"])
@pytest.mark.parametrize("part_paise", [0, 1_00], ids=["whole", "part"])
def test_no_tender_is_taken(any_counter: Counter, tender: str, part_paise: int) -> None:
    counter = any_counter
    hold = hold_and_call_off(counter)
    before = counter.rows()
    # A part of the wallet alone is refused anyway, for another reason.
    paise = part_paise if part_paise and tender != "wallet" else hold.total_paise
    tenders: dict[str, Any] = {f"{tender}_paise": paise, "card_reference": "R1" if tender == "card" else ""}
    with pytest.raises(DepartureCancelled) as refusal:
        counter.pay(hold, **tenders)
    assert (refusal.value.name, refusal.value.day) == (counter.offering("GOA21").name, counter.day(5))
    assert counter.rows() == before


@pytest.mark.parametrize("kind", ["qr", "link"])
def test_the_gateway_is_not_even_asked(any_counter: Counter, kind: str) -> None:
    counter = any_counter
    hold = hold_and_call_off(counter)
    before = counter.rows()
    send_link = SendLink(counter.database, NO_GATEWAY, counter.publish)
    begin = BeginGatewayPayment(counter.database, NO_GATEWAY, FACTS, send_link, counter.publish)
    with pytest.raises(DepartureCancelled):
        begin(
            hold.booking_id,
            1_000_00,
            InstrumentKind(kind),
            RequestKey(counter.key()),
            actor=actor_of(counter.database),
        )
    assert counter.rows() == before


def test_what_was_taken_before_comes_back(any_counter: Counter) -> None:
    counter = any_counter
    hold = hold_and_call_off(counter, cash_paise=1_000_00)
    with pytest.raises(DepartureCancelled):
        counter.pay(hold, cash_paise=hold.total_paise - 1_000_00)
    assert counter.cancel(hold).refund_paise == 1_000_00
    assert counter.booking(hold).state is BookingState.CANCELLED
    assert counter.faults() == []


def test_a_replay_of_money_taken_in_time_is_no_refusal(any_counter: Counter) -> None:
    counter = any_counter
    hold = hold_and_call_off(counter, key="click", cash_paise=1_000_00)
    assert counter.pay(hold, key="click", cash_paise=1_000_00).due_paise == hold.total_paise - 1_000_00
