"""The page of a cancelled departure on the real services: a list, one key, and all money is back."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.ids import BookingId, BookingReference, RequestKey
from desktop.services.cancelling.cancel_booking import CancelBooking
from desktop.services.cancelling.list_departure_refunds import ListDepartureRefunds
from desktop.services.cancelling.preview_cancellation import PreviewCancellation
from desktop.services.cancelling.refund_departure import RefundDeparture
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.errors import DatabaseLost
from desktop.ui.database_failures import looked_up_text
from desktop.ui.departures.refund_window import RefundDepartureWindow
from desktop.ui.routes import OpenBooking, OpenDepartureRefunds, Route
from desktop.ui.runner import Runner
from tests.counter import FACTS, Counter
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pytestqt.qtbot import QtBot

    from db.actor import Actor
    from desktop.services.domain.booking import Hold
    from desktop.services.domain.departures import DepartureRefund, DepartureRefunded

Key = Qt.Key
TIMEOUT_MS = 60_000


def sold(counter: Counter, *names: str) -> Hold:
    hold = counter.hold(counter.quote(counter.item("GOA21", *names)))
    counter.pay(hold)
    return hold


@pytest.fixture
def departure(counter: Counter) -> OpenDepartureRefunds:
    """The coach in five days, which does not go."""
    offering = counter.offering("GOA21")
    cancel = CancelDeparture(counter.database, counter.publish)
    sold(counter, "1A", "1B")
    sold(counter, "2A")
    counter.hold(counter.quote(counter.item("DLX"), counter.item("GOA21", "3A")))
    cancel(offering.id, counter.day(5), "landslide", actor=counter.actor)
    return OpenDepartureRefunds(offering.id, offering.name, counter.day(5), "landslide")


class GivesBack:
    """The real use case; where `loses` is set, it ends after the first booking and its answer is lost."""

    def __init__(self, real: RefundDeparture) -> None:
        self._real = real
        self.loses = False

    def __call__(
        self,
        shown: Sequence[DepartureRefund],
        reason: str,
        request_key: RequestKey,
        *,
        actor: Actor,
        progress: Callable[[int], bool] = lambda _done: True,
    ) -> DepartureRefunded:
        loses, self.loses = self.loses, False
        now = shown[:1] if loses else shown
        done = self._real(now, reason, request_key, actor=actor, progress=progress)
        if loses:
            raise DatabaseLost(unknown=True)
        return done


@pytest.fixture
def gives_back(counter: Counter) -> GivesBack:
    return GivesBack(RefundDeparture(counter.database, FACTS, counter.publish))


@pytest.fixture
def page(
    qtbot: QtBot, counter: Counter, departure: OpenDepartureRefunds, gives_back: GivesBack
) -> Iterator[RefundDepartureWindow]:
    """The page with real services in a thread, as in the program."""
    database = counter.database
    services = replace(
        sample_services(),
        actor=lambda: counter.actor,
        list_departure_refunds=ListDepartureRefunds(database),
        refund_departure=gives_back,
    )
    runner = Runner(ThreadPoolExecutor(1))
    shown = RefundDepartureWindow(services, runner)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
    shown.show_departure(departure)
    qtbot.waitUntil(lambda: shown.table.rowCount() == 3, timeout=TIMEOUT_MS)
    yield shown
    shown.hide()
    runner.close()


def test_the_list_says_who_gets_how_much_and_one_key_gives_it_all(
    page: RefundDepartureWindow, qtbot: QtBot, counter: Counter
) -> None:
    total = page.primary.text()
    items = [page.table.item(row, 4) for row in range(3)]
    back = [item.text() for item in items if item is not None]
    assert "does not take place: landslide" in page.heading.text()
    assert page.advice.text().startswith("3 bookings are hit;")
    assert sorted(back)[0] == "0.00"
    assert total.startswith("Give all ")
    QTest.keyClick(page, Key.Key_F9)
    qtbot.waitUntil(lambda: page.table.isHidden(), timeout=TIMEOUT_MS)
    assert page.errors.text.startswith("3 bookings are done;")
    assert page.progress.isHidden()
    assert page.primary.isHidden()
    assert counter.faults() == []


def test_enter_opens_a_booking_and_escape_leaves(page: RefundDepartureWindow, qtbot: QtBot) -> None:
    opened: list[Route] = []
    page.wanted.connect(opened.append)
    page.table.setFocus()
    QTest.keyClick(page.table, Key.Key_Return)
    row = page.table.current
    assert row is not None
    assert opened == [OpenBooking(row.reference)]
    with qtbot.waitSignal(page.back, timeout=TIMEOUT_MS):
        QTest.keyClick(page, Key.Key_Escape)


def test_what_changed_meanwhile_is_named_and_stays_listed_with_its_new_state(
    page: RefundDepartureWindow, qtbot: QtBot, counter: Counter
) -> None:
    taken = page.table.current
    assert taken is not None
    late = cancelled_elsewhere(counter, taken.booking_id)
    QTest.keyClick(page, Key.Key_F9)
    qtbot.waitUntil(lambda: bool(page.errors.text) and not page.primary.busy, timeout=TIMEOUT_MS)
    assert late in page.errors.text
    assert counter.faults() == []


def test_after_a_lost_answer_the_page_is_read_anew_and_one_more_press_does_the_rest(
    page: RefundDepartureWindow, qtbot: QtBot, counter: Counter, gives_back: GivesBack
) -> None:
    gives_back.loses = True
    QTest.keyClick(page, Key.Key_F9)
    qtbot.waitUntil(lambda: page.table.rowCount() == 2, timeout=TIMEOUT_MS)
    assert page.errors.text == looked_up_text()
    page.primary.grab()  # what the next key does has to be seen first
    QTest.keyClick(page, Key.Key_F9)
    qtbot.waitUntil(lambda: page.table.isHidden(), timeout=TIMEOUT_MS)
    assert page.errors.text.startswith("2 bookings are done;")
    assert counter.faults() == []


def cancelled_elsewhere(counter: Counter, booking_id: BookingId) -> BookingReference:
    """Cancel a listed booking at another desk, and return its reference."""
    plan = PreviewCancellation(counter.database)(booking_id)
    cancel = CancelBooking(counter.database, FACTS, counter.publish)
    key = RequestKey(counter.key())
    return cancel(booking_id, "elsewhere", plan, frozenset(), key, actor=counter.actor).reference
