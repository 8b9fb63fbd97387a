"""From the quote: a discount with its reason, a group and a coach past its last sale, by a manager's yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.ui.quote.quote_window import QuoteWindow
from desktop.ui.routes import OpenQuote, PageName

if TYPE_CHECKING:
    from tests.ui.override.conftest import StaffedDesk

Key = Qt.Key


def quoting(desk: StaffedDesk, line: str) -> QuoteWindow:
    """Look for something for a customer who is known."""
    desk.counter.customer()
    desk.go(OpenQuote(line))
    page = desk.window.pages.make(desk.window.pages.quote)
    page.session.pricing.hurry()
    desk.settle()
    page.parts.customer.mobile.set_text("9876543210")
    page.parts.customer.name.set_text("Asha")
    desk.settle()
    return page


def typed_into_promo(desk: StaffedDesk, page: QuoteWindow, text: str) -> None:
    desk.strike(Key.Key_F4)
    page.focus_promo()
    desk.type(text)
    desk.strike(Key.Key_Return)


def test_a_clerk_gives_five_per_cent_alone(desk: StaffedDesk) -> None:
    page = quoting(desk, "dlx 24 nov 1")
    typed_into_promo(desk, page, "5%")
    assert not page.parts.discount.isHidden()
    desk.type("3")
    assert page.parts.discount.reason.text() == "goodwill"
    desk.strike(Key.Key_Return)
    page.session.pricing.hurry()
    desk.settle()
    current = page.session.sale.price.current
    assert current is not None
    assert current.promo_refusal is None
    assert current.quote.discount_paise == current.quote.base_paise * 5 // 100
    assert desk.panel.isHidden()
    assert len(desk.told("DISCOUNT_GIVEN")) == 1


def test_all_of_it_is_given_by_a_managers_yes_and_held(desk: StaffedDesk) -> None:
    page = quoting(desk, "dlx 24 nov 1")
    typed_into_promo(desk, page, "100 %")
    desk.type("1")
    desk.strike(Key.Key_Return)
    assert not desk.panel.isHidden()
    assert "Give a discount" in desk.panel.head.text()
    assert desk.panel.reason.text() == "complimentary"
    desk.pin()
    page.session.pricing.hurry()
    desk.settle()
    current = page.session.sale.price.current
    assert current is not None
    assert current.quote.total_paise == 0
    desk.hand.rest()
    page.press_hold()
    desk.settle()
    assert desk.window.pages.name is PageName.PAYMENT
    assert desk.counter.faults() == []


def test_a_discount_without_a_reason_is_not_forgotten_at_the_hold(desk: StaffedDesk) -> None:
    page = quoting(desk, "dlx 24 nov 1")
    page.parts.price.promo.set_text("500")
    page.press_hold()
    desk.settle()
    assert not page.parts.discount.isHidden()
    assert desk.told("BOOKING_RESERVED") == []


def test_a_coach_past_its_last_sale_is_held_by_a_managers_yes(desk: StaffedDesk) -> None:
    desk.clock.advance(13.9 * 3_600)
    page = quoting(desk, "goa21 23 nov 1")
    assert page.session.sale.can_pass_last_sale
    page.session.pass_limits()
    desk.settle()
    page.session.pricing.hurry()
    desk.settle()
    current = page.session.sale.price.current
    assert current is not None, page.session.sale.price
    assert current.quote.past_last_sale
    desk.hand.rest()
    page.press_hold()
    desk.settle()
    assert not desk.panel.isHidden()
    assert "Sell past the last sale" in desk.panel.head.text()
    desk.type("ran after the coach")
    desk.strike(Key.Key_Return)
    desk.pin()
    assert desk.window.pages.name is PageName.PAYMENT
    assert '"past_last_sale":true' in desk.told("BOOKING_RESERVED")[0]
    assert desk.counter.faults() == []
