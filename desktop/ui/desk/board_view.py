"""The board: a card for each kind with what is left of every offering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.desk.board_row import BoardRowButton
from desktop.ui.theme import scaled, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.ui.desk.board import Board

KINDS = ("room", "bus", "tour")
TWO_COLUMNS_FROM = 880


class BoardView(QScrollArea):
    """`chosen` carries an offering's code."""

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
        self._wide: bool | None = None
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
        code = focused.row.code if isinstance(focused, BoardRowButton) and focused.hasFocus() else ""
        for kind, card in self._cards.items():
            rows = [BoardRowButton(row) for row in board.rows if row.kind == kind]
            for button in rows:
                button.clicked.connect(lambda _checked=False, row=button.row: self.chosen.emit(row.code))
            card.show_rows(rows)
            for button in rows:
                if button.row.code == code:
                    button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        wide = self.viewport().width() >= scaled(TWO_COLUMNS_FROM)
        if wide == self._wide:
            return
        self._wide = wide
        room, bus, tour = self._cards.values()
        # Side by side: what is sold by the night and by the date, beside what leaves by the hour.
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(room, 0, 0, top)
        self._grid.addWidget(bus, 0 if wide else 1, int(wide), 2 if wide else 1, 1, top)
        self._grid.addWidget(tour, 1 if wide else 2, 0, top)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if wide or column == 0 else 0)

    def _fit(self) -> None:
        self._column.setContentsMargins(0, 0, scaled(12), scaled(16))
        self._grid.setSpacing(scaled(12))
        self._grid.setContentsMargins(0, scaled(12), 0, 0)
        self._place()


class _Card(QFrame):
    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        heading = QLabel(title)
        heading.setProperty("role", "caption")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 10, 10, 10)
        self._column.setSpacing(0)
        self._column.addWidget(heading)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._rows: list[QWidget] = []

    def show_rows(self, rows: list[BoardRowButton]) -> None:
        """Replace the lines."""
        for old in self._rows:
            self._column.removeWidget(old)
            old.deleteLater()
        self._rows = list(rows)
        for row in rows:
            self._column.addWidget(row)
