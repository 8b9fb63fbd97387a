"""Sixty live holds: each row says whose, how long and what, and nothing that tells two apart is cut."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.ids import BookingId, BookingReference, CustomerId, OfferingId
from db.states import Kind
from desktop.services.domain.people import Customer
from desktop.ui.commands import ServeCustomer, Suggestion, suggest
from desktop.ui.desk import hold_list
from desktop.ui.routes import OpenBooking
from desktop.ui.theme import apply_theme
from tests.ui.desk.conftest import NOW, hold
from tests.ui.sample_offerings import OFFERINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

    from desktop.services.domain.today import LiveHold
    from desktop.ui.desk_window import DeskWindow
    from tests.ui.desk.conftest import FakeDesk

NAMES = ("Lakshmi Venkataraman", "Mohammed Abdul Rahman", "राहुल शर्मा", "Asha Rao")
TREK = "Sinhagad sunrise trek with breakfast and return by jeep"
Key = Qt.Key


def sixty() -> tuple[LiveHold, ...]:
    return tuple(
        replace(
            hold(3, f"{TREK} 29 Nov x{number % 4 + 1}", 30 + number * 9, Kind.TOUR, 283_500),
            booking_id=BookingId(f"booking-{number}"),
            reference=BookingReference(f"BK-7F3K{number:02d}"),
            customer_id=CustomerId(f"customer-{number}"),
            customer_name=NAMES[number % 4],
            masked_mobile=f"...{4300 + number}",
            units_title=f"29 Nov x{number % 4 + 1} · {TREK}",
            paying=number % 5 == 0,
        )
        for number in range(60)
    )


def customer(number: int, name: str = "Asha Rao", mobile: str = "") -> Customer:
    return Customer(CustomerId(f"customer-{number}"), mobile or f"+91987650{4300 + number}", name, 0)


@pytest.mark.parametrize("zoom", [0.75, 1.0, 1.5, 2.0])
def test_a_name_and_a_clock_are_never_cut_and_a_title_at_its_end(
    desk: DeskWindow, fake: FakeDesk, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, zoom: float
) -> None:
    apply_theme(qapp, "light", zoom)
    drawn: list[tuple[str, bool]] = []
    write = hold_list._write

    def written(painter: Any, box: QRect, text: str, *rest: Any) -> int:
        width = write(painter, box, text, *rest)
        font = painter.fontMetrics()
        drawn.append((text, font.horizontalAdvance(text) <= box.width()))
        return width

    monkeypatch.setattr(hold_list, "_write", written)
    fake.holds = sixty()
    assert desk.work is not None
    desk.work.feed.read_today()
    QApplication.processEvents()
    desk.side.holds.grab()
    shown = {text for text, is_whole in drawn if is_whole}
    assert NAMES[1] in shown
    assert any(text.startswith("▲ 0") for text in shown)
    assert [text for text, is_whole in drawn if not is_whole and TREK not in text] == []


def test_each_row_is_read_out_with_name_time_and_seats(desk: DeskWindow, fake: FakeDesk) -> None:
    fake.holds = sixty()
    assert desk.work is not None
    desk.work.feed.read_today()
    QApplication.processEvents()
    model = desk.side.holds.holds
    rows = [str(model.index(row).data()) for row in range(model.rowCount())]
    assert desk.side.hold_count.text() == "60"
    assert len(set(rows)) == 60
    assert all(name in row for name, row in zip(NAMES * 15, rows, strict=True))
    assert "29 Nov x2" in rows[1]


def held(found: Sequence[Suggestion]) -> list[str]:
    return [one.goal.booking for one in found if isinstance(one.goal, OpenBooking)]


def test_the_last_digits_of_a_mobile_find_its_hold() -> None:
    found = suggest("4317", OFFERINGS, (customer(17),), sixty())
    assert isinstance(found[0].goal, ServeCustomer)
    assert held(found) == ["BK-7F3K17"]


def test_who_waits_for_something_held_stands_before_who_has_nothing() -> None:
    others = tuple(customer(100 + number, "Bela") for number in range(9))
    found = suggest("431", OFFERINGS, (*others, customer(17)), sixty())
    assert held(found) == ["BK-7F3K17"]


def test_the_name_of_who_waits_finds_the_hold() -> None:
    assert held(suggest("राहुल", OFFERINGS, (), sixty()))[:2] == ["BK-7F3K02", "BK-7F3K06"]


@pytest.mark.parametrize("line", ["trek", "sinh", "nov", "bk-7", "asha", "2026"])
def test_no_two_suggestions_read_alike(line: str) -> None:
    people = (customer(1), customer(2, mobile="+919111104301"), customer(3, mobile="+919222204301"))
    found = suggest(line, OFFERINGS, people, sixty())
    assert found
    said = [(one.title, one.detail) for one in found]
    assert len(set(said)) == len(said)


def test_two_room_types_of_one_name_are_told_apart_by_their_houses() -> None:
    one = next(offering for offering in OFFERINGS if offering.code == "DLX")
    other = replace(one, id=OfferingId("other"), code="DLX-M", site_name="Sahyadri House")
    found = suggest("deluxe", (one, other), (), ())
    assert [one.detail.split(" · ")[0] for one in found] == ["Deccan Court Residency", "Sahyadri House"]


def test_digits_and_enter_still_serve_the_only_customer_with_that_number(
    desk: DeskWindow, fake: FakeDesk, qtbot: QtBot
) -> None:
    fake.holds = tuple(replace(one, customer_id=CustomerId("customer-1")) for one in fake.holds)
    assert desk.work is not None
    desk.work.feed.read_today()
    QApplication.processEvents()
    QTest.keyClicks(desk.command, "4321")
    QTest.keyClick(desk.command, Key.Key_Return)
    served = desk.work.served
    qtbot.waitUntil(lambda: served.customer is not None)
    assert not desk.command.text()


def test_the_first_to_end_stands_first(desk: DeskWindow) -> None:
    ends = [one.expires_at for one in desk.side.holds.holds.holds]
    assert ends == sorted(ends)
    assert ends[0] == NOW + timedelta(seconds=72)
