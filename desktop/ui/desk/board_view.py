"""The board: a card for each kind; a line quotes what stands on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from db.states import Kind
from desktop.services.domain.kinds import TRAITS
from desktop.ui import formats, tokens
from desktop.ui.theme import color, scaled, theme

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.ui.desk.board import Board, BoardRow

KINDS = tuple(Kind)
TWO_COLUMNS_FROM, THREE_COLUMNS_FROM = 880, 1320
ROW_HEIGHT = 32


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
        parts = (row.code, row.name, row.starts, left, price, self.ends_text)
        self.setAccessibleName(" ".join(part for part in parts if part))

    @property
    def left_text(self) -> str:
        """What is left, in words where it is nothing."""
        if self.row.free_count is None:
            return self.tr("not on sale")
        if self.row.free_count == 0:
            return self.tr("full")
        return self.tr("%n free", None, self.row.free_count)

    @property
    def ends_text(self) -> str:
        """Until when it is on sale, where that is near."""
        if self.row.ends is None:
            return ""
        return self.tr("▲ until {day}").format(day=formats.short_day(self.row.ends))

    def sizeHint(self) -> QSize:
        return QSize(scaled(240), scaled(ROW_HEIGHT))

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
        if self.row.ends:
            box = self._write(
                painter, box, self.ends_text, right=scaled(88), ink="warning", size=tokens.CAPTION
            )
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


class BoardView(QScrollArea):
    """`chosen` carries a line for the quote: an offering's code, and a day where it is not the next one.

    A wide screen has a third column: what is sold after the next night and departure.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        titles = (self.tr("ROOMS  tonight"), self.tr("BUSES  next departure"), self.tr("TOURS  next date"))
        self._cards = {kind: _Card(title) for kind, title in zip(KINDS, titles, strict=True)}
        self._then = (_Card(self.tr("ROOMS  the night after")), _Card(self.tr("THEN  departures and dates")))
        self._columns = 0
        self._grid = QGridLayout()
        self._column = QVBoxLayout(inner)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        self.setWidget(inner)
        theme.changed.connect(self._fit)
        self._fit()

    def show_board(self, board: Board) -> None:
        """Show every offering; the line that has the focus keeps it."""
        focused = self.focusWidget()
        is_row = isinstance(focused, BoardRowButton) and focused.hasFocus()
        code = focused.row.code if isinstance(focused, BoardRowButton) and is_row else ""
        line = focused.row.line if isinstance(focused, BoardRowButton) and is_row else ""
        for kind, card in self._cards.items():
            rows = [BoardRowButton(row) for row in board.rows if row.kind == kind]
            for button in rows:
                button.clicked.connect(lambda _checked=False, row=button.row: self.chosen.emit(row.code))
            card.show_rows(rows)
            card.show_end(board.on_sale_until(kind))
            for button in rows:
                if button.row.code == code and not line:
                    button.setFocus()
        nights = [row for row in board.then if TRAITS[row.kind].has_nights]
        departures = [row for row in board.then if not TRAITS[row.kind].has_nights]
        for card, found in zip(self._then, (nights, departures), strict=True):
            buttons = [BoardRowButton(row) for row in found]
            for button in buttons:
                button.clicked.connect(lambda _checked=False, row=button.row: self.chosen.emit(row.line))
            card.show_rows(buttons)
            for button in buttons:
                if button.row.line == line and line:
                    button.setFocus()
        self._show_then()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width = self.viewport().width()
        wide = width >= scaled(TWO_COLUMNS_FROM)
        columns = 3 if width >= scaled(THREE_COLUMNS_FROM) else 1 + wide
        if columns == self._columns:
            return
        self._columns = columns
        room, bus, tour = self._cards.values()
        # Side by side: what is sold by the night and by the date, beside what leaves by the hour.
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(room, 0, 0, top)
        self._grid.addWidget(bus, 0 if wide else 1, int(wide), 2 if wide else 1, 1, top)
        self._grid.addWidget(tour, 1 if wide else 2, 0, top)
        for row, card in enumerate(self._then):
            self._grid.addWidget(card, row, 2, top)
        self._show_then()
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _show_then(self) -> None:
        for card in self._then:
            card.setVisible(self._columns == 3 and card.has_rows)

    def _fit(self) -> None:
        self._column.setContentsMargins(0, 0, scaled(12), scaled(16))
        self._grid.setSpacing(scaled(12))
        self._grid.setContentsMargins(0, scaled(12), 0, 0)
        self._place()


class _Card(QFrame):
    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._title = title
        self._heading = QLabel(title)
        self._heading.setProperty("role", "caption")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 10, 10, 10)
        self._column.setSpacing(0)
        self._column.addWidget(self._heading)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._rows: list[QWidget] = []

    @property
    def has_rows(self) -> bool:
        """Whether there is anything in it."""
        return bool(self._rows)

    def show_end(self, last_day: date | None) -> None:
        """Say until when all of it is on sale."""
        until = self.tr("{what}, on sale until {day}")
        day = formats.short_day(last_day) if last_day else ""
        self._heading.setText(until.format(what=self._title, day=day) if last_day else self._title)

    def show_rows(self, rows: list[BoardRowButton]) -> None:
        """Replace the lines."""
        for old in self._rows:
            self._column.removeWidget(old)
            old.deleteLater()
        self._rows = list(rows)
        for row in rows:
            self._column.addWidget(row)
