"""One open case with its answers; the proposed one is the primary action."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.cases.case_view import CaseGroup, answers_of
from desktop.ui.cases.case_words import (
    answer_label,
    explanation,
    facts_text,
    group_answer_text,
    group_explanation,
    row_text,
    whose_text,
)
from desktop.ui.formats import amount
from desktop.ui.keys.offer import Offer
from desktop.ui.theme import scaled
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from desktop.ui.cases.case_view import Entry

OTHERS_MAX = 3


class CaseCard(QFrame):
    """`answered` carries the answer that was chosen; `offer` knows since when the case stands here."""

    answered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._answers: tuple[str, ...] = ()
        self._head = QLabel()
        self._head.setProperty("role", "heading")
        self._amount = QLabel()
        self._amount.setProperty("role", "title")
        self._who = QLabel()
        self._why = QLabel()
        self._amount.setAccessibleName(self.tr("Amount of the case"))
        self._facts = QLabel()
        self._facts.setProperty("role", "caption")
        for label in (self._who, self._why, self._facts):
            label.setWordWrap(True)
        self.primary = BusyButton(role="primary")
        self.primary.clicked.connect(partial(self.answer, 1))
        self.others = [QPushButton() for _ in range(OTHERS_MAX)]
        for number, button in enumerate(self.others, 2):
            button.clicked.connect(partial(self.answer, number))
        self.offer = Offer(self)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._head, 1)
        top.addWidget(self._amount)
        holder = QWidget()
        flow = FlowLayout(holder, spacing=8, line_spacing=8)
        for button in (self.primary, *self.others):
            flow.addWidget(button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(20))
        column.setSpacing(scaled(8))
        column.addLayout(top)
        for label in (self._who, self._why, self._facts):
            column.addWidget(label)
        column.addSpacing(scaled(4))
        column.addWidget(holder)

    def take_in(self, part: QWidget) -> None:
        """Show a part of the page above the answers."""
        self._column.insertWidget(self._column.count() - 2, part)

    def show_case(self, case: Entry) -> None:
        """Show one case, or many that one answer ends; the proposed answer is the first."""
        self._answers = answers_of(case)
        says = (case.id, case.amount_paise, self._answers)
        if isinstance(case, CaseGroup):
            self.offer.says((*says, tuple(one.id for one in case.cases)))
            why, facts = group_explanation(case), ""
            labels = [group_answer_text(answer, case) for answer in self._answers]
        else:
            self.offer.says((*says, case.cash_paise))
            why, facts = explanation(case), facts_text(case)
            labels = [answer_label(case, answer) for answer in self._answers]
        self._head.setText(row_text(case))
        self._amount.setText(amount(case.amount_paise))
        self._who.setText(whose_text(case))
        self._why.setText(why)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        if not self.primary.busy:
            self.primary.set_label(f"{labels[0]}   1")
        for at, button in enumerate(self.others, 1):
            button.setVisible(at < len(labels))
            if at < len(labels):
                button.setText(f"{labels[at]}   {at + 1}")
                button.setAccessibleName(labels[at])

    def answer(self, number: int, _checked: bool = False) -> None:
        """Choose the proposed answer (1) or one of the others (2, 3 ...)."""
        if not self.primary.busy and number <= len(self._answers):
            self.answered.emit(self._answers[number - 1])
