"""Alt and a letter work by the letter's place, and a scan into a field is text without its Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from db.states import Tender
from desktop.ui import routes
from tests.ui.hand import HINDI

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.keys.busy_desk import BusyDesk

Key = Qt.Key


def page_of(desk: BusyDesk) -> Any:
    return desk.window.pages.page


def test_alt_and_a_letter_chooses_the_tender_while_a_slip_is_typed(busy_desk: BusyDesk) -> None:
    busy_desk.open("payment of a rest")
    page = page_of(busy_desk)
    busy_desk.hand.type("k")
    field = page.tenders.references[Tender.CARD]
    assert field.hasFocus()
    busy_desk.hand.layout = HINDI
    busy_desk.hand.strike_with_alt("c")
    assert page.tenders.method is Tender.CASH
    assert field.text() == ""


def test_alt_and_a_letter_leads_to_the_field_of_its_label(busy_desk: BusyDesk) -> None:
    busy_desk.go(routes.OpenCustomer("9812345678"))
    page = page_of(busy_desk)
    busy_desk.hand.layout = HINDI
    page.query.setFocus()
    busy_desk.hand.strike_with_alt("n")
    assert page.name.hasFocus()
    busy_desk.hand.strike_with_alt("m")
    assert page.mobile.hasFocus()
    assert page.name.text() == ""


def test_alt_and_a_letter_without_a_use_types_nothing(busy_desk: BusyDesk) -> None:
    busy_desk.go(routes.OpenCustomer("9812345678"))
    page = page_of(busy_desk)
    busy_desk.hand.layout = HINDI
    page.name.setFocus()
    busy_desk.hand.strike_with_alt("x")
    assert (page.name.text(), page.name.hasFocus()) == ("", True)


def customer_page(desk: BusyDesk) -> QLineEdit:
    desk.go(routes.OpenCustomer())
    field: QLineEdit = page_of(desk).query
    return field


def new_name(desk: BusyDesk) -> QLineEdit:
    desk.go(routes.OpenCustomer("9812345678"))
    field: QLineEdit = page_of(desk).name
    return field


def number_of_a_sale(desk: BusyDesk) -> QLineEdit:
    desk.open("quote")
    page_of(desk).parts.customer.clear()
    field: QLineEdit = page_of(desk).parts.customer.mobile.edit
    return field


def what_of_a_sale(desk: BusyDesk) -> QLineEdit:
    desk.open("quote")
    field: QLineEdit = page_of(desk).parts.search.what.edit
    return field


def reason_of_a_cancellation(desk: BusyDesk) -> QLineEdit:
    desk.open("cancellation")
    field: QLineEdit = page_of(desk).reason.field
    return field


def booking_to_cancel(desk: BusyDesk) -> QLineEdit:
    desk.go(routes.OpenCancellation())
    field: QLineEdit = page_of(desk).finder.field
    return field


def reason_at_the_stock(desk: BusyDesk) -> QLineEdit:
    desk.open("stopping days")
    field: QLineEdit = page_of(desk).foot.reason.edit
    return field


FIELDS: dict[str, Callable[[BusyDesk], QLineEdit]] = {
    "find a customer": customer_page,
    "name of somebody new": new_name,
    "number of a sale": number_of_a_sale,
    "what is sold": what_of_a_sale,
    "reason of a cancellation": reason_of_a_cancellation,
    "booking to cancel": booking_to_cancel,
    "reason at the stock page": reason_at_the_stock,
}


@pytest.mark.parametrize("name", FIELDS)
def test_a_scan_into_a_field_is_its_text_and_no_enter(busy_desk: BusyDesk, name: str) -> None:
    field = FIELDS[name](busy_desk)
    busy_desk.settle()
    field.setFocus()
    field.clear()
    busy_desk.hand.rest()
    done, entered = list(busy_desk.shown.done), list[bool]()
    field.returnPressed.connect(lambda: entered.append(True))
    busy_desk.hand.scan("KA2907", (Key.Key_Return, Key.Key_Enter), pause=0.01)
    assert (field.text(), field.hasFocus(), entered) == ("KA2907", True, [])
    assert busy_desk.shown.done == done
    assert QApplication.focusWidget() is field
