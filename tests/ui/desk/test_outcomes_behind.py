"""What an act came to is told, also when its page was left before it ended or shows something else by now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from db.ids import BookingId, BookingReference, CaseId, DocumentId
from db.states import BookingState
from desktop.services.domain.booking import Hold
from desktop.services.domain.payment_request import PaymentResult, TakePaymentRequest
from desktop.services.errors import AlreadyDone, GatewayUnreachable, HoldExpired
from desktop.ui.cases.cases_window import CasesWindow
from desktop.ui.desk_window import DeskWindow
from desktop.ui.event_relay import EventRelay
from desktop.ui.failures import explain
from desktop.ui.payment.payment_window import PaymentWindow
from desktop.ui.quote.quote_window import QuoteWindow
from desktop.ui.routes import GoHome, OpenCases, OpenCustomer, OpenPayment, OpenQuote, OpenReview
from tests.ui.desk.conftest import ASHA, NOW, RAVI, FakeDesk
from tests.ui.desk.test_money_notices import case
from tests.ui.sample_bookings import sample_booking

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from db.actor import Actor
    from db.ids import RequestKey
    from db.states import CaseAnswer
    from desktop.services.domain.booking import Booking
    from desktop.ui.routes import Route
    from desktop.ui.runner import Runner


class Office:
    """A desk whose acts end when the clerk is elsewhere, well or with `failure`."""

    def __init__(self) -> None:
        self.fake = FakeDesk()
        self.fake.cases = (case(8), case(9))
        self.failure: Exception | None = None
        for number in (1, 2):
            booking = sample_booking(840_000, 0, (), BookingState.HELD)
            self.fake.bookings[f"booking-{number}"] = replace(
                booking, id=BookingId(f"booking-{number}"), reference=BookingReference(f"BK-7F3K2{number}")
            )

    def resolve(self, case_id: CaseId, answer: CaseAnswer, *, actor: Actor) -> None:
        self.fail()
        self.fake.cases = tuple(one for one in self.fake.cases if one.id != case_id)

    def take(self, request: TakePaymentRequest, *, actor: Actor) -> PaymentResult:
        self.fail()
        return PaymentResult(
            request.booking_id,
            self.fake.bookings[request.booking_id].reference,
            BookingState.CONFIRMED,
            due_paise=0,
            change_paise=5_000,
            wallet_used_paise=0,
            wallet_balance_paise=0,
            document_id=DocumentId("document-1"),
        )

    def fail(self) -> None:
        failure, self.failure = self.failure, None
        if failure is not None:
            raise failure


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def window(office: Office, qtbot: QtBot, runner: Runner) -> DeskWindow:
    window = DeskWindow()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    services = replace(office.fake.services(), resolve_case=office.resolve, take_payment=office.take)
    window.attach(services, runner, EventRelay())
    qtbot.waitUntil(lambda: window.side.hold_count.text() == "3")
    settle()
    window.notices.forget(window.notices.waiting)
    return window


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def go(window: DeskWindow, route: Route) -> None:
    assert window.work is not None
    window.work.links.go(route)


def told(window: DeskWindow) -> list[str]:
    settle()
    return [getattr(notice, "text", "") for notice in window.notices.waiting]


def case_page(window: DeskWindow) -> CasesWindow:
    go(window, OpenCases())
    settle()
    page = window.pages.cases.page
    assert page is not None
    page._takes_answers_at = 0.0
    return page


def payment_page(window: DeskWindow, number: int) -> PaymentWindow:
    go(window, OpenPayment(BookingId(f"booking-{number}")))
    settle()
    page = window.pages.payment.page
    assert page is not None
    return page


def test_a_decision_whose_page_was_left_is_told(window: DeskWindow) -> None:
    page = case_page(window)
    page.card.answer(1)
    go(window, GoHome())
    assert told(window) == ["3,400.00 of BK-7F3K28 given to Asha Rao's wallet."]
    assert window.notices.text == told(window)[0]
    assert window.notices.open_button.isHidden()
    window.notices.away_button.click()
    assert window.notices.isHidden()


def test_a_refused_decision_whose_page_was_left_is_told_once(window: DeskWindow, office: Office) -> None:
    page = case_page(window)
    office.failure = AlreadyDone(what="case")
    page.card.answer(1)
    go(window, OpenReview())
    assert told(window) == [explain(AlreadyDone(what="case"))]
    page.error_bar.show_error(explain(AlreadyDone(what="case")))
    assert len(told(window)) == 1


def test_what_is_told_on_its_page_is_no_notice(window: DeskWindow, office: Office) -> None:
    page = case_page(window)
    page.card.answer(1)
    settle()
    assert "given to Asha Rao's wallet" in page.error_bar.text
    office.failure = GatewayUnreachable()
    page._takes_answers_at = 0.0
    page.card.answer(1)
    assert told(window) == []


def pay_cash(page: PaymentWindow, booking: Booking) -> None:
    request = TakePaymentRequest(booking.id, _key())
    page._start(lambda: page._services.take_payment(request, actor=page._services.actor()), page._taken)


def _key() -> RequestKey:
    from db.ids import RequestKey

    return RequestKey("key")


def test_a_payment_that_ends_behind_another_page_is_told_with_its_change(
    window: DeskWindow, office: Office
) -> None:
    page = payment_page(window, 1)
    pay_cash(page, office.fake.bookings["booking-1"])
    go(window, OpenCustomer())
    assert told(window) == ["BK-7F3K21 is paid and confirmed. Change to give: ₹50.00."]


@pytest.mark.parametrize("failure", [None, HoldExpired(BookingReference("BK-7F3K21"), NOW)])
def test_what_one_payment_came_to_is_not_said_of_another_booking(
    window: DeskWindow, office: Office, failure: Exception | None
) -> None:
    page = payment_page(window, 1)
    office.failure = failure
    pay_cash(page, office.fake.bookings["booking-1"])
    payment_page(window, 2)
    (said,) = told(window)
    assert said.startswith("BK-7F3K21")
    assert page._done.result is None
    assert page.error_bar.text == ""
    assert page.title.text().startswith("BK-7F3K22")
    assert not page.primary.busy


def test_a_hold_that_comes_late_tears_nobody_from_another_page(window: DeskWindow) -> None:
    go(window, OpenQuote())
    page = window.pages.quote.page
    assert isinstance(page, QuoteWindow)
    go(window, OpenCases())
    page.held.emit(Hold(BookingId("booking-2"), BookingReference("BK-7F3K22"), 100, NOW, NOW))
    assert window.pages.name == "cases"
    assert told(window) == ["BK-7F3K22 is held; it waits in the list of holds."]


def test_a_refused_hold_whose_page_was_left_is_told(window: DeskWindow) -> None:
    go(window, OpenQuote())
    page = window.pages.quote.page
    assert isinstance(page, QuoteWindow)
    go(window, GoHome())
    page.session._hold_failed(AlreadyDone(what="move"))
    assert told(window) == [explain(AlreadyDone(what="move"))]


def test_a_customer_that_is_chosen_late_moves_no_other_page(window: DeskWindow) -> None:
    go(window, OpenCustomer())
    page = window.pages.customer.page
    assert page is not None
    go(window, OpenCases())
    page.customer_chosen.emit(ASHA)
    assert window.pages.name == "cases"


def test_a_wallet_that_is_filled_late_puts_nobody_at_the_desk(window: DeskWindow) -> None:
    assert window.work is not None
    go(window, OpenCustomer())
    page = window.pages.customer.page
    assert page is not None
    go(window, OpenCases())
    window.work.served.set_customer(RAVI)
    page.customer_changed.emit(ASHA)
    assert window.work.served.customer == RAVI
    page.customer_changed.emit(replace(RAVI, wallet_paise=70_000))
    assert window.work.served.customer.wallet_paise == 70_000


def test_a_refusal_whose_page_was_made_anew_is_told(window: DeskWindow, runner: Runner) -> None:
    runner.orphaned.emit(AlreadyDone(what="refund"))
    assert told(window) == [explain(AlreadyDone(what="refund"))]
