"""Wallet, cash and card slip: what is due is taken once, and nothing else ever."""

from typing import Any

import pytest
from sqlalchemy import func, select

from db.ids import BookingId, BookingReference, RequestKey
from db.schema import account, claim, document, payment, posting
from db.states import BookingState, DocumentKind, PaymentState, Tender
from desktop.services.domain.payment_request import PaymentResult, TakePaymentRequest, TenderPart
from desktop.services.errors import (
    BadRequest,
    HoldExpired,
    NotFound,
    TendersDoNotMatch,
    WalletTooLow,
    WrongState,
)
from desktop.services.holding.release_hold import ReleaseHold
from desktop.services.paying.take_payment import TakePayment
from tests.actors import actor_of
from tests.counter import FACTS, Counter

ALMOST = 600 - 1e-6


def house_paise(counter: Counter, kind: str) -> int:
    """Return what an account of the house has, as a debit."""
    with counter.database.read() as session:
        total = select(func.coalesce(func.sum(posting.c.amount_paise), 0))
        of_kind = total.join(account, account.c.id == posting.c.account_id).where(account.c.kind == kind)
        return int(session.execute(of_kind).scalar_one())


def test_the_wallet_alone_confirms_in_one_transaction(any_counter: Counter, publish: Any) -> None:
    counter = any_counter
    customer = counter.customer(wallet_paise=10_000_00)
    hold = counter.hold(counter.quote(customer=customer), customer)
    taken = len(publish.records)
    result = counter.pay(hold, wallet_paise=hold.total_paise)
    assert (result.state, result.due_paise) == (BookingState.CONFIRMED, 0)
    assert result.wallet_used_paise == hold.total_paise
    assert result.wallet_balance_paise == 10_000_00 - hold.total_paise
    tags = [record.tag for record in publish.records[taken:]]
    assert sorted(tags) == [
        "BOOKING_CONFIRMED",
        "PAPERS_MADE",
        "PAYMENT_CAPTURED",
        "PAYMENT_FINALIZE_SUCCESS",
        "WALLET_DEDUCTED",
    ]
    with counter.database.read() as session:
        assert session.execute(select(claim.c.expires_at)).scalars().all() == [None]
        of_booking = document.c.booking_id == hold.booking_id
        made = session.execute(select(document.c.id, document.c.kind).where(of_booking))
        kinds: dict[str, DocumentKind] = {row.id: row.kind for row in made}
        assert sorted(kinds.values()) == [DocumentKind.PAYMENT_SLIP, DocumentKind.RECEIPT_VOUCHER]
        assert kinds[result.document_id or ""] is DocumentKind.RECEIPT_VOUCHER
    assert counter.faults() == []


def test_cash_gives_the_change_and_fills_the_drawer_with_the_price(any_counter: Counter) -> None:
    hold = any_counter.hold()
    result = any_counter.pay(hold, cash_paise=hold.total_paise, cash_received_paise=5_000_00)
    assert result.change_paise == 5_000_00 - hold.total_paise
    assert house_paise(any_counter, "drawer") == hold.total_paise
    assert any_counter.faults() == []


def test_a_card_slip_keeps_its_reference(any_counter: Counter) -> None:
    hold = any_counter.hold()
    any_counter.pay(hold, card_paise=hold.total_paise, card_reference=" RRN 412233445566 ")
    (paid,) = any_counter.booking(hold).payments
    assert (paid.state, paid.reference) == (PaymentState.CAPTURED, "RRN 412233445566")
    assert house_paise(any_counter, "card_machine") == hold.total_paise


def test_three_tenders_pay_one_booking(any_counter: Counter) -> None:
    counter = any_counter
    customer = counter.customer(wallet_paise=1_000_00)
    hold = counter.hold(customer=customer)
    rest = hold.total_paise - 1_000_00
    result = counter.pay(
        hold,
        wallet_paise=1_000_00,
        cash_paise=500_00,
        card_paise=rest - 500_00,
        card_reference="R1",
    )
    assert (result.state, result.wallet_balance_paise) == (BookingState.CONFIRMED, 0)
    booking = counter.booking(hold)
    assert len(booking.payments) == 3
    assert booking.paid_paise == booking.total_paise
    assert house_paise(counter, "advance_received") == 0
    assert house_paise(counter, "tax_payable") == -booking.tax_paise
    assert house_paise(counter, "sales") == booking.tax_paise - booking.total_paise
    assert counter.faults() == []


