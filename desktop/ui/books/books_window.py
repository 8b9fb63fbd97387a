"""The page of the books' condition: each halt with its way on, and what is known of what they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.halt import HaltKind
from desktop.ui.books.backup_section import BackupSection
from desktop.ui.books.clock_section import ClockSection
from desktop.ui.books.mark_section import MarkSection
from desktop.ui.books.pages_section import PagesSection
from desktop.ui.books.server_section import ServerSection
from desktop.ui.failures import explain
from desktop.ui.halt_words import checking_sentence, halt_sentence
from desktop.ui.server_words import server_sentence
from desktop.ui.theme import scaled
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.condition import Condition
    from desktop.ui.runner import Runner


class BooksWindow(KeyedPage):
    """Reads the condition when it is opened and whenever it has changed."""

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self.error_bar = ErrorBar()
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setMinimumWidth(1)
        # The line that brings a backup back is copied from here.
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.server = ServerSection(services.time_zone)
        title = QLabel(self.tr("Condition of the books"))
        title.setProperty("role", "heading")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        self._column.setSpacing(scaled(14))
        self.mark = MarkSection(services, runner)
        self.mark.said.connect(self._say_done)
        self.mark.failed.connect(self.error_bar.show_error)
        self.backups = BackupSection(services, runner)
        self.backups.changed.connect(self.refresh)
        self.backups.failed.connect(self.error_bar.show_error)
        self.pages = PagesSection(services.time_zone)
        self.pages.wanted.connect(self._check_again)
        self.clock = ClockSection(services, runner)
        self.clock.decided.connect(self.refresh)
        for part in (title, self.error_bar, self.said):
            self._column.addWidget(part)
        # What may halt the desk, with its key, comes before what is only told.
        for section in (self.mark, self.server, self.clock, self.backups, self.pages):
            self._column.addWidget(section)
        self._column.addStretch(1)
        self.add_key("K", self._check_again)
        self.add_key("C", self.clock.confirm)
        self.add_key("T", self.clock.ask)
        self.add_key("A", self.mark.act)
        self.add_key("Esc", self.back.emit)
        self.add_key("B", self.backups.back_up)
        self.add_key("P", self.backups.ask_place)

    def refresh(self) -> None:
        """Read the condition again."""
        self._runner.run(
            self._services.read_condition, owner=self, done=self.show_condition, failed=self._say_failed
        )

    def show_condition(self, condition: Condition) -> None:
        """Show what is known."""
        self.backups.show_condition(condition)
        self.mark.show_condition(condition)
        self.pages.show_condition(condition)
        self.server.show_condition(condition)
        self.clock.show_condition(condition)
        self.said.setText("\n".join(self._summary(condition)))
        self.said.setVisible(bool(self.said.text()))

    def _summary(self, condition: Condition) -> list[str]:
        """Return what is wrong, except what its own part of the page says beside its key."""
        told = {HaltKind.BEHIND} if condition.mark.loss is not None else set()
        told |= {HaltKind.CLOCK} if condition.clock is not None else set()
        lines = [f"▲ {halt_sentence(halt)}" for halt in condition.halts if halt.kind not in told]
        if condition.is_checking:
            lines.append(checking_sentence(None))
        if condition.backups is not None and condition.backups.is_old:
            lines.append(self.tr("▲ More than a day of sales stands in no backup: B makes one."))
        is_told = condition.mark.trouble or server_sentence(condition.server, self._services.time_zone)
        if lines or condition.halts or is_told:
            return lines
        return [self.tr("✓ Nothing is wrong with the books.")]

    def _say_done(self, sentence: str) -> None:
        if sentence:
            self.error_bar.show_done(sentence)
        self.refresh()

    def _check_again(self) -> None:
        if self.pages.button.isEnabled():
            self.pages.button.setEnabled(False)
            again = self._services.check_books_again
            self._runner.run(
                again, owner=self, done=lambda _nothing: self.refresh(), failed=self._not_checked
            )

    def _not_checked(self, error: Exception) -> None:
        self._say_failed(error)
        self.refresh()

    def _say_failed(self, error: Exception) -> None:
        self.error_bar.show_error(explain(error))
