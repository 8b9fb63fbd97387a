"""In practice the clerk can be the customer too; with real money nobody but the customer can."""

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from desktop.ui.payment.instrument_panel import InstrumentPanel

ADDRESS = "http://127.0.0.1:49152/phone"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses that a browser would have shown."""
    addresses: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: addresses.append(url.toString()))
    return addresses


def test_the_practice_phone_opens_in_the_browser(qtbot: QtBot, opened: list[str]) -> None:
    panel = InstrumentPanel()
    qtbot.addWidget(panel)
    panel.offer_phone(ADDRESS)
    assert not panel.phone_button.isHidden()
    panel.show()
    panel.phone_button.click()
    assert opened == [ADDRESS]


def test_there_is_no_phone_when_money_is_real(qtbot: QtBot, opened: list[str]) -> None:
    panel = InstrumentPanel()
    qtbot.addWidget(panel)
    panel.offer_phone("")
    panel.show()
    panel.open_phone()
    assert panel.phone_button.isHidden()
    assert opened == []
