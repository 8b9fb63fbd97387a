"""The part of the page Books about backups: how old the last good ones are, and a new one by a key."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from desktop.ui import formats
from desktop.ui.books.section import Section
from desktop.ui.failures import explain
from desktop.ui.widgets.busy_button import BusyButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.application import Services
    from desktop.services.domain.backups import Backup, BackupsKnown
    from desktop.services.domain.condition import Condition
    from desktop.ui.runner import Runner


class BackupSection(Section):
    """`changed`: there is another backup or another place; `failed` carries the sentence of a refusal."""

    changed = Signal()
    failed = Signal(str)

    def __init__(
        self,
        services: Services,
        runner: Runner,
        parent: QWidget | None = None,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(self.tr("Backups"), parent)
        self._services = services
        self._runner = runner
        self._now = now
        self.here, self.second = self.add_sentence(), self.add_sentence()
        self.button = BusyButton(self.tr("Back up now   B"))
        self.button.clicked.connect(self.back_up)
        self.place_button = QPushButton(self.tr("Second place…   P"))
        self.place_button.clicked.connect(self.ask_place)
        self.add_keys(self.button, self.place_button)

    def show_condition(self, condition: Condition) -> None:
        """Show the last good backup in both places; hide where the books are only read."""
        known = condition.backups
        self.setVisible(known is not None)
        if known is None:
            return
        self.here.setText(self._of_this_pc(known))
        self.second.setText(self._of_second(known))

    def back_up(self) -> None:
        """Make a backup now, beside the sales."""
        if self.isHidden() or self.button.busy:
            return
        self.button.set_busy(True)
        self._runner.run(self._services.back_up, owner=self, done=self._made, failed=self._not_made)

    def ask_place(self) -> None:
        """Ask for the folder of a stick, a share or a sync program."""
        if self.isHidden():
            return
        chosen = QFileDialog.getExistingDirectory(self, self.tr("A second place for backups"))
        if chosen:
            self.choose_place(Path(chosen))

    def choose_place(self, place: Path) -> None:
        """Copy every backup there as well from now on."""
        self.button.set_busy(True)
        self._runner.run(
            lambda: self._services.choose_second_place(place),
            owner=self,
            done=self._made,
            failed=self._not_made,
        )

    def _made(self, _found: object) -> None:
        self.button.set_busy(False)
        self.changed.emit()

    def _not_made(self, error: Exception) -> None:
        self.button.set_busy(False)
        self.failed.emit(explain(error))
        self.changed.emit()

    def _of_this_pc(self, known: BackupsKnown) -> str:
        if known.last is None:
            return self.tr("▲ There is no good backup in {folder} yet.").format(folder=known.folder)
        sign = "▲" if known.is_old else "✓"
        said = self.tr("{sign} The last good backup here is of {moment}, {age} old: {file}")
        return said.format(
            sign=sign, moment=self._moment(known.last), age=self._age(known.last), file=known.last.file
        )

    def _of_second(self, known: BackupsKnown) -> str:
        if known.second is None:
            return self.tr(
                "▲ There is no second place. A disk dies with every backup on it: choose a stick or a share."
            )
        if known.second_last is None:
            there = self.tr("✓ {folder} is there, and holds no backup yet.")
            away = self.tr("▲ {folder} is not there now. Its copies are caught up when it is back.")
            return (there if known.second_is_there else away).format(folder=known.second)
        there = self.tr("✓ The last one in {folder} is of {moment}, {age} old.")
        away = self.tr(
            "▲ {folder} is not there now; its last copy is of {moment}, {age} old. It is caught up when it is"
            " back."
        )
        return (there if known.second_is_there else away).format(
            folder=known.second, moment=self._moment(known.second_last), age=self._age(known.second_last)
        )

    def _moment(self, backup: Backup) -> str:
        zone = self._services.time_zone
        day = formats.day_and_year(formats.local_day(backup.moment, zone))
        return f"{day} {formats.clock(backup.moment, zone)}"

    def _age(self, backup: Backup) -> str:
        minutes = max(int((self._now() - backup.moment).total_seconds() // 60), 0)
        if minutes < 60:
            return self.tr("{count} min").format(count=minutes)
        if minutes < 48 * 60:
            return self.tr("{count} h").format(count=minutes // 60)
        return self.tr("{count} days").format(count=minutes // (24 * 60))
