"""Every page fits its place on a 1366 x 768 screen at every zoom, and names its controls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Never

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDateEdit,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from db.ids import (
    BookingId,
    BookingReference,
    CaseId,
    CustomerId,
    ForeignRuleId,
    GatewayPaymentId,
    OfferingId,
    PaymentId,
    PersonId,
    PrintJobId,
    RefundId,
    RequestKey,
    TopUpId,
    UnitId,
)
from db.print_words import MailSafety, MailServer, PrintState
from db.states import (
    BookingState,
    CaseAnswer,
    CaseKind,
    InstrumentKind,
    PaymentState,
    RefundState,
    Role,
    SignField,
    Tender,
)
from desktop.services.domain.account_report import AccountReport
from desktop.services.domain.booking import Refund
from desktop.services.domain.cancellation import RefundLeg, RefundPlan
from desktop.services.domain.catalogue import CellState, FreeUnit
from desktop.services.domain.counter_acts import CounterAct, CounterActKind
from desktop.services.domain.customer_bookings import CustomerBooking, CustomerBookings
from desktop.services.domain.departures import DepartureRefund
from desktop.services.domain.foreign_money import ForeignRule, Sign
from desktop.services.domain.people import Customer
from desktop.services.domain.permission import Limit, ManagerAct, usual
from desktop.services.domain.reconciliation import Comparison, GatewayDay, Reconciliation, Ruled
from desktop.services.domain.review import OpenCase, ReviewPage, ReviewRow, StoryStep
from desktop.services.domain.shift import ShiftNow
from desktop.services.domain.staff import Person
from desktop.services.domain.top_ups import TopUp
from desktop.services.errors import NotFound
from desktop.ui.booking.booking_window import BookingWindow
from desktop.ui.books.books_window import BooksWindow
from desktop.ui.cancellation.cancellation_window import CancellationWindow
from desktop.ui.cases.cases_window import CasesWindow
from desktop.ui.counter_acts.counter_acts_window import CounterActsWindow
from desktop.ui.customer.customer_window import CustomerWindow
from desktop.ui.day_sheet.day_sheet_window import DaySheetWindow
from desktop.ui.departures.refund_window import RefundDepartureWindow
from desktop.ui.language import Language, speak
from desktop.ui.limits.limits_window import LimitsWindow
from desktop.ui.moving.move_window import MoveWindow
from desktop.ui.payment.payment_form import Method
from desktop.ui.payment.payment_window import PaymentWindow
from desktop.ui.printers.printers_window import PrintersWindow
from desktop.ui.returns.accountant_window import AccountantWindow
from desktop.ui.review.review_window import ReviewWindow
from desktop.ui.routes import OpenDepartureRefunds, ShiftPart
from desktop.ui.settlements.settlements_window import SettlementsWindow
from desktop.ui.setup.setup_window import SetupWindow
from desktop.ui.shift.shift_window import ShiftWindow
from desktop.ui.shifts.shifts_window import ShiftsWindow
from desktop.ui.staff.staff_window import StaffWindow
from desktop.ui.stock.stock_view import Act
from desktop.ui.stock.stock_window import StockWindow
from desktop.ui.tax_papers.tax_lists import TaxList
from desktop.ui.theme import apply_theme, theme
from tests.ui.cancellation.line_desk import LineDesk
from tests.ui.devanagari import in_hindi
from tests.ui.lists.sample_lists import empty_page, lists_page, register_page
from tests.ui.sample_bookings import NOW, sample_booking, sample_payment
from tests.ui.sample_conditions import CONDITIONS
from tests.ui.sample_figures import CHOSEN, ITEMS, SEEN, SHEET
from tests.ui.sample_papers import LASER, SLIP, sample_paper
from tests.ui.sample_returns import WRONG_RETURN
from tests.ui.sample_services import CLERK, sample_services
from tests.ui.shift.test_shift_window import CLOSED, OTHER, OWN, Books
from tests.ui.shifts.sample_shifts import EVERY as EVERY_SHIFT
from tests.ui.shifts.sample_shifts import EXPLAINED
from tests.ui.stock.small_stock import PAINTING, TODAY, SmallStock
from tests.ui.tax_papers.sample_lists import tax_papers_page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.services.domain.condition import Condition
    from desktop.ui.runner import Runner

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QDateEdit, QAbstractItemView)
CAPTURED = (sample_payment(Tender.WALLET, 500_000), sample_payment(Tender.RAZORPAY, 340_000))
WAITING = sample_payment(Tender.RAZORPAY, 340_000, PaymentState.WAITING, wallet_paise=500_000)
PLAN = RefundPlan(
    (
        RefundLeg(PaymentId("pay-wallet"), Tender.WALLET, 500_000, 250_000, Tender.WALLET),
        RefundLeg(PaymentId("pay-razorpay"), Tender.RAZORPAY, 340_000, 170_000, Tender.RAZORPAY),
    ),
    840_000,
    420_000,
    20_000,
    20_000,
)
CASE = OpenCase(
    id=CaseId("case-1"),
    kind=CaseKind.LATE,
    amount_paise=99_999_900,
    booking_reference=BookingReference("BK-7F3K2Q"),
    customer_name="Lakshmi Venkataraman",
    masked_mobile="...4321",
    proposal=CaseAnswer.WALLET,
    answers=(CaseAnswer.WALLET, CaseAnswer.CONFIRM, CaseAnswer.REFUND),
    opened_at=NOW - timedelta(days=3),
    facts=(("expected_paise", "340000"), ("found_by", "poll")),
)
ROW = ReviewRow(
    booking_id=BookingId("booking-1"),
    reference=BookingReference("BK-7F3K2Q"),
    reserved_at=NOW,
    state=BookingState.CONFIRMED,
    was_sold=True,
    kinds="room",
    title="Deluxe 203, 2 nights",
    customer_name="Lakshmi Venkataraman",
    masked_mobile="...4321",
    desk_code="D1",
    clerk="meena",
    tenders="wallet, razorpay",
    total_paise=99_999_900,
    paid_paise=99_999_900,
    refunded_paise=0,
)


def payment(runner: Runner, booking: Any, method: Method = InstrumentKind.QR) -> PaymentWindow:
    def no_receipt(name: str) -> Never:
        raise NotFound("document", name)

    window = PaymentWindow(
        replace(sample_services(), find_booking=lambda _name: booking, find_receipt=no_receipt), runner
    )
    window.show_booking(BookingId("booking-1"))
    settle()
    window.tenders.choose(method)
    return window


def cancellation(runner: Runner, state: BookingState) -> CancellationWindow:
    booking = sample_booking(payments=CAPTURED, state=state)
    services = replace(
        sample_services(),
        find_booking=lambda _name: booking,
        preview_cancellation=lambda *_args, **_options: PLAN,
    )
    window = CancellationWindow(services, runner)
    window.show_booking("booking-1")
    return window


def review(runner: Runner) -> ReviewWindow:
    steps = (StoryStep(NOW, "D1", "meena", "BOOKING_RESERVED", (("total_paise", "840000"),)),) * 5
    services = replace(
        sample_services(),
        list_bookings=lambda *_request: ReviewPage((ROW,) * 60, None, 60, 60 * ROW.total_paise),
        tell_story=lambda _id: steps,
    )
    return ReviewWindow(services, runner, today=lambda: date(2026, 11, 22))


def books_page(condition: Condition, runner: Runner) -> BooksWindow:
    """The books in one condition, the field for the time shown where the clock may be typed."""
    window = BooksWindow(sample_services(), runner)
    window.show_condition(condition)
    if condition.clock is not None and condition.clock.state.question:
        window.clock.ask()
    return window


FORTY = tuple(
    replace(
        CASE,
        id=CaseId(f"case-{number}"),
        kind=CaseKind.FOREIGN,
        booking_reference=BookingReference(""),
        customer_name="",
        masked_mobile="",
        sign=Sign(SignField.NOTES, "woocommerce_order_id, woocommerce_order_number"),
    )
    for number in range(40)
)
PAGES: dict[str, Callable[[Any], QWidget]] = {
    "payment by UPI": lambda runner: payment(runner, sample_booking()),
    "payment in cash": lambda runner: payment(runner, sample_booking(), Tender.CASH),
    "payment by card": lambda runner: payment(runner, sample_booking(), Tender.CARD),
    "payment waiting": lambda runner: payment(runner, sample_booking(840_000, 0, (WAITING,))),
    "payment done": lambda runner: payment(
        runner, sample_booking(payments=CAPTURED, state=BookingState.CONFIRMED)
    ),
    "payment over": lambda runner: payment(runner, sample_booking(state=BookingState.EXPIRED)),
    "cancellation": lambda runner: cancellation(runner, BookingState.CONFIRMED),
    "cancelled": lambda runner: cancellation(runner, BookingState.CANCELLED),
    "cancellation of lines": lambda runner: of_lines(runner),
    "cancellation of lines, opened": lambda runner: of_lines(runner, opened=True),
    "cancelled in part": lambda runner: of_lines(runner, done=True),
    "booking opened again": lambda runner: reopening(runner),
    "review": review,
    "cases of another program": lambda runner: CasesWindow(
        replace(sample_services(), list_open_cases=lambda: FORTY), runner, now=lambda: NOW
    ),
    "rules": lambda runner: rules(runner),
    "cases": lambda runner: CasesWindow(
        replace(sample_services(), list_open_cases=lambda: (CASE, CASE)), runner, now=lambda: NOW
    ),
    "counter-acts": lambda runner: counter_acts(runner),
    "limits": lambda runner: limits(runner),
    **{f"tax papers, {which}": partial(tax_papers_page, which=which) for which in TaxList},
    "accountant": lambda runner: accountant(runner),
    "shifts": lambda runner: shifts(runner),
    "day sheet": lambda runner: day_sheet(runner),
    "day sheet, bookings of a figure": lambda runner: day_sheet(runner, opened=True),
    "settlements": lambda runner: settlements(runner),
    "settlements, rows of a payout": lambda runner: settlements(runner, opened=True),
    "stock": lambda runner: stock(runner),
    "stock of a hotel": lambda runner: stock(runner, "dlx", "22-26 nov", "201, 203"),
    "stock of a coach": lambda runner: stock(runner, "goa21", "24 nov"),
    "cancelling a departure": lambda runner: cancelling(runner, done=False),
    "a departure cancelled": lambda runner: cancelling(runner, done=True),
    "money of a departure": lambda runner: departure(runner),
    "moving a seat": lambda runner: moving(runner),
    "setup": lambda runner: setup(runner),
    "printers": lambda runner: printers(runner),
    "printers, changed": lambda runner: printers(runner, "E"),
    "printers, a mail server": lambda runner: printers(runner, "M"),
    "customer": lambda runner: customer(runner),
    "list of the day": lists_page,
    "list of nobody": empty_page,
    "register, off": lambda runner: register_page(runner, keeps=False),
    "register, forms due": register_page,
    "register, a guest": lambda runner: register_page(runner, of_stay=True),
    "register, erasing": lambda runner: register_page(runner, of_stay=True, key="Del"),
    "register, its rules": lambda runner: register_page(runner, key="E"),
    "staff begins": lambda runner: staff(runner, begins=True),
    "staff begins, the first": lambda runner: staff(runner, "N", begins=True),
    "staff": lambda runner: staff(runner),
    "staff, changed": lambda runner: staff(runner, "E"),
    "staff, a given PIN": lambda runner: staff(runner, "P"),
    "staff, an own PIN": lambda runner: staff(runner, "O"),
    "staff, a recovery code": lambda runner: staff(runner, "R"),
    "shift, its float": lambda runner: shift(runner, ShiftPart.OPEN, is_open=False),
    "shift, looked at": lambda runner: shift(runner, ShiftPart.LOOK),
    "shift, cash to the safe": lambda runner: shift(runner, ShiftPart.DROP),
    "shift, counted": lambda runner: shift(runner, ShiftPart.CLOSE),
    "shift, handed over": lambda runner: shift(runner, ShiftPart.LOOK, hands_over=True),
    "shift, sealed": lambda runner: shift(runner, ShiftPart.LOOK, is_sealed=True),
    **{f"books, {name}": partial(books_page, condition) for name, condition in CONDITIONS.items()},
}


def staff(runner: Runner, key: str = "", *, begins: bool = False) -> StaffWindow:
    people = tuple(
        Person(PersonId(f"p{n}"), f"{n}0", "Lakshmi Venkataraman Subramaniam", role, n == 3, n == 2)
        for n, role in enumerate((Role.MANAGER, Role.CLERK, Role.CLERK, Role.CLERK), 1)
    )
    services = replace(
        sample_services(),
        actor=lambda: replace(CLERK, person="Lakshmi Venkataraman Subramaniam", person_id=PersonId("p1")),
        list_people=lambda: () if begins else people,
        make_recovery_code=lambda **_actor: "ACDE-FGHJ-KMNP-QRTV-WXYZ",
    )
    window = StaffWindow(services, runner)
    window.refresh()
    settle()
    if key:
        QTest.keyClick(window, Qt.Key(ord(key)))
        settle()
    return window


def shift(
    runner: Runner,
    part: ShiftPart,
    *,
    is_open: bool = True,
    hands_over: bool = False,
    is_sealed: bool = False,
) -> ShiftWindow:
    """A full drawer at one of its steps, with another shift that was left open."""
    books = Books(ShiftNow(OWN if is_open else None, 2_000_00), (OWN, OTHER))
    window = ShiftWindow(books.services(), runner)
    window.start(part)
    settle()
    if hands_over:
        window.press(Qt.Key.Key_5)
    if is_sealed:
        window.show_sealed(replace(CLOSED, card_counted_paise=99_999_900))
    for field in window.drawer.count.fields.values():
        field.setText("9999")
    settle()
    return window


def reopening(runner: Runner) -> BookingWindow:
    """A completed booking whose clerk is asked why it is opened again, and was refused once."""
    booking = sample_booking(payments=CAPTURED, state=BookingState.COMPLETED)
    window = BookingWindow(replace(sample_services(), find_booking=lambda _name: booking), runner)
    window.show_booking(BookingId("booking-1"))
    settle()
    window.reopening.ask()
    window.reopening.decide()
    return window


def limits(runner: Runner) -> LimitsWindow:
    """Every act with its limits, one of which is being changed."""
    found = tuple(Limit(role, act, usual(role, act), is_set=False) for act in ManagerAct for role in Role)
    window = LimitsWindow(replace(sample_services(), list_limits=lambda: found), runner)
    window.refresh()
    settle()
    window.press(Qt.Key.Key_Return)
    return window


def accountant(runner: Runner) -> AccountantWindow:
    """A return of every table, whose check has found everything that it can."""
    services = replace(
        sample_services(), list_gstins=lambda: (("MH", "27AAAAA0000A1Z2"), ("GA", "30AAAAA0000A1ZF"))
    )
    window = AccountantWindow(services, runner)
    window.refresh()
    settle()
    window.show_return(WRONG_RETURN)
    return window


def shifts(runner: Runner) -> ShiftsWindow:
    """A close that differs with its causes, others that wait, are open, forgotten or accepted."""
    services = replace(
        sample_services(),
        list_shifts=lambda _actor: EVERY_SHIFT,
        explain_difference=lambda _shift_id, _actor: EXPLAINED,
    )
    window = ShiftsWindow(services, runner)
    window.refresh()
    return window


def day_sheet(runner: Runner, *, opened: bool = False) -> DaySheetWindow:
    """Three sales; opened: the bookings of a figure."""
    services = replace(
        sample_services(),
        read_day_sheet=lambda _of, *, actor: SHEET,
        list_figure=lambda _of, _choice, *, actor: CHOSEN,
    )
    window = DaySheetWindow(services, runner)
    window.start()
    settle()
    if opened:
        window.press(Qt.Key.Key_Return)
        settle()
    return window


def settlements(runner: Runner, *, opened: bool = False) -> SettlementsWindow:
    """Two payouts and what is owed; opened: the rows of the first."""
    services = replace(
        sample_services(),
        list_settlements=lambda *, actor: SEEN,
        show_settlement=lambda _id, *, actor: ITEMS,
    )
    window = SettlementsWindow(services, runner)
    window.refresh()
    settle()
    if opened:
        window.press(Qt.Key.Key_Return)
        settle()
    return window


def printers(runner: Runner, key: str = "") -> PrintersWindow:
    """Two printers, and a paper in each state; in a form or not."""
    jobs = tuple(sample_paper(PrintJobId(f"paper-{state}"), state) for state in PrintState)
    services = replace(
        sample_services(), list_printers=lambda _actor: (SLIP, LASER), list_print_jobs=lambda _actor: jobs
    )
    window = PrintersWindow(services, runner)
    window.refresh()
    if key == "E":
        window.form.ask(SLIP)
    elif key:
        window.mail.ask(MailServer("smtp.example.org", 587, MailSafety.STARTTLS, "desk", "desk@example.org"))
    return window


def counter_acts(runner: Runner) -> CounterActsWindow:
    """A slip that is missing, a top-up taken back, and a tender put right."""
    acts = (
        CounterAct(
            CounterActKind.SLIP_WAITS,
            NOW,
            "Lakshmi Venkataraman",
            99_999_900,
            booking_id=BookingId("booking-1"),
            reference=BookingReference("BK-7F3K2Q"),
        ),
        CounterAct(CounterActKind.TOP_UP_REVERSED, NOW, "Asha", 5_000_000, "meena", "a nought too many"),
        CounterAct(
            CounterActKind.TENDER_CORRECTED,
            NOW,
            "Asha",
            840_000,
            "meena",
            "it was a slip of the card machine",
            BookingId("booking-1"),
            BookingReference("BK-7F3K2Q"),
            Tender.CASH,
            Tender.CARD,
        ),
    )
    refund = Refund(RefundId("r1"), Tender.CARD, RefundState.PLANNED, 99_999_900, NOW, None, "")
    booking = replace(sample_booking(state=BookingState.CANCELLED), refunds=(refund,))
    services = replace(sample_services(), list_counter_acts=lambda: acts, find_booking=lambda _name: booking)
    window = CounterActsWindow(services, runner)
    window.refresh()
    return window


def of_lines(runner: Runner, *, opened: bool = False, done: bool = False) -> CancellationWindow:
    """Three nights and four seats, one of them cancelled by the house and one moved; it may be voided."""
    desk = LineDesk()
    desk.change_line(4, departure_cancelled=True)
    leaves = desk.booking.lines[5].starts_at
    desk.change_line(6, starts_now_at=leaves - timedelta(minutes=210))
    until = NOW + timedelta(minutes=15)
    desk.booking = replace(desk.booking, void_until=until, sold_desk_id=CLERK.desk_id)
    window = CancellationWindow(desk.services(), runner)
    window.show_booking("booking-1")
    settle()
    if opened:
        window.lines.boxes[0].setFocus()
        window.lines.toggled.emit(frozenset({3}))
    if done:
        window.reason.choose_number(5)
        window.primary.click()
    settle()
    return window


def customer(runner: Runner) -> CustomerWindow:
    """Somebody with a long name, a wallet, a top-up, and more bookings than fit."""
    rows = tuple(
        CustomerBooking(
            BookingId(f"booking-{number}"),
            BookingReference(f"BK-7F3K2{number}"),
            "Deluxe 203 204, 24-26 Nov; Pune-Goa 21:30 24 Nov 4A 4B; Sinhagad sunrise trek 29 Nov x3",
            state,
            state is not BookingState.HELD,
            99_999_900,
            NOW + timedelta(minutes=9),
            "Mohammed Abdul Rahman Shaikh" if number == 2 else "",
        )
        for number, state in enumerate(BookingState)
    )
    top_up = TopUp(TopUpId("top-up-1"), 99_999_900, NOW, "meena", RequestKey("key-1"), None, "")
    services = replace(
        sample_services(),
        list_top_ups=lambda _customer: (top_up,),
        list_customer_bookings=lambda _customer: CustomerBookings(rows, 12),
    )
    window = CustomerWindow(services, runner)
    window.show_customer(
        Customer(CustomerId("customer-1"), "+919876504321", "Lakshmi Venkataraman Subramaniam", 99_999_900)
    )
    settle()
    return window


def stock(runner: Runner, *entries: str) -> StockWindow:
    busy = SmallStock(
        stopped={TODAY: "private wedding of a large family"},
        taken={"202": CellState.HELD, "1A": CellState.SOLD},
        blocks=[PAINTING],
    )
    window = StockWindow(busy.services(), runner)
    settle()
    for field, entry in zip((window.what, window.days, window.foot.units), entries, strict=False):
        field.edit.setText(entry)
        field.typed.emit(entry)
        field.entered.emit()
        settle()
    return window


def cancelling(runner: Runner, *, done: bool) -> StockWindow:
    window = stock(runner, "goa21", "24 nov")
    window.foot.want(Act.CANCEL)
    window.foot.reason.edit.setText("landslide")
    if done:
        window.foot.do_primary()
    settle()
    return window


def departure(runner: Runner) -> RefundDepartureWindow:
    hits = [
        DepartureRefund(
            BookingId(f"booking-{number}"),
            BookingReference("BK-7F3K2Q"),
            "Lakshmi Venkataraman",
            "...4321",
            state,
            2,
            replace(PLAN, refund_paise=refund_paise),
            frozenset({1}) if not refund_paise else frozenset(),
            is_paying,
        )
        for number, (state, refund_paise, is_paying) in enumerate(
            (
                (BookingState.CONFIRMED, 420_000, False),
                (BookingState.HELD, 0, False),
                (BookingState.CONFIRMED, 99_999_900, True),
            )
        )
    ]
    services = replace(sample_services(), list_departure_refunds=lambda *_departure: tuple(hits))
    window = RefundDepartureWindow(services, runner)
    window.show_departure(
        OpenDepartureRefunds(OfferingId("goa21"), "Pune-Goa sleeper", date(2026, 11, 24), "landslide")
    )
    settle()
    return window


def moving(runner: Runner) -> MoveWindow:
    booking = sample_booking(payments=CAPTURED, state=BookingState.CONFIRMED)
    units = tuple(FreeUnit(UnitId(f"unit-{n}"), str(n), n % 2 == 0, n % 3 == 0) for n in range(201, 230))
    services = replace(
        sample_services(), find_booking=lambda _name: booking, list_free_units=lambda *_lines: units
    )
    window = MoveWindow(services, runner)
    window.show_booking(booking.id)
    settle()
    return window


def rules(runner: Runner) -> CasesWindow:
    kept = ForeignRule(ForeignRuleId("rule"), SignField.NOTES, "order, shop", NOW, "meena", 4_000, 61_200_00)
    services = replace(sample_services(), list_open_cases=lambda: FORTY, list_foreign_rules=lambda: (kept,))
    window = CasesWindow(services, runner, now=lambda: NOW)
    window.rules.show()
    window.refresh()
    settle()
    return window


def setup(runner: Runner) -> SetupWindow:
    account = AccountReport(True, True, ("image_content", "amount", "link"), 75.0)
    names = (GatewayPaymentId("pay_Ab12Cd34Ef56Gh"), GatewayPaymentId("pay_Ij78Kl90Mn12Op"))
    figures = Comparison(14, 62_145_00, 62_145_00, 1_200_00, 0, (), names)
    books = Reconciliation(False, 2, 1, 1, 2, names, figures, Ruled(40, 61_200_00))
    day = GatewayDay(date(2026, 11, 21), datetime(2026, 11, 21, 20, tzinfo=UTC), figures)
    services = replace(sample_services(), name_live_keys=lambda: "56Gh")
    window = SetupWindow(services, runner)
    window.keys.show_report(account)
    window.compare.show_report(books)
    window.compare.show_days((day, day))
    return window


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def in_its_place(page: QWidget, qtbot: QtBot) -> QScrollArea:
    """The work area of the desk on 1366 x 768; its side column gives way where a page needs the room."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    side = round(292 * theme.zoom) if theme.zoom <= 1 else 0
    area.resize(1366 - side, 768 - round(120 * theme.zoom))
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    settle()
    return area


