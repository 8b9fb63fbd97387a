"""Card refunds that wait, top-ups taken back and tenders put right, one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.services.domain.counter_acts import CounterActKind
from desktop.ui import formats
from desktop.ui.tender_words import tender_word
from desktop.ui.theme import scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.read_by_rows import read_by_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop.services.domain.counter_acts import CounterAct

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
WHOSE, AMOUNT, WHY = 2, 3, 4


class ActTable(QTableWidget):
    """`current` is the act of the keyboard's row."""

    def __init__(self, time_zone: str, parent: QWidget | None = None) -> None:
        super().__init__(0, 6, parent)
        self._time_zone = time_zone
        self._acts: tuple[CounterAct, ...] = ()
        self.setAccessibleName(self.tr("Refund slips and counter-acts"))
        self.setHorizontalHeaderLabels(
            [
                self.tr("When"),
                self.tr("What"),
                self.tr("Whose"),
                self.tr("Amount"),
                self.tr("Why"),
                self.tr("By"),
            ]
        )
        read_by_rows(self)
        MarkedInSight(self)
        self.verticalHeader().setDefaultSectionSize(scaled(32))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (WHOSE, WHY):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    @property
    def current(self) -> CounterAct | None:
        """The act on which the keyboard is."""
        row = self.currentRow()
        return self._acts[row] if 0 <= row < len(self._acts) else None

    def show_acts(self, acts: Sequence[CounterAct]) -> None:
        """Show the list; the keyboard stays on its row."""
        before = self.currentRow()
        self._acts = tuple(acts)
        self.setRowCount(len(acts))
        for place, act in enumerate(acts):
            texts = (
                formats.moment_text(act.at, self._time_zone),
                act_text(act),
                "  ".join(part for part in (act.reference, act.customer_name) if part),
                formats.amount(act.amount_paise) if act.amount_paise else "",
                act.reason,
                act.clerk,
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column == AMOUNT:
                    item.setTextAlignment(RIGHT)
                self.setItem(place, column, item)
        if acts:
            self.setCurrentCell(min(max(before, 0), len(acts) - 1), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters to the page: they are its keys, not a search; so is Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter or (event.text().isprintable() and event.text().strip()):
            event.ignore()
            return
        super().keyPressEvent(event)


def act_text(act: CounterAct) -> str:
    """Return what an act is, in words."""
    translate = QCoreApplication.translate
    if act.kind is CounterActKind.SLIP_WAITS:
        return translate("CounterActs", "Card refund without its slip")
    if act.kind is CounterActKind.TOP_UP_REVERSED:
        return translate("CounterActs", "Top-up taken back")
    if act.kind is CounterActKind.PIN_RECOVERED:
        if act.clerk == act.customer_name:
            return translate("CounterActs", "PIN set anew by the recovery code")
        return translate("CounterActs", "PIN set anew from the system account")
    if act.kind is CounterActKind.REOPENED:
        if not act.reason:
            return translate("CounterActs", "Completed by a wrong clock, confirmed again")
        return translate("CounterActs", "Completed booking confirmed again")
    if act.old_tender is None or act.new_tender is None:
        return translate("CounterActs", "Tender corrected")
    words = translate("CounterActs", "{old} corrected to {new}")
    return words.format(old=tender_word(act.old_tender), new=tender_word(act.new_tender))
