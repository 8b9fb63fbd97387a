"""Where a person types code and PIN: two figures, six figures, Enter. The PIN is never shown or told."""

from __future__ import annotations

import math
import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.services.domain.staff import CODE_LENGTH, PIN_LENGTH
from desktop.services.staff_errors import PinWaits, WrongPin
from desktop.ui.failures import explain
from desktop.ui.steady_clock import steady_seconds
from desktop.ui.theme import scaled, set_role, theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
TICK_MS = 250
HIDDEN_HINTS = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhDigitsOnly
)


class _Figures(QValidator):
    """Takes figures of any script as the Latin ones, and nothing else."""

    def __init__(self, length: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._length = length

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        figures = "".join(str(unicodedata.decimal(sign, "")) for sign in text)
        if len(figures) != len(text) or len(figures) > self._length:
            return QValidator.State.Invalid, text, place
        is_whole = len(figures) == self._length
        return QValidator.State.Acceptable if is_whole else QValidator.State.Intermediate, figures, place


class FigureField(QLineEdit):
    """So many figures; `filled` comes with the last, `entered` at Enter, `left` at Backspace in an empty one.

    A hidden field shows dots, also to a screen reader. It keeps its text keys: none reaches the page.
    """

    filled = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, name: str, length: int, *, hidden: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._length = length
        self.setAccessibleName(name)
        self.setValidator(_Figures(length, self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        if hidden:
            self.setEchoMode(QLineEdit.EchoMode.Password)
            self.setInputMethodHints(HIDDEN_HINTS)
        theme.changed.connect(self._fit)
        self._fit()
        self.textEdited.connect(self._edited)

    @property
    def is_filled(self) -> bool:
        """Whether every figure is there."""
        return len(self.text()) == self._length

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            event.accept()
            if not event.isAutoRepeat() and not self.isReadOnly():
                self.entered.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text() and not self.isReadOnly():
            event.accept()
            self.left.emit()
        else:
            super().keyPressEvent(event)
            if event.text().isprintable() and event.text():
                event.accept()

    def _fit(self) -> None:
        self.setFixedWidth(scaled(34 + 16 * self._length))

    def _edited(self, _text: str) -> None:
        if self.is_filled:
            self.filled.emit()


class PinEntry(QWidget):
    """`entered` carries code and PIN, once for each Enter; `refuse` says why they did not count.

    The second figure of the code goes on to the PIN. After wrong PINs it counts down and takes nothing
    meanwhile. Both fields are emptied as soon as they have been handed over.
    """

    entered = Signal(str, str)

    def __init__(
        self, parent: QWidget | None = None, *, steady: Callable[[], float] = steady_seconds
    ) -> None:
        super().__init__(parent)
        self._steady = steady
        self._waits_until = 0.0
        self._is_busy = False
        self.code = FigureField(self.tr("Code, two figures"), CODE_LENGTH, hidden=False)
        self.pin = FigureField(self.tr("PIN, six figures"), PIN_LENGTH, hidden=True)
        row = QHBoxLayout()
        row.setSpacing(scaled(12))
        for text, field in ((self.tr("Code"), self.code), (self.tr("PIN"), self.pin)):
            label = QLabel(text)
            set_role(label, "caption")
            label.setBuddy(field)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(label)
            column.addWidget(field)
            row.addLayout(column)
        row.addStretch(1)
        self.said = QLabel(" ")
        self.said.setWordWrap(True)
        self.said.setMinimumWidth(1)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(scaled(6))
        whole.addLayout(row)
        whole.addWidget(self.said)
        self.setFocusProxy(self.code)
        self._ticks = QTimer(self, interval=TICK_MS)
        self._ticks.timeout.connect(self.tick)
        self.code.filled.connect(self.pin.setFocus)
        self.pin.left.connect(self.code.setFocus)
        for field in (self.code, self.pin):
            field.entered.connect(self._enter)
            field.textEdited.connect(lambda _text: self._say(""))

    @property
    def waits(self) -> bool:
        """Whether it counts down and takes nothing."""
        return self._waits_until > self._steady()

    def clear(self) -> None:
        """Forget what was typed and what was said; a wait goes on."""
        self._empty()
        if not self.waits:
            self._say("")

    def take_focus(self) -> None:
        """Put the cursor where the next figure belongs."""
        (self.pin if self.code.is_filled else self.code).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """Take nothing while what was entered is looked at."""
        self._is_busy = busy
        self._lock()

    def refuse(self, error: Exception) -> None:
        """Say why code and PIN did not count, and count down where the next ones have to wait."""
        self.set_busy(False)
        self._empty()
        self._say(explain(error), wrong=True)
        seconds = 0
        if isinstance(error, WrongPin):
            seconds = error.wait_seconds
        elif isinstance(error, PinWaits):
            seconds = error.seconds
        if seconds:
            self._waits_until = self._steady() + seconds
            self._ticks.start()
            self._lock()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def tick(self) -> None:
        """Show the seconds that are left; at their end the fields take figures again."""
        left = math.ceil(self._waits_until - self._steady())
        if left > 0:
            text = self.tr("Code or PIN was wrong. The next one counts in {count} s.")
            self._show(f"▲ {text.format(count=left)}", "error")
            return
        self._ticks.stop()
        self._lock()
        self._say(self.tr("Type code and PIN again."))

    def _enter(self) -> None:
        if self._is_busy or self.waits:
            return
        if not self.code.is_filled:
            self._say(self.tr("A code has two figures."), wrong=True)
            self.code.setFocus()
        elif not self.pin.is_filled:
            # Enter after the code is the way on, as everywhere.
            if self.pin.hasFocus():
                self._say(self.tr("A PIN has six figures."), wrong=True)
            self.pin.setFocus()
        else:
            code, pin = self.code.text(), self.pin.text()
            self._empty()
            self._say("")
            self.entered.emit(code, pin)

    def _empty(self) -> None:
        self.code.clear()
        self.pin.clear()
        if self.pin.hasFocus():
            self.code.setFocus()

    def _lock(self) -> None:
        for field in (self.code, self.pin):
            field.setReadOnly(self._is_busy or self.waits)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self._show(f"▲ {text}" if wrong else text, "error" if wrong else "caption")
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.code, text))

    def _show(self, text: str, role: str) -> None:
        set_role(self.said, role)
        self.said.setText(text or " ")
