"""What was seen of the books' pages: when, with which result, and whether their checksums tell damage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from db.halt import Checksums, HaltKind
from desktop.ui import formats
from desktop.ui.books.section import Section

if TYPE_CHECKING:
    from desktop.services.domain.condition import Condition


class PagesSection(Section):
    """`wanted`: look again."""

    wanted = Signal()

    def __init__(self, time_zone: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Check of the books"), parent)
        self._time_zone = time_zone
        self.said = self.add_sentence()
        self.button = QPushButton(self.tr("Check again   K"))
        self.button.clicked.connect(self.wanted)
        self.add_keys(self.button)

    def show_condition(self, condition: Condition) -> None:
        """Show what is known of the pages."""
        pages = condition.pages
        lines = [self._result(condition)]
        if pages.checksums is not None:
            lines.append(self._checksums(pages.checksums))
        self.said.setText("\n".join(lines))
        self.button.setEnabled(pages.per_cent is None and not condition.is_checking)

    def _result(self, condition: Condition) -> str:
        pages = condition.pages
        if pages.per_cent is not None:
            return self.tr("◌ Under way: {done} %.").format(done=pages.per_cent)
        if condition.is_checking:
            return self.tr("◌ Under way.")
        if pages.checked_at is None:
            return self.tr("The books have not been checked yet.")
        at = formats.moment_text(pages.checked_at, self._time_zone)
        kinds = {halt.kind for halt in condition.halts}
        if any("backup" in halt.facts for halt in condition.halts if halt.kind is HaltKind.DAMAGED):
            return self.tr("▲ Checked {at}: damaged.").format(at=at)
        if HaltKind.DAMAGED in kinds:
            return self.tr("▲ Checked {at}: damaged. Put the last good backup back.").format(at=at)
        if kinds & {HaltKind.FOREIGN, HaltKind.SCHEMA}:
            return self.tr("▲ Checked {at}: not the books that this program can write.").format(at=at)
        return self.tr("✓ Checked {at}: the file, its pages and every reference are sound.").format(at=at)

    def _checksums(self, checksums: Checksums) -> str:
        return {
            Checksums.ON: self.tr("✓ Each page carries a checksum: a damaged one is found when it is read."),
            Checksums.NOT_HERE: self.tr(
                "○ This computer can't read the pages' checksums (apsw): some damage is found only by an"
                " audit. Install the program anew."
            ),
            Checksums.NOT_YET: self.tr(
                "○ The pages carry no checksums yet: another program had the books open, or the disk lacks"
                " the room. Start once while every other desk is closed."
            ),
            Checksums.SERVER_ON: self.tr("✓ The server's pages carry checksums."),
            Checksums.SERVER_OFF: self.tr(
                "○ The server's pages carry no checksums (data_checksums): ask its administrator for"
                " pg_checksums --enable."
            ),
        }[checksums]
