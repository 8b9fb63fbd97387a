"""Card refunds that wait, top-ups taken back and tenders put right, one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.services.domain.counter_acts import CounterActKind
from desktop.ui import formats
from desktop.ui.act_words import act_word
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


PUT_RIGHT = {
    CounterActKind.HOLD_EXTENDED: QT_TRANSLATE_NOOP("CounterActs", "Hold extended by ten minutes"),
    CounterActKind.HOLD_BROKEN: QT_TRANSLATE_NOOP("CounterActs", "Hold of another desk ended"),
    CounterActKind.CUSTOMER_CHANGED: QT_TRANSLATE_NOOP("CounterActs", "Booking given to another customer"),
    CounterActKind.CUSTOMERS_MERGED: QT_TRANSLATE_NOOP("CounterActs", "Two customers made one"),
    CounterActKind.NUMBER_CHANGED: QT_TRANSLATE_NOOP("CounterActs", "Mobile number changed"),
}


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
                whose_text(act),
                formats.amount(act.amount_paise) if act.amount_paise else "",
                act.reason,
                by_text(act),
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


def whose_text(act: CounterAct) -> str:
    """Return whose money it was, or who asked for a yes."""
    if act.kind is CounterActKind.APPROVED:
        return QCoreApplication.translate("CounterActs", "asked by {person}").format(person=act.asked_by)
    return "  ".join(part for part in (act.reference, act.customer_name) if part)


def by_text(act: CounterAct) -> str:
    """Return who did it; a yes to an own act is marked."""
    if not act.own_act:
        return act.clerk
    return QCoreApplication.translate("CounterActs", "▲ {person}, own act").format(person=act.clerk)


def _approved_text(act: CounterAct) -> str:
    translate = QCoreApplication.translate
    what = act_word(act.act) if act.act is not None else ""
    share = f"  {act.percent} %" if act.percent else ""
    words = (
        translate("CounterActs", "Yes to: {act}")
        if act.was_used
        else translate("CounterActs", "Yes to: {act} (not used)")
    )
    return words.format(act=f"{what}{share}")


def _told_texts() -> dict[CounterActKind, str]:
    translate = QCoreApplication.translate
    return {
        CounterActKind.WAIVED: translate("CounterActs", "Cancellation fee waived"),
        CounterActKind.AFTER_USE: translate("CounterActs", "Given back after use"),
        CounterActKind.VOIDED: translate("CounterActs", "Sale voided"),
        CounterActKind.DISCOUNT: translate("CounterActs", "Discount given"),
        CounterActKind.SLIP_WAITS: translate("CounterActs", "Card refund without its slip"),
        CounterActKind.TOP_UP_REVERSED: translate("CounterActs", "Top-up taken back"),
        CounterActKind.PIN_RECOVERED: translate("CounterActs", "PIN set anew from the system account"),
        CounterActKind.SYSTEM_ACT: translate("CounterActs", "Command run, nobody signed in"),
        CounterActKind.DRAWER_OPENED: translate("CounterActs", "Drawer opened without a sale"),
        CounterActKind.OWN_CLOSE_ACCEPTED: translate("CounterActs", "Own close of a shift accepted"),
    }


def act_text(act: CounterAct) -> str:
    """Return what an act is, in words."""
    translate = QCoreApplication.translate
    if act.kind is CounterActKind.APPROVED:
        return _approved_text(act)
    if act.kind is CounterActKind.LIMIT and act.act is not None:
        return translate("CounterActs", "Limit changed: {act}").format(act=act_word(act.act))
    if act.kind is CounterActKind.PIN_RECOVERED and act.clerk == act.customer_name:
        return translate("CounterActs", "PIN set anew by the recovery code")
    if act.kind in _told_texts():
        return _told_texts()[act.kind]
    if act.kind is CounterActKind.REOPENED:
        if not act.reason:
            return translate("CounterActs", "Completed by a wrong clock, confirmed again")
        return translate("CounterActs", "Completed booking confirmed again")
    if act.kind in PUT_RIGHT:
        return str(translate("CounterActs", str(PUT_RIGHT[act.kind])))
    if act.old_tender is None or act.new_tender is None:
        return translate("CounterActs", "Tender corrected")
    words = translate("CounterActs", "{old} corrected to {new}")
    return words.format(old=tender_word(act.old_tender), new=tender_word(act.new_tender))
