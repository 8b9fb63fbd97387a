"""What comes after the sales: mistakes, a departure that does not go, money of others, a late payer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, Qt

from desktop.ui.routes import PageName
from desktop.ui.tour_hands import TourFailed
from desktop.ui.tour_pages import TourPages
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
        TourPages(self._do).tell()
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
        self._do.go_home()

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
        self._do.go_home()

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
