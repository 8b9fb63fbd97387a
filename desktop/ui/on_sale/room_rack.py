"""The rooms of one type: number, state, and how long a hold still lasts."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from db.states import Kind
from desktop.ui import formats
from desktop.ui.on_sale.unit_map import UnitMap
from desktop.ui.on_sale.unit_paint import paint_body, paint_focus, paint_sign, text_colour
from desktop.ui.on_sale.unit_view import UnitState, UnitView, state_word
from desktop.ui.theme import scaled

MARGIN, GAP, INSET = 4, 6, 8


class RoomRack(UnitMap):
    """Tiles in the order of the catalogue, as many to a row as fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Kind.ROOM, parent)
        self.setAccessibleName(self.tr("Rooms"))

    def arrange(self) -> None:
        """Divide the width into equal columns and take the height that this needs."""
        gap, margin = scaled(GAP), scaled(MARGIN)
        inner = max(self.width() - 2 * margin, 1)
        narrow, height = self._tile_width(), float(scaled(44))
        columns = max(int((inner + gap) // (narrow + gap)), 1)
        wide = min((inner + gap) / columns - gap, narrow * 1.5)
        self.boxes = {
            name: QRectF(
                margin + (index % columns) * (wide + gap),
                margin + (index // columns) * (height + gap),
                wide,
                height,
            )
            for index, name in enumerate(self.views)
        }
        rows = -(-len(self.views) // columns)
        self.setMinimumHeight(round(rows * (height + gap) + 2 * margin))

    def paint_unit(self, painter: QPainter, box: QRectF, view: UnitView, focused: bool) -> None:
        """Draw a tile: number and sign above, the state's word below."""
        radius = float(scaled(4))
        paint_body(painter, box, view.state, radius)
        if focused:
            paint_focus(painter, box, radius)
        inset = scaled(INSET)
        paint_sign(painter, QPointF(box.right() - inset, box.top() + inset), view.state)
        inner = box.adjusted(inset, scaled(4), -inset, -scaled(4))
        painter.setPen(text_colour(view.state))
        painter.setFont(self._font(14, bold=True))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, view.unit.name)
        painter.setFont(self._font(12, bold=False))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, self._state(view))

    def _state(self, view: UnitView) -> str:
        if view.state is UnitState.HELD:
            return f"{state_word(view.state)} {formats.remaining(view.seconds_left)}"
        return state_word(view.state)

    def _tile_width(self) -> float:
        metrics = QFontMetricsF(self._font(12, bold=False))
        words = [state_word(state) for state in UnitState if state is not UnitState.HELD]
        words.append(f"{state_word(UnitState.HELD)} 00:00")
        names = QFontMetricsF(self._font(14, bold=True))
        widest_name = max(
            (names.horizontalAdvance(view.unit.name) for view in self.views.values()), default=0.0
        )
        wide = max([*(metrics.horizontalAdvance(word) for word in words), widest_name + scaled(16)])
        return wide + 2 * scaled(INSET) + 2

    def _font(self, pixels: int, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(scaled(pixels))
        font.setBold(bold)
        return font
