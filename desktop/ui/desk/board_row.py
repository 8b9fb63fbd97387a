"""One line of the board: a button that quotes what stands on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui import formats, tokens
from desktop.ui.theme import color, scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.ui.desk.board import BoardRow

HEIGHT = 32


class BoardRowButton(QAbstractButton):
    """Code, name, when it starts, what is left and the price, in columns of their own."""

    def __init__(self, row: BoardRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        left = self.left_text
        price = formats.amount(row.price_paise) if row.free_count is not None else ""
        parts = (row.code, row.name, row.starts, left, price)
        self.setAccessibleName(" ".join(part for part in parts if part))

    @property
    def left_text(self) -> str:
        """What is left, in words where it is nothing."""
        if self.row.free_count is None:
            return self.tr("not on sale")
        if self.row.free_count == 0:
            return self.tr("full")
        return self.tr("%n free", None, self.row.free_count)

    def sizeHint(self) -> QSize:
        return QSize(scaled(240), scaled(HEIGHT))

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -1, -1)
        if self.hasFocus() or self.underMouse():
            painter.setPen(color("accent" if self.hasFocus() else "accent_soft"))
            painter.setBrush(color("accent_soft"))
            painter.drawRoundedRect(box, scaled(4), scaled(4))
        box = box.adjusted(scaled(8), 0, -scaled(8), 0)
        sellable = bool(self.row.free_count)
        price = formats.amount(self.row.price_paise) if self.row.free_count is not None else ""
        box = self._write(painter, box, price, right=scaled(76), ink="ink" if sellable else "muted")
        left_ink = "ok" if sellable else "muted"
        box = self._write(painter, box, self.left_text, right=scaled(68), ink=left_ink, size=tokens.CAPTION)
        box = self._write(painter, box, self.row.code, left=scaled(62), heavy=True)
        if self.row.starts:
            box = self._write(painter, box, self.row.starts, left=scaled(88), ink="muted")
        self._write(painter, box, self.row.name, left=box.width(), ink="ink" if sellable else "muted")
        painter.end()

    def _write(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        *,
        left: int = 0,
        right: int = 0,
        ink: str = "ink",
        size: int = tokens.BODY,
        heavy: bool = False,
    ) -> QRect:
        """Write into a column at the left or right end of `box` and return what is left of it."""
        font = QFont(self.font())
        font.setPixelSize(scaled(size))
        font.setWeight(QFont.Weight.DemiBold if heavy else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(color(ink))
        width = left or right
        column = QRect(box.left() if left else box.right() - right + 1, box.top(), width, box.height())
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(column, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return box.adjusted(left, 0, -right, 0)
