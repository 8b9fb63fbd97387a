"""What the shapes of the map mean, with how many there are."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.ui.on_sale.unit_paint import paint_body, paint_ladies, paint_sign
from desktop.ui.on_sale.unit_view import StockCount, UnitState
from desktop.ui.theme import scaled, set_role
from desktop.ui.widgets.flow_layout import FlowLayout


class Swatch(QWidget):
    """One shape as the map draws it; None is a ladies' seat."""

    def __init__(self, state: UnitState | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state

    def sizeHint(self) -> QSize:
        return QSize(scaled(20), scaled(18))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = float(scaled(16))
        box = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        paint_body(painter, box, self._state or UnitState.FREE, scaled(3))
        sign = scaled(10)
        if self._state is None:
            paint_ladies(painter, box.center() - QPointF(sign / 2, sign / 2), UnitState.FREE)
        else:
            paint_sign(painter, box.center() + QPointF(sign / 2, -sign / 2), self._state)
        painter.end()


class Legend(QWidget):
    """A line of swatches with words; it breaks where the window is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, spacing=14, line_spacing=2)
        self._labels: dict[UnitState | None, QLabel] = {}
        for state in (
            UnitState.FREE,
            UnitState.CHOSEN,
            UnitState.HELD,
            UnitState.SOLD,
            UnitState.BLOCKED,
            None,
        ):
            self._labels[state] = QLabel()
            set_role(self._labels[state], "caption")
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(5)
            row.addWidget(Swatch(state))
            row.addWidget(self._labels[state])
            flow.addWidget(pair)

    def set_counts(self, count: StockCount, chosen: int, ladies: bool) -> None:
        """Show how many of each there are; what does not occur is left out, except free ones."""
        said = {
            UnitState.FREE: self.tr("free {count}").format(count=count.free),
            UnitState.CHOSEN: self.tr("chosen {count}").format(count=chosen),
            UnitState.HELD: self.tr("held {count}").format(count=count.held),
            UnitState.SOLD: self.tr("sold {count}").format(count=count.sold),
            UnitState.BLOCKED: self.tr("blocked {count}").format(count=count.blocked),
            None: self.tr("ladies only"),
        }
        shown = {
            UnitState.FREE: True,
            UnitState.CHOSEN: chosen > 0,
            UnitState.HELD: count.held > 0,
            UnitState.SOLD: count.sold > 0,
            UnitState.BLOCKED: count.blocked > 0,
            None: ladies,
        }
        for state, label in self._labels.items():
            label.setText(said[state])
            pair = label.parentWidget()
            if pair is not None:
                pair.setVisible(shown[state])
