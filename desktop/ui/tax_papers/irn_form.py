"""The portal's answer to one paper, typed by a manager, or read from the file that the portal gave."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop.services.domain.e_invoice import QR_MAX, PortalAnswer
from desktop.services.errors import BadRequest
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.application import Services
    from desktop.services.domain.returns import WaitingPaper
    from desktop.ui.runner import Runner

FILE_MAX = 20_000_000
# What is pasted may have blanks and ends of lines in it.
TYPED_MAX = 2 * QR_MAX


class IrnForm(QFrame):
    """`entered` carries a sentence, `failed` an exception."""

    entered = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._services = services
        self._runner = runner
        self._paper: WaitingPaper | None = None
        self.irn, self.ack_number, self.acked_at, self.signed_qr = (QLineEdit() for _ in range(4))
        self.enter = BusyButton(role="primary")
        self.read_file = QPushButton(self.tr("Read the portal’s file…   F"))
        self.write_file = QPushButton(self.tr("Write the file for the portal…   X"))
        self._lay_out()
        for field in self.fields:
            field.textEdited.connect(lambda _text: self._render())
            field.returnPressed.connect(self.press)
        self.enter.clicked.connect(self.press)
        self.read_file.clicked.connect(self.ask_file)
        self.write_file.clicked.connect(self.ask_target)

    @property
    def fields(self) -> tuple[QLineEdit, ...]:
        """What is typed, from above."""
        return self.irn, self.ack_number, self.acked_at, self.signed_qr

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        words = (
            self.tr("IRN"),
            self.tr("Acknowledgement number"),
            self.tr("Acknowledged on"),
            self.tr("Signed text of the QR code"),
        )
        self.irn.setPlaceholderText(self.tr("64 figures from 0 to 9 and a to f"))
        self.acked_at.setPlaceholderText(self.tr("24-11-2026 10:20"))
        places = ((0, 0, 3), (1, 0, 1), (1, 2, 1), (2, 0, 3))
        for word, field, (row, column, span) in zip(words, self.fields, places, strict=True):
            label = QLabel(word)
            label.setBuddy(field)
            field.setAccessibleName(word)
            field.setMaxLength(TYPED_MAX)
            grid.addWidget(label, row, column)
            grid.addWidget(field, row, column + 1, 1, span)
        keys = QWidget()
        row_of_keys = FlowLayout(keys, spacing=8, line_spacing=8)
        for key in (self.enter, self.read_file, self.write_file):
            row_of_keys.addWidget(key)
        grid.addWidget(keys, 3, 0, 1, 4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)

    def show_paper(self, paper: WaitingPaper | None) -> None:
        """Show for which paper an answer is typed; another paper begins with empty fields."""
        before = self._paper.id if self._paper is not None else None
        self._paper = paper
        if (paper.id if paper is not None else None) != before:
            for field in self.fields:
                field.clear()
        self._render()

    def _render(self) -> None:
        paper = self._paper
        self.enter.setVisible(paper is not None)
        self.write_file.setEnabled(paper is not None)
        for field in self.fields:
            field.setEnabled(paper is not None)
        if paper is None or self.enter.busy:
            return
        said = self.tr("Enter the IRN of {number}   F9").format(number=paper.number)
        self.enter.set_label(said, tuple(field.text() for field in self.fields))
        self.enter.set_ready(all(field.text().strip() for field in self.fields))

    def press(self) -> None:
        """Enter what is typed; the first field that is empty is asked for before."""
        paper = self._paper
        if paper is None or self.enter.busy:
            return
        empty = next((field for field in self.fields if not field.text().strip()), None)
        if empty is not None:
            empty.setFocus()
            return
        typed = [field.text() for field in self.fields]
        self._enter((PortalAnswer(paper.number, *typed),))

    def ask_file(self) -> None:
        """Ask for the file that the portal gave, and enter every answer in it."""
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("The portal’s file"), "", "JSON (*.json)")
        if chosen:
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """Enter every answer of a file, or none."""

        def act() -> int:
            answers = self._services.read_portal_file(_text_of(path))
            return self._services.enter_irn(answers, actor=actor)

        actor = self._services.actor()
        self._run(act)

    def _enter(self, answers: tuple[PortalAnswer, ...]) -> None:
        self._run(partial(self._services.enter_irn, answers, actor=self._services.actor()))

    def _run(self, act: Callable[[], int]) -> None:
        self.enter.set_busy(True)
        self._runner.run(act, owner=self, done=self._done, failed=self._failed)

    def _done(self, count: int) -> None:
        self.enter.set_busy(False)
        said = self.tr("{count} papers have their IRN now: print them again as invoices.")
        self.entered.emit(said.format(count=count))

    def _failed(self, error: Exception) -> None:
        self.enter.set_busy(False)
        self.failed.emit(error)

    def ask_target(self) -> None:
        """Ask where the file for the portal goes, and write it."""
        if not self.write_file.isEnabled():
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("File for the portal"), "e-invoices.json", "JSON (*.json)"
        )
        if chosen:
            self.write_to(Path(chosen))

    def write_to(self, path: Path) -> None:
        """Write what waits in the portal's form."""

        def act() -> Path:
            path.write_text(self._services.export_e_invoices(), encoding="utf-8")
            return path

        def done(written: Path) -> None:
            self.entered.emit(self.tr("Written to {file}.").format(file=written.name))

        self._runner.run(act, owner=self, done=done, failed=self.failed.emit)


def _text_of(path: Path) -> str:
    """Return what a file says. Raises BadRequest for what can't be the portal's."""
    try:
        if path.stat().st_size > FILE_MAX:
            raise BadRequest("irn_file", "malformed")
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadRequest("irn_file", "malformed") from error
