"""What the seat map and the room list have in common: one cell for each unit, arrows, Space, a click."""

from abc import abstractmethod
from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from db.ids import UnitId
from db.states import Kind
from desktop.ui.keys.key_places import latin_sign
from desktop.ui.on_sale.coach_layout import Box
from desktop.ui.on_sale.unit_handles import UnitHandle, read_units
from desktop.ui.on_sale.unit_view import UnitState, UnitView, describe, find_by_typed, read_out

TYPEAHEAD_RESET_MS, ASIDE_WEIGHT = 1500, 2.5


class Direction(Enum):
    """An arrow key, as steps to the right and down."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


ARROWS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class UnitMap(QWidget):
    """Arrows move, Space or a click chooses, a typed number goes there, Enter goes on.

    `toggled` carries the id of a unit that can be chosen, `looked_at` what is said of the one looked at;
    `moved` where it is, `arranged` comes when every unit may have another place.
    """

    toggled = Signal(str)
    accepted = Signal()
    looked_at = Signal(str)
    moved = Signal(QRectF)
    arranged = Signal()

    def __init__(self, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        read_units()
        self._kind = kind
        self.views: dict[UnitId, UnitView] = {}
        self.boxes: dict[UnitId, QRectF] = {}
        self.current = UnitId("")
        self.handles: dict[UnitId, UnitHandle] = {}
        self._typed = ""
        self._typing = QTimer(self, interval=TYPEAHEAD_RESET_MS, singleShot=True)
        self._typing.timeout.connect(self._forget_typed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def set_units(self, views: tuple[UnitView, ...]) -> None:
        """Show these; the cursor stays where it is while its unit is there."""
        before = list(self.views)
        self.views = {view.unit.id: view for view in views}
        if list(self.views) != before:
            self._make_handles()
            self._arrange()
        if self.current not in self.views:
            chosen = [view for view in views if view.state is UnitState.CHOSEN]
            first = next(iter(chosen or views), None)
            self.current = first.unit.id if first else UnitId("")
        for name, handle in self.handles.items():
            view = self.views[name]
            handle.show_state(
                read_out(view, self._kind),
                is_chosen=view.state is UnitState.CHOSEN,
                can_be_chosen=view.can_be_chosen,
            )
        self.update()
        self._tell(quiet=True)

    def go_to_chosen(self) -> None:
        """Put the cursor on the first chosen unit."""
        chosen = next((name for name, view in self.views.items() if view.state is UnitState.CHOSEN), None)
        if chosen is not None and self.views[self.current].state is not UnitState.CHOSEN:
            self._move_to(chosen)

    @property
    def chosen(self) -> tuple[UnitId, ...]:
        """The chosen units, in the order in which they stand here."""
        return tuple(name for name, view in self.views.items() if view.state is UnitState.CHOSEN)

    def box_of_chosen(self) -> QRectF:
        """Return the place of the first chosen unit; nothing where none is."""
        return self.boxes.get(next(iter(self.chosen), UnitId("")), QRectF())

    def unit_at(self, x: float, y: float) -> UnitId:
        """Return the unit at a point of this widget, or an empty text."""
        return next((name for name, box in self.boxes.items() if box.contains(x, y)), UnitId(""))

    @abstractmethod
    def arrange(self) -> None:
        """Fill `boxes` for the widget's size and set the height that is needed."""

    @abstractmethod
    def paint_unit(self, painter: QPainter, box: QRectF, view: UnitView, focused: bool) -> None:
        """Draw one unit."""

    def paint_ground(self, painter: QPainter) -> None:
        """Draw what lies below the units."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter)
        for name, box in self.boxes.items():
            if box.adjusted(-4, -4, 4, 4).intersects(QRectF(event.rect())):
                self.paint_unit(painter, box, self.views[name], self.hasFocus() and name == self.current)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "views"):
            self._arrange()
            self.update()
            self.arranged.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self.arranged.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            event.ignore()
        elif key in ARROWS and self.current:
            self._forget_typed()
            self._move_to(step(self._plain_boxes(), self.current, ARROWS[key]))
        elif key == Qt.Key.Key_Space:
            self._forget_typed()
            self._toggle(self.current)
        elif key in ENTER:
            if not event.isAutoRepeat():
                self._enter()
        elif key == Qt.Key.Key_Backspace and self._typed:
            self._find(self._typed[:-1])
        elif sign := latin_sign(event) or event.text():
            # Units have Latin names: under another layout a letter is the one printed on its key.
            self._find(self._typed + sign) if sign.isalnum() else event.ignore()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        unit_id = self.unit_at(event.position().x(), event.position().y())
        if unit_id and event.button() == Qt.MouseButton.LeftButton:
            self._press(unit_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        unit_id = self.unit_at(event.position().x(), event.position().y())
        self.looked_at.emit(describe(self.views[unit_id or self.current], self._kind) if self.views else "")

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            unit_id = self.unit_at(event.pos().x(), event.pos().y())
            if unit_id:
                QToolTip.showText(event.globalPos(), describe(self.views[unit_id], self._kind), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _make_handles(self) -> None:
        for name in [name for name in self.handles if name not in self.views]:
            self.handles.pop(name).deleteLater()
        for name in self.views:
            if name not in self.handles:
                handle = self.handles[name] = UnitHandle(self)
                handle.pressed.connect(lambda name=name: self._press(name))
                handle.show()
        # Children are read in the order in which they were made.
        for name in self.views:
            self.handles[name].raise_()

    def _arrange(self) -> None:
        self.arrange()
        for name, handle in self.handles.items():
            handle.setGeometry(self.boxes.get(name, QRectF()).toAlignedRect())

    def _press(self, unit_id: UnitId) -> None:
        self._move_to(unit_id)
        self._toggle(unit_id)

    def _plain_boxes(self) -> dict[UnitId, Box]:
        return {name: Box(b.x(), b.y(), b.width(), b.height()) for name, b in self.boxes.items()}

    def _enter(self) -> None:
        if self._typed:
            self._forget_typed()
            view = self.views[self.current]
            if not view.can_be_chosen:
                self._tell()
                return
            if view.state is UnitState.FREE:
                self._toggle(self.current)
        self.accepted.emit()

    def _toggle(self, unit_id: UnitId) -> None:
        if unit_id and self.views[unit_id].can_be_chosen:
            self.toggled.emit(unit_id)
        self._tell()

    def _find(self, typed: str) -> None:
        self._typed = typed
        self._typing.start()
        found = find_by_typed(self.views, typed)
        if found is not None:
            self._move_to(found)

    def _forget_typed(self) -> None:
        self._typed = ""
        self._typing.stop()

    def _move_to(self, unit_id: UnitId) -> None:
        self.current = unit_id
        self.update()
        self.moved.emit(self.boxes.get(unit_id, QRectF()))
        self._tell()

    def _tell(self, quiet: bool = False) -> None:
        if self.current not in self.views:
            return
        words = describe(self.views[self.current], self._kind)
        if words == self.accessibleDescription():
            return
        self.setAccessibleDescription(words)
        self.looked_at.emit(words)
        if not quiet and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def step(boxes: Mapping[UnitId, Box], here: UnitId, direction: Direction) -> UnitId:
    """Return the nearest cell in that direction, those straight ahead first; `here` itself at the edge."""
    start = boxes[here]
    best, best_cost = here, float("inf")
    for name, box in boxes.items():
        cost = _cost(start, box, direction)
        if cost is not None and cost < best_cost:
            best, best_cost = name, cost
    return best


def _cost(start: Box, box: Box, direction: Direction) -> float | None:
    right, down = direction.value
    across = (box.x + box.width / 2) - (start.x + start.width / 2)
    along = (box.y + box.height / 2) - (start.y + start.height / 2)
    ahead = across * right + along * down
    aside = abs(across * down + along * right)
    reach = (start.width + box.width) / 2 if right else (start.height + box.height) / 2
    if ahead < reach * 0.6:
        return None
    overlap = (start.height + box.height) / 2 if right else (start.width + box.width) / 2
    return ahead + ASIDE_WEIGHT * max(aside - overlap * 0.45, 0.0) + aside * 0.01
