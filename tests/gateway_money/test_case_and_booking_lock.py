"""A clerk with a case and a poll with the same booking wait for each other in one order."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db import bookings
from db.database import Database, Session
from desktop.practice.server import PracticeServer
from desktop.services.domain.booking import TakePaymentRequest
from desktop.services.domain.desk_facts import DeskFacts
from desktop.services.domain.lifecycles import BookingState
from desktop.services.errors import AlreadyDone
from tests.conftest import Recorder, SteppedClock
from tests.gateway_money.conftest import GatewayDesk, desk_with

PATIENCE_SECONDS = 10.0


@pytest.fixture
def server_desk(
    money_server: PracticeServer,
    any_database: Database,
    clock: SteppedClock,
    publish: Recorder,
    tmp_path: Path,
) -> Iterator[GatewayDesk]:
    """Return a desk that can ask for money, on the database that a test chooses."""
    facts = DeskFacts("Asia/Kolkata", practice=True)
    yield from desk_with(facts, money_server, any_database, clock, publish, tmp_path)


@pytest.mark.parametrize("engine_url", ["postgresql"], indirect=True)
def test_a_clerk_who_decides_waits_for_a_poll_that_revives(
    server_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The poll has the booking and wants to close the case that the clerk is about to decide."""
    desk = server_desk
    hold = desk.hold(desk.customer())
    cash = TakePaymentRequest(hold.booking_id, desk.key(), cash_paise=100_00, cash_received_paise=100_00)
    desk.built.services.take_payment(cash)
    payment = desk.qr(hold)
    desk.step(600)
    desk.built.release_expired_holds()
    desk.built.poll_open_payments()
    (case,) = desk.built.services.list_open_cases()
    desk.practice.fault("pay_after_close", count=1)
    desk.practice.pay(desk.instrument(payment))
    polled, wanted = threading.Event(), threading.Event()
    revive, lock = bookings.revive, bookings.lock
    raised: list[Exception] = []

    def revive_slowly(session: Session, booking_id: str) -> bool:
        polled.set()
        assert wanted.wait(PATIENCE_SECONDS)
        return revive(session, booking_id)

    def lock_as_the_clerk(session: Session, booking_id: str) -> Any:
        if threading.current_thread() is clerk:
            wanted.set()
        return lock(session, booking_id)

    def decide() -> None:
        try:
            desk.built.services.resolve_case(case.id, "refund")
        except Exception as error:  # noqa: BLE001  told to the test, which looks at it
            raised.append(error)

    clerk = threading.Thread(target=decide)
    monkeypatch.setattr(bookings, "lock", lock_as_the_clerk)
    monkeypatch.setattr(bookings, "revive", revive_slowly)
    poll = threading.Thread(target=desk.built.services.check_gateway_payment, args=(payment.id,))
    poll.start()
    assert polled.wait(PATIENCE_SECONDS)
    clerk.start()
    for thread in (poll, clerk):
        thread.join(PATIENCE_SECONDS)
    assert [type(error) for error in raised] == [AlreadyDone]
    assert desk.booking(hold).state is BookingState.CONFIRMED
    desk.audit()