def test_cash_now_and_the_rest_later(counter: Counter) -> None:
    hold = counter.hold()
    first = counter.pay(hold, cash_paise=1_000_00)
    assert (first.state, first.due_paise) == (BookingState.HELD, hold.total_paise - 1_000_00)
    assert first.document_id is None
    second = counter.pay(hold, cash_paise=first.due_paise)
    assert (second.state, second.due_paise) == (BookingState.CONFIRMED, 0)
    assert counter.faults() == []


def test_a_double_click_pays_once(any_counter: Counter, publish: Any) -> None:
    counter = any_counter
    customer = counter.customer(wallet_paise=10_000_00)
    hold = counter.hold(customer=customer)
    tenders = {"wallet_paise": 1_000_00, "cash_paise": hold.total_paise - 1_000_00}
    first = counter.pay(hold, key="click", cash_received_paise=9_000_00, **tenders)
    before = counter.rows()
    again: PaymentResult = counter.pay(hold, key="click", cash_received_paise=9_000_00, **tenders)
    assert again == first
    assert counter.rows() == before


def test_a_replay_of_a_part_payment_takes_nothing_more(counter: Counter) -> None:
    hold = counter.hold()
    first = counter.pay(hold, key="part", cash_paise=1_000_00)
    assert counter.pay(hold, key="part", cash_paise=1_000_00) == first
    assert counter.booking(hold).paid_paise == 1_000_00


def test_a_second_payment_for_a_paid_booking_is_refused(counter: Counter) -> None:
    hold = counter.hold()
    counter.pay(hold)
    before = counter.rows()
    with pytest.raises(WrongState) as refusal:
        counter.pay(hold)
    assert refusal.value.state == BookingState.CONFIRMED
    assert counter.rows() == before


def test_a_total_of_zero_needs_no_tender(any_counter: Counter) -> None:
    counter = any_counter
    customer = counter.customer(wallet_paise=5_000_00)
    quote = counter.quote(promo="HOUSE", customer=customer)
    assert (quote.total_paise, quote.payment.wallet_applied_paise) == (0, 0)
    hold = counter.hold(quote, customer)
    result = counter.pay(hold, key="free", cash_paise=0)
    assert (result.state, result.wallet_balance_paise) == (BookingState.CONFIRMED, 5_000_00)
    assert result.document_id
    assert counter.booking(hold).payments == ()
    assert counter.pay(hold, key="free", cash_paise=0) == result
    assert counter.cancel(hold).refund_paise == 0
    assert counter.faults() == []


@pytest.mark.parametrize("more_paise", [1, 1_00])
def test_more_than_is_due_is_never_taken(counter: Counter, more_paise: int) -> None:
    hold = counter.hold()
    before = counter.rows()
    with pytest.raises(TendersDoNotMatch) as refusal:
        counter.pay(hold, cash_paise=hold.total_paise + more_paise)
    assert refusal.value.due_paise == hold.total_paise
    assert refusal.value.offered_paise == hold.total_paise + more_paise
    assert counter.rows() == before


def test_the_wallet_completes_a_payment_or_is_not_touched(counter: Counter) -> None:
    customer = counter.customer(wallet_paise=10_000_00)
    hold = counter.hold(customer=customer)
    before = counter.rows()
    with pytest.raises(TendersDoNotMatch):
        counter.pay(hold, wallet_paise=hold.total_paise - 1)
    with pytest.raises(TendersDoNotMatch):
        counter.pay(hold, cash_paise=0)
    assert counter.rows() == before


def test_a_wallet_one_paisa_short_pays_nothing(any_counter: Counter) -> None:
    counter = any_counter
    customer = counter.customer()
    hold = counter.hold(customer=customer)
    counter.customer(wallet_paise=hold.total_paise - 1)
    before = counter.rows()
    with pytest.raises(WalletTooLow) as refusal:
        counter.pay(hold, wallet_paise=hold.total_paise)
    assert refusal.value.available_paise == hold.total_paise - 1
    assert counter.rows() == before
    assert counter.booking(hold).state is BookingState.HELD


