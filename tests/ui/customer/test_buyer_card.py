"""A GSTIN is entered by keys on the customer page, and the price on the quote page is made anew with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.states import BuyerKind
from desktop.services.customers.find_customers import FindCustomers
from desktop.services.customers.get_customer import GetCustomer
from desktop.services.customers.save_buyer import SaveBuyer
from desktop.services.customers.save_customer import SaveCustomer
from desktop.services.domain.gstin import check_character
from desktop.services.domain.people import Billing
from desktop.ui.customer.customer_window import CustomerWindow
from tests.actors import actor_of
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from db.database import Database
    from desktop.services.domain.people import Customer
    from desktop.ui.runner import Runner

KARNATAKA = "29AAACB1234C1Z" + check_character("29AAACB1234C1Z")


@pytest.fixture
def asha(database: Database) -> Customer:
    return SaveCustomer(database)("9876543210", "Asha Rao", actor=actor_of(database))


@pytest.fixture
def window(qtbot: QtBot, runner: Runner, database: Database, asha: Customer) -> CustomerWindow:
    services = replace(
        sample_services(),
        actor=lambda: actor_of(database),
        find_customers=FindCustomers(database),
        get_customer=GetCustomer(database),
        save_buyer=SaveBuyer(database),
    )
    made = CustomerWindow(services, runner)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.show_customer(asha)
    return made


def enter(window: CustomerWindow, *typed: str) -> None:
    """Type into the GSTIN, Tab between fields, and Enter."""
    field = window.buyer_card.gstin
    field.setFocus()
    field.selectAll()
    for at, text in enumerate(typed):
        where = (field, window.buyer_card.state)[at]
        where.setFocus()
        where.selectAll()
        QTest.keyClick(where, Qt.Key.Key_Delete)
        QTest.keyClicks(where, text)
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)


def buyer(database: Database, asha: Customer) -> tuple[str, str]:
    found = GetCustomer(database)(asha.id).buyer
    return found.gstin, found.state


def test_a_gstin_read_out_in_groups_is_kept_and_tells_its_state(
    window: CustomerWindow, database: Database, asha: Customer, qtbot: QtBot
) -> None:
    spoken = f"{KARNATAKA[:2]} {KARNATAKA[2:12].lower()} {KARNATAKA[12:]}"
    with qtbot.waitSignal(window.customer_changed) as changed:
        enter(window, spoken)
    assert buyer(database, asha) == (KARNATAKA, "29")
    assert changed.args[0].buyer.gstin == KARNATAKA
    assert window.buyer_card.state.text() == "Karnataka"
    assert "Asha Rao is written down with Karnataka" in window.errors.text
    with qtbot.waitSignal(window.customer_chosen):
        QTest.keyClick(window, Qt.Key.Key_F9)


def test_a_gstin_with_a_slip_is_refused_and_stays_to_be_mended(
    window: CustomerWindow, database: Database, asha: Customer, qtbot: QtBot
) -> None:
    wrong = KARNATAKA[:7] + "9" + KARNATAKA[8:]
    enter(window, wrong)
    qtbot.waitUntil(lambda: "one of its 15 characters is wrong" in window.errors.text)
    assert buyer(database, asha) == ("", "")
    assert window.buyer_card.gstin.text() == wrong
    assert window.buyer_card.save.isEnabled()


@pytest.mark.parametrize(("typed", "state"), [("goa", "30"), ("29", "29"), ("Tamil", "33")])
def test_a_state_is_told_by_its_name_or_its_figures(
    window: CustomerWindow, database: Database, asha: Customer, qtbot: QtBot, typed: str, state: str
) -> None:
    with qtbot.waitSignal(window.customer_changed):
        enter(window, "", typed)
    assert buyer(database, asha) == ("", state)


def test_what_is_no_state_is_said(
    window: CustomerWindow, database: Database, asha: Customer, qtbot: QtBot
) -> None:
    enter(window, "", "Poona")
    qtbot.waitUntil(lambda: "Poona is no State" in window.errors.text)
    assert buyer(database, asha) == ("", "")


def test_a_gstin_that_is_taken_out_takes_its_state_along(
    window: CustomerWindow, database: Database, asha: Customer, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.customer_changed):
        enter(window, KARNATAKA)
    with qtbot.waitSignal(window.customer_changed):
        enter(window, "")
    assert buyer(database, asha) == ("", "")
    assert not window.buyer_card.save.isEnabled()


def test_kind_name_address_and_pin_are_entered_by_keys(
    window: CustomerWindow, database: Database, asha: Customer, qtbot: QtBot
) -> None:
    card = window.buyer_card
    card.gstin.setFocus()
    QTest.keyClicks(card.gstin, KARNATAKA)
    for field, text in ((card.pin_code, "560 001"), (card.name, "Asha Stores"), (card.address, "1 MG Road")):
        field.setFocus()
        QTest.keyClicks(field, text)
    card.kind.setFocus()
    QTest.keyClick(card.kind, Qt.Key.Key_Down)
    card.address.setFocus()
    with qtbot.waitSignal(window.customer_changed):
        QTest.keyClick(card.address, Qt.Key.Key_Return)
    found = GetCustomer(database)(asha.id)
    assert found.buyer.kind is BuyerKind.SEZ
    assert found.billing == Billing("Asha Stores", ("1 MG Road",), "560001")
    assert not card.save.isEnabled()
    assert card.pin_code.text() == "560001"


def test_a_zone_without_a_gstin_is_refused_with_what_to_do(
    window: CustomerWindow, database: Database, asha: Customer, qtbot: QtBot
) -> None:
    card = window.buyer_card
    card.kind.setFocus()
    QTest.keyClick(card.kind, Qt.Key.Key_Down)
    card.state.setFocus()
    QTest.keyClick(card.state, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "type the GSTIN, too" in window.errors.text)
    assert GetCustomer(database)(asha.id).buyer.kind is None


def test_nobody_is_asked_for_a_gstin(window: CustomerWindow) -> None:
    window.show_customer(None)
    assert window.buyer_card.isHidden()
