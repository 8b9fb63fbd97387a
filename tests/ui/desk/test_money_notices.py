"""Money that comes while the clerk looks elsewhere is told at once, until the clerk has dealt with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.ids import BookingId, BookingReference, CaseId, PaymentId
from db.states import BookingState, CaseAnswer, CaseKind, PaymentState, Tender
from desktop.services.domain.review import OpenCase
from desktop.services.events import BookingChanged, CasesChanged, PaymentChanged
from desktop.ui.cases.case_words import kind_text
from desktop.ui.desk_window import DeskWindow
from desktop.ui.event_relay import EventRelay
from desktop.ui.routes import OpenCases, OpenCustomer, OpenPayment, Route
from tests.ui.desk.conftest import NOW, FakeDesk
from tests.ui.hand import Hand
from tests.ui.sample_bookings import sample_booking, sample_payment

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.services.domain.booking import Booking
    from desktop.ui.keys.key_rule import KeyRule
    from desktop.ui.runner import Runner

Key = Qt.Key


def booking_with(number: int, kind: str = "qr", state: PaymentState = PaymentState.CAPTURED) -> Booking:
    payment = sample_payment(Tender.RAZORPAY, 340_000, state, instrument_kind=kind)
    payment = replace(payment, id=PaymentId(f"pay-{number}"))
    is_over = state is PaymentState.CAPTURED
    booking_state = BookingState.CONFIRMED if is_over else BookingState.HELD
    booking = sample_booking(340_000, 0, (payment,), booking_state)
    return replace(
        booking, id=BookingId(f"booking-{number}"), reference=BookingReference(f"BK-7F3K2{number}")
    )


def case(number: int, minutes: int = 1) -> OpenCase:
    return OpenCase(
        id=CaseId(f"case-{number}"),
        kind=CaseKind.LATE,
        amount_paise=340_000,
        booking_reference=BookingReference(f"BK-7F3K2{number}"),
        customer_name="Asha Rao",
        masked_mobile="...4321",
        proposal=CaseAnswer.WALLET,
        answers=(CaseAnswer.WALLET, CaseAnswer.REFUND),
        opened_at=NOW + timedelta(minutes=minutes),
        facts=(),
    )


class Counter:
    """The desk, and what the background finds."""

    def __init__(self, window: DeskWindow, fake: FakeDesk, relay: EventRelay) -> None:
        self.window = window
        self.fake = fake
        self._relay = relay

    def money_comes(self, booking: Booking) -> None:
        self.fake.bookings[booking.id] = booking
        self.fake.holds = tuple(hold for hold in self.fake.holds if hold.booking_id != booking.id)
        self._relay(PaymentChanged(booking.payments[0].id, booking.id))
        self._relay(BookingChanged(booking.id))

    def cases_are(self, *cases: OpenCase) -> None:
        self.fake.cases, self.fake.case_count = cases, len(cases)
        self._relay(CasesChanged())

    def another_desk_left(self, *cases: OpenCase) -> None:
        """Another desk's program opened or decided cases: no event comes, the next reading shows it."""
        self.fake.cases, self.fake.case_count = cases, len(cases)
        assert self.window.work is not None
        self.window.work.feed.read_today()

    def press(self, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifier)

    def open(self, route: Route) -> None:
        assert self.window.work is not None
        self.window.work.links.go(route)


@pytest.fixture
def counter(qtbot: QtBot, runner: Runner, fake: FakeDesk) -> Counter:
    relay = EventRelay()
    window = DeskWindow()
    found = Counter(window, fake, relay)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.attach(fake.services(), runner, relay)
    qtbot.waitUntil(lambda: window.side.hold_count.text() == "3")
    return found


def told_before_the_next(counter: Counter, qtbot: QtBot) -> list[str]:
    """Let money come that is told; return the references of what was told before it, all readings done."""
    strip = counter.window.notices
    counter.money_comes(booking_with(9))
    qtbot.waitUntil(lambda: any(notice.booking_id == "booking-9" for notice in strip.waiting))
    # What was read together with it is on its way already.
    QApplication.processEvents()
    return [notice.reference for notice in strip.waiting if notice.booking_id != "booking-9"]