BAD: dict[str, tuple[dict[str, Any], str, str]] = {
    "a negative amount": ({"cash_paise": -1}, "amount", "not_positive"),
    "a negative wallet": ({"wallet_paise": -1, "cash_paise": 1}, "amount", "not_positive"),
    "less cash than is due": (
        {"cash_paise": 100, "cash_received_paise": 99},
        "cash_received",
        "too_low",
    ),
    "a slip without a reference": ({"card_paise": 100, "card_reference": "  "}, "card_reference", "blank"),
    "a slip's whole text": ({"card_paise": 100, "card_reference": "R" * 41}, "card_reference", "too_long"),
    "a card's number": (
        {"card_paise": 100, "card_reference": "4111111111111111"},
        "card_reference",
        "card_number",
    ),
    "a card's number in groups": (
        {"card_paise": 100, "card_reference": "4111 1111-1111 1111"},
        "card_reference",
        "card_number",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_what_was_entered_wrongly_is_named_and_not_written(counter: Counter, case: str) -> None:
    tenders, field, reason = BAD[case]
    hold = counter.hold()
    before = counter.rows()
    with pytest.raises(BadRequest) as refusal:
        counter.pay(hold, **tenders)
    assert (refusal.value.field, refusal.value.reason) == (field, reason)
    assert "4111" not in str(refusal.value)
    assert counter.rows() == before


ONE = TenderPart(Tender.CASH, 100)


@pytest.mark.parametrize(
    ("parts", "reason"),
    [((ONE, ONE), "twice"), ((TenderPart(Tender.RAZORPAY, 100),), "by_gateway")],
)
def test_a_tender_is_taken_once_and_the_gateways_never_by_hand(
    counter: Counter, parts: tuple[TenderPart, ...], reason: str
) -> None:
    hold = counter.hold()
    before = counter.rows()
    request = TakePaymentRequest(hold.booking_id, RequestKey("parts"), parts)
    with pytest.raises(BadRequest) as refusal:
        TakePayment(counter.database, FACTS, counter.publish)(request, actor=actor_of(counter.database))
    assert (refusal.value.field, refusal.value.reason) == ("tender", reason)
    assert counter.rows() == before


def test_a_hold_can_be_paid_up_to_its_last_microsecond(any_counter: Counter, clock: Any) -> None:
    hold = any_counter.hold()
    clock.advance(ALMOST)
    assert any_counter.pay(hold).state is BookingState.CONFIRMED
    clock.advance(3_600)
    assert any_counter.sweep() == 0
    assert any_counter.booking(hold).state is BookingState.CONFIRMED
    assert any_counter.faults() == []


def test_a_part_is_taken_up_to_the_deadline_and_not_at_it(counter: Counter, clock: Any) -> None:
    hold = counter.hold()
    clock.advance(ALMOST)
    counter.pay(hold, cash_paise=100_00)
    clock.advance(1e-6)
    before = counter.rows()
    with pytest.raises(HoldExpired):
        counter.pay(hold, cash_paise=100_00)
    assert counter.rows() == before


@pytest.mark.parametrize("swept", [False, True])
def test_a_hold_can_not_be_paid_at_its_deadline(any_counter: Counter, clock: Any, swept: bool) -> None:
    counter = any_counter
    customer = counter.customer(wallet_paise=10_000_00)
    hold = counter.hold(customer=customer)
    clock.advance(600)
    if swept:
        counter.sweep()
    before = counter.rows()
    with pytest.raises(WrongState if swept else HoldExpired):
        counter.pay(hold, wallet_paise=hold.total_paise)
    assert counter.rows() == before


def test_nothing_is_paid_for_what_is_cancelled_or_unknown(counter: Counter) -> None:
    hold = counter.hold()
    ReleaseHold(counter.database, counter.publish)(hold.booking_id, actor=actor_of(counter.database))
    with pytest.raises(WrongState):
        counter.pay(hold)
    with counter.database.read() as session:
        assert session.execute(select(payment.c.id)).all() == []
    with pytest.raises(NotFound):
        counter.pay(
            type(hold)(BookingId("nothing"), BookingReference(""), 1, hold.reserved_at, hold.expires_at)
        )


def test_receipts_are_numbered_without_a_gap(any_counter: Counter) -> None:
    counter = any_counter
    for _ in range(3):
        counter.pay(counter.hold())
        refused = counter.hold()
        with pytest.raises(WalletTooLow):
            counter.pay(refused, wallet_paise=refused.total_paise)
    with counter.database.read() as session:
        receipts = select(document.c.number).where(document.c.kind == DocumentKind.RECEIPT_VOUCHER)
        numbers = session.execute(receipts.order_by(document.c.number)).scalars().all()
        wallets = session.execute(select(account.c.balance_paise).where(account.c.kind == "wallet"))
        assert list(wallets.scalars()) == [0]
    assert numbers == [f"D1-R-2627-{number:06d}" for number in (1, 2, 3)]
