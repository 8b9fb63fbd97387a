"""Two lakh in cash from one person in a day, for one booking, for one occasion: refused, to the paisa."""

import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db import cash, house_rules
from db.ids import RequestKey
from db.states import PanAnswer, Tender
from desktop.services.cash_errors import (
    CashDepositForbidden,
    CashForbidden,
    CashRepaymentForbidden,
    PanWanted,
)
from desktop.services.customers.list_top_ups import ListTopUps
from desktop.services.customers.reverse_top_up import ReverseTopUp
from desktop.services.customers.top_up_wallet import TopUpWallet
from desktop.services.domain.booking import Hold
from desktop.services.domain.cash_law import CashCounter, day_of_law, pan_answer
from desktop.services.domain.payment_request import PaymentResult, TakePaymentRequest
from desktop.services.domain.people import Customer
from desktop.services.errors import BadRequest
from desktop.services.paying.correct_tender import CorrectTender
from desktop.services.paying.take_payment import TakePayment
from tests.buyers.buyers_at_hand import AT_HOME, save
from tests.cash_limits import lift_deposits
from tests.conftest import Recorder, SteppedClock, open_database
from tests.counter import FACTS, Counter, parts_of

STOP = 2_00_000_00


def stop_at(counter: Counter, **rules: int) -> None:
    """Set rules of the house, so that a test reaches its limit with few sales."""
    with counter.database.write(counter.actor) as session:
        house_rules.write(session, rules, change=True)


def top_up(counter: Counter, customer: Customer, paise: int) -> None:
    """Put cash into a wallet."""
    TopUpWallet(counter.database)(customer.id, paise, RequestKey(counter.key()), actor=counter.actor)


def cash_part(counter: Counter, hold: Hold, paise: int, pan: str = "") -> PaymentResult:
    """Take a part in cash."""
    parts = parts_of(cash_paise=paise)
    request = TakePaymentRequest(hold.booking_id, RequestKey(counter.key()), parts, pan=pan)
    return TakePayment(counter.database, FACTS, counter.publish)(request, actor=counter.actor)


def dear(counter: Counter, customer: Customer) -> Hold:
    """Hold rooms for more than two lakh; the invoice of so much names who buys and where they live."""
    save(counter, customer, "", "27", AT_HOME)
    items = [counter.item("DLX", *names, ahead=5, nights=14) for names in (("203", "204", "205", "206"),)]
    hold = counter.hold(counter.quote(*items, customer=customer), customer)
    assert hold.total_paise > STOP
    return hold


def test_two_lakh_for_one_booking_is_refused_and_a_paisa_less_passes(any_counter: Counter) -> None:
    counter = any_counter
    hold = dear(counter, counter.customer())
    before = counter.rows()
    with pytest.raises(CashForbidden) as refused:
        cash_part(counter, hold, STOP, pan="declined")
    assert (refused.value.counter, refused.value.limit_paise) == (CashCounter.DAY, STOP)
    assert (refused.value.counted_paise, refused.value.most_paise) == (0, STOP - 1)
    assert counter.rows() == before
    assert cash_part(counter, hold, STOP - 1, pan="declined").due_paise == hold.total_paise - STOP + 1
    with pytest.raises(CashForbidden) as full:
        cash_part(counter, hold, 1)
    assert full.value.most_paise == 0
    counter.pay(hold, card_paise=hold.total_paise - STOP + 1, card_reference="A1")
    assert counter.faults() == []


