"""The page behind an empty command field: one sentence, and what the desk sells today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme import scaled, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.ui.desk.board import Board

KINDS = ("room", "bus", "tour")
TWO_COLUMNS_FROM = 880


class HomePage(QScrollArea):
    """`chosen` carries the code of what was chosen on the board."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        self.sentence = QLabel(self.tr("Type what the customer wants in the line above and press Enter."))
        self.sentence.setProperty("role", "title")
        self.sentence.setWordWrap(True)
        self.examples = QLabel(
            self.tr("A mobile number, “dlx 2” for two nights, a bus route, a tour, or a receipt’s reference.")
        )
        self.examples.setProperty("role", "caption")
        self.examples.setWordWrap(True)
        self._cards = {kind: _Card(title) for kind, title in zip(KINDS, self._titles(), strict=True)}
        self._wide: bool | None = None
        self._grid = QGridLayout()
        self._column = QVBoxLayout(inner)
        self._column.addWidget(self.sentence)
        self._column.addWidget(self.examples)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        self.setWidget(inner)
        theme.changed.connect(self._fit)
        self._fit()

    def show_board(self, board: Board) -> None:
        """Show every offering; the line that has the focus keeps it."""
        from desktop.ui.desk.board_row import BoardRowButton

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

    def _titles(self) -> tuple[str, str, str]:
        return self.tr("ROOMS  tonight"), self.tr("BUSES  next departure"), self.tr("TOURS  next date")

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
        side = scaled(20)
        self._column.setContentsMargins(side, scaled(16), side, side)
        self._column.setSpacing(scaled(4))
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


if TYPE_CHECKING:
    from desktop.ui.desk.board_row import BoardRowButton
