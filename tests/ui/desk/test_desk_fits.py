"""The desk on a 1366 x 768 screen, from 75 to 200 %: nothing cut, nothing scrolls sideways."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from db.ids import BookingId, CaseId, PaymentId
from db.reach import Reach, ServerState
from db.states import CaseKind, InstrumentKind
from desktop.services.domain.condition import Condition
from desktop.services.domain.disturbance import Disturbance, GatewayAnswer, Severity
from desktop.ui.desk.board_view import BoardRowButton
from desktop.ui.desk.money_notice import About, MoneyNotice
from desktop.ui.desk.scan_notice import ScanNotice
from desktop.ui.routes import GoHome, OpenBooks, OpenCustomer, Route
from desktop.ui.theme import apply_theme
from tests.ui.desk.conftest import ASHA
from tests.ui.devanagari import in_hindi
from tests.ui.sample_conditions import CONDITIONS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.desk_window import DeskWindow

WIDTH, HEIGHT = 1366, 768
UPI_IS_DOWN = (Disturbance("upi", Severity.HIGH),)
ZOOMS = (0.75, 0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


def shown(window: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [part for part in window.findChildren(kind) if part.isVisibleTo(window)]


def in_scrolling(part: QWidget, window: QWidget) -> bool:
    holder = part.parentWidget()
    while holder is not None and holder is not window:
        if isinstance(holder, QScrollArea):
            return True
        holder = holder.parentWidget()
    return False


def outside(window: DeskWindow) -> list[str]:
    """Controls and texts that leave the window, at the right or (where nothing scrolls) at the bottom."""
    found = []
    for kind in (QAbstractButton, QLabel, QLineEdit):
        for part in shown(window, kind):
            corner = part.mapTo(window, QPoint(part.width(), part.height()))
            low = corner.y() > window.height() and not in_scrolling(part, window)
            if corner.x() > window.width() or low:
                found.append(f"{type(part).__name__} {part.accessibleName()} {corner.toTuple()}")
    return found


def cut(window: DeskWindow) -> list[str]:
    """Texts in one line that have less room than they need."""
    found = []
    for part in (*shown(window, QLabel), *shown(window, QPushButton)):
        if isinstance(part, QLabel):
            text, wraps = part.text(), part.wordWrap()
        else:
            text, wraps = part.text() if isinstance(part, QPushButton) else "", False
        if text and not wraps and part.width() < part.minimumSizeHint().width():
            found.append(text)
    return found


@pytest.mark.parametrize(
    ("language", "zoom"),
    [*(("en", zoom) for zoom in ZOOMS), *(("hi", zoom) for zoom in (0.75, 1.0, 2.0))],
)
@pytest.mark.parametrize("route", [GoHome(), OpenCustomer()], ids=["home", "customer"])
def test_nothing_is_cut_at_any_zoom(
    desk: DeskWindow, qapp: QApplication, qtbot: QtBot, language: str, zoom: float, route: Route
) -> None:
    if language == "hi":
        desk.switch_language()
    qtbot.waitUntil(lambda: len(desk.home.findChildren(BoardRowButton)) == 10)
    apply_theme(qapp, "light", zoom)
    if desk.work is None:
        raise AssertionError("the desk works")
    desk.work.links.go(route)
    desk.resize(WIDTH, HEIGHT)
    for _ in range(20):
        qapp.processEvents()
    assert (desk.width(), desk.height()) == (WIDTH, HEIGHT)
    assert in_hindi(desk) == (language == "hi")
    assert outside(desk) == []
    assert cut(desk) == []
    sideways = [
        type(area).__name__
        for area in desk.findChildren(QAbstractScrollArea)
        if area.isVisibleTo(desk) and area.horizontalScrollBar().maximum() > 0
    ]
    assert sideways == []


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize(
    ("answer", "disturbances"),
    [
        (GatewayAnswer.SILENT, ()),
        (GatewayAnswer.KEYS_REFUSED, ()),
        (GatewayAnswer.GOOD, UPI_IS_DOWN),
    ],
)
def test_trouble_at_the_gateway_makes_the_window_no_wider(
    desk: DeskWindow,
    qapp: QApplication,
    language: str,
    zoom: float,
    answer: GatewayAnswer,
    disturbances: tuple[Disturbance, ...],
) -> None:
    if language == "hi":
        desk.switch_language()
        qapp.processEvents()  # the window made anew asks what is disturbed
    apply_theme(qapp, "light", zoom)
    desk.resize(WIDTH, HEIGHT)
    for _ in range(20):
        qapp.processEvents()
    desk.top.show_gateway(answer)
    desk.top.show_disturbed(disturbances)
    for _ in range(20):
        qapp.processEvents()
    assert desk.width() == WIDTH
    shown = [part for part in (desk.top.gateway, desk.top.disturbed) if part.isVisibleTo(desk)]
    assert [part.text()[0] for part in shown][-1] == "▲"
    assert all(part.toolTip() or part.text()[0] == "●" for part in shown)
    assert cut(desk) == []


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("zoom", [1.0, 1.3, 2.0])
@pytest.mark.parametrize("state", [ServerState.ANSWERS, ServerState.SILENT, ServerState.UNCONFIRMED])
@pytest.mark.parametrize("answer", [GatewayAnswer.SILENT, GatewayAnswer.GOOD])
def test_what_is_said_of_the_server_makes_the_window_no_wider(
    desk: DeskWindow,
    qapp: QApplication,
    language: str,
    zoom: float,
    state: ServerState,
    answer: GatewayAnswer,
) -> None:
    if language == "hi":
        desk.switch_language()
        qapp.processEvents()
    apply_theme(qapp, "light", zoom)
    desk.resize(WIDTH, HEIGHT)
    for _ in range(20):
        qapp.processEvents()
    desk.top.show_gateway(answer)
    desk.top.show_disturbed(UPI_IS_DOWN)
    reach = Reach(state, datetime(2026, 11, 23, 5, 12, tzinfo=UTC))
    desk.halt_line.show_condition(Condition(server=reach))
    for _ in range(20):
        qapp.processEvents()
    assert desk.width() == WIDTH
    assert desk.top.server.isVisibleTo(desk) or state is ServerState.ANSWERS
    assert cut(desk) == []


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_what_halts_the_desk_leaves_the_page_its_room(
    desk: DeskWindow, qapp: QApplication, zoom: float, language: str
) -> None:
    if language == "hi":
        desk.switch_language()
    apply_theme(qapp, "light", zoom)
    desk.resize(WIDTH, HEIGHT)
    desk.top.show_gateway(GatewayAnswer.SILENT)
    desk.top.show_disturbed(UPI_IS_DOWN)
    if desk.work is None:
        raise AssertionError("the desk works")
    for route in (GoHome(), OpenBooks()):
        desk.work.links.go(route)
        for name, condition in CONDITIONS.items():
            desk.halt_line.show_condition(condition)
            for _ in range(20):
                qapp.processEvents()
            assert (desk.width(), desk.height()) == (WIDTH, HEIGHT), name
            assert desk.halt_line.isHidden() or desk.halt_line.height() <= HEIGHT // 5, name
            assert (outside(desk), cut(desk)) == ([], []), name


@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_clock_of_the_first_hold_is_always_in_sight(
    desk: DeskWindow, qapp: QApplication, zoom: float
) -> None:
    apply_theme(qapp, "light", zoom)
    desk.resize(WIDTH, HEIGHT)
    for _ in range(20):
        qapp.processEvents()
    holds = desk.side.holds
    row = holds.visualRect(holds.holds.index(0))
    assert not row.isEmpty()
    assert holds.viewport().rect().contains(row)


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("zoom", [0.75, 1.0, 2.0])
def test_a_notice_of_money_is_read_whole(
    desk: DeskWindow, qapp: QApplication, zoom: float, language: str
) -> None:
    if language == "hi":
        desk.switch_language()
    apply_theme(qapp, "light", zoom)
    desk.resize(WIDTH, HEIGHT)
    how = InstrumentKind.CARD_LINK
    came = MoneyNotice(
        About.BOOKING, PaymentId("pay-1"), BookingId("booking-1"), "BK-7F3K2Q", 99_999_900, how
    )
    desk.notices.add(came)
    desk.notices.add(replace(came, key=CaseId("case-1"), about=About.CASE, how=CaseKind.LATE))
    for _ in range(20):
        qapp.processEvents()
    assert (desk.width(), desk.height()) == (WIDTH, HEIGHT)
    assert outside(desk) == []
    assert cut(desk) == []


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_keys_at_the_foot_stand_in_one_line(
    desk: DeskWindow, qapp: QApplication, zoom: float, language: str
) -> None:
    if language == "hi":
        desk.switch_language()
    apply_theme(qapp, "light", zoom)
    desk.resize(WIDTH, HEIGHT)
    for _ in range(20):
        qapp.processEvents()
    keys = [key for key in desk.foot.keys.findChildren(QPushButton) if not key.isHidden()]
    assert {"F1", "F8", "F9", "F10", "Esc"} <= {key.text().split()[0] for key in keys}
    assert len({key.y() for key in keys}) == 1


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_a_word_without_an_end_makes_the_window_no_wider(
    desk: DeskWindow, qapp: QApplication, zoom: float
) -> None:
    apply_theme(qapp, "light", zoom)
    desk.resize(WIDTH, HEIGHT)
    word = "W" * 120
    desk.errors.show_error(f"Nothing here is called “{word}”.")
    desk.notices.add(ScanNotice(word * 4))
    desk.customer.show_customer(replace(ASHA, name=word))
    qapp.processEvents()
    assert desk.minimumSizeHint().width() <= WIDTH
    assert desk.customer.accessibleName().startswith(word)


def test_a_scan_shows_no_number_of_a_card() -> None:
    assert "4111" not in ScanNotice("4111111111111111").text