def test_a_day_adds_up_bookings_and_top_ups_and_ends_at_midnight_in_india(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter = any_counter
    customer = counter.customer()
    hold = counter.hold(customer=customer)
    stop_at(counter, cash_stop_paise=hold.total_paise + 5_000_00, cash_deposit_paise=STOP)
    top_up(counter, customer, 5_000_00)
    with pytest.raises(CashForbidden) as refused:
        counter.pay(hold)
    assert refused.value.counter is CashCounter.DAY
    assert refused.value.most_paise == hold.total_paise - 1
    other = counter.customer(mobile="9876543211")
    counter.pay(counter.hold(customer=other))  # somebody else's cash is somebody else's
    begins, ends = day_of_law(clock.now)
    assert (begins, ends) == (
        datetime(2026, 11, 22, 18, 30, tzinfo=UTC),
        datetime(2026, 11, 23, 18, 30, tzinfo=UTC),
    )
    clock.now = datetime(2026, 11, 23, 18, 29, 59, tzinfo=UTC)
    late = counter.hold(customer=customer)
    with pytest.raises(CashForbidden):
        counter.pay(late)
    clock.advance(1)
    counter.pay(late)
    assert counter.faults() == []


def test_a_top_up_counts_towards_the_day_and_is_refused_by_it(any_counter: Counter) -> None:
    counter = any_counter
    customer = counter.customer()
    hold = counter.hold(customer=customer)
    stop_at(counter, cash_stop_paise=hold.total_paise + 1_000_00)
    counter.pay(hold)
    with pytest.raises(CashForbidden):
        top_up(counter, customer, 1_000_00)
    top_up(counter, customer, 999_99)


def test_money_that_goes_back_does_not_free_the_limit(any_counter: Counter) -> None:
    counter = any_counter
    customer = counter.customer()
    hold = counter.hold(customer=customer)
    stop_at(counter, cash_stop_paise=hold.total_paise + 1_00)
    counter.pay(hold)
    counter.cancel(hold)
    with pytest.raises(CashForbidden):
        top_up(counter, customer, 1_00)
    again = counter.hold(customer=customer)
    with pytest.raises(CashForbidden):
        counter.pay(again)


def test_one_booking_counts_over_all_days(any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    hold = counter.hold()
    stop_at(counter, cash_stop_paise=hold.total_paise)
    clock.now = datetime(2026, 11, 23, 18, 25, tzinfo=UTC)
    hold = counter.hold(customer=counter.customer(mobile="9876543212"))
    cash_part(counter, hold, hold.total_paise - 100)
    clock.now = datetime(2026, 11, 23, 18, 31, tzinfo=UTC)
    with pytest.raises(CashForbidden) as refused:
        cash_part(counter, hold, 100)
    assert refused.value.counter is CashCounter.BOOKING


def test_bookings_of_one_occasion_are_added_up(any_counter: Counter) -> None:
    counter = any_counter
    bride, groom = counter.customer(), counter.customer(mobile="9876543211", name="Ravi")
    first, second = counter.hold(customer=bride), counter.hold(customer=groom)
    stop_at(counter, cash_stop_paise=first.total_paise + second.total_paise)
    with counter.database.write(counter.actor) as session:
        assert cash.name_occasion(session, first.booking_id, "Rao wedding")
        assert cash.name_occasion(session, second.booking_id, "Rao wedding")
        assert not cash.name_occasion(session, second.booking_id, "Rao wedding")
    counter.pay(first)
    with pytest.raises(CashForbidden) as refused:
        counter.pay(second)
    assert refused.value.counter is CashCounter.OCCASION
    assert refused.value.most_paise == second.total_paise - 1


def test_a_card_that_becomes_cash_is_counted_on_its_own_day(any_counter: Counter) -> None:
    counter = any_counter
    customer = counter.customer()
    hold = counter.hold(customer=customer)
    counter.pay(hold, card_paise=hold.total_paise, card_reference="A1")
    stop_at(counter, cash_stop_paise=hold.total_paise)
    (payment,) = counter.booking(hold).payments
    act = CorrectTender(counter.database, counter.publish)
    with pytest.raises(CashForbidden):
        act(payment.id, Tender.CASH, "", "wrong key", actor=counter.actor)
    stop_at(counter, cash_stop_paise=hold.total_paise + 1)
    act(payment.id, Tender.CASH, "", "wrong key", actor=counter.actor)
    with pytest.raises(CashForbidden):
        top_up(counter, customer, 1)
    assert counter.faults() == []


def test_unspent_cash_in_a_wallet_stops_below_twenty_thousand(any_counter: Counter) -> None:
    counter = any_counter
    customer = counter.customer()
    with pytest.raises(CashDepositForbidden) as refused:
        top_up(counter, customer, 20_000_00)
    assert refused.value.most_paise == 19_999_99
    top_up(counter, customer, 19_999_99)
    with pytest.raises(CashDepositForbidden):
        top_up(counter, customer, 1)
    hold = counter.hold(customer=customer)
    counter.pay(hold, wallet_paise=hold.total_paise)  # spent: so much may come again
    with pytest.raises(CashDepositForbidden) as next_one:
        top_up(counter, customer, hold.total_paise + 1)
    assert next_one.value.most_paise == hold.total_paise
    top_up(counter, customer, hold.total_paise)
    counter.cancel(hold)  # back in the wallet, it is unspent again
    with pytest.raises(CashDepositForbidden) as last:
        top_up(counter, customer, 1)
    assert last.value.most_paise == 0


def test_a_deposit_is_not_paid_back_in_cash(any_counter: Counter) -> None:
    counter = any_counter
    customer = counter.customer()
    lift_deposits(counter.database)
    top_up(counter, customer, 20_000_00)
    stop_at(counter, cash_repay_paise=20_000_00)
    (row,) = ListTopUps(counter.database)(customer.id)
    act = ReverseTopUp(counter.database)
    with pytest.raises(CashRepaymentForbidden):
        act(row.id, "mistyped", RequestKey("back"), actor=counter.actor)
    stop_at(counter, cash_repay_paise=20_000_01)
    assert act(row.id, "mistyped", RequestKey("back"), actor=counter.actor).wallet_paise == 0


def test_the_pan_is_asked_once_for_a_hotel_bill_and_never_refused(any_counter: Counter) -> None:
    counter = any_counter
    customer = counter.customer()
    hold = dear(counter, customer)
    cash_part(counter, hold, 49_999_99)
    with pytest.raises(PanWanted) as asked:
        cash_part(counter, hold, 1)
    assert asked.value.limit_paise == 50_000_00
    with pytest.raises(BadRequest):
        cash_part(counter, hold, 1, pan="ABCDE1234F")  # no D among the kinds of who it is
    cash_part(counter, hold, 1, pan="abcpe 1234 f")
    cash_part(counter, hold, 1)  # answered
    told = [content for tag, content in counter.told() if tag == "PAN_ASKED"]
    assert len(told) == 1
    assert "ABCPE1234F" not in "".join(content for _tag, content in counter.told())
    assert counter.faults() == []


def test_buses_and_tours_are_no_hotel_bill(counter: Counter) -> None:
    hold = counter.hold(counter.quote(counter.item("GOA21", "4A")))
    stop_at(counter, cash_pan_paise=1)
    counter.pay(hold)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("ABCPE1234F", (PanAnswer.GIVEN, "ABCPE1234F")),
        ("abc-pe-1234-f", (PanAnswer.GIVEN, "ABCPE1234F")),
        ("seen", (PanAnswer.SEEN, "")),
        ("declined", (PanAnswer.DECLINED, "")),
        ("ABCPE12345", None),
        ("ABCXE1234F", None),
        ("given", None),
        ("", None),
    ],
)
def test_a_pan_has_a_form(text: str, answer: tuple[PanAnswer, str] | None) -> None:
    assert pan_answer(text) == answer


