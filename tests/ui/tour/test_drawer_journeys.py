"""A shift by keys alone, within their budgets: opened (J0b), cash to the safe (J11), closed blind (J12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.services.domain.shift import Closing, Opening
from desktop.ui.shift.doing import Doing
from desktop.ui.shift.shift_window import ShiftWindow

if TYPE_CHECKING:
    from tests.ui.tour.clerk import Clerk

Key = Qt.Key
# 8 x 500, 10 x 200, 12 x 100, 20 x 50, 15 x 20, 25 x 10, 14 x 5, 40 x 2.
PIECES = ("08", "10", "12", "20", "15", "25", "14", "40")
COUNTS = {500_00: 8, 200_00: 10, 100_00: 12, 50_00: 20, 20_00: 15, 10_00: 25, 5_00: 14, 2_00: 40}
FLOAT = 8_900_00


def counting(clerk: Clerk) -> ShiftWindow:
    """Wait until the drawer is to be counted."""
    page = clerk.see_page("shift")
    assert isinstance(page, ShiftWindow)
    clerk.see(lambda: page.doing is Doing.COUNT)
    return page


def count(clerk: Clerk) -> None:
    """Count eight worths, each with Tab."""
    for pieces in PIECES:
        clerk.type(pieces)
        clerk.press(Key.Key_Tab)


def texts(page: ShiftWindow) -> str:
    """Return every text that is seen on the page."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def close_beside(clerk: Clerk) -> None:
    """The shift that practice opens by itself is closed with the float of the next one in the drawer."""
    services = clerk.services
    now = services.show_shift(services.actor()).open
    assert now is not None
    services.close_shift(Closing(now.id, COUNTS, 0, FLOAT), actor=services.actor())


def test_j0b_a_shift_is_opened_with_its_counted_float(clerk: Clerk) -> None:
    close_beside(clerk)
    clerk.shifted(Key.Key_O)
    page = counting(clerk)
    assert "₹8,900.00" in page.drawer.hint.text()
    count(clerk)
    clerk.press(Key.Key_Return)
    clerk.is_home_with(28)
    opened = clerk.services.show_shift(clerk.services.actor()).open
    assert opened is not None
    assert (opened.float_paise, opened.is_shared) == (FLOAT, True)


def test_j11_cash_goes_to_the_safe(clerk: Clerk) -> None:
    close_beside(clerk)
    services = clerk.services
    services.open_shift(Opening(COUNTS), clerk.act(), actor=services.actor())
    clerk.shifted(Key.Key_D)
    page = clerk.see_page("shift")
    assert isinstance(page, ShiftWindow)
    clerk.see(lambda: page.doing is Doing.MOVE)
    clerk.type("08000")
    clerk.press(Key.Key_Return)
    clerk.type("1")
    clerk.press(Key.Key_Return)
    clerk.see(lambda: page.doing is Doing.LOOK)
    clerk.within(11)
    assert services.read_drawer(services.actor()) == 900_00


def test_j12_a_shift_is_counted_blind_and_sealed(clerk: Clerk) -> None:
    close_beside(clerk)
    services = clerk.services
    services.open_shift(Opening(COUNTS), clerk.act(), actor=services.actor())
    sold = clerk.hold("9876500001", "DLX")
    clerk.take(sold, card_paise=sold.total_paise, card_reference="A2907")
    other = clerk.hold("9876500001", "DLX", ahead=9)
    clerk.take(other, cash_paise=other.total_paise, cash_received_paise=other.total_paise)
    clerk.shifted(Key.Key_C)
    page = counting(clerk)
    count(clerk)
    # What the books have stands nowhere before the seal.
    expected = f"{(FLOAT + other.total_paise) / 100:,.2f}"
    assert expected not in texts(page)
    clerk.press(Key.Key_Tab)
    clerk.type(f"{sold.total_paise // 100:06}")
    clerk.press(Key.Key_Tab)
    clerk.press(Key.Key_Return)
    clerk.see(lambda: page.doing is Doing.SEALED)
    clerk.within(39)
    assert f"{other.total_paise / 100:,.2f}" in page.sealed.difference.text()
    assert expected in texts(page)
