"""The clock on the page of the books: what it says, C for right, T to type the time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.services.halted import ClockGoesBack
from desktop.ui import formats
from desktop.ui.books.section import Section
from desktop.ui.clock_words import NOT_RIGHT, question_sentence, told
from desktop.ui.failures import explain
from desktop.ui.theme import scaled, set_role
from desktop.ui.typed.moment_text import parse_moment
from desktop.ui.widgets.busy_button import BusyButton

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.services.application import Services
    from desktop.services.domain.clock_state import ClockKnown, ClockPut
    from desktop.services.domain.condition import Condition
    from desktop.ui.runner import Runner

REFERENCES_MAX = 12


class ClockSection(Section):
    """`decided` says that the clock was confirmed or set, so that the condition is another one."""

    decided = Signal()

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Clock"), parent)
        self._services = services
        self._runner = runner
        self._known: ClockKnown | None = None
        # A time before the records, which was answered with what it would mean.
        self._warned: datetime | None = None
        self.said, self.answer = self.add_sentence(), self.add_sentence()
        self.answer.hide()
        self.right = BusyButton()
        self.right.set_label(self.tr("It is right   C"))
        self.type = BusyButton(self.tr("Type day and time   T"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("29 nov 2026 8:55"))
        self.field.setAccessibleName(self.tr("Day and time"))
        self.field.setMinimumWidth(scaled(220))
        self.set = BusyButton()
        self.set.set_label(self.tr("Set the clock   Enter"))
        self.add_keys(self.right, self.type, self.field, self.set)
        self.right.clicked.connect(self.confirm)
        self.type.clicked.connect(self.ask)
        self.set.clicked.connect(self.enter)
        self.field.returnPressed.connect(self.enter)
        self.field.textChanged.connect(self._typed)
        self._ask(False)
        self.hide()

    def show_condition(self, condition: Condition) -> None:
        """Show what is known of the clock; what is being typed stays."""
        self._known = known = condition.clock
        self.setVisible(known is not None)
        if known is None:
            return
        question = known.state.question
        sign = "▲" if not known.state.sells else "◷"
        set_role(self.right, "" if known.state.sells else "primary")
        set_role(self.type, "primary" if question in NOT_RIGHT else "")
        self.said.setText(f"{sign} {question_sentence(known, self._services.time_zone)}")
        self.right.setVisible(question not in NOT_RIGHT and (known.asks_day or bool(question)))
        self.right.set_label(self.tr("It is right   C"), (question, formats.clock(known.now, self._zone)))

    def confirm(self) -> None:
        """The clock is right, says somebody who has looked at it."""
        known = self._known
        if known is None or self.right.isHidden() or self.right.busy or not self.right.offer.counts():
            return
        self.right.set_busy(True)
        confirm = partial(self._services.confirm_clock, known.now, actor=self._services.actor())
        self._runner.run(confirm, owner=self, done=self._confirmed, failed=self._failed)

    def ask(self) -> None:
        """Show the field for day and time."""
        if self._known is None:
            return
        self._say("")
        self._ask(True)
        self.field.setFocus()

    def enter(self) -> None:
        """Set the clock to what was typed."""
        known = self._known
        if known is None or self.set.busy or self.field.isHidden():
            return
        zone = ZoneInfo(self._zone)
        near = known.witness or known.newest_record or known.now
        moment = parse_moment(self.field.text(), formats.local_day(near, self._zone), zone)
        if moment is None:
            self._say(self.tr("That is no day and time. Type it like this: 29 nov 2026 8:55"))
            return
        if not self.set.offer.counts():
            return
        self.set.set_busy(True)
        put = partial(
            self._services.set_clock, moment, actor=self._services.actor(), back=moment == self._warned
        )
        self._runner.run(put, owner=self, done=self._put, failed=partial(self._not_put, moment))

    @property
    def _zone(self) -> str:
        return self._services.time_zone

    def _say(self, text: str) -> None:
        self.answer.setText(text)
        self.answer.setVisible(bool(text))

    def _ask(self, asked: bool) -> None:
        for part in (self.field, self.set):
            part.setVisible(asked)
        self.type.setVisible(not asked)

    def _typed(self, text: str) -> None:
        self._warned = None
        self.set.set_label(self.tr("Set the clock   Enter"), text)

    def _confirmed(self, _answer: object) -> None:
        self.right.set_busy(False)
        self._say(self.tr("✓ Confirmed."))
        self.decided.emit()

    def _put(self, put: ClockPut) -> None:
        self.set.set_busy(False)
        self.field.clear()
        self._ask(False)
        lines = [self.tr("✓ The clock is set: {now}").format(now=told(put.new, self._zone))]
        if put.made:
            lines.append(self.tr("Made meanwhile: {list}").format(list=_listed(put.made)))
        if put.reopened:
            lines.append(self.tr("No longer completed: {list}").format(list=_listed(put.reopened)))
        self._say("\n".join(lines))
        self.decided.emit()

    def _not_put(self, moment: datetime, error: Exception) -> None:
        self._failed(error)
        if isinstance(error, ClockGoesBack):
            self._warned = moment
            self.set.set_label(self.tr("Set it back   Enter"), moment)
        self.field.setFocus()

    def _failed(self, error: Exception) -> None:
        for button in (self.right, self.set):
            button.set_busy(False)
        self._say(explain(error))


def _listed(references: tuple[str, ...]) -> str:
    more = len(references) - REFERENCES_MAX
    return ", ".join(references[:REFERENCES_MAX]) + (f" +{more}" if more > 0 else "")
