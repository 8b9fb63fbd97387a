"""Keeps the desk's numbers fresh: reads on events, on a hold's end and now and then, never on this thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.steady_clock import NodeTime

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.today import Today
    from desktop.ui.desk.board import Board
    from desktop.ui.runner import Runner

DEBOUNCE_MS = 60
BOARD_DEBOUNCE_MS = 400
AGAIN_MS = 15_000


class DeskFeed(QObject):
    """`today` and `board` carry answers, `failed` why there is none. One question of a kind at a time."""

    today = Signal(object, object)
    board = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self.now: NodeTime | None = None
        self._asking = {"today": False, "board": False}
        self._again = {"today": False, "board": False}
        self._soon = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._soon.timeout.connect(self.read_today)
        self._board_soon = QTimer(self, singleShot=True, interval=BOARD_DEBOUNCE_MS)
        self._board_soon.timeout.connect(self.read_board)
        self._regular = QTimer(self, interval=AGAIN_MS)
        self._regular.timeout.connect(self.read_today)
        self._regular.start()

    def soon(self) -> None:
        """Read the day's numbers shortly; many events make one reading."""
        if not self._soon.isActive():
            self._soon.start()

    def board_soon(self) -> None:
        """Read the board shortly."""
        if not self._board_soon.isActive():
            self._board_soon.start()

    def read_today(self) -> None:
        """Read holds and numbers now; `today` follows."""
        if self._is_asked("today"):
            return

        def done(today: Today) -> None:
            self.now = NodeTime(today.as_of)
            self.today.emit(today, self.now)
            if self._answered("today"):
                self.read_today()

        self._runner.run(self._services.show_today, owner=self, done=done, failed=self._failed_today)

    def read_board(self) -> None:
        """Read what is left of everything today; `board` follows."""
        if self.now is None:
            self.board_soon()
            return
        if self._is_asked("board"):
            return
        from desktop.ui.desk.board import read_board

        services = self._services
        now = self.now()

        def done(board: Board) -> None:
            self.board.emit(board)
            if self._answered("board"):
                self.board_soon()

        self._runner.run(lambda: read_board(services, now), owner=self, done=done, failed=self._failed_board)

    def _is_asked(self, what: str) -> bool:
        if self._asking[what]:
            self._again[what] = True
            return True
        self._asking[what] = True
        return False

    def _answered(self, what: str) -> bool:
        again, self._again[what] = self._again[what], False
        self._asking[what] = False
        return again

    def _failed_today(self, error: Exception) -> None:
        self._answered("today")
        self.failed.emit(error)

    def _failed_board(self, error: Exception) -> None:
        self._answered("board")
        self.failed.emit(error)
