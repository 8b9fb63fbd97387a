"""The customer page: found, entered, topped up, by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from db.actor import Actor
from db.ids import CustomerId, RequestKey, TopUpId
from desktop.services.domain.people import Customer
from desktop.services.domain.top_ups import TopUp
from desktop.services.errors import BadRequest, DatabaseLost
from desktop.ui.customer.customer_window import CustomerWindow
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

Key = Qt.Key
ASHA = Customer(CustomerId("c1"), "+919876504321", "Asha Rao", 500_000)


class Desk:
    """Customers in memory, and what was asked of them."""

    def __init__(self) -> None:
        self.customers = [ASHA]
        self.top_ups: list[tuple[str, int, str]] = []
        self.refusal: Exception | None = None
        self.lost: list[Exception] = []
        self.listed: tuple[TopUp, ...] = ()
        self.taken_back: list[tuple[str, str]] = []

    def find(self, text: str) -> tuple[Customer, ...]:
        return tuple(c for c in self.customers if text in c.mobile or text.lower() in c.name.lower())

    def save(
        self, mobile: str, name: str, *, actor: Actor, rename: bool = False, known: CustomerId | None = None
    ) -> Customer:
        if self.refusal:
            raise self.refusal
        self.customers.append(Customer(CustomerId(f"c{len(self.customers) + 1}"), f"+91{mobile}", name, 0))
        return self.customers[-1]

    def top_up(
        self, customer_id: CustomerId, amount_paise: int, request_key: RequestKey, *, actor: Actor
    ) -> Customer:
        self.top_ups.append((customer_id, amount_paise, request_key))
        if self.lost:
            raise self.lost.pop()
        return replace(ASHA, wallet_paise=ASHA.wallet_paise + amount_paise)

    def list(self, _customer_id: CustomerId) -> tuple[TopUp, ...]:
        return self.listed

    def reverse(self, top_up_id: TopUpId, reason: str, request_key: RequestKey, *, actor: Actor) -> Customer:
        self.taken_back.append((top_up_id, reason))
        return replace(ASHA, wallet_paise=0)


def put_in(key: str, amount_paise: int) -> TopUp:
    """Return a top-up as it is listed."""
    at = datetime(2026, 11, 23, 5, 12, tzinfo=UTC)
    return TopUp(TopUpId(f"t-{key}"), amount_paise, at, "meena", RequestKey(key), None, "")


@pytest.fixture
def behind() -> Desk:
    return Desk()


@pytest.fixture
def window(qtbot: QtBot, runner: Runner, behind: Desk) -> CustomerWindow:
    services = replace(
        sample_services(),
        find_customers=behind.find,
        save_customer=behind.save,
        top_up_wallet=behind.top_up,
        get_customer=lambda _id: replace(ASHA, wallet_paise=550_000),
        list_top_ups=behind.list,
        reverse_top_up=behind.reverse,
    )
    made = CustomerWindow(services, runner)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.show_customer(None)
    return made


def type_into(window: CustomerWindow, text: str) -> None:
    """Type, and let the page paint what it says now: a key counts only for what was seen."""
    QTest.keyClicks(window.focusWidget() or window, text)
    QCoreApplication.processEvents()


def test_nothing_to_do_but_find_someone(window: CustomerWindow) -> None:
    assert window.query.hasFocus()
    assert not window.hint.isHidden()
    assert window.wallet_card.isHidden()


def test_the_last_digits_and_two_enters_choose_somebody(window: CustomerWindow, qtbot: QtBot) -> None:
    type_into(window, "4321")
    qtbot.waitUntil(lambda: window.found.count() == 1)
    assert window.balance.text() == "5,000.00"
    with qtbot.waitSignal(window.customer_chosen) as chosen:
        QTest.keyClick(window.query, Key.Key_Return)
    assert chosen.args == [ASHA]


def test_a_new_number_asks_for_the_name_and_nothing_else(
    window: CustomerWindow, behind: Desk, qtbot: QtBot
) -> None:
    window.start("9000000001")
    assert window.name.hasFocus()
    type_into(window, "Ravi Kulkarni")
    with qtbot.waitSignal(window.customer_changed) as changed:
        QTest.keyClick(window.name, Key.Key_Return)
    assert changed.args == [behind.customers[-1]]
    with qtbot.waitSignal(window.customer_chosen):
        QTest.keyClick(window, Key.Key_F9)


def test_a_number_that_is_none_is_said_and_kept(window: CustomerWindow, behind: Desk, qtbot: QtBot) -> None:
    behind.refusal = BadRequest("mobile", "not_a_number")
    window.start("123")
    type_into(window, "Ravi")
    QTest.keyClick(window.name, Key.Key_Return)
    qtbot.waitUntil(lambda: "ten digits" in window.errors.text)
    assert (window.mobile.text(), window.name.text()) == ("123", "Ravi")
    assert window.save.isEnabled()


def test_cash_goes_into_the_wallet_once(window: CustomerWindow, behind: Desk, qtbot: QtBot) -> None:
    window.show_customer(ASHA)
    window.cash.setFocus()
    type_into(window, "2500.50")
    assert window.after.text() == "7,500.50"
    QTest.keyClick(window.cash, Key.Key_Return)
    QTest.keyClick(window.cash, Key.Key_Return)
    qtbot.waitUntil(lambda: window.balance.text() == "7,500.50")
    assert [(who, paise) for who, paise, _ in behind.top_ups] == [("c1", 250_050)]
    assert "₹2,500.50 in cash" in window.errors.text
    assert window.cash.text() == ""


@pytest.mark.parametrize("typed", ["", "0", "abc", "-5"])
def test_no_amount_is_no_top_up(window: CustomerWindow, behind: Desk, typed: str) -> None:
    window.show_customer(ASHA)
    window.cash.setText(typed)
    QTest.keyClick(window.cash, Key.Key_Return)
    assert not window.top_up.isEnabled()
    assert behind.top_ups == []


def test_each_top_up_has_a_key_of_its_own(window: CustomerWindow, behind: Desk, qtbot: QtBot) -> None:
    window.show_customer(ASHA)
    for _ in range(2):
        window.cash.setText("100")
        window.top_up.click()
        qtbot.waitUntil(lambda: not window.top_up.busy)
    assert len({key for _, _, key in behind.top_ups}) == 2


def press(window: CustomerWindow, text: str) -> None:
    """Type an amount of cash and press Enter."""
    window.cash.clear()
    window.cash.setFocus()
    type_into(window, text)
    QTest.keyClick(window.cash, Key.Key_Return)


def test_an_unusual_amount_is_asked_about_once(window: CustomerWindow, behind: Desk, qtbot: QtBot) -> None:
    window.show_customer(ASHA)
    press(window, "50000")
    qtbot.waitUntil(lambda: "₹50,000.00 is much" in window.errors.text)
    assert behind.top_ups == []
    press(window, "40000")
    qtbot.waitUntil(lambda: "₹40,000.00 is much" in window.errors.text)
    QTest.keyClick(window.cash, Key.Key_Return)
    qtbot.waitUntil(lambda: [paise for _, paise, _ in behind.top_ups] == [40_000_00])


def test_after_a_lost_answer_the_desk_looks_and_says_what_went_in(
    window: CustomerWindow, behind: Desk, qtbot: QtBot
) -> None:
    window.show_customer(ASHA)
    behind.lost = [DatabaseLost(unknown=True)]
    press(window, "500")
    qtbot.waitUntil(lambda: "did not go into the wallet" in window.errors.text)
    key = behind.top_ups[0][2]
    behind.lost, behind.listed = [DatabaseLost(unknown=True)], (put_in(key, 500_00),)
    press(window, "600")
    qtbot.waitUntil(lambda: "₹500.00 in cash went into the wallet" in window.errors.text)
    assert [(paise, used) for _, paise, used in behind.top_ups] == [(500_00, key), (600_00, key)]
    assert window.balance.text() == "5,500.00"


def test_a_mistake_is_taken_back_with_a_reason(window: CustomerWindow, behind: Desk, qtbot: QtBot) -> None:
    behind.listed = (put_in("k", 50_000_00),)
    window.show_customer(ASHA)
    qtbot.waitUntil(lambda: window.top_ups.rows.count() == 1)
    window.top_ups.rows.setCurrentRow(0)
    assert not window.top_ups.take_back.isEnabled()
    window.top_ups.reason.setText("a nought too many")
    assert window.top_ups.take_back.text() == "Take ₹50,000.00 back"
    QTest.keyClick(window.top_ups.reason, Key.Key_Return)
    qtbot.waitUntil(lambda: "Give ₹50,000.00 back in cash" in window.errors.text)
    assert behind.taken_back == [("t-k", "a nought too many")]


def test_a_key_for_which_something_is_missing_says_what(window: CustomerWindow, behind: Desk) -> None:
    QTest.keyClick(window, Key.Key_F9)
    assert window.errors.text == "Nobody is chosen: find somebody, or enter a new customer."
    window.start("9000000001")
    QTest.keyClick(window.name, Key.Key_Return)
    assert window.errors.text == "Enter the name."
    window.show_customer(ASHA)
    QTest.keyClick(window.cash, Key.Key_Return)
    assert "How much goes into the wallet?" in window.errors.text
    assert (behind.top_ups, len(behind.customers)) == ([], 1)


def test_a_top_up_is_taken_back_for_a_reason_only(window: CustomerWindow, behind: Desk, qtbot: QtBot) -> None:
    behind.listed = (put_in("k1", 500_00),)
    window.show_customer(ASHA)
    qtbot.waitUntil(lambda: window.top_ups.rows.count() == 1)
    QTest.keyClick(window.top_ups.reason, Key.Key_Return)
    assert "Choose which top-up" in window.errors.text
    window.top_ups.rows.setCurrentRow(0)
    QTest.keyClick(window.top_ups.reason, Key.Key_Return)
    assert window.errors.text == "Say why, in a word or two."
    assert behind.taken_back == []
