"""How units are drawn. Every state has its own fill, edge and sign, so that it can be told without colour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from desktop.ui.on_sale.unit_view import UnitState
from desktop.ui.theme import color, scaled

SIGN = 10


def paint_body(painter: QPainter, box: QRectF, state: UnitState, radius: float) -> None:
    """Draw the shape of a unit: plain, filled, dashed, crossed or hatched."""
    fill, edge, width = _colours(state)
    pen = QPen(edge, width)
    if state is UnitState.HELD:
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    painter.setBrush(fill)
    inner = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(inner, radius, radius)
    if state is UnitState.BLOCKED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(color("blocked"), Qt.BrushStyle.BDiagPattern))
        painter.setOpacity(0.55)
        painter.drawRoundedRect(inner, radius, radius)
        painter.setOpacity(1.0)


def paint_focus(painter: QPainter, box: QRectF, radius: float) -> None:
    """Draw the ring of the cursor around a unit."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color("ink"), 2))
    painter.drawRoundedRect(box.adjusted(-2.5, -2.5, 2.5, 2.5), radius + 2, radius + 2)


def paint_sign(painter: QPainter, corner: QPointF, state: UnitState) -> None:
    """Draw a state's sign with its top right at `corner`: a tick, a plus, a clock, a cross, a bar."""
    size = float(scaled(SIGN))
    box = QRectF(corner.x() - size, corner.y(), size, size)
    painter.setPen(_sign_pen(text_colour(state)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match state:
        case UnitState.CHOSEN:
            _polyline(painter, box, ((0.1, 0.55), (0.4, 0.85), (0.95, 0.15)))
        case UnitState.BASKET:
            _polyline(painter, box, ((0.5, 0.1), (0.5, 0.9)))
            _polyline(painter, box, ((0.1, 0.5), (0.9, 0.5)))
        case UnitState.HELD:
            painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
            _polyline(painter, box, ((0.5, 0.22), (0.5, 0.52), (0.72, 0.62)))
        case UnitState.SOLD:
            _polyline(painter, box, ((0.15, 0.15), (0.85, 0.85)))
            _polyline(painter, box, ((0.85, 0.15), (0.15, 0.85)))
        case UnitState.BLOCKED:
            painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
            _polyline(painter, box, ((0.2, 0.5), (0.8, 0.5)))
        case UnitState.FREE:
            pass


def paint_ladies(painter: QPainter, corner: QPointF, state: UnitState) -> None:
    """Draw the sign of a woman with its top left at `corner`, whatever the seat's state."""
    size = float(scaled(SIGN))
    plain = state in (UnitState.FREE, UnitState.BASKET, UnitState.HELD)
    painter.setPen(_sign_pen(color("ladies") if plain else text_colour(state)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    head = size * 0.56
    left, top = corner.x() + (size - head) / 2, corner.y()
    painter.drawEllipse(QRectF(left, top, head, head))
    middle = left + head / 2
    painter.drawLine(QPointF(middle, top + head), QPointF(middle, top + size))
    painter.drawLine(
        QPointF(middle - head * 0.4, top + size * 0.8), QPointF(middle + head * 0.4, top + size * 0.8)
    )


def text_colour(state: UnitState) -> QColor:
    """Return the colour of a unit's name and sign on its fill."""
    names = {
        UnitState.CHOSEN: "on_accent",
        UnitState.SOLD: "sold",
        UnitState.BLOCKED: "blocked",
        UnitState.HELD: "held",
    }
    return color(names.get(state, "ink"))


def _colours(state: UnitState) -> tuple[QColor, QColor, float]:
    match state:
        case UnitState.CHOSEN:
            return color("accent"), color("accent"), 1.5
        case UnitState.BASKET:
            return color("accent_soft"), color("accent"), 1.5
        case UnitState.HELD:
            return color("held_soft"), color("held"), 1.5
        case UnitState.SOLD:
            return color("sold_soft"), color("sold_soft"), 1.0
        case UnitState.BLOCKED:
            return color("blocked_soft"), color("blocked"), 1.0
        case UnitState.FREE:
            return color("free_soft"), color("free"), 1.5


def _sign_pen(colour: QColor) -> QPen:
    pen = QPen(colour, max(scaled(1.5), 1.4))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _polyline(painter: QPainter, box: QRectF, points: tuple[tuple[float, float], ...]) -> None:
    painter.drawPolyline([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in points])
