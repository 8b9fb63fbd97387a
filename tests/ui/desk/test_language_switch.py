"""Ctrl+L at the desk: everything speaks the other language, and nothing that was entered is gone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from db.ids import BookingId
from desktop.services.domain.disturbance import GatewayAnswer
from desktop.ui.desk.language_switch import switch_language
from desktop.ui.event_relay import EventRelay
from desktop.ui.language import spoken
from desktop.ui.preferences import Preferences
from desktop.ui.routes import OpenCustomer, OpenPayment, OpenQuote, Route

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.desk_window import DeskWindow
    from desktop.ui.runner import Runner
    from tests.ui.desk.conftest import FakeDesk

DEVANAGARI = re.compile("[\u0900-\u097f]")


def switch(desk: DeskWindow) -> None:
    QTest.keyClick(desk, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def read_again(desk: DeskWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desk.side.hold_count.text() == "3")


def test_the_desk_speaks_hindi_and_english_again(desk: DeskWindow, qtbot: QtBot) -> None:
    switch(desk)
    read_again(desk, qtbot)
    assert spoken() == "hi"
    assert DEVANAGARI.search(desk.home.sentence.text())
    assert DEVANAGARI.search(desk.command.placeholderText())
    assert desk.foot.isVisibleTo(desk)
    switch(desk)
    read_again(desk, qtbot)
    assert spoken() == "en"
    assert desk.home.sentence.text().startswith("Type what the customer wants")
    assert not any(DEVANAGARI.search(label.text()) for label in desk.findChildren(QLabel) if label.window())


def test_only_names_codes_and_keys_stay_latin(desk: DeskWindow, qtbot: QtBot) -> None:
    switch(desk)
    read_again(desk, qtbot)
    latin = set()
    for part in desk.findChildren(QWidget):
        if not isinstance(part, QLabel | QAbstractButton) or not part.isVisibleTo(desk):
            continue
        if not DEVANAGARI.search(part.text()):
            latin.update(re.findall(r"[A-Za-z]{3,}", part.text()))
    catalogue = {word for row in _offerings(desk) for word in re.findall(r"[A-Za-z]{3,}", row)}
    assert latin <= catalogue | {"Counterfoil"}


def _offerings(desk: DeskWindow) -> list[str]:
    work: Any = desk.work
    return [f"{one.code} {one.name}" for one in work.line.offerings or ()]


def test_the_choice_is_kept_for_the_next_start(desk: DeskWindow) -> None:
    preferences = Preferences()
    switch_language(desk, preferences)
    assert preferences.language == "hi"


def test_holds_customer_line_and_receipt_are_still_there(
    desk: DeskWindow, qtbot: QtBot, fake: FakeDesk
) -> None:
    work: Any = desk.work
    work.served.set_customer(fake.customers[0])
    work.links.last_document = "document-1"
    desk.top.show_gateway(GatewayAnswer.SILENT)
    desk.command.setText("pune goa")
    switch(desk)
    read_again(desk, qtbot)
    after: Any = desk.work
    assert after is not work
    assert after.served.customer == fake.customers[0]
    assert not desk.customer.isHidden()
    assert after.links.last_document == "document-1"
    assert desk.command.text() == "pune goa"
    assert desk.top.answer is GatewayAnswer.SILENT
    assert desk.command.hasFocus()
    assert fake.released == []


def test_an_unfinished_quote_goes_on(desk: DeskWindow, qtbot: QtBot) -> None:
    work: Any = desk.work
    work.links.go(OpenQuote())
    quote: Any = desk.pages.quote.page
    qtbot.waitUntil(lambda: bool(quote.session.sale.offerings))
    quote.parts.search.what.set_text("dl")
    quote.parts.customer.mobile.set_text("98765")
    quote.parts.price.promo.set_text("MONSOON")
    session = quote.session
    QTest.keyClick(desk, Qt.Key.Key_F8)
    switch(desk)
    read_again(desk, qtbot)
    again: Any = desk.pages.quote.page
    assert again is not quote
    assert again.session is session
    assert [field.text for field in again.parts.fields] == ["dl", "", "", "98765", "", "MONSOON"]
    assert DEVANAGARI.search(again.parts.search.what.label.text())
    qtbot.waitUntil(lambda: not _alive(quote))
    assert again.session.sale.offerings


def _alive(page: Any) -> bool:
    import shiboken6

    return bool(shiboken6.isValid(page))


@pytest.mark.parametrize(
    "route",
    [OpenQuote(), OpenCustomer(), OpenPayment(BookingId("booking-1"))],
    ids=["quote", "customer", "payment"],
)
def test_on_another_page_it_says_where_the_language_is_changed(desk: DeskWindow, route: Route) -> None:
    work: Any = desk.work
    work.links.go(route)
    opened = desk.pages.page
    switch(desk)
    assert spoken() == "en"
    assert "go back with Esc" in desk.errors.text
    assert desk.pages.page is opened


def test_what_another_page_keeps_is_not_thrown_away(desk: DeskWindow) -> None:
    work: Any = desk.work
    stock: Any = desk.pages.make(desk.pages.stock)
    field = stock.findChildren(QLineEdit)[0]
    field.setText("203")
    switch(desk)
    assert spoken() == "en"
    assert "stock, F11" in desk.errors.text
    assert desk.work is work
    field.clear()
    switch(desk)
    assert spoken() == "hi"


def test_before_the_services_are_there_the_line_waits_in_the_new_language(
    qtbot: QtBot, runner: Runner, fake: FakeDesk
) -> None:
    from desktop.ui.desk_window import DeskWindow

    window = DeskWindow()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.command.setText("dlx")
    window.switch_language()
    assert window.command.text() == "dlx"
    window.attach(fake.services(), runner, EventRelay())
    read_again(window, qtbot)
    assert DEVANAGARI.search(window.home.sentence.text())
