"""No two people read alike in a list, also those without a number."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from db.ids import CustomerId
from desktop.services.domain.people import Customer
from desktop.ui.commands import suggest
from desktop.ui.customer.customer_window import CustomerWindow
from desktop.ui.desk.served_customer import CustomerChip
from desktop.ui.number_words import told_apart
from desktop.ui.quote.search.customer_panel import CustomerPanel
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

RAVI = Customer(CustomerId("c1"), "", "Ravi Kulkarni", 0, last_booking="BK-7F3K21")
OTHER = replace(RAVI, id=CustomerId("c2"), last_booking="BK-7F3K22")
NEW = replace(RAVI, id=CustomerId("c3"), last_booking="")
CALLED = replace(RAVI, id=CustomerId("c4"), landline="+912025531234")
ALIKE = replace(OTHER, id=CustomerId("c5"), landline="+912025531234")
ALL = (RAVI, OTHER, NEW, CALLED, ALIKE)


def test_people_without_a_number_are_told_by_their_last_booking() -> None:
    assert told_apart(ALL[:3]) == [
        "no number · BK-7F3K21",
        "no number · BK-7F3K22",
        "no number · no booking yet",
    ]
    assert len(set(told_apart(ALL))) == len(ALL)


def test_no_two_of_one_name_read_alike_in_the_command_line() -> None:
    found = suggest("ravi", (), ALL, ())
    assert len({(one.title, one.detail) for one in found}) == len(ALL)


def test_no_two_of_one_name_read_alike_on_the_customer_page(qtbot: QtBot, runner: Runner) -> None:
    page = CustomerWindow(replace(sample_services(), find_customers=lambda _text: ALL), runner)
    qtbot.addWidget(page)
    page.query.setText("ravi")
    page._search()
    qtbot.waitUntil(lambda: page.found.count() == len(ALL))
    assert len({page.found.item(row).text() for row in range(len(ALL))}) == len(ALL)


def test_no_two_of_one_name_read_alike_where_a_sale_asks_for_whom(qtbot: QtBot, runner: Runner) -> None:
    panel = CustomerPanel(replace(sample_services(), find_customers=lambda _text: ALL), runner)
    qtbot.addWidget(panel)
    panel.mobile.set_text("ravi")
    panel._look()
    qtbot.waitUntil(lambda: panel.matches.count() == len(ALL))
    rows = [panel.matches.item(row).text() for row in range(len(ALL))]
    assert len(set(rows)) == len(ALL)
    assert "₹" not in rows[0]
    panel.show_customer(OTHER)
    assert "BK-7F3K22" in panel.mobile.note


def test_who_stands_at_the_desk_is_told_by_the_last_booking(qtbot: QtBot) -> None:
    chip = CustomerChip()
    qtbot.addWidget(chip)
    chip.show_customer(OTHER)
    assert chip.accessibleName() == "Ravi Kulkarni no number · BK-7F3K22"
