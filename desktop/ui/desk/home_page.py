"""The page behind an empty command field: one sentence, and what the desk sells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui.page import Page
from desktop.ui.routes import OpenQuote
from desktop.ui.theme import scaled, theme

if TYPE_CHECKING:
    from desktop.ui.desk.board import Board
    from desktop.ui.desk.board_view import BoardView


class HomePage(Page):
    """The board comes when it has been read; what is chosen on it is quoted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = QLabel(self.tr("Type what the customer wants in the line above and press Enter."))
        self.sentence.setProperty("role", "title")
        self.examples = QLabel(
            self.tr("A mobile number, “dlx 2” for two nights, a bus route, a tour, or a receipt’s reference.")
        )
        self.examples.setProperty("role", "caption")
        self._board: BoardView | None = None
        self._column = QVBoxLayout(self)
        for label in (self.sentence, self.examples):
            label.setWordWrap(True)
            self._column.addWidget(label)
        self._column.addStretch(1)
        theme.changed.connect(self._fit)
        self._fit()

    def hide_words(self) -> None:
        """Ask for nothing: the desk is closed."""
        for label in (self.sentence, self.examples):
            label.hide()

    def show_board(self, board: Board) -> None:
        """Show every offering; the line that has the focus keeps it."""
        if self._board is None:
            from desktop.ui.desk.board_view import BoardView

            self._board = BoardView()
            self._board.chosen.connect(lambda code: self.wanted.emit(OpenQuote(code)))
            self._column.takeAt(self._column.count() - 1)
            self._column.addWidget(self._board, 1)
        self._board.show_board(board)

    def _fit(self) -> None:
        side = scaled(20)
        self._column.setContentsMargins(side, scaled(16), scaled(8), 0)
        self._column.setSpacing(scaled(4))