@dataclass
class Desk:
    """One of two desks that take cash of one person at once."""

    counter: Counter
    hold: Hold
    answer: object = None

    def pay(self, barrier: threading.Barrier) -> None:
        """Take the whole in cash when the other does."""
        barrier.wait()
        try:
            self.answer = self.counter.pay(self.hold, key=f"race-{self.hold.reference}")
        except Exception as error:  # noqa: BLE001  whatever comes is the answer, and is judged below
            self.answer = error


def test_two_desks_do_not_pass_the_limit_together(
    engine_url: str, clock: SteppedClock, tmp_path: Path
) -> None:
    first = Counter(open_database(engine_url, clock, Recorder()), clock, Recorder())
    second = Counter(open_database(engine_url, clock, Recorder(), desk_code="D2"), clock, Recorder())
    for turn in range(4):
        customer = first.customer(mobile=f"987654330{turn}")
        desks = [
            Desk(one, one.hold(customer=customer, key=f"hold-{turn}-{place}"))
            for place, one in enumerate((first, second))
        ]
        stop_at(first, cash_stop_paise=sum(desk.hold.total_paise for desk in desks))
        barrier = threading.Barrier(2)
        threads = [threading.Thread(target=desk.pay, args=(barrier,)) for desk in desks]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        kinds = sorted(type(desk.answer).__name__ for desk in desks)
        assert kinds == ["CashForbidden", "PaymentResult"]
    assert first.faults() == []
    first.database.close()
    second.database.close()
