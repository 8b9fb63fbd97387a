"""Accounts of the house are entered, stopped and taken up by keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.ids import HouseAccountId
from db.states import Tender
from desktop.services.domain.house_accounts import AccountField, HouseAccount, account_fault
from desktop.services.errors import BadRequest
from desktop.ui.setup.accounts_card import account_text
from desktop.ui.setup.setup_window import SetupWindow
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from db.actor import Actor
    from desktop.ui.runner import Runner


class House:
    """Accounts as the services keep them."""

    def __init__(self) -> None:
        self.accounts: list[HouseAccount] = []

    def keep(self, account: HouseAccount, *, actor: Actor) -> HouseAccountId:
        """Enter one."""
        fault = account_fault(account)
        if fault is not None:
            raise BadRequest(f"{fault}", "malformed")
        account_id = HouseAccountId(f"a{len(self.accounts)}")
        self.accounts.append(replace(account, id=account_id))
        return account_id

    def change(
        self, account_id: HouseAccountId, *, is_active: bool, upi_limit_paise: int, actor: Actor
    ) -> None:
        """Stop one or take it up."""
        self.accounts = [
            replace(one, is_active=is_active) if one.id == account_id else one for one in self.accounts
        ]


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def window(house: House, qtbot: QtBot, runner: Runner) -> SetupWindow:
    services = replace(
        sample_services(),
        list_house_accounts=lambda: tuple(house.accounts),
        keep_house_account=house.keep,
        change_house_account=house.change,
        name_live_keys=lambda: "",
    )
    page = SetupWindow(services, runner)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    QApplication.processEvents()
    return page


def strike(window: SetupWindow, key: Qt.Key) -> None:
    """Look at the page, then press Alt and a letter."""
    window.grab()
    QTest.keyClick(QApplication.focusWidget() or window, key, Qt.KeyboardModifier.AltModifier)
    for _ in range(3):
        QApplication.processEvents()


def enter(window: SetupWindow, field: AccountField, text: str) -> None:
    """Type into a field of the card."""
    edit = window.accounts.fields[field].edit
    edit.setFocus()
    QTest.keyClicks(edit, text)


def test_an_account_is_entered_stopped_and_taken_up_by_keys(window: SetupWindow, house: House) -> None:
    strike(window, Qt.Key.Key_N)
    assert window.accounts.tender.hasFocus()
    enter(window, AccountField.NAME, "SBI counter")
    enter(window, AccountField.VPA, "desk@sbi")
    enter(window, AccountField.PAYEE, "Sahyadri")
    strike(window, Qt.Key.Key_K)
    assert [(one.name, one.upi_limit_paise) for one in house.accounts] == [("SBI counter", 1_00_000_00)]
    assert "SBI counter" in window.accounts.list.item(0).text()
    for is_active in (False, True):
        strike(window, Qt.Key.Key_X)
        assert house.accounts[0].is_active is is_active


def test_what_is_wrong_stands_at_its_field(window: SetupWindow, house: House) -> None:
    enter(window, AccountField.NAME, "SBI counter")
    enter(window, AccountField.VPA, "no address")
    strike(window, Qt.Key.Key_K)
    assert house.accounts == []
    assert window.accounts.fields[AccountField.VPA].is_wrong
    assert "name@bank" in window.accounts.fields[AccountField.VPA].note


def test_an_account_in_one_line() -> None:
    bank = HouseAccount(Tender.BANK_TRANSFER, "HDFC", last_four="4821", bank="HDFC0000123", is_active=False)
    assert account_text(bank) == "bank transfer   HDFC   …4821   HDFC0000123   stopped"
