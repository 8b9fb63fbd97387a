"""The units over the chosen days: rooms and places as tiles, seats as the coach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from db.states import Kind
from desktop.ui.on_sale.coach_map import CoachMap
from desktop.ui.on_sale.room_rack import RoomRack
from desktop.ui.theme import scaled

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from desktop.ui.on_sale.unit_map import UnitMap
    from desktop.ui.on_sale.unit_view import UnitView


class PlaceRack(RoomRack):
    """The places of a tour, drawn like rooms and called by their own name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = Kind.TOUR
        self.setAccessibleName(self.tr("Places"))


class UnitsPanel(QWidget):
    """`toggled` carries the id of a unit that is chosen or left; `accepted` comes at Enter."""

    toggled = Signal(str)
    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = QLabel(" ")
        self.told.setProperty("role", "caption")
        self.told.setWordWrap(True)
        self._stack = QStackedWidget()
        self._maps: dict[Kind, UnitMap] = {
            Kind.ROOM: RoomRack(),
            Kind.BUS: CoachMap(),
            Kind.TOUR: PlaceRack(),
        }
        self._areas = {kind: self._scrolled(map_) for kind, map_ in self._maps.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addWidget(self._stack, 1)
        column.addWidget(self.told)

    @property
    def map(self) -> UnitMap:
        """What is shown now."""
        return next(map_ for kind, map_ in self._maps.items() if self._areas[kind] is self._current())

    def show_units(self, kind: Kind, views: tuple[UnitView, ...]) -> None:
        """Show these."""
        self._maps[kind].set_units(views)
        if self._current() is not self._areas[kind]:
            # What was said last may be of a unit of the other map.
            self.told.setText(self._maps[kind].accessibleDescription() or " ")
        self._stack.setCurrentWidget(self._areas[kind])

    def take_focus(self) -> None:
        """Put the cursor on the units."""
        self.map.go_to_chosen()
        self.map.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _current(self) -> QWidget | None:
        return self._stack.currentWidget()

    def _scrolled(self, map_: UnitMap) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(map_)
        map_.setAutoFillBackground(False)
        map_.toggled.connect(self.toggled)
        map_.accepted.connect(self.accepted)
        map_.looked_at.connect(lambda words: self.told.setText(words or " "))
        map_.moved.connect(lambda box: _scroll_to(area, box))
        self._stack.addWidget(area)
        return area


def _scroll_to(area: QScrollArea, box: QRectF) -> None:
    margin = round(box.height() / 2) + scaled(8)
    area.ensureVisible(round(box.center().x()), round(box.center().y()), 0, margin)
