"""The rules by which other programs' payments make no case; one is ended by a key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QVBoxLayout, QWidget

from desktop.services.domain.foreign_money import Sign
from desktop.ui import formats
from desktop.ui.cases.case_words import sign_text
from desktop.ui.theme import scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.busy_button import BusyButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.services.application import Services
    from desktop.services.domain.foreign_money import ForeignRule
    from desktop.ui.runner import Runner


class RowList(QListWidget):
    """A list whose page keeps the letters."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters to the page: they are keys, not a search."""
        if event.text().isprintable() and event.text().strip():
            event.ignore()
            return
        super().keyPressEvent(event)


class RulesPanel(QFrame):
    """`ended` carries what to say after a rule was ended, `failed` an exception."""

    ended = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._services = services
        self._runner = runner
        self._rules: tuple[ForeignRule, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list = RowList()
        self.list.setAccessibleName(self.tr("Rules for payments of other programs"))
        MarkedInSight(self.list)
        self.none = QLabel(
            self.tr("No rule yet. One is made with the answer “nor any that come like it” of a payment.")
        )
        self.none.setWordWrap(True)
        self.end = BusyButton()
        title = QLabel(self.tr("Payments of other programs that make no case"))
        title.setProperty("role", "heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(20))
        column.setSpacing(scaled(8))
        for widget in (title, self.none, self.list):
            column.addWidget(widget)
        column.addWidget(self.end, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.currentRowChanged.connect(self._choose)
        self.end.clicked.connect(self.end_rule)

    def refresh(self) -> None:
        """Read the rules."""
        self._runner.run(
            self._services.list_foreign_rules, owner=self, done=self._show, failed=self.failed.emit
        )

    def _show(self, rules: tuple[ForeignRule, ...]) -> None:
        self._rules = rules
        had_focus = self.hasFocus() or self.list.hasFocus()
        if had_focus:
            self.setFocus()
        row = max(self.list.currentRow(), 0)
        self.list.clear()
        self.list.addItems([self._text(rule) for rule in rules])
        self.none.setVisible(not rules)
        self.list.setVisible(bool(rules))
        self.end.setVisible(bool(rules))
        self.list.setCurrentRow(min(row, len(rules) - 1))
        if had_focus and rules:
            self.list.setFocus()

    def _text(self, rule: ForeignRule) -> str:
        said = self.tr("{sign}   payments: {count}, {amount}   since {day}, {who}")
        return said.format(
            sign=sign_text(Sign(rule.field, rule.sign)),
            count=rule.ruled_count,
            amount=formats.amount(rule.ruled_paise),
            day=formats.short_day(formats.local_day(rule.made_at, self._services.time_zone)),
            who=rule.made_by,
        )

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._rules):
            rule = self._rules[row]
            said = self.tr("End this rule and ask about its payments: {count}, {amount}   Del")
            self.end.set_label(said.format(count=rule.ruled_count, amount=formats.amount(rule.ruled_paise)))

    def end_rule(self) -> None:
        """End the rule that is chosen."""
        row = self.list.currentRow()
        if not 0 <= row < len(self._rules) or self.end.busy or not self.end.offer.counts():
            return
        rule = self._rules[row]
        self.end.set_busy(True)
        self._runner.run(
            partial(self._services.revoke_foreign_rule, rule.id, actor=self._services.actor()),
            owner=self,
            done=self._ended,
            failed=self._failed,
        )

    def _ended(self, count: int) -> None:
        self.end.set_busy(False)
        said = self.tr("The rule is ended. Payments that wait for a decision again: {count}.")
        self.ended.emit(said.format(count=count))
        self.refresh()

    def _failed(self, error: Exception) -> None:
        self.end.set_busy(False)
        self.failed.emit(error)
