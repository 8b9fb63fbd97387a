"""One open case with its answers; the proposed one is the primary action."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.cases.case_view import other_answers
from desktop.ui.cases.case_words import answer_text, explanation, facts_text, kind_text
from desktop.ui.formats import amount
from desktop.ui.keys.offer import Offer
from desktop.ui.theme import scaled
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from desktop.services.domain.review import OpenCase

OTHERS_MAX = 3


class CaseCard(QFrame):
    """`answered` carries the answer that was chosen; `offer` knows since when the case stands here."""

    answered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._case: OpenCase | None = None
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
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(20))
        column.setSpacing(scaled(8))
        column.addLayout(top)
        for label in (self._who, self._why, self._facts):
            column.addWidget(label)
        column.addSpacing(scaled(4))
        column.addWidget(holder)

    def show_case(self, case: OpenCase) -> None:
        """Show one case; the proposed answer is the first."""
        self._case = case
        self.offer.says((case.id, case.amount_paise, case.proposal, other_answers(case)))
        self._head.setText(kind_text(case.kind))
        self._amount.setText(amount(case.amount_paise))
        who = (case.booking_reference, case.customer_name, case.masked_mobile)
        self._who.setText("   ".join(part for part in who if part) or self.tr("no booking, no customer"))
        self._why.setText(explanation(case))
        self._facts.setText(facts_text(case))
        self._facts.setVisible(bool(case.facts))
        if not self.primary.busy:
            self.primary.set_label(f"{answer_text(case.proposal)}   1")
        answers = other_answers(case)
        for at, button in enumerate(self.others):
            button.setVisible(at < len(answers))
            if at < len(answers):
                button.setText(f"{answer_text(answers[at])}   {at + 2}")
                button.setAccessibleName(answer_text(answers[at]))

    def answer(self, number: int, _checked: bool = False) -> None:
        """Choose the proposed answer (1) or one of the others (2, 3 ...)."""
        if self._case is None or self.primary.busy:
            return
        answers = (self._case.proposal, *other_answers(self._case))
        if number <= len(answers):
            self.answered.emit(answers[number - 1])
