"""What comes after the sales: mistakes, a departure that does not go, money of others, a late payer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, Qt

from desktop.ui.routes import PageName
from desktop.ui.tour_hands import TourFailed
from desktop.ui.tour_steps import GUARD_MS, new_slip

if TYPE_CHECKING:
    from desktop.services.domain.booking import Payment
    from desktop.ui.tour_steps import TourSteps

KEYS = Qt.Key
HOLD_IS_OVER_SECONDS = 660


class Outside(Protocol):
    """What happens beside the desk: customers, another program on the account, the time, the house."""

    def pay(self, payment: Payment) -> None:
        """Pay what the open payment shows."""

    def pay_late(self, payment: Payment) -> None:
        """Pay although the code is closed."""

    def other_program_sells(self, count: int) -> None:
        """Take payments that are not the desk's."""

    def pass_time(self, seconds: int) -> None:
        """Set the desk's clock forward."""

    def round_cash(self) -> None:
        """From now on the house rounds cash to the rupee."""


class TourAfter:
    """The pages that a desk without trouble never opens, each with something on it."""

    def __init__(self, steps: TourSteps, outside: Outside) -> None:
        self._do = steps
        self._hands = steps.hands
        self._pages = steps.pages
        self._outside = outside

    def tell(self, tour: str) -> None:
        """Do everything; `tour` is a booking paid in cash and by card. Raises TourFailed."""
        self._correct_tender(tour)
        self._cancel_departure()
        self._list_slips()
        self._see_printers()
        self._see_books()
        self._see_limits()
        self._see_tax_papers()
        self._see_staff()
        self._see_shifts()
        self._see_day()
        self._see_shift()
        self._see_lists()
        self._see_register()
        self._see_accountant()
        self._round_cash()
        self._come_late()
        self._decide()

    def _correct_tender(self, reference: str) -> None:
        self._hands.line(reference)
        self._do.see_page(PageName.BOOKING)
        page = self._pages.make(self._pages.booking)
        self._hands.wait(lambda: page.correct.isVisible() and reference in page.title.text(), "the booking")
        self._hands.press(KEYS.Key_T)
        self._hands.wait(page.correction.isVisible, "what was entered wrong")
        self._hands.press(KEYS.Key_Down)
        self._hands.press(KEYS.Key_Tab)
        self._hands.type(new_slip())
        self._hands.press(KEYS.Key_Tab)
        self._hands.type("paid by card")
        self._do.picture("tender-correction")
        self._hands.press(KEYS.Key_Return)
        self._hands.wait(page.correction.isHidden, "the tender put right")
        self._do.account.append(f"mended  {reference}  a tender that was entered wrong")

    def _cancel_departure(self) -> None:
        self._hands.press(KEYS.Key_F11)
        self._do.see_page(PageName.STOCK)
        page = self._pages.make(self._pages.stock)
        self._hands.wait(lambda: bool(page.offerings.current()), "the catalogue")
        page.what.take_focus()
        page.what.edit.selectAll()
        for text, field in (("kaas", page.days), ("sat", page.foot.units)):
            self._hands.type(text)
            self._hands.press(KEYS.Key_Return)
            self._hands.wait(field.edit.hasFocus, f"the field after {text}")
        self._hands.press(KEYS.Key_X, Qt.KeyboardModifier.AltModifier)
        self._hands.wait(page.foot.warning.isVisible, "the question before a departure is cancelled")
        self._hands.type("road closed")
        self._do.picture("departure-cancel")
        self._hands.press(KEYS.Key_F9)
        self._do.see_page(PageName.DEPARTURE_REFUNDS)
        refunds = self._pages.make(self._pages.departure_refunds)
        self._hands.wait(lambda: refunds.table.isVisible() and refunds.primary.isVisible(), "whom it hits")
        self._do.picture("departure-refunds")
        self._hands.press(KEYS.Key_F9)
        self._hands.wait(lambda: not refunds.primary.isVisible(), "everybody's money back")
        self._do.account.append("gone    a departure, its money given back by one key")

    def _list_slips(self) -> None:
        self._hands.line(QCoreApplication.translate("Commands", "Refund slips and counter-acts"))
        self._do.see_page(PageName.COUNTER_ACTS)
        page = self._pages.make(self._pages.counter_acts)
        self._hands.wait(page.slip.isVisible, "a refund that waits for its slip")
        self._do.picture("counter-acts")
        self._go_home()

    def _see_shifts(self) -> None:
        self._hands.line(QCoreApplication.translate("Commands", "Shifts: differences, Z slips, acceptance"))
        self._do.see_page(PageName.SHIFTS)
        page = self._pages.make(self._pages.shifts)
        self._hands.wait(lambda: page.table.rowCount() > 0, "the shift that is open")
        self._do.picture("shifts")
        self._go_home()

    def _see_day(self) -> None:
        self._hands.line(QCoreApplication.translate("Commands", "Day sheet: sold, given back, taken"))
        self._do.see_page(PageName.DAY_SHEET)
        sheet = self._pages.make(self._pages.day_sheet)
        self._hands.wait(lambda: sheet.figures.rowCount() > 0, "the figures of the day")
        self._hands.press(KEYS.Key_Return)
        self._hands.wait(sheet.bookings.isVisible, "the bookings of a figure")
        self._do.picture("day-sheet")
        self._go_home()
        self._hands.line(QCoreApplication.translate("Commands", "Settlements of the gateway"))
        self._do.see_page(PageName.SETTLEMENTS)
        page = self._pages.make(self._pages.settlements)
        self._hands.wait(lambda: bool(page.owed.text()), "what the gateway owes")
        self._do.picture("settlements")
        self._go_home()

    def _see_printers(self) -> None:
        self._hands.line(QCoreApplication.translate("Commands", "Printers, what waits for them, e-mail"))
        self._do.see_page(PageName.PRINTERS)
        page = self._pages.make(self._pages.printers)
        self._hands.press(KEYS.Key_N)
        self._hands.wait(page.form.isVisible, "the form of a printer")
        self._hands.type("Slips")
        for key in (KEYS.Key_Return, KEYS.Key_Down, KEYS.Key_Down, KEYS.Key_Tab):
            self._hands.press(key)
        self._hands.type("192.168.1.50")
        self._hands.press(KEYS.Key_F9)
        self._hands.wait(lambda: page.printers.rowCount() == 1, "the printer")
        self._do.picture("printers")
        self._do.account.append("paper   a slip printer is entered")
        self._go_home()

    def _see_books(self) -> None:
        self._hands.line(QCoreApplication.translate("Commands", "Books: check, backup, clock, server"))
        self._do.see_page(PageName.BOOKS)
        page = self._pages.make(self._pages.books)
        self._hands.wait(lambda: bool(page.said.text()), "the condition of the books")
        self._do.picture("books")
        self._go_home()

    def _see_limits(self) -> None:
        self._hands.line(QCoreApplication.translate("Commands", "Limits of clerks and managers"))
        self._do.see_page(PageName.LIMITS)
        page = self._pages.make(self._pages.limits)
        self._hands.wait(lambda: page.table.item(0, 1) is not None, "the limits")
        self._do.picture("limits")
        self._go_home()

    def _see_tax_papers(self) -> None:
        self._hands.line(QCoreApplication.translate("Commands", "Tax papers: IRN, filed months, series"))
        self._do.see_page(PageName.TAX_PAPERS)
        page = self._pages.make(self._pages.tax_papers)
        self._hands.press(KEYS.Key_4)
        self._hands.wait(lambda: page.table.rowCount() > 0, "the series of this desk")
        self._do.picture("tax-papers")
        self._go_home()

    def _see_staff(self) -> None:
        self._hands.line(QCoreApplication.translate("Commands", "Staff: who works here, codes and PINs"))
        self._do.see_page(PageName.STAFF)
        page = self._pages.make(self._pages.staff)
        self._hands.wait(lambda: page.begins.isVisible() or page.table.isVisible(), "who works here")
        self._do.picture("staff")
        self._go_home()

    def _see_shift(self) -> None:
        self._hands.line(QCoreApplication.translate("Commands", "Shift and its drawer"))
        self._do.see_page(PageName.SHIFT)
        page = self._pages.make(self._pages.shift)
        self._hands.wait(lambda: bool(page.whose.text()), "whose shift is open")
        self._hands.press(KEYS.Key_4)
        self._hands.wait(page.drawer.isVisible, "the count of the drawer")
        self._do.picture("shift")
        self._hands.press(KEYS.Key_Escape)
        self._go_home()

    def _see_lists(self) -> None:
        self._hands.line(QCoreApplication.translate("Commands", "Arrivals today"))
        self._do.see_page(PageName.LISTS)
        page = self._pages.make(self._pages.lists)
        self._hands.wait(lambda: page.choice.query is not None, "the lists of the day")
        self._hands.press(KEYS.Key_Right)
        self._hands.wait(lambda: page.table.isVisible() or page.empty.isVisible(), "the arrivals")
        self._do.picture("arrivals")
        self._go_home()

    def _see_register(self) -> None:
        self._hands.line(QCoreApplication.translate("Commands", "Register of guests"))
        self._do.see_page(PageName.REGISTER)
        page = self._pages.make(self._pages.register)
        self._hands.wait(page.primary.isVisible, "the register of guests")
        self._do.picture("register")
        self._go_home()

    def _see_accountant(self) -> None:
        self._hands.line(
            QCoreApplication.translate("Commands", "Accountant: GSTR-1, vouchers, list of papers")
        )
        self._do.see_page(PageName.ACCOUNTANT)
        page = self._pages.make(self._pages.accountant)
        self._hands.wait(lambda: page.registration.count() > 0, "the registrations")
        page.month.selectAll()
        self._hands.type(f"{datetime.now(UTC):%Y-%m}")
        self._hands.press(KEYS.Key_Return)
        self._hands.wait(page.table.isVisible, "the tables of the return")
        self._do.picture("accountant")
        self._go_home()

    def _round_cash(self) -> None:
        self._outside.round_cash()
        # The wallet leaves a part of a rupee to be paid.
        self._do.new_customer("Sunita Rao", 123_45)
        reference = self._do.hold("fam +2 1", "")
        page = self._pages.make(self._pages.payment)
        self._hands.wait(lambda: not page.gateway.isHidden(), "the tenders")
        self._do.press_when_open(KEYS.Key_C)
        self._do.picture("payment-cash-rounded")
        self._hands.press(KEYS.Key_F9)
        self._hands.wait(lambda: not page.receipt.isHidden(), f"the confirmation of {reference}")
        self._hands.press(KEYS.Key_Return)
        self._do.see_page(PageName.HOME)
        self._do.account.append(f"rounded {reference}  its cash to the rupee")

    def _come_late(self) -> None:
        """The code is not paid in time; then it is."""
        self._do.new_customer("Farhan Ali", 0)
        reference = self._do.hold("heri +2 1", "")
        page = self._pages.make(self._pages.payment)
        self._hands.wait(lambda: not page.gateway.isHidden(), "the tenders")
        self._do.press_when_open(KEYS.Key_U)
        self._hands.press(KEYS.Key_F9)
        self._hands.wait(lambda: page.instrument.isVisible() and not page.primary.busy, "the UPI QR code")
        payment = self._do.booking(reference).open_payment
        if payment is None:
            raise TourFailed("an open payment behind the QR code")
        self._hands.pause(GUARD_MS)
        self._hands.press(KEYS.Key_S)
        self._hands.wait(lambda: page.tenders.isVisible() and not page.primary.busy, "the code given up")
        self._outside.pass_time(HOLD_IS_OVER_SECONDS)
        self._hands.press(KEYS.Key_F5)
        self._hands.wait(page.over.isVisible, "the end of the hold")
        self._do.picture("payment-hold-over")
        self._outside.pay_late(payment)
        self._outside.other_program_sells(3)
        self._go_home()

    def _decide(self) -> None:
        self._hands.press(KEYS.Key_F7)
        self._do.see_page(PageName.SETUP)
        setup = self._pages.make(self._pages.setup)
        self._hands.pause(GUARD_MS)
        self._hands.press(KEYS.Key_C, Qt.KeyboardModifier.AltModifier)
        self._hands.wait(lambda: len(self._do.services.list_open_cases()) == 4, "the money of others")
        self._hands.wait(lambda: not setup.compare.button.busy, "the end of the comparison")
        self._do.picture("setup")
        self._hands.press(KEYS.Key_F6)
        self._do.see_page(PageName.CASES)
        page = self._pages.make(self._pages.cases)
        self._hands.wait(page.card.isVisible, "the cases")
        self._do.picture("cases")
        self._hands.press(KEYS.Key_Down)
        self._hands.pause(GUARD_MS)
        self._do.picture("cases-other-program")
        self._hands.press(KEYS.Key_2)
        self._hands.wait(lambda: bool(self._do.services.list_foreign_rules()), "the rule for its payments")
        self._hands.wait(lambda: not page.card.primary.busy, "the end of the answer")
        self._hands.press(KEYS.Key_R)
        self._hands.wait(lambda: page.rules.list.count() == 1, "the rules")
        self._do.picture("foreign-rules")

    def _go_home(self) -> None:
        self._hands.press(KEYS.Key_F8)
        self._do.see_page(PageName.HOME)
