"""What the shapes of the map mean, with how many there are."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.ui.on_sale.unit_paint import paint_body, paint_ladies, paint_sign
from desktop.ui.on_sale.unit_view import Look, StockCount
from desktop.ui.theme import scaled, set_role
from desktop.ui.widgets.flow_layout import FlowLayout


class Swatch(QWidget):
    """One shape as the map draws it; None is a ladies' seat."""

    def __init__(self, look: Look | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self) -> QSize:
        return QSize(scaled(20), scaled(18))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = float(scaled(16))
        box = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        paint_body(painter, box, self._look or Look.FREE, scaled(3))
        sign = scaled(10)
        if self._look is None:
            paint_ladies(painter, box.center() - QPointF(sign / 2, sign / 2), Look.FREE)
        else:
            paint_sign(painter, box.center() + QPointF(sign / 2, -sign / 2), self._look)
        painter.end()


class Legend(QWidget):
    """A line of swatches with words; it breaks where the window is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, spacing=14, line_spacing=2)
        self._labels: dict[Look | None, QLabel] = {}
        for look in (Look.FREE, Look.CHOSEN, Look.HELD, Look.SOLD, Look.BLOCKED, None):
            self._labels[look] = QLabel()
            set_role(self._labels[look], "caption")
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(5)
            row.addWidget(Swatch(look))
            row.addWidget(self._labels[look])
            flow.addWidget(pair)

    def set_counts(self, count: StockCount, chosen: int, ladies: bool) -> None:
        """Show how many of each there are; what does not occur is left out, except free ones."""
        said = {
            Look.FREE: self.tr("free {count}").format(count=count.free),
            Look.CHOSEN: self.tr("chosen {count}").format(count=chosen),
            Look.HELD: self.tr("held {count}").format(count=count.held),
            Look.SOLD: self.tr("sold {count}").format(count=count.sold),
            Look.BLOCKED: self.tr("blocked {count}").format(count=count.blocked),
            None: self.tr("ladies only"),
        }
        shown = {
            Look.FREE: True,
            Look.CHOSEN: chosen > 0,
            Look.HELD: count.held > 0,
            Look.SOLD: count.sold > 0,
            Look.BLOCKED: count.blocked > 0,
            None: ladies,
        }
        for look, label in self._labels.items():
            label.setText(said[look])
            pair = label.parentWidget()
            if pair is not None:
                pair.setVisible(shown[look])
