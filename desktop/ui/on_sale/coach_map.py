"""The coach as one sees it from above: front with the driver, rows, aisle, windows, decks."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from db.ids import UnitId
from db.states import Kind
from desktop.ui import formats
from desktop.ui.on_sale.coach_layout import Box, CoachLayout, DeckBox, SeatBox, lay_out, unit_size
from desktop.ui.on_sale.unit_map import UnitMap
from desktop.ui.on_sale.unit_paint import paint_body, paint_focus, paint_ladies, paint_sign, text_colour
from desktop.ui.on_sale.unit_view import UnitState, UnitView, deck_word
from desktop.ui.theme import color, scaled

UNIT_MIN, UNIT_MAX = 32, 48
MARGIN = 4
GAP = 0.06


class CoachMap(UnitMap):
    """Lies on its side where the window is wide; stands upright where that makes the seats larger."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Kind.BUS, parent)
        self.setAccessibleName(self.tr("Seats of the coach"))
        self._layout = lay_out(())
        self._unit = 0.0
        self._offset = QPointF()
        self._seats: dict[UnitId, SeatBox] = {}

    @property
    def coach(self) -> CoachLayout:
        """How the coach stands now."""
        return self._layout

    def arrange(self) -> None:
        """Choose the position in which the seats are largest; never smaller than their names need."""
        units = [view.unit for view in self.views.values()]
        smallest = self._smallest_unit()
        width, height = self.width() - 2 * MARGIN, self.height() - 2 * MARGIN
        both = (lay_out(units, turned=True), lay_out(units))
        fitting = [layout for layout in both if layout.width * smallest <= width] or [both[1]]
        self._layout = max(fitting, key=lambda layout: unit_size(layout, width, height))
        lowest = min(fitting, key=lambda layout: layout.height)
        unit = unit_size(self._layout, width, height)
        if unit < smallest:
            self._layout, unit = lowest, smallest
        self._unit = min(unit, float(scaled(UNIT_MAX)))
        needed = self._layout if unit == smallest else lowest
        self.setMinimumHeight(round(needed.height * smallest) + 2 * MARGIN)
        self._offset = QPointF(
            max((self.width() - self._layout.width * self._unit) / 2, MARGIN),
            max(min((self.height() - self._layout.height * self._unit) / 2, scaled(12)), MARGIN),
        )
        self._seats = {seat.unit_id: seat for seat in self._layout.seat_boxes()}
        self.boxes = {name: self._pixels(seat.box, GAP) for name, seat in self._seats.items()}

    def paint_ground(self, painter: QPainter) -> None:
        """Draw the walls, the driver's cabin and the name of each deck."""
        for deck in self._layout.decks:
            self._paint_walls(painter, deck)
            self._paint_cabin(painter, deck)
            painter.setPen(
                QPen(color("edge"), max(scaled(3), 2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            )
            for seat in deck.seats:
                if seat.window_side:
                    painter.drawLine(*self._window(seat, deck))

    def paint_unit(self, painter: QPainter, box: QRectF, view: UnitView, focused: bool) -> None:
        """Draw a seat with its back, or a berth with its pillow."""
        radius = self._unit * 0.16
        paint_body(painter, box, view.state, radius)
        self._paint_back(painter, box, view)
        if focused:
            paint_focus(painter, box, radius)
        inset = self._unit * 0.09
        paint_sign(painter, QPointF(box.right() - inset, box.top() + inset), view.state)
        if view.unit.ladies_only:
            beside = self._unit * 0.2 if box.width() > self._unit * 1.5 else 0.0
            paint_ladies(painter, QPointF(box.left() + inset + beside, box.top() + inset), view.state)
        painter.setPen(text_colour(view.state))
        text = self._text(view)
        font = painter.font()
        font.setPixelSize(scaled(13 if "\n" not in text else 12))
        font.setBold(view.state is not UnitState.SOLD)
        painter.setFont(font)
        painter.drawText(self._text_area(box), Qt.AlignmentFlag.AlignCenter, text)

    def _text(self, view: UnitView) -> str:
        """Return the name; a held berth has room for the time left as well."""
        if view.state is not UnitState.HELD or not self._seats[view.unit.id].sleeper:
            return view.unit.name
        return f"{view.unit.name}\n{formats.remaining(view.seconds_left)}"

    def _text_area(self, box: QRectF) -> QRectF:
        """Leave the corners with their signs free: below them in a seat, beside them in a lying berth."""
        if box.width() > self._unit * 1.5:
            return box.adjusted(self._unit * 0.15, 0, -self._unit * 0.15, 0)
        return box.adjusted(0, self._unit * (0.26 if box.height() < self._unit * 1.5 else 0.1), 0, 0)

    def _smallest_unit(self) -> float:
        font = self.font()
        font.setPixelSize(scaled(13))
        font.setBold(True)
        metrics = QFontMetricsF(font)
        names = [view.unit.name for view in self.views.values()]
        widest = max((metrics.horizontalAdvance(name) for name in names), default=0.0)
        return max(float(scaled(UNIT_MIN)), widest + scaled(9))

    def _pixels(self, box: Box, gap: float = 0.0) -> QRectF:
        unit = self._unit
        return QRectF(
            self._offset.x() + (box.x + gap) * unit,
            self._offset.y() + (box.y + gap) * unit,
            (box.width - 2 * gap) * unit,
            (box.height - 2 * gap) * unit,
        )

    def _paint_walls(self, painter: QPainter, deck: DeckBox) -> None:
        painter.setPen(QPen(color("edge"), 1.5))
        painter.setBrush(color("panel"))
        painter.drawPath(self._hull(deck))

    def _hull(self, deck: DeckBox) -> QPainterPath:
        """Return the walls: round at the front, nearly square at the back."""
        box = self._pixels(deck.box)
        front, back = self._unit * 0.7, self._unit * 0.25
        # Corners in the order top right, bottom right, bottom left, top left.
        radii = (back, back, front, front) if self._layout.turned else (front, back, back, front)
        corners = (
            (box.right(), box.top(), -1, 0, 90),
            (box.right(), box.bottom(), -1, -1, 0),
            (box.left(), box.bottom(), 0, -1, 270),
            (box.left(), box.top(), 0, 0, 180),
        )
        path = QPainterPath(QPointF(box.left() + radii[3], box.top()))
        for (x, y, right, down, angle), radius in zip(corners, radii, strict=True):
            size = 2 * radius
            arc = QRectF(x + right * size, y + (down * size if down else 0), size, size)
            path.arcTo(arc, angle, -90)
        path.closeSubpath()
        return path

    def _paint_cabin(self, painter: QPainter, deck: DeckBox) -> None:
        cabin = self._pixels(deck.cabin)
        painter.setPen(QPen(color("line"), 1))
        if self._layout.turned:
            painter.drawLine(cabin.topRight(), cabin.bottomRight())
        else:
            painter.drawLine(cabin.bottomLeft(), cabin.bottomRight())
        if deck.has_driver:
            self._paint_wheel(painter, cabin)
        if len(self._layout.decks) > 1 or deck.number > 1:
            self._paint_deck_word(painter, cabin, deck)

    def _paint_wheel(self, painter: QPainter, cabin: QRectF) -> None:
        """Draw the steering wheel at the driver's place, the right-hand front."""
        size = self._unit * 0.62
        if self._layout.turned:
            middle = QPointF(cabin.center().x(), cabin.top() + self._unit * 0.85)
        else:
            middle = QPointF(cabin.right() - self._unit * 0.85, cabin.center().y())
        painter.setPen(QPen(color("muted"), max(scaled(2), 1.5)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, size / 2, size / 2)
        painter.drawEllipse(middle, size / 9, size / 9)
        for right, down in ((-0.5, -0.12), (0.5, -0.12), (0.0, 0.5)):
            painter.drawLine(middle, middle + QPointF(right * size, down * size))

    def _paint_deck_word(self, painter: QPainter, cabin: QRectF, deck: DeckBox) -> None:
        font = painter.font()
        font.setPixelSize(scaled(12))
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(color("muted"))
        painter.save()
        if self._layout.turned:
            painter.translate(cabin.center())
            painter.rotate(-90)
            area = QRectF(-cabin.height() / 2, -cabin.width() / 2, cabin.height(), cabin.width())
        else:
            area = QRectF(cabin)
        area.adjust(self._unit * 0.45, 0, 0, 0)
        painter.drawText(
            area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, deck_word(deck.number)
        )
        painter.restore()

    def _window(self, seat: SeatBox, deck: DeckBox) -> tuple[QPointF, QPointF]:
        wall, box = self._pixels(deck.box), self._pixels(seat.box, 0.18)
        if self._layout.turned:
            # On its side, what was left is now below.
            y = wall.bottom() if seat.window_side < 0 else wall.top()
            return QPointF(box.left(), y), QPointF(box.right(), y)
        x = wall.left() if seat.window_side < 0 else wall.right()
        return QPointF(x, box.top()), QPointF(x, box.bottom())

    def _paint_back(self, painter: QPainter, box: QRectF, view: UnitView) -> None:
        """Draw the back of a seat at its rear, or the pillow of a berth at its front."""
        if view.state in (UnitState.SOLD, UnitState.BLOCKED):
            return
        colour = (
            text_colour(view.state) if view.state in (UnitState.CHOSEN, UnitState.HELD) else color("free")
        )
        colour.setAlphaF(0.35)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        unit, sleeper = self._unit, self._seats[view.unit.id].sleeper
        thick, inset = unit * (0.16 if sleeper else 0.09), unit * 0.14
        if self._layout.turned:
            x = box.left() + inset * 0.6 if sleeper else box.right() - thick - unit * 0.03
            strip = QRectF(x, box.top() + inset, thick, box.height() - 2 * inset)
        else:
            y = box.top() + inset * 0.6 if sleeper else box.bottom() - thick - unit * 0.03
            strip = QRectF(box.left() + inset, y, box.width() - 2 * inset, thick)
        painter.drawRoundedRect(strip, thick / 2, thick / 2)
