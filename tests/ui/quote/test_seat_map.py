"""The coach as it is painted, and how it is walked and read out."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from db.ids import OfferingId, UnitId
from db.states import Kind
from desktop.services.domain.catalogue import CellState
from desktop.ui.on_sale.coach_map import CoachMap
from desktop.ui.on_sale.room_rack import RoomRack
from desktop.ui.on_sale.unit_map import UnitMap
from desktop.ui.on_sale.unit_view import UnitState, UnitView, describe, unit_views
from desktop.ui.theme import apply_theme, color
from tests.ui.quote.small_desk import TODAY, SmallDesk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.ui.theme import Scheme

FULL = {
    "goa21-2A": UnitState.CHOSEN,
    "goa21-2B": UnitState.HELD,
    "goa21-2C": UnitState.SOLD,
    "goa21-2D": UnitState.BLOCKED,
    "goa21-4A": UnitState.BASKET,
}


def mixed(offering: str) -> tuple[UnitView, ...]:
    desk = SmallDesk()
    desk.take(f"{offering}-2B", state=CellState.HELD, holder="D2", seconds=95)
    desk.take(f"{offering}-2C")
    desk.take(f"{offering}-2D", state=CellState.BLOCKED, holder="broken recliner")
    stock = desk.find_availability(OfferingId(offering), TODAY, TODAY, 1)
    return unit_views(stock, [UnitId(f"{offering}-2A")], [UnitId(f"{offering}-4A")], lambda _moment: 95)


def shown(map_: UnitMap, views: tuple[UnitView, ...], qtbot: QtBot, width: int, height: int) -> UnitMap:
    qtbot.addWidget(map_)
    map_.resize(width, height)
    map_.set_units(views)
    with qtbot.waitActive(map_):
        map_.show()
        map_.activateWindow()
    return map_


def cut_out(image: QImage, map_: UnitMap, unit_id: UnitId) -> QImage:
    return image.copy(map_.boxes[unit_id].toAlignedRect().adjusted(1, 1, -1, -1))


def grey(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def different(one: QImage, other: QImage) -> float:
    """Return the share of pixels that differ clearly in brightness."""
    width, height = min(one.width(), other.width()), min(one.height(), other.height())
    pairs = (
        (one.pixelColor(x, y).lightness(), other.pixelColor(x, y).lightness())
        for x in range(width)
        for y in range(height)
    )
    return sum(abs(a - b) > 24 for a, b in pairs) / (width * height)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_can_be_told_without_colour(qtbot: QtBot, qapp: QApplication, scheme: Scheme) -> None:
    apply_theme(qapp, scheme)
    coach = shown(CoachMap(), mixed("goa21"), qtbot, 700, 330)
    image = grey(coach.grab().toImage())
    pictures = {look: cut_out(image, coach, UnitId(unit_id)) for unit_id, look in FULL.items()}
    pictures[UnitState.FREE] = cut_out(image, coach, UnitId("goa21-4B"))
    assert {view.state for view in coach.views.values()} == set(UnitState)
    # The names differ too, but two seats of the same state differ by far less than this.
    for one, other in combinations(pictures, 2):
        assert different(pictures[one], pictures[other]) > 0.06, (one, other)
    alike = different(pictures[UnitState.FREE], cut_out(image, coach, UnitId("goa21-6B")))
    assert alike < 0.05


def test_a_chosen_seat_is_filled_and_a_free_one_is_not(qtbot: QtBot) -> None:
    coach = shown(CoachMap(), mixed("goa21"), qtbot, 700, 330)
    image = coach.grab().toImage()
    assert _has(cut_out(image, coach, UnitId("goa21-2A")), color("accent"), 0.4)
    assert _has(cut_out(image, coach, UnitId("goa21-4B")), color("free_soft"), 0.4)


def test_a_ladies_seat_has_a_sign_and_keeps_the_fill_of_its_state(qtbot: QtBot) -> None:
    coach = shown(CoachMap(), mixed("goa21"), qtbot, 700, 330)
    image = coach.grab().toImage()
    ladies, plain = cut_out(image, coach, UnitId("goa21-3C")), cut_out(image, coach, UnitId("goa21-5C"))
    assert _has(ladies, color("ladies"), 0.004)
    assert not _has(plain, color("ladies"), 0.001)
    assert _has(ladies, color("free_soft"), 0.4)
    assert different(grey(ladies), grey(plain)) > 0.02


def test_wide_the_coach_lies_and_high_it_stands_with_its_decks_side_by_side(qtbot: QtBot) -> None:
    sleeper = SmallDesk().find_availability(OfferingId("goa22"), TODAY, TODAY, 1)
    views = unit_views(sleeper, (), (), lambda _moment: 0)
    lying = shown(CoachMap(), views, qtbot, 700, 330)
    assert isinstance(lying, CoachMap)
    assert lying.coach.turned
    standing = shown(CoachMap(), views, qtbot, 420, 700)
    assert isinstance(standing, CoachMap)
    assert not standing.coach.turned
    lower, upper = standing.coach.decks
    assert lower.box.y == upper.box.y


@pytest.mark.parametrize(("width", "height"), [(700, 330), (420, 300), (330, 900), (1300, 700)])
@pytest.mark.parametrize("offering", ["goa21", "goa22"])
def test_all_seats_are_inside_at_any_size(qtbot: QtBot, offering: str, width: int, height: int) -> None:
    stock = SmallDesk().find_availability(OfferingId(offering), TODAY, TODAY, 1)
    coach = shown(CoachMap(), unit_views(stock, (), (), lambda _moment: 0), qtbot, width, height)
    needed = max(height, coach.minimumHeight())
    coach.resize(width, needed)
    for box in coach.boxes.values():
        assert box.left() >= 0
        assert box.right() <= width
        assert box.top() >= 0
        assert box.bottom() <= needed


def test_arrows_space_and_a_click_choose(qtbot: QtBot) -> None:
    coach = shown(CoachMap(), mixed("goa21"), qtbot, 700, 330)
    chosen: list[str] = []
    coach.toggled.connect(chosen.append)
    coach.setFocus()
    assert coach.current == "goa21-2A"
    QTest.keyClick(coach, Qt.Key.Key_Right)
    assert coach.current == "goa21-3A"
    QTest.keyClick(coach, Qt.Key.Key_Space)
    QTest.mouseClick(
        coach,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        coach.boxes[UnitId("goa21-9B")].center().toPoint(),
    )
    QTest.mouseClick(coach, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(1, 1))
    assert chosen == ["goa21-3A", "goa21-9B"]


def test_the_seat_under_the_cursor_is_read_out(qtbot: QtBot) -> None:
    coach = shown(CoachMap(), mixed("goa21"), qtbot, 700, 330)
    coach.setFocus()
    for typed, words in (
        ("3d", "Seat 3D, window, ladies only, free, +₹50.00"),
        ("2b", "Seat 2B, held for 01:35 more, D2"),
        ("2c", "Seat 2C, sold"),
        ("2d", "Seat 2D, window, blocked, broken recliner"),
    ):
        QTest.keyClick(coach, Qt.Key.Key_Left)
        QTest.keyClicks(coach, typed)
        assert coach.accessibleDescription() == words


def test_a_berth_is_described_with_its_deck() -> None:
    sleeper = SmallDesk().find_availability(OfferingId("goa22"), TODAY, TODAY, 1)
    views = {view.unit.name: view for view in unit_views(sleeper, (), (), lambda _moment: 0)}
    assert describe(views["L5"], Kind.BUS) == "Berth L5, lower deck, ladies only, free, +₹200.00"
    assert describe(views["U1"], Kind.BUS) == "Berth U1, upper deck, window, free, +₹100.00"


def test_forty_eight_rooms_are_tiles_in_their_order(qtbot: QtBot) -> None:
    stock = SmallDesk().find_availability(OfferingId("dlx"), TODAY, TODAY, 1)
    rack = shown(RoomRack(), unit_views(stock, (), (), lambda _moment: 0), qtbot, 700, 400)
    assert len(rack.boxes) == 48
    tops = [box.top() for box in rack.boxes.values()]
    assert tops == sorted(tops)
    assert max(box.right() for box in rack.boxes.values()) <= 700
    rack.setFocus()
    QTest.keyClicks(rack, "312")
    assert rack.accessibleDescription() == "Room 312, free"


def _has(image: QImage, wanted: QColor, share: float) -> bool:
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    near = sum(
        abs(p.red() - wanted.red()) + abs(p.green() - wanted.green()) + abs(p.blue() - wanted.blue()) < 24
        for p in pixels
    )
    return near / len(pixels) >= share
