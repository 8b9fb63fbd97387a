"""The shift's page: nothing of the books before the seal, and every step by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from db.ids import BookingReference, DeskId, DocumentId, DrawerMoveId, PersonId, ShiftId
from db.states import DrawerMoveKind
from desktop.services.domain.cash_move import CashMove, CashMoved
from desktop.services.domain.shift import (
    ClosedShift,
    Closing,
    HandedOver,
    Opening,
    OpenWork,
    OpenWorkKind,
    ShiftNow,
    ShiftSight,
)
from desktop.services.drawer_errors import DrawerTooLow
from desktop.ui.routes import OpenShifts, OpenZSlip, ShiftPart
from desktop.ui.shift.doing import Doing
from desktop.ui.shift.shift_window import ShiftWindow
from tests.ui.sample_services import CLERK, sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from db.actor import Actor
    from db.ids import RequestKey
    from desktop.services.application import Services
    from desktop.ui.runner import Runner

Key = Qt.Key
NOW = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
OWN = ShiftSight(ShiftId("s1"), CLERK.desk_id, "D1", "meena", None, NOW, 2_000_00, True, True)
OTHER = ShiftSight(ShiftId("s2"), DeskId("desk-2"), "D2", "ravi", PersonId("p2"), NOW, 500_00, False, True)
CLOSED = ClosedShift(
    OWN.id,
    1_900_00,
    1_987_00,
    400_00,
    1_500_00,
    0,
    0,
    "meena",
    False,
    12,
    "ab" * 32,
    (OpenWork(OpenWorkKind.HOLD, BookingReference("BK-7F3K2Q"), 8_400_00),),
    DocumentId("z1"),
)


class Books:
    """Remembers what was asked for."""

    def __init__(self, now: ShiftNow, others: tuple[ShiftSight, ...] = ()) -> None:
        self.now = now
        self.others = others
        self.asked: list[Any] = []

    def services(self) -> Services:
        return replace(
            sample_services(),
            show_shift=lambda _actor: self.now,
            list_open_shifts=lambda: self.others,
            open_shift=self.open,
            move_cash=self.move,
            close_shift=self.close,
            close_forgotten=self.close,
            hand_over=self.hand_over,
        )

    def open(self, opening: Opening, request_key: RequestKey, *, actor: Actor) -> ShiftId:
        self.asked.append(opening)
        self.now = ShiftNow(OWN, 0)
        return OWN.id

    def move(self, move: CashMove, request_key: RequestKey, *, actor: Actor) -> CashMoved:
        self.asked.append(move)
        if move.amount_paise > 50_000_00:
            raise DrawerTooLow(move.amount_paise, None)
        return CashMoved(DrawerMoveId("m1"), move)

    def close(self, closing: Closing, *, actor: object) -> ClosedShift:
        self.asked.append(closing)
        self.now = ShiftNow(None, 1_500_00)
        return CLOSED

    def hand_over(
        self, closing: Closing, code: str, pin: str, *, is_shared: bool = True, actor: object
    ) -> HandedOver:
        self.asked.append((closing, code, pin, is_shared))
        return HandedOver(CLOSED, ShiftId("s3"), "Lata")


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def opened(books: Books, qtbot: QtBot, runner: Runner, part: ShiftPart = ShiftPart.LOOK) -> ShiftWindow:
    window = ShiftWindow(books.services(), runner)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.start(part)
    settle()
    return window


def strike(window: ShiftWindow, *keys: Qt.Key | str) -> None:
    for key in keys:
        target = window.focusWidget() or window
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)
        settle()


def doing(window: ShiftWindow) -> Doing:
    return window.doing


def texts(window: ShiftWindow) -> str:
    seen = [one.text() for one in window.findChildren(QLabel) if one.isVisible()]
    return "\n".join(seen + [one.text() for one in window.findChildren(QLineEdit) if one.isVisible()])


def test_without_a_shift_the_float_is_counted_and_a_difference_has_a_reason(
    qtbot: QtBot, runner: Runner
) -> None:
    books = Books(ShiftNow(None, 2_000_00))
    window = opened(books, qtbot, runner)
    assert doing(window) is Doing.COUNT
    strike(window, "3")
    assert "₹500.00 less" in window.drawer.hint.text() or "₹500.00" in window.drawer.hint.text()
    assert not window.drawer.reason.isHidden()
    strike(window, Key.Key_Tab, "2", Key.Key_Tab, "1")
    assert window.drawer.count.total.text().endswith("₹2,000.00")
    assert window.drawer.reason.isHidden()
    with qtbot.waitSignal(window.back):
        strike(window, Key.Key_Return)
    assert books.asked == [Opening({500_00: 3, 200_00: 2, 100_00: 1})]


def test_a_desk_without_cash_counts_nothing(qtbot: QtBot, runner: Runner) -> None:
    books = Books(ShiftNow(None, 0))
    window = opened(books, qtbot, runner)
    window.drawer.without.setChecked(True)
    assert window.drawer.count.isHidden()
    strike(window, Key.Key_Return)
    assert books.asked == [Opening({}, has_drawer=False)]


def test_nothing_of_the_books_stands_there_before_the_seal(qtbot: QtBot, runner: Runner) -> None:
    books = Books(ShiftNow(OWN, 0))
    window = opened(books, qtbot, runner, ShiftPart.CLOSE)
    assert doing(window) is Doing.COUNT
    strike(window, "3", Key.Key_Tab, "2")
    assert "1,987.00" not in texts(window)
    assert "₹1,900.00" in window.drawer.count.total.text()
    assert window.drawer.left.text() == "1,900.00"
    strike(window, Key.Key_Return)
    assert doing(window) is Doing.SEALED
    assert "₹87.00" in window.sealed.difference.text()
    assert "BK-7F3K2Q" in window.sealed.still_open.text()
    assert "1,987.00" in texts(window)
    (closing,) = books.asked
    assert (closing.counts, closing.left_paise, closing.first_counts) == ({500_00: 3, 200_00: 2}, None, None)


def test_slip_and_causes_of_a_close_are_one_key_away(qtbot: QtBot, runner: Runner) -> None:
    window = opened(Books(ShiftNow(OWN, 0)), qtbot, runner, ShiftPart.CLOSE)
    routes: list[object] = []
    window.wanted.connect(routes.append)
    strike(window, "3", Key.Key_Return)
    assert doing(window) is Doing.SEALED
    strike(window, "P", "7")
    assert routes == [OpenZSlip(DocumentId("z1")), OpenShifts(CLOSED.shift_id)]
    strike(window, Key.Key_Return)
    assert doing(window) is not Doing.SEALED


def test_the_list_of_closes_is_one_key_away_from_the_shift(qtbot: QtBot, runner: Runner) -> None:
    window = opened(Books(ShiftNow(OWN, 0)), qtbot, runner)
    routes: list[object] = []
    window.wanted.connect(routes.append)
    strike(window, "7")
    assert routes == [OpenShifts()]


def test_a_close_whose_slip_is_not_made_yet_says_so(qtbot: QtBot, runner: Runner) -> None:
    window = opened(Books(ShiftNow(OWN, 0)), qtbot, runner)
    window.show_sealed(replace(CLOSED, document_id=None))
    strike(window, "P")
    assert "Z slip" in window.error_bar.text


def test_it_is_counted_once_more_before_the_seal_and_only_once(qtbot: QtBot, runner: Runner) -> None:
    books = Books(ShiftNow(OWN, 0))
    window = opened(books, qtbot, runner, ShiftPart.CLOSE)
    strike(window, "3", "R")
    assert window.drawer.count.paise == 0
    strike(window, "4", "R")
    assert window.drawer.count.paise == 2_000_00
    strike(window, Key.Key_Return)
    assert books.asked[0].first_counts == {500_00: 3}


def test_cash_goes_to_the_safe_with_its_reason(qtbot: QtBot, runner: Runner) -> None:
    books = Books(ShiftNow(OWN, 0))
    window = opened(books, qtbot, runner, ShiftPart.DROP)
    strike(window, "60000", Key.Key_Return, "2", Key.Key_Return)
    assert "more than this drawer can hold out" in window.error_bar.text
    assert doing(window) is Doing.MOVE
    window.moving.amount.setText("8000")
    strike(window, Key.Key_Return)
    assert books.asked[-1] == CashMove(DrawerMoveKind.DROP, 8_000_00, "before a break")
    assert doing(window) is Doing.LOOK
    assert "₹8,000.00 is in the safe" in window.error_bar.text


def test_a_pay_out_names_its_payee(qtbot: QtBot, runner: Runner) -> None:
    books = Books(ShiftNow(OWN, 0))
    window = opened(books, qtbot, runner)
    strike(window, "3", "150", Key.Key_Return, "Ramesh", Key.Key_Return, "tea", Key.Key_Return)
    assert books.asked == [CashMove(DrawerMoveKind.PAY_OUT, 150_00, "tea", "Ramesh")]


def test_the_drawer_is_handed_over_by_code_and_pin(qtbot: QtBot, runner: Runner) -> None:
    books = Books(ShiftNow(OWN, 0))
    window = opened(books, qtbot, runner)
    strike(window, "5", "3")
    assert window.drawer.left.isHidden()
    window.drawer.code.setText("12")
    window.drawer.pin.setText("551207")
    assert "551207" not in window.drawer.pin.displayText()
    strike(window, Key.Key_Return)
    ((closing, code, pin, is_shared),) = books.asked
    assert (closing.counts, code, pin, is_shared) == ({500_00: 3}, "12", "551207", True)
    assert window.drawer.pin.text() == ""


def test_what_was_left_open_elsewhere_is_named_and_closed(qtbot: QtBot, runner: Runner) -> None:
    books = Books(ShiftNow(OWN, 0), (OWN, OTHER))
    window = opened(books, qtbot, runner)
    assert "D2" in window.others.text()
    assert "ravi" in window.others.text()
    strike(window, "6", "1", Key.Key_Return)
    assert books.asked[0].shift_id == OTHER.id


@pytest.mark.parametrize("part", [ShiftPart.DROP, ShiftPart.CLOSE])
def test_esc_goes_back_and_moves_nothing(qtbot: QtBot, runner: Runner, part: ShiftPart) -> None:
    books = Books(ShiftNow(OWN, 0))
    window = opened(books, qtbot, runner, part)
    strike(window, "1", Key.Key_Escape)
    assert doing(window) is Doing.LOOK
    assert books.asked == []
