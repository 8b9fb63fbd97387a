"""A buyer without a mobile, by keys, on a desk with real services: sold to, renamed, given a number."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from db.schema import customer
from desktop.services.customers.save_customer import SaveCustomer
from desktop.ui.desk_window import DeskWindow
from desktop.ui.event_relay import EventRelay

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit
    from pytestqt.qtbot import QtBot

    from desktop.services.domain.people import Customer
    from desktop.ui.customer.customer_window import CustomerWindow
    from desktop.ui.payment.payment_window import PaymentWindow
    from desktop.ui.quote.quote_window import QuoteWindow
    from desktop.ui.runner import Runner
    from tests.counter import Counter
    from tests.gateway_money.conftest import GatewayDesk

Key = Qt.Key


@pytest.fixture
def desk(gateway_desk: GatewayDesk, runner: Runner, qtbot: QtBot) -> DeskWindow:
    window = DeskWindow()
    qtbot.addWidget(window)
    window.resize(1366, 900)
    with qtbot.waitActive(window):
        window.show()
    window.attach(replace(gateway_desk.built.services, phone_url=""), runner, EventRelay())
    return window


def press(desk: DeskWindow, *keys: Key | str) -> None:
    """Strike keys and type texts into whatever has the cursor, and let the window work after each."""
    for key in keys:
        there = desk.focusWidget() or desk
        if isinstance(key, str):
            QTest.keyClicks(there, key)
        else:
            QTest.keyClick(there, key)
        for _ in range(4):
            QApplication.processEvents()


def by_name(counter: Counter, name: str = "Ravi Kulkarni", number: str = "") -> Customer:
    return SaveCustomer(counter.database)(number, name, actor=counter.actor)


def page_of(desk: DeskWindow, qtbot: QtBot, name: str) -> CustomerWindow:
    """Open the customer page and find somebody by the name."""
    press(desk, Key.Key_F2)
    page = cast("CustomerWindow", desk.pages.page)
    press(desk, name)
    qtbot.waitUntil(lambda: page.customer_shown is not None)
    return page


def into(desk: DeskWindow, qtbot: QtBot, field: QLineEdit, text: str) -> None:
    """Go to a field by Tab, as a hand without a mouse does, and type over what stands there."""
    for _ in range(12):
        if desk.focusWidget() is field:
            break
        press(desk, Key.Key_Tab)
    assert desk.focusWidget() is field
    QTest.keyClick(field, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(desk, text)


def names(counter: Counter) -> list[tuple[str, str | None]]:
    with counter.database.read() as session:
        rows = session.execute(select(customer.c.name, customer.c.mobile).order_by(customer.c.name)).all()
    return [(row.name, row.mobile) for row in rows]


def test_a_known_buyer_is_given_a_number_and_then_a_wallet(
    desk: DeskWindow, counter: Counter, qtbot: QtBot
) -> None:
    ravi = by_name(counter)
    page = page_of(desk, qtbot, "ravi")
    assert page.wallet_card.isHidden()
    into(desk, qtbot, page.mobile, "9876511111")
    assert page.save.text() == "Save number and name"
    press(desk, Key.Key_Return, Key.Key_Return)
    qtbot.waitUntil(lambda: names(counter) == [("Ravi Kulkarni", "+919876511111")])
    qtbot.waitUntil(lambda: not page.wallet_card.isHidden())
    assert page.customer_shown is not None
    assert page.customer_shown.id == ravi.id


def test_a_number_of_somebody_else_is_said_to_be_theirs(
    desk: DeskWindow, counter: Counter, qtbot: QtBot
) -> None:
    counter.customer(mobile="9876511111", name="Asha Rao")
    by_name(counter)
    page = page_of(desk, qtbot, "ravi")
    into(desk, qtbot, page.mobile, "9876511111")
    press(desk, Key.Key_Return, Key.Key_Return)
    qtbot.waitUntil(lambda: page.errors.text.startswith("This number is Asha Rao’s"))
    assert names(counter) == [("Asha Rao", "+919876511111"), ("Ravi Kulkarni", None)]


def test_another_name_is_given_after_a_question_with_both(
    desk: DeskWindow, counter: Counter, qtbot: QtBot
) -> None:
    by_name(counter)
    page = page_of(desk, qtbot, "ravi")
    into(desk, qtbot, page.name, "Rani Kulkarni")
    press(desk, Key.Key_Return)
    assert page.errors.text == (
        "This is Ravi Kulkarni. Is the name to become Rani Kulkarni? Enter once more renames."
    )
    assert page.save.text() == "Rename Ravi Kulkarni to Rani Kulkarni"
    assert names(counter) == [("Ravi Kulkarni", None)]
    press(desk, Key.Key_Return)
    qtbot.waitUntil(lambda: names(counter) == [("Rani Kulkarni", None)])


def test_one_more_of_the_same_name_is_entered_without_a_change(
    desk: DeskWindow, counter: Counter, qtbot: QtBot
) -> None:
    by_name(counter)
    page = page_of(desk, qtbot, "ravi")
    assert page.save.text() == "Enter one more Ravi Kulkarni"
    into(desk, qtbot, page.name, "Ravi Kulkarni")
    press(desk, Key.Key_Return)
    qtbot.waitUntil(lambda: names(counter) == [("Ravi Kulkarni", None), ("Ravi Kulkarni", None)])


def test_another_number_of_somebody_with_a_mobile_renames_nobody_unasked(
    desk: DeskWindow, counter: Counter, qtbot: QtBot
) -> None:
    counter.customer(mobile="9876511111", name="Asha Rao")
    counter.customer(mobile="9876522222", name="Meera Nair")
    page = page_of(desk, qtbot, "meera")
    into(desk, qtbot, page.mobile, "9876511111")
    assert page.save.text() == "Enter as new customer"
    into(desk, qtbot, page.name, "Mira Nair")
    press(desk, Key.Key_Return)
    qtbot.waitUntil(lambda: page.errors.text.startswith("This is Asha Rao. Is the name to become Mira Nair?"))
    assert names(counter) == [("Asha Rao", "+919876511111"), ("Meera Nair", "+919876522222")]


def test_a_sale_by_name_alone(desk: DeskWindow, counter: Counter, qtbot: QtBot) -> None:
    day = counter.day(3)
    desk.command.setFocus()
    press(desk, f"dlx {day:%d %b}", Key.Key_Return)
    qtbot.waitUntil(lambda: desk.pages.name == "quote")
    quote = cast("QuoteWindow", desk.pages.page)
    qtbot.waitUntil(lambda: bool(quote.parts.foot.total.text()))
    quote.parts.customer.take_focus()
    press(desk, "Ravi Kulkarni")
    qtbot.waitUntil(lambda: not quote.parts.customer._pause.isActive())
    press(desk, Key.Key_Return)
    qtbot.waitUntil(lambda: quote.parts.customer.name.edit.hasFocus())
    assert quote.parts.customer.name.text == "Ravi Kulkarni"
    press(desk, Key.Key_Return)
    qtbot.waitUntil(lambda: desk.pages.name == "payment")
    assert names(counter) == [("Ravi Kulkarni", None)]
    page = cast("PaymentWindow", desk.pages.page)
    assert page.customer_shown is not None
    assert (page.customer_shown.name, page.customer_shown.has_wallet) == ("Ravi Kulkarni", False)
