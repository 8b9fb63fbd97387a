"""A QR code, drawn here from its text."""

from __future__ import annotations

import segno
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import color, scaled

QUIET_MODULES = 4
SIDE = 208


class QrPicture(QWidget):
    """Shows a text as a QR code, dark on paper in both themes, because that is what telephones read."""

    def __init__(self, parent: QWidget | None = None, *, side: int = SIDE) -> None:
        super().__init__(parent)
        self._side = side
        self._rows: tuple[bytes, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("QR code of the payment"))

    def show_content(self, content: str) -> None:
        """Draw another text; an empty one draws nothing."""
        rows = segno.make(content, error="m", micro=False).matrix if content else ()
        self._rows = tuple(bytes(row) for row in rows)
        self.update()

    def sizeHint(self) -> QSize:
        """Scale with the zoom, as far as telephones profit from it."""
        side = min(scaled(self._side), self._side * 3 // 2)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint whole device pixels for each module, so that edges stay sharp."""
        if not self._rows:
            return
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        count = len(self._rows) + 2 * QUIET_MODULES
        module = max(int(min(self.width(), self.height()) * ratio) // count, 1) / ratio
        side = module * count
        left, top = (self.width() - side) / 2, (self.height() - side) / 2
        painter.fillRect(QRectF(left, top, side, side), color("paper"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("print"))
        for y, row in enumerate(self._rows, QUIET_MODULES):
            for x, dark in enumerate(row, QUIET_MODULES):
                if dark:
                    painter.drawRect(QRectF(left + x * module, top + y * module, module, module))
        painter.end()
