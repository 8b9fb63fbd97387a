"""Who decides a case and who else is at work wait for each other in one order: booking, stock, money."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from db import bookings, promos
from db.database import Database, Session
from db.ids import BookingId, PromoId, RequestKey
from db.states import BookingState, CaseAnswer
from desktop.practice.server import PracticeServer
from desktop.services.domain.booking import Hold
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.domain.people import Customer
from desktop.services.domain.quote import BasketItem, QuoteRequest
from desktop.services.errors import AlreadyDone
from tests.conftest import Recorder, SteppedClock
from tests.counter import parts_of
from tests.gateway_money.conftest import GatewayDesk, desk_with

PATIENCE_SECONDS = 60.0


@pytest.fixture
def server_desk(
    money_server: PracticeServer,
    any_database: Database,
    clock: SteppedClock,
    publish: Recorder,
    tmp_path: Path,
) -> Iterator[GatewayDesk]:
    """Return a desk that can ask for money, on the database that a test chooses."""
    facts = DeskSettings("Asia/Kolkata", practice=True)
    yield from desk_with(facts, money_server, any_database, clock, publish, tmp_path)


@pytest.mark.parametrize("engine_url", ["postgresql"], indirect=True)
def test_a_clerk_who_decides_waits_for_a_poll_that_revives(
    server_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The poll has the booking and wants to close the case that the clerk is about to decide."""
    desk = server_desk
    hold = desk.hold(desk.customer())
    cash = TakePaymentRequest(
        hold.booking_id, desk.key(), parts_of(cash_paise=100_00, cash_received_paise=100_00)
    )
    desk.built.services.take_payment(cash, actor=desk.built.services.actor())
    payment = desk.qr(hold)
    desk.step(600)
    desk.built.release_expired_holds(actor=desk.built.services.actor())
    desk.built.poll_open_payments(actor=desk.built.services.actor())
    (case,) = desk.built.services.list_open_cases()
    desk.practice.fault("pay_after_close", count=1)
    desk.practice.pay(desk.instrument(payment))
    polled, wanted = threading.Event(), threading.Event()
    revive, lock = bookings.revive, bookings.lock
    raised: list[Exception] = []

    def revive_slowly(session: Session, booking_id: BookingId) -> bool:
        polled.set()
        assert wanted.wait(PATIENCE_SECONDS)
        return revive(session, booking_id)

    def lock_as_the_clerk(session: Session, booking_id: BookingId) -> Any:
        if threading.current_thread() is clerk:
            wanted.set()
        return lock(session, booking_id)

    def decide() -> None:
        try:
            desk.built.services.resolve_case(case.id, CaseAnswer.REFUND, actor=desk.built.services.actor())
        except Exception as error:  # noqa: BLE001  told to the test, which looks at it
            raised.append(error)

    clerk = threading.Thread(target=decide)
    monkeypatch.setattr(bookings, "lock", lock_as_the_clerk)
    monkeypatch.setattr(bookings, "revive", revive_slowly)
    check, actor = desk.built.services.check_gateway_payment, desk.built.services.actor()
    poll = threading.Thread(target=check, args=(payment.id,), kwargs={"actor": actor})
    poll.start()
    assert polled.wait(PATIENCE_SECONDS)
    clerk.start()
    for thread in (poll, clerk):
        thread.join(PATIENCE_SECONDS)
    assert [type(error) for error in raised] == [AlreadyDone]
    assert desk.booking(hold).state is BookingState.CONFIRMED
    desk.audit()


def hold_with_promo(desk: GatewayDesk, customer: Customer, days_ahead: int) -> Hold:
    """Hold a room with the promo that every test booking here shares."""
    services = desk.built.services
    rooms = next(one for one in services.list_offerings() if one.code == "DLX")
    day = desk.clock().date() + timedelta(days=days_ahead)
    night = (day, day + timedelta(days=1))
    found = services.find_availability(rooms.id, *night, 1)
    item = BasketItem(rooms.id, found.suggested_unit_ids[:1], *night)
    quote = services.make_quote(
        QuoteRequest((item,), customer_id=customer.id, promo_code="UTSAV10"), actor=services.actor()
    )
    assert quote.promo_id is not None
    return services.place_hold(quote.id, customer.id, desk.key(), actor=services.actor())


@pytest.mark.parametrize("engine_url", ["postgresql"], indirect=True)
def test_a_clerk_who_revives_waits_for_one_who_cancels(
    server_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both bookings have the same promo and the same customer's wallet: the promo's row comes first."""
    desk = server_desk
    services = desk.built.services
    customer = desk.customer(wallet_paise=20_000_00)
    sold = hold_with_promo(desk, customer, 5)
    wallet = TakePaymentRequest(sold.booking_id, desk.key(), parts_of(wallet_paise=sold.total_paise))
    services.take_payment(wallet, actor=services.actor())
    late = hold_with_promo(desk, customer, 8)
    payment = desk.qr(late, 100_00)
    instrument = desk.instrument(payment)
    services.stop_gateway_payment(payment.id, actor=services.actor())
    desk.step(600)
    desk.built.release_expired_holds(actor=desk.built.services.actor())
    desk.practice.fault("pay_after_close", count=1)
    desk.practice.pay(instrument)
    desk.built.reconcile_payments(actor=desk.built.services.actor())
    (case,) = services.list_open_cases()
    plan = services.preview_cancellation(sold.booking_id)
    freed, wanted = threading.Event(), threading.Event()
    free, reserve = promos.free, promos.reserve

    def free_slowly(session: Session, booking_id: BookingId) -> None:
        free(session, booking_id)
        freed.set()
        assert wanted.wait(PATIENCE_SECONDS)

    def reserve_after_all(session: Session, promo_id: PromoId) -> bool:
        wanted.set()
        return reserve(session, promo_id)

    monkeypatch.setattr(promos, "free", free_slowly)
    monkeypatch.setattr(promos, "reserve", reserve_after_all)
    with ThreadPoolExecutor(2) as clerks:
        key = desk.key()
        cancels = clerks.submit(
            services.cancel_booking,
            sold.booking_id,
            "changed",
            plan,
            frozenset(),
            RequestKey(key),
            actor=services.actor(),
        )
        assert freed.wait(PATIENCE_SECONDS)
        revives = clerks.submit(services.resolve_case, case.id, CaseAnswer.CONFIRM, actor=services.actor())
        cancels.result(PATIENCE_SECONDS)
        revives.result(PATIENCE_SECONDS)
    assert [desk.booking(one).state for one in (sold, late)] == [
        BookingState.CANCELLED,
        BookingState.CONFIRMED,
    ]
    desk.audit()
