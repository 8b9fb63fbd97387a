"""The pages beside the sales, each opened by its line: papers, books, people, what the day says."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt

from desktop.ui.routes import PageName

if TYPE_CHECKING:
    from desktop.ui.tour_steps import TourSteps

KEYS = Qt.Key


class TourPages:
    """Looks at each page and goes back to the desk."""

    def __init__(self, steps: TourSteps) -> None:
        self._do = steps
        self._hands = steps.hands
        self._pages = steps.pages

    def tell(self) -> None:
        """Open every page. Raises TourFailed."""
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
        # No printer stands at that address: the papers of the sales that come must not go there.
        self._hands.wait(page.printers.hasFocus, "the keyboard on the printers")
        for _twice in range(2):
            self._hands.press(KEYS.Key_Delete)
        self._hands.wait(lambda: page.printers.rowCount() == 0, "the printer taken off")
        self._do.account.append("paper   a slip printer is entered and taken off")
        self._do.go_home()

    def _see_books(self) -> None:
        self._hands.line(QCoreApplication.translate("Commands", "Books: check, backup, clock, server"))
        self._do.see_page(PageName.BOOKS)
        page = self._pages.make(self._pages.books)
        self._hands.wait(lambda: bool(page.said.text()), "the condition of the books")
        self._do.picture("books")
        self._do.go_home()

    def _see_limits(self) -> None:
        self._hands.line(QCoreApplication.translate("Commands", "Limits of clerks and managers"))
        self._do.see_page(PageName.LIMITS)
        page = self._pages.make(self._pages.limits)
        self._hands.wait(lambda: page.table.item(0, 1) is not None, "the limits")
        self._do.picture("limits")
        self._do.go_home()

    def _see_tax_papers(self) -> None:
        self._hands.line(QCoreApplication.translate("Commands", "Tax papers: IRN, filed months, series"))
        self._do.see_page(PageName.TAX_PAPERS)
        page = self._pages.make(self._pages.tax_papers)
        self._hands.press(KEYS.Key_4)
        self._hands.wait(lambda: page.table.rowCount() > 0, "the series of this desk")
        self._do.picture("tax-papers")
        self._do.go_home()

    def _see_staff(self) -> None:
        self._hands.line(QCoreApplication.translate("Commands", "Staff: who works here, codes and PINs"))
        self._do.see_page(PageName.STAFF)
        page = self._pages.make(self._pages.staff)
        self._hands.wait(lambda: page.begins.isVisible() or page.table.isVisible(), "who works here")
        self._do.picture("staff")
        self._do.go_home()

    def _see_shifts(self) -> None:
        self._hands.line(QCoreApplication.translate("Commands", "Shifts: differences, Z slips, acceptance"))
        self._do.see_page(PageName.SHIFTS)
        page = self._pages.make(self._pages.shifts)
        self._hands.wait(lambda: page.table.rowCount() > 0, "the shift that is open")
        self._do.picture("shifts")
        self._do.go_home()

    def _see_day(self) -> None:
        self._hands.line(QCoreApplication.translate("Commands", "Day sheet: sold, given back, taken"))
        self._do.see_page(PageName.DAY_SHEET)
        sheet = self._pages.make(self._pages.day_sheet)
        self._hands.wait(lambda: sheet.figures.rowCount() > 0, "the figures of the day")
        self._hands.press(KEYS.Key_Return)
        self._hands.wait(sheet.bookings.isVisible, "the bookings of a figure")
        self._do.picture("day-sheet")
        self._do.go_home()
        self._hands.line(QCoreApplication.translate("Commands", "Settlements of the gateway"))
        self._do.see_page(PageName.SETTLEMENTS)
        page = self._pages.make(self._pages.settlements)
        self._hands.wait(lambda: bool(page.owed.text()), "what the gateway owes")
        self._do.picture("settlements")
        self._do.go_home()

    def _see_shift(self) -> None:
        self._hands.line(QCoreApplication.translate("Commands", "Shift and its drawer"))
        self._do.see_page(PageName.SHIFT)
        page = self._pages.make(self._pages.shift)
        self._hands.wait(lambda: bool(page.whose.text()), "whose shift is open")
        self._hands.press(KEYS.Key_4)
        self._hands.wait(page.drawer.isVisible, "the count of the drawer")
        self._do.picture("shift")
        self._hands.press(KEYS.Key_Escape)
        self._do.go_home()

    def _see_lists(self) -> None:
        self._hands.line(QCoreApplication.translate("Commands", "Arrivals today"))
        self._do.see_page(PageName.LISTS)
        page = self._pages.make(self._pages.lists)
        self._hands.wait(lambda: page.choice.query is not None, "the lists of the day")
        self._hands.press(KEYS.Key_Right)
        self._hands.wait(lambda: page.table.isVisible() or page.empty.isVisible(), "the arrivals")
        self._do.picture("arrivals")
        self._do.go_home()

    def _see_register(self) -> None:
        self._hands.line(QCoreApplication.translate("Commands", "Register of guests"))
        self._do.see_page(PageName.REGISTER)
        page = self._pages.make(self._pages.register)
        self._hands.wait(page.primary.isVisible, "the register of guests")
        self._do.picture("register")
        self._do.go_home()

    def _see_accountant(self) -> None:
        self._hands.line(
            QCoreApplication.translate("Commands", "Accountant: GSTR-1, vouchers, list of papers")
        )
        self._do.see_page(PageName.ACCOUNTANT)
        page = self._pages.make(self._pages.accountant)
        self._hands.wait(lambda: page.registration.count() > 0, "the registrations")
        page.month.selectAll()
        today = datetime.now(ZoneInfo(self._do.services.time_zone))
        self._hands.type(f"{today:%Y-%m}")
        self._hands.press(KEYS.Key_Return)
        self._hands.wait(page.table.isVisible, "the tables of the return")
        self._do.picture("accountant")
        self._do.go_home()
