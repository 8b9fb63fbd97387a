"""A month is filed by one key, and opened again for a reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop.ui.widgets.busy_button import BusyButton

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.returns import MonthState
    from desktop.ui.runner import Runner

REASON_MAX = 300


class MonthForm(QFrame):
    """`done` carries a sentence, `failed` an exception."""

    done = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._services = services
        self._runner = runner
        self._month: MonthState | None = None
        self.word = QLabel(self.tr("Why it is opened again"))
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_MAX)
        self.reason.setAccessibleName(self.word.text())
        self.word.setBuddy(self.reason)
        self.act = BusyButton(role="primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.addWidget(self.word)
        row.addWidget(self.reason, 1)
        row.addWidget(self.act)
        self.reason.textEdited.connect(lambda _text: self._render())
        self.reason.returnPressed.connect(self.press)
        self.act.clicked.connect(self.press)

    def show_month(self, month: MonthState | None) -> None:
        """Show what can be done to a month; another one begins without a reason."""
        if month != self._month:
            self.reason.clear()
        self._month = month
        self._render()

    def _render(self) -> None:
        month = self._month
        self.setVisible(month is not None)
        if month is None:
            return
        for part in (self.word, self.reason):
            part.setVisible(month.is_filed)
        said = (
            self.tr("Open {month} of {registration} again   F9")
            if month.is_filed
            else self.tr("Mark {month} of {registration} as filed   F9")
        )
        if not self.act.busy:
            label = said.format(month=month.month, registration=month.registration)
            self.act.set_label(label, self.reason.text())
            self.act.set_ready(not month.is_filed or bool(self.reason.text().strip()))

    def press(self) -> None:
        """File the month, or open it again."""
        month = self._month
        if month is None or self.act.busy:
            return
        if month.is_filed and not self.reason.text().strip():
            self.reason.setFocus()
            return
        if not self.act.offer.counts():
            return
        actor = self._services.actor()
        if month.is_filed:
            why = self.reason.text()
            act = partial(self._services.reopen_month, month.registration, month.month, why, actor=actor)
            said = self.tr("{month} of {registration} is open again.")
        else:
            act = partial(self._services.file_month, month.registration, month.month, actor=actor)
            said = self.tr("{month} of {registration} is filed: no paper is dated in it any more.")
        told = said.format(month=month.month, registration=month.registration)
        self.act.set_busy(True)
        self._runner.run(act, owner=self, done=partial(self._done, told), failed=self._failed)

    def _done(self, said: str, _nothing: object) -> None:
        self.act.set_busy(False)
        self.reason.clear()
        self.done.emit(said)

    def _failed(self, error: Exception) -> None:
        self.act.set_busy(False)
        self.failed.emit(error)