@pytest.mark.parametrize(
    ("kind", "how"), [("qr", "by UPI"), ("link", "by link"), ("card_link", "by card or netbanking")]
)
def test_a_payment_found_while_the_clerk_is_elsewhere_is_told(
    counter: Counter, qtbot: QtBot, kind: str, how: str
) -> None:
    counter.open(OpenCustomer())
    before = counter.window.focusWidget()
    counter.money_comes(booking_with(2, kind))
    qtbot.waitUntil(lambda: bool(counter.window.notices.text))
    assert counter.window.notices.text == f"BK-7F3K22: ₹3,400.00 {how} came in, confirmed."
    assert counter.window.pages.name == "customer"
    assert counter.window.focusWidget() is before


def test_it_is_found_without_an_event_when_another_desk_asked(counter: Counter, qtbot: QtBot) -> None:
    counter.fake.bookings["booking-2"] = booking_with(2)
    counter.fake.holds = counter.fake.holds[:1]
    assert counter.window.work is not None
    counter.window.work.feed.read_today()
    qtbot.waitUntil(lambda: "BK-7F3K22" in counter.window.notices.text)


@pytest.mark.parametrize("way", ["key", "click", "enter"])
def test_it_opens_the_booking_where_it_can_be_printed(counter: Counter, qtbot: QtBot, way: str) -> None:
    counter.money_comes(booking_with(2))
    strip = counter.window.notices
    qtbot.waitUntil(lambda: bool(strip.text))
    if way == "key":
        counter.press(Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    elif way == "click":
        QTest.mouseClick(strip.open_button, Qt.MouseButton.LeftButton)
    else:
        strip.open_button.setFocus()
        counter.press(Key.Key_Return)
    qtbot.waitUntil(lambda: counter.window.pages.name == "booking")
    page: Any = counter.window.pages.page
    qtbot.waitUntil(lambda: not page.receipt.isHidden())
    assert "BK-7F3K22" in page.title.text()
    assert strip.isHidden()


def test_several_queue_and_esc_puts_them_away_one_by_one(
    counter: Counter, qtbot: QtBot, keys: KeyRule
) -> None:
    strip = counter.window.notices
    hand = Hand(counter.window, keys)
    counter.money_comes(booking_with(2))
    qtbot.waitUntil(lambda: len(strip.waiting) == 1)
    counter.money_comes(booking_with(4))
    qtbot.waitUntil(lambda: len(strip.waiting) == 2)
    hand.strike(Key.Key_Escape, pause=0.1)
    assert "BK-7F3K22" in strip.text  # the next one had only just come
    hand.strike(Key.Key_Escape)
    assert "BK-7F3K24" in strip.text
    hand.strike(Key.Key_Escape)
    assert strip.isHidden()


def test_esc_on_a_page_goes_a_step_back_and_keeps_the_notice(
    counter: Counter, qtbot: QtBot, keys: KeyRule
) -> None:
    counter.open(OpenCustomer())
    counter.money_comes(booking_with(2))
    qtbot.waitUntil(lambda: bool(counter.window.notices.text))
    hand = Hand(counter.window, keys)
    hand.strike(Key.Key_Escape)
    assert counter.window.pages.name == "home"
    hand.strike(Key.Key_Escape, pause=0.2)  # the hand goes on before the eye has read anything there
    assert counter.window.notices.text


def test_it_is_told_once(counter: Counter, qtbot: QtBot) -> None:
    counter.money_comes(booking_with(2))
    qtbot.waitUntil(lambda: bool(counter.window.notices.text))
    counter.money_comes(booking_with(2))
    assert told_before_the_next(counter, qtbot) == ["BK-7F3K22"]


def test_what_stands_on_the_payment_page_needs_no_notice(counter: Counter, qtbot: QtBot) -> None:
    window = counter.window
    assert window.work is not None
    counter.fake.bookings["booking-2"] = booking_with(2, state=PaymentState.WAITING)
    window.work.links.go(OpenPayment(BookingId("booking-2")))
    page: Any = window.pages.page
    qtbot.waitUntil(lambda: not page.instrument.isHidden())
    counter.money_comes(booking_with(2))
    qtbot.waitUntil(lambda: not page.receipt.isHidden())
    assert told_before_the_next(counter, qtbot) == []


def test_a_payment_left_waiting_shows_its_end_on_the_customers_screen(counter: Counter, qtbot: QtBot) -> None:
    window = counter.window
    assert window.work is not None
    counter.fake.bookings["booking-2"] = booking_with(2, state=PaymentState.WAITING)
    window.work.links.go(OpenPayment(BookingId("booking-2")))
    page: Any = window.pages.page
    qtbot.waitUntil(lambda: not page.instrument.isHidden())
    counter.press(Key.Key_F8)
    counter.money_comes(booking_with(2))
    qtbot.waitUntil(lambda: "BK-7F3K22" in window.notices.text)
    qtbot.waitUntil(lambda: not page.receipt.isHidden())
    assert window.pages.name == "home"


@pytest.mark.parametrize("state", [PaymentState.VOID, PaymentState.WAITING])
def test_a_payment_that_brought_nothing_is_not_told(
    counter: Counter, qtbot: QtBot, state: PaymentState
) -> None:
    counter.money_comes(booking_with(2, state=state))
    qtbot.waitUntil(lambda: counter.window.side.hold_count.text() == "2")
    assert told_before_the_next(counter, qtbot) == []


def test_another_desks_customer_is_told_there(counter: Counter, qtbot: QtBot) -> None:
    counter.money_comes(replace(booking_with(2), desk_code="D7"))
    qtbot.waitUntil(lambda: counter.window.side.hold_count.text() == "2")
    assert told_before_the_next(counter, qtbot) == []


def test_a_new_case_says_where_to_go_and_an_old_one_only_counts(counter: Counter, qtbot: QtBot) -> None:
    strip = counter.window.notices
    counter.cases_are(case(8, minutes=-5), case(9))
    qtbot.waitUntil(lambda: bool(strip.text))
    what = kind_text(CaseKind.LATE)
    assert strip.text == f"{what}: BK-7F3K29, {case(9).customer_name}, ₹3,400.00. It waits for a decision."
    assert strip.open_button.text() == "Cases   F6"
    assert len(strip.waiting) == 1
    counter.press(Key.Key_F6)
    assert counter.window.pages.name == "cases"
    assert strip.isHidden()


def test_forty_payments_of_a_web_shop_are_one_notice(counter: Counter, qtbot: QtBot) -> None:
    strangers = [
        replace(case(number), kind=CaseKind.FOREIGN, booking_reference=BookingReference(""), customer_name="")
        for number in range(10, 50)
    ]
    counter.cases_are(*strangers)
    qtbot.waitUntil(lambda: bool(counter.window.notices.text))
    assert counter.window.notices.text == (
        "40 payments of nobody we know: ₹1,36,000.00. They wait for a decision."
    )
    assert len(counter.window.notices.waiting) == 1


def test_a_case_that_was_decided_elsewhere_is_told_no_longer(counter: Counter, qtbot: QtBot) -> None:
    counter.cases_are(case(9))
    qtbot.waitUntil(lambda: bool(counter.window.notices.text))
    counter.cases_are()
    qtbot.waitUntil(lambda: counter.window.notices.isHidden())


def test_a_notice_survives_another_language(counter: Counter, qtbot: QtBot) -> None:
    counter.money_comes(booking_with(2))
    qtbot.waitUntil(lambda: bool(counter.window.notices.text))
    counter.window.switch_language()
    assert "BK-7F3K22" in counter.window.notices.text
    assert "confirmed" not in counter.window.notices.text


def test_a_case_of_another_desk_comes_up_on_the_open_cases_page(counter: Counter, qtbot: QtBot) -> None:
    counter.open(OpenCases())
    page: Any = counter.window.pages.page
    qtbot.waitUntil(lambda: not page.empty.isHidden())
    counter.another_desk_left(case(8), case(9))
    qtbot.waitUntil(lambda: page.table.model().rowCount() == 2)
    assert counter.window.notices.waiting == ()
    counter.another_desk_left(case(9))
    qtbot.waitUntil(lambda: page.table.model().rowCount() == 1)


def test_a_new_case_is_told_though_another_was_decided_meanwhile(counter: Counter, qtbot: QtBot) -> None:
    strip = counter.window.notices
    counter.another_desk_left(case(7), case(8))
    qtbot.waitUntil(lambda: len(strip.waiting) == 2)
    counter.another_desk_left(case(8), case(9, minutes=2))
    qtbot.waitUntil(lambda: [notice.key for notice in strip.waiting] == ["case-8", "case-9"])
