"""The part of the page Books about the mark: what is missing, and the key that accepts it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.ui import formats
from desktop.ui.books import mark_words
from desktop.ui.books.section import Section
from desktop.ui.failures import explain
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.read_by_rows import read_by_rows

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.services.application import Services
    from desktop.services.domain.condition import Condition
    from desktop.services.domain.loss import LostAct, MarkCondition
    from desktop.ui.runner import Runner

COLUMNS = 5
ROWS_SEEN = 12


class _Acts(QTableWidget):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters to the page: they are keys, not a search."""
        if event.text().isprintable() and event.text().strip():
            event.ignore()
            return
        super().keyPressEvent(event)


class MarkSection(Section):
    """`said` carries what to say after the key, `failed` a sentence."""

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Mark of this desk"), parent)
        self._services = services
        self._runner = runner
        self._mark: MarkCondition | None = None
        self.text, self.trouble = self.add_sentence(), self.add_sentence()
        self.table = _Acts(0, COLUMNS)
        self.table.setAccessibleName(self.tr("What is missing"))
        read_by_rows(self.table)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.button = BusyButton(role="primary")
        self.button.clicked.connect(self.act)
        # Above the list, which may be longer than the screen: the key is seen without scrolling.
        self.add_keys(self.button)
        self.add_below(self.table)
        self.hide()

    def show_condition(self, condition: Condition) -> None:
        """Show a loss, or a first time here, and whether the mark can be kept."""
        mark = self._mark = condition.mark
        loss, adopted, zone = mark.loss, mark.adopted, self._services.time_zone
        self.setVisible(bool(loss or adopted or mark.trouble))
        self.text.setVisible(bool(loss or adopted))
        self.button.setVisible(bool(loss or adopted))
        self.table.setVisible(bool(loss and loss.acts))
        self.trouble.setText(f"▲ {mark_words.trouble_text()}" if mark.trouble else "")
        self.trouble.setVisible(bool(mark.trouble))
        if loss is not None:
            self.text.setText(mark_words.loss_text(loss, zone))
            self.button.set_label(mark_words.accept_text(loss), loss)
            self._fill(loss.acts)
        elif adopted is not None:
            self.text.setText(f"◌ {mark_words.adopted_text(adopted, zone)}")
            self.button.set_label(self.tr("Compared   A"), adopted)

    def act(self) -> None:
        """Accept what is shown, or put the notice away."""
        mark = self._mark
        if mark is None or self.button.isHidden() or self.button.busy or not self.button.offer.counts():
            return
        if mark.loss is not None:
            work = partial(self._services.accept_loss, mark.loss, actor=self._services.actor())
            done = partial(self._done, self.tr("Accepted and written down."))
        else:
            work, done = partial(self._services.read_adopted), partial(self._done, "")
        self.button.set_busy(True)
        self._runner.run(work, owner=self, done=done, failed=self._failed)

    def _done(self, sentence: str, _nothing: object) -> None:
        self.button.set_busy(False)
        self.said.emit(sentence)

    def _failed(self, error: Exception) -> None:
        self.button.set_busy(False)
        self.failed.emit(explain(error))

    def _fill(self, acts: tuple[LostAct, ...]) -> None:
        heads = (self.tr("when"), self.tr("what"), self.tr("booking"), self.tr("amount"), self.tr("paper"))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setRowCount(len(acts))
        for row, act in enumerate(acts):
            paise = "" if act.amount_paise is None else formats.amount(act.amount_paise)
            moment = formats.moment_text(act.at, self._services.time_zone)
            texts = (moment, mark_words.act_word(act), act.reference, paise, act.paper)
            for column, text in enumerate(texts):
                self.table.setItem(row, column, QTableWidgetItem(text))
        height = self.table.verticalHeader().defaultSectionSize() * (min(len(acts), ROWS_SEEN) + 2)
        self.table.setMinimumHeight(height)
