"""The strip below the command field: money and days that run out, told until the clerk has dealt with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.desk.ending_notice import EndingNotice
from desktop.ui.desk.money_notice import About, MoneyNotice, notice_text
from desktop.ui.desk.outcome_notice import OutcomeNotice
from desktop.ui.desk.scan_notice import ScanNotice
from desktop.ui.keys.offer import Offer
from desktop.ui.theme import scaled, set_role, theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent


Notice = MoneyNotice | EndingNotice | ScanNotice | OutcomeNotice
GOOD = (About.BOOKING, About.SCAN)


class NoticeStrip(QWidget):
    """Shows the oldest notice and how many wait behind it. It never takes the keyboard by itself.

    `opened` carries the notice that the clerk went after, `put_away` one that was read. Esc puts one away
    at the desk, not on a page, where it goes a step back.
    """

    opened = Signal(object)
    put_away = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Notice] = []
        self._is_home = True
        self._sign = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        # A word without an end must not widen the window.
        self._text.setMinimumWidth(1)
        self._more = QLabel()
        self.open_button = QPushButton(self.tr("Open   Ctrl+O"))
        self.away_button = QPushButton()
        self.away_button.setAccessibleName(self.tr("Put away"))
        self._frame = QFrame()
        # A row of Escs that leads back to the desk must not put away what was not seen yet.
        self._offer = Offer(self._frame)
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(10, 4, 6, 4)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        for part in (self._more, self.open_button, self.away_button):
            row.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._frame)
        self.open_button.clicked.connect(self.open_first)
        self.away_button.clicked.connect(self._drop_first)
        # Works only while the strip is on the screen.
        QShortcut(QKeySequence("Ctrl+O"), self).activated.connect(self.open_first)
        theme.changed.connect(self._fit)
        self._fit()
        self.hide()

    @property
    def waiting(self) -> tuple[Notice, ...]:
        """Every notice that was not dealt with, the oldest first."""
        return tuple(self._waiting)

    @property
    def text(self) -> str:
        """What it says, empty when hidden."""
        return self._text.text() if not self.isHidden() else ""

    def add(self, notice: Notice) -> None:
        """Tell something; what is told already goes first, and the same sentence is told once."""
        if isinstance(notice, OutcomeNotice) and notice in self._waiting:
            return
        if isinstance(notice, ScanNotice):
            # What was scanned just now is in the clerk's hand; an older scan is not.
            others = [waiting for waiting in self._waiting if not isinstance(waiting, ScanNotice)]
            self._waiting = [notice, *others]
        else:
            self._waiting.append(notice)
        self._offer.renew()
        self._show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, _text(notice)))

    def forget(self, gone: Iterable[Notice]) -> None:
        """Drop what the clerk has seen in another way, or what was decided elsewhere."""
        left_out = tuple(gone)
        self._waiting = [notice for notice in self._waiting if notice not in left_out]
        self._show()

    def open_first(self) -> None:
        """Go after the notice that is shown."""
        if self._waiting:
            first = self._waiting[0]
            self._drop_first()
            self.opened.emit(first)

    def dismiss(self) -> bool:
        """Put away the notice that is shown, by Esc at the desk; tell whether there was one."""
        if not self._waiting:
            return False
        if self._offer.counts():
            self._drop_first()
        return True

    def show_home(self, is_home: bool) -> None:
        """Know whether Esc puts a notice away here."""
        self._is_home = is_home
        self._offer.renew()
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._drop_first()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._drop_first() if self.away_button.hasFocus() else self.open_first()
        else:
            super().keyPressEvent(event)

    def _drop_first(self) -> None:
        if self._waiting:
            self.put_away.emit(self._waiting[0])
        self._waiting = self._waiting[1:]
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._waiting))
        if not self._waiting:
            return
        first = self._waiting[0]
        self._offer.says(first)
        is_outcome = isinstance(first, OutcomeNotice)
        is_good = first.is_good if isinstance(first, OutcomeNotice) else first.about in GOOD
        set_role(self._frame, "success" if is_good else "failure")
        self._sign.setText("▸" if first.about is About.SCAN else "✓" if is_good else "▲")
        self._text.setText(_text(first))
        self._more.setText(self.tr("1 of {count}").format(count=len(self._waiting)))
        self._more.setVisible(len(self._waiting) > 1)
        words = {
            About.BOOKING: self.tr("Open   Ctrl+O"),
            About.CASE: self.tr("Cases   F6"),
            About.STOCK: self.tr("Stock   F11"),
            About.SCAN: self.tr("Into the command field   Ctrl+O"),
        }
        self.open_button.setText(words.get(first.about, ""))
        self.open_button.setVisible(not is_outcome)
        self.away_button.setText(self.tr("Put away   Esc") if self._is_home else self.tr("Put away"))

    def _fit(self) -> None:
        self._column.setContentsMargins(scaled(14), 0, scaled(14), scaled(8))


def _text(notice: Notice) -> str:
    return notice_text(notice) if isinstance(notice, MoneyNotice) else notice.text
