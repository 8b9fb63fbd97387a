"""A manager reads what was undone, and enters the slips that are missing, from one list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.actor import Actor
from db.ids import BookingId, BookingReference, RefundId
from db.states import BookingState, RefundState, Tender
from desktop.services.domain.booking import Refund
from desktop.services.domain.counter_acts import CounterAct, CounterActKind
from desktop.ui.commands import suggest
from desktop.ui.counter_acts.counter_acts_window import CounterActsWindow
from desktop.ui.routes import OpenBooking, OpenCounterActs, Route
from tests.ui.sample_bookings import NOW, sample_booking
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

WAITS = CounterAct(
    CounterActKind.SLIP_WAITS,
    NOW,
    "Asha",
    2_415_00,
    booking_id=BookingId("booking-1"),
    reference=BookingReference("BK-7F3K2Q"),
)
BACK = CounterAct(CounterActKind.TOP_UP_REVERSED, NOW, "Ravi", 50_000_00, "meena", "a nought too many")
CARD = Refund(RefundId("r1"), Tender.CARD, RefundState.PLANNED, 2_415_00, NOW, None, "")


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def texts(window: CounterActsWindow) -> list[list[str]]:
    """Return the cells of every row."""
    table = window.table
    rows = range(table.rowCount())
    return [
        [item.text() for column in range(6) if (item := table.item(row, column)) is not None] for row in rows
    ]


def test_a_missing_slip_is_entered_from_the_list(qtbot: QtBot, runner: Runner) -> None:
    booking = replace(sample_booking(state=BookingState.CANCELLED), refunds=(CARD,))
    entered: list[tuple[str, str]] = []

    def enter(refund_id: RefundId, reference: str, *, actor: Actor, again: bool = False) -> None:
        entered.append((refund_id, reference))

    def listed() -> tuple[CounterAct, ...]:
        return (BACK,) if entered else (WAITS, BACK)

    services = replace(
        sample_services(),
        list_counter_acts=listed,
        find_booking=lambda _name: booking,
        enter_refund_slip=enter,
    )
    window = CounterActsWindow(services, runner)
    qtbot.addWidget(window)
    wanted: list[Route] = []
    window.wanted.connect(wanted.append)
    with qtbot.waitActive(window):
        window.show()
    window.refresh()
    settle()
    assert [row[1:] for row in texts(window)] == [
        ["Card refund without its slip", "BK-7F3K2Q  Asha", "2,415.00", "", ""],
        ["Top-up taken back", "Ravi", "50,000.00", "a nought too many", "meena"],
    ]
    QTest.keyClick(window.table, Qt.Key.Key_O)
    assert wanted == [OpenBooking(BookingId("booking-1"))]
    QTest.keyClick(window.table, Qt.Key.Key_Return)
    assert window.slip.field.hasFocus()
    QTest.keyClicks(window.slip.field, "R 881")
    settle()  # what was typed is seen before it is entered
    QTest.keyClick(window.slip.field, Qt.Key.Key_Return)
    settle()
    assert entered == [("r1", "R 881")]
    assert [row[1] for row in texts(window)] == ["Top-up taken back"]
    assert window.slip.isHidden()


def test_an_empty_list_says_so(qtbot: QtBot, runner: Runner) -> None:
    window = CounterActsWindow(replace(sample_services(), list_counter_acts=lambda: ()), runner)
    qtbot.addWidget(window)
    window.refresh()
    settle()
    assert not window.empty.isHidden()
    assert window.table.isHidden()


def test_the_list_is_reached_by_its_word() -> None:
    assert [one.goal for one in suggest("refund", (), (), ())] == [OpenCounterActs()]


def test_what_a_login_of_the_system_did_is_a_row_without_an_amount(qtbot: QtBot, runner: Runner) -> None:
    act = CounterAct(CounterActKind.SYSTEM_ACT, NOW, "", 0, "system: ravi", "import rooms.csv")
    window = CounterActsWindow(replace(sample_services(), list_counter_acts=lambda: (act,)), runner)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.refresh()
    settle()
    ((_when, what, whose, amount, why, by),) = texts(window)
    assert (what, whose, amount) == ("Command run, nobody signed in", "", "")
    assert (why, by) == ("import rooms.csv", "system: ravi")
    QTest.keyClick(window.table, Qt.Key.Key_Return)  # there is no booking to open