@pytest.mark.parametrize(
    ("language", "zoom"),
    [*(("en", zoom) for zoom in (0.75, 1.0, 1.5, 2.0)), *(("hi", zoom) for zoom in (0.75, 1.0, 2.0))],
)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_and_nothing_scrolls_sideways(
    name: str, language: Language, zoom: float, qtbot: QtBot, runner: Runner, qapp: QApplication
) -> None:
    apply_theme(qapp, "light", zoom)
    speak(qapp, language)
    page = PAGES[name](runner)
    area = in_its_place(page, qtbot)
    assert page.width() <= area.viewport().width()
    assert in_hindi(page) == (language == "hi")
    cut = []
    for widget in page.findChildren(QWidget):
        if (
            widget.isHidden()
            or not widget.isVisibleTo(page)
            or not isinstance(widget, QLabel | QAbstractButton)
        ):
            continue
        if isinstance(widget.parentWidget(), QAbstractItemView) or not _text(widget):
            continue
        right = widget.mapTo(page, QPoint(widget.width(), 0)).x()
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        if right > page.width() or (not wraps and widget.width() < widget.sizeHint().width()):
            cut.append(f"{_text(widget)!r}: {widget.width()} of {widget.sizeHint().width()}, ends at {right}")
        if widget.height() < widget.minimumSizeHint().height():
            cut.append(f"{_text(widget)!r}: {widget.height()} high of {widget.minimumSizeHint().height()}")
    assert cut == []


@pytest.mark.parametrize("name", PAGES)
def test_every_control_has_a_name(name: str, qtbot: QtBot, runner: Runner) -> None:
    page = PAGES[name](runner)
    area = in_its_place(page, qtbot)
    assert area.widget() is page
    unnamed = [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in page.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and widget.isVisibleTo(page)
        and not widget.objectName().startswith("qt_")
        and type(widget).__name__ not in ("QHeaderView", "QTableCornerButton", "QLineEditIconButton")
        and widget.metaObject().className() not in ("QTableCornerButton", "QLineEditIconButton")
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert unnamed == []


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def test_the_code_is_brought_into_sight_on_a_low_screen(
    qtbot: QtBot, runner: Runner, qapp: QApplication
) -> None:
    apply_theme(qapp, "light", 2.0)
    booking = sample_booking(840_000, 0, (WAITING,))
    window = PaymentWindow(replace(sample_services(), find_booking=lambda _name: booking), runner)
    area = in_its_place(window, qtbot)
    window.show_booking(BookingId("booking-1"))
    settle()
    qr = window.instrument.qr
    top = qr.mapTo(area.viewport(), QPoint(0, 0)).y()
    assert top >= 0
    assert top + qr.height() <= area.viewport().height()
