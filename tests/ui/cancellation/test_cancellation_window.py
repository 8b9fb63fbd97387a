"""The real cancellation window, by keys only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.actor import Actor
from db.ids import BookingId, BookingReference, DocumentId, PaymentId, PrintJobId, RefundId, RequestKey
from db.states import BookingState, PaymentState, RefundRule, RefundState, Tender
from desktop.services.application import Services
from desktop.services.domain.booking import Booking, Refund
from desktop.services.domain.cancellation import CancellationResult, LineRefund, RefundLeg, RefundPlan
from desktop.services.domain.printing import PrintRequest
from desktop.services.domain.review import ReviewPage, ReviewRow
from desktop.services.errors import AlreadyDone, DatabaseLost, NotFound, PlanChanged
from desktop.ui.cancellation.cancellation_window import CancellationWindow
from tests.ui.sample_bookings import NOW, sample_booking, sample_payment
from tests.ui.sample_papers import SLIP, sample_paper
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

    Open = Callable[..., CancellationWindow]

PAYMENTS = (sample_payment(Tender.WALLET, 500_000), sample_payment(Tender.RAZORPAY, 340_000))
LEGS = (
    RefundLeg(PaymentId("pay-wallet"), Tender.WALLET, 500_000, 250_000, Tender.WALLET),
    RefundLeg(PaymentId("pay-razorpay"), Tender.RAZORPAY, 340_000, 170_000, Tender.RAZORPAY),
)
LINES = (LineRefund(1, RefundRule.POLICY, 840_000, 420_000, 20_000),)
PLAN = RefundPlan(LEGS, 840_000, 420_000, 20_000, 20_000, LINES)
REFUNDS = (
    Refund(RefundId("r1"), Tender.WALLET, RefundState.DONE, 250_000, NOW, NOW, ""),
    Refund(RefundId("r2"), Tender.RAZORPAY, RefundState.PENDING, 170_000, NOW, None, ""),
)


@dataclass
class FakeDesk:
    """One confirmed booking that can be cancelled once."""

    booking: Booking = field(
        default_factory=lambda: sample_booking(payments=PAYMENTS, state=BookingState.CONFIRMED)
    )
    plan: RefundPlan = PLAN
    cancels: list[tuple[Any, ...]] = field(default_factory=list)
    failure: Exception | None = None
    rows: tuple[ReviewRow, ...] = ()

    def services(self) -> Services:
        return replace(
            sample_services(),
            find_booking=self._find,
            preview_cancellation=lambda *_args, **_options: self.plan,
            cancel_booking=self._cancel,
            list_bookings=lambda *_request: ReviewPage(self.rows, None, len(self.rows), 0),
        )

    def _find(self, text: str) -> Booking:
        if text not in (self.booking.id, self.booking.reference):
            raise NotFound("booking", text)
        return self.booking

    def _cancel(
        self,
        booking_id: BookingId,
        reason: str,
        shown: RefundPlan,
        to_wallet: frozenset[PaymentId],
        request_key: RequestKey,
        *,
        actor: Actor,
        note: str = "",
    ) -> CancellationResult:
        self.cancels.append((booking_id, reason, shown, to_wallet, request_key))
        failure, self.failure = self.failure, None
        if failure is not None:
            raise failure
        if self.booking.state is BookingState.CANCELLED:
            raise AlreadyDone(what="cancel")
        self.booking = replace(self.booking, state=BookingState.CANCELLED, cancelled_at=NOW, refunds=REFUNDS)
        return CancellationResult(
            BookingId("booking-1"),
            BookingReference("BK-7F3K2Q"),
            BookingState.CANCELLED,
            420_000,
            750_000,
            2,
            DocumentId("voucher-1"),
        )


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def open_window(desk: FakeDesk, qtbot: QtBot, runner: Runner) -> Open:
    def open_(reference: str = "BK-7F3K2Q") -> CancellationWindow:
        window = CancellationWindow(desk.services(), runner)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        window.show_booking(reference)
        settle()
        return window

    return open_


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def press(window: QWidget, *keys: Any) -> None:
    for key in keys:
        target = QApplication.focusWidget() or window
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)
        settle()


def test_a_booking_is_cancelled_with_two_keys(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    assert window.primary.text() == "Cancel and give back 4,200.00   F9"
    press(window, "1", Qt.Key.Key_Return)
    booking_id, reason, plan, wallets, key = desk.cancels[0]
    assert (booking_id, reason, plan, wallets) == ("booking-1", "Plans changed", PLAN, frozenset())
    assert key


def test_what_a_cancellation_made_goes_to_the_usual_printer_together(
    desk: FakeDesk, open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[PrintRequest] = []

    def queue(request: PrintRequest, request_key: RequestKey, *, actor: Actor) -> PrintJobId:
        assert actor.person
        assert request_key
        asked.append(request)
        return PrintJobId("paper-1")

    services = replace(
        desk.services(), list_printers=lambda _actor: (SLIP,), queue_print=queue, find_print_job=sample_paper
    )
    monkeypatch.setattr(desk, "services", lambda: services)
    window = open_window()
    press(window, "1", Qt.Key.Key_F9)
    with qtbot.assertNotEmitted(window.wanted):
        QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: "went to" in window.error_bar.text)
    assert asked == [PrintRequest(DocumentId("voucher-1"), with_listed=True)]


def test_the_result_shows_the_refunds_apart_from_the_booking(
    desk: FakeDesk, open_window: Open, snapshot: Callable[[QWidget], str]
) -> None:
    window = open_window()
    finished: list[CancellationResult] = []
    printed: list[str] = []
    window.finished.connect(finished.append)
    window.wanted.connect(lambda route: printed.append(route.document_id))
    press(window, "1", Qt.Key.Key_F9)
    text = snapshot(window)
    assert 'label "✓  BK-7F3K2Q is cancelled"' in text
    assert "Free for sale again: 2" in text
    assert 'label "✓  done"' in text
    assert 'label "○  at the bank"' in text
    assert "Nothing was changed" not in text
    target = QApplication.focusWidget() or window
    QTest.keyClick(target, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    press(window, Qt.Key.Key_Return)
    assert printed == ["voucher-1"]
    assert [result.claims_released for result in finished] == [2]


def test_the_gateways_money_can_go_to_the_wallet_instead(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    press(window, "w", "2", Qt.Key.Key_F9)
    assert desk.cancels[0][3] == frozenset({"pay-razorpay"})


def test_the_wallets_key_goes_through_all_choices(desk: FakeDesk, open_window: Open) -> None:
    by_cash = sample_payment(Tender.CASH, 100_000)
    leg = RefundLeg(by_cash.id, Tender.CASH, 100_000, 50_000, Tender.CASH)
    desk.booking = replace(desk.booking, payments=(*desk.booking.payments, by_cash))
    desk.plan = replace(desk.plan, legs=(*desk.plan.legs, leg))
    window = open_window()
    chosen = []
    for _ in range(4):
        press(window, "w")
        chosen.append({key for key, box in window.legs.choices.items() if box.isChecked()})
    assert chosen == [{"pay-razorpay", "pay-cash"}, {"pay-razorpay"}, {"pay-cash"}, set()]
    press(window, "w", "w", "w", "2", Qt.Key.Key_F9)
    assert desk.cancels[0][3] == frozenset({"pay-cash"})


def test_without_a_reason_nothing_is_sent_and_the_field_is_ready(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    press(window, Qt.Key.Key_Return)
    assert desk.cancels == []
    assert "1 to 5" in window.error_bar.text
    assert window.reason.field.hasFocus()
    press(window, "Bus 2 was late", Qt.Key.Key_Return)
    assert desk.cancels[0][1] == "Bus 2 was late"


def test_a_second_cancel_says_that_it_is_cancelled_already(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    desk.booking = replace(desk.booking, state=BookingState.CANCELLED, cancelled_at=NOW, refunds=REFUNDS)
    press(window, "1", Qt.Key.Key_F9)
    assert len(desk.cancels) == 1
    assert "already cancelled" in window.stage_note.text()
    assert window.plan.isHidden()
    again = open_window()
    assert "already cancelled" in again.stage_note.text()
    assert again.primary.isHidden()


def test_a_double_press_cancels_once(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    press(window, "1")
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_F9)
    settle()
    assert len(desk.cancels) == 1


def test_a_failure_keeps_reason_and_choices_and_a_retry_keeps_the_key(
    desk: FakeDesk, open_window: Open
) -> None:
    window = open_window()
    desk.failure = DatabaseLost()
    press(window, "w", "3", Qt.Key.Key_F9)
    assert window.error_bar.text
    assert window.reason.reason == "Wrong date or unit"
    press(window, Qt.Key.Key_F9)
    first, second = desk.cancels
    assert first == second


def test_a_changed_plan_is_shown_before_it_is_carried_out(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    desk.failure = PlanChanged(shown_paise=420_000, now_paise=0)
    nothing = (LineRefund(1, RefundRule.POLICY, 840_000, 0, 0),)
    desk.plan = RefundPlan((), 840_000, 0, 0, 40_000, nothing)
    press(window, "1", Qt.Key.Key_F9)
    assert window.primary.text() == "Cancel, nothing goes back   F9"
    assert window.error_bar.text
    press(window, Qt.Key.Key_F9)
    assert desk.cancels[1][2] == desk.plan


def test_an_open_payment_must_end_first(desk: FakeDesk, open_window: Open) -> None:
    waiting = sample_payment(Tender.RAZORPAY, 340_000, PaymentState.WAITING)
    desk.booking = sample_booking(payments=(waiting,))
    window = open_window()
    assert window.plan.isHidden()
    assert "still open" in window.stage_note.text()


def test_a_booking_is_found_by_number_and_chosen_from_a_list(desk: FakeDesk, open_window: Open) -> None:
    row = ReviewRow(
        booking_id=BookingId("booking-2"),
        reference=BookingReference("BK-222222"),
        reserved_at=NOW,
        state=BookingState.HELD,
        was_sold=False,
        kinds="bus",
        title="Goa 21:30",
        customer_name="Asha Rao",
        masked_mobile="...4321",
        desk_code="D1",
        clerk="meena",
        tenders="",
        total_paise=120_000,
        paid_paise=0,
        refunded_paise=0,
    )
    desk.rows = (
        row,
        replace(row, booking_id=BookingId("booking-1"), reference=BookingReference("BK-7F3K2Q")),
    )
    window = open_window("")
    assert window.finder.field.hasFocus()
    press(window, "04321", Qt.Key.Key_Return)
    assert window.finder.list.count() == 2
    press(window, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert "BK-7F3K2Q" in window.title.text()
    assert not window.plan.isHidden()


def test_nothing_found_is_said(desk: FakeDesk, open_window: Open) -> None:
    window = open_window("")
    press(window, "99999", Qt.Key.Key_Return)
    assert "99999" in window.error_bar.text
    assert not window.finder.isHidden()
