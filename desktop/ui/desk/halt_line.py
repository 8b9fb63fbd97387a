"""The line below the command field while the desk is halted or the books are being checked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.halt import HaltKind, Purpose
from desktop.ui.clock_words import NOT_RIGHT, question_sentence
from desktop.ui.halt_words import adopted_sentence, checking_sentence, short_halt_sentence
from desktop.ui.server_words import server_sentence
from desktop.ui.theme import scaled, set_role, theme
from desktop.ui.widgets.busy_button import BusyButton

if TYPE_CHECKING:
    from db.halt import Halt
    from desktop.services.application import Services
    from desktop.services.domain.clock_state import ClockKnown
    from desktop.services.domain.condition import Condition
    from desktop.ui.runner import Runner

READ_AGAIN_MS = 15_000


class HaltLine(QWidget):
    """Shows the most serious halt, else day and time until somebody has confirmed them today.

    `opened`: the clerk wants to see the page of the books; `failed` carries why nothing was confirmed;
    `known` carries each condition that was read.
    """

    opened = Signal()
    failed = Signal(object)
    known = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setMinimumWidth(1)
        self.button = QPushButton(self.tr("Books"))
        self.button.clicked.connect(self.opened)
        self.right = BusyButton()
        self.right.set_label(self.tr("It is right   Ctrl+T"))
        self.right.clicked.connect(self._confirm)
        QShortcut(QKeySequence("Ctrl+T"), self).activated.connect(self._confirm)
        self._zone = "UTC"
        self._clock: ClockKnown | None = None
        # The time that is asked about goes on.
        self._minute = QTimer(self, interval=READ_AGAIN_MS)
        self._minute.timeout.connect(self.refresh)
        self._frame = QFrame()
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(10, 4, 6, 4)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self.right)
        row.addWidget(self.button)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._frame)
        theme.changed.connect(self._fit)
        self._fit()
        self.hide()

    def attach(self, services: Services, runner: Runner) -> None:
        """Read the condition, now and at each `refresh`."""
        self._services, self._runner = services, runner
        self._zone = services.time_zone
        self.refresh()

    def refresh(self) -> None:
        """Read the condition again, on this thread: it asks nobody, and the pool may hang on a server."""
        self.show_condition(self._services.read_condition())

    @property
    def text(self) -> str:
        """What it says, empty when hidden."""
        return self._text.text() if not self.isHidden() else ""

    def show_condition(self, condition: Condition) -> None:
        """Say what can't be written now, that the books are being checked, or day and time; else hide."""
        silence = server_sentence(condition.server, self._zone)
        halt = condition.halts[0] if condition.halts and not silence else None
        asks_day = not condition.halts and condition.clock is not None and condition.clock.asks_day
        asked = condition.clock if asks_day or (halt is not None and _is_confirmed(halt)) else None
        adopted = condition.mark.adopted
        is_old = condition.backups is not None and condition.backups.is_old
        if silence:
            # Who does not answer at all comes first: what else is known is of before.
            self._say("failure", f"▲ {silence}")
        elif halt is not None:
            stops, said = halt.refused != {Purpose.FINAL}, short_halt_sentence(halt)
            self._say("failure" if stops else "success", f"{'▲' if stops else '◷'} {said}")
        elif asked is not None:
            self._say("success", f"◷ {question_sentence(asked, self._zone)}")
        elif condition.is_checking:
            self._say("success", checking_sentence(condition.pages.per_cent))
        elif adopted is not None:
            self._say("success", f"◌ {adopted_sentence(adopted.paper)}")
        elif is_old:
            said = self.tr("▲ More than a day of sales stands in no backup: look at the page Books.")
            self._say("notice", said)
        self._show_asked(asked)
        is_noticed = adopted is not None or is_old
        self.button.setVisible(bool(condition.halts) or (is_noticed and asked is None))
        is_said = bool(silence) or halt is not None or asked is not None
        self.setVisible(is_said or condition.is_checking or is_noticed)
        self.known.emit(condition)

    def _say(self, role: str, text: str) -> None:
        set_role(self._frame, role)
        self._text.setText(text)

    def _show_asked(self, asked: ClockKnown | None) -> None:
        self._clock = asked
        self.right.setVisible(asked is not None)
        if asked is None:
            self._minute.stop()
            return
        self.right.set_label(self.tr("It is right   Ctrl+T"), asked.state.question)
        self._minute.start()

    def _confirm(self) -> None:
        clock = self._clock
        if clock is None or self.right.busy or not self.right.offer.counts():
            return
        self.right.set_busy(True)
        confirm = partial(self._services.confirm_clock, clock.now, actor=self._services.actor())
        self._runner.run(confirm, owner=self, done=self._confirmed, failed=self._not_confirmed)

    def _confirmed(self, _answer: object) -> None:
        self.right.set_busy(False)
        self.refresh()

    def _not_confirmed(self, error: Exception) -> None:
        self.right.set_busy(False)
        self.failed.emit(error)

    def _fit(self) -> None:
        self._column.setContentsMargins(scaled(14), 0, scaled(14), scaled(8))


def _is_confirmed(halt: Halt) -> bool:
    """Whether one key ends it: somebody has looked at the clock."""
    known: ClockKnown | None = halt.facts.get("known") if halt.kind is HaltKind.CLOCK else None
    return known is not None and known.state.question not in NOT_RIGHT
