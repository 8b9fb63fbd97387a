"""A button that is off, and says so, while its command runs."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.keys.offer import Offer

SIGN_AFTER_MS = 300
TURN_MS = 250
TURNS = ("◐", "◓", "◑", "◒")


class BusyButton(QPushButton):
    """Call `set_busy(True)` when the command starts and `set_busy(False)` when it ended, well or badly.

    While busy it takes no click and no key; a sign of work appears when it takes longer than a blink. The
    focus stays here, so that an Enter too many can't reach the next button. `offer` knows since when what it
    does stands on it.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None, *, role: str = "") -> None:
        super().__init__(text, parent)
        self._label = text
        self._busy = False
        self._had_focus = False
        self._wanted = True
        self._turn = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._show_sign)
        self.offer = Offer(self)
        if role:
            self.setProperty("role", role)

    @property
    def busy(self) -> bool:
        """Whether its command is running."""
        return self._busy

    @property
    def label(self) -> str:
        """What it says when it is not busy."""
        return self._label

    def set_label(self, text: str, about: object = None) -> None:
        """Set what the button says when it is not busy.

        `about` is what it does besides, said elsewhere on the page: the same words about something else, or
        for somebody else, start to be read anew.
        """
        self._label = text
        self.setText(text)
        self.setAccessibleName(text)
        self.offer.says((text, about))

    def set_ready(self, ready: bool) -> None:
        """Say whether its command may run; counts only when it is not busy."""
        if ready and not self._wanted:
            self.offer.renew()
        self._wanted = ready
        self.setEnabled(ready and not self._busy)

    def set_busy(self, busy: bool) -> None:
        """Switch off and watch the time, or switch on again."""
        if busy == self._busy:
            return
        self._busy = busy
        if busy:
            self._wanted = self.isEnabled()
            self._had_focus = self.hasFocus()
            holder = self.parentWidget()
            if self._had_focus and holder is not None:
                holder.setFocus()
            self.setMinimumWidth(self.width())
            self.setEnabled(False)
            self._timer.start(SIGN_AFTER_MS)
            return
        self._timer.stop()
        # What came of it is news, and the next press is about that.
        self.offer.renew()
        self.setMinimumWidth(0)
        self.setText(self._label)
        self.setEnabled(self._wanted)
        if self._had_focus and self.window().focusWidget() in (None, self.parentWidget()):
            self.setFocus()

    def _show_sign(self) -> None:
        self._timer.setInterval(TURN_MS)
        self._turn = (self._turn + 1) % len(TURNS)
        self.setText(f"{TURNS[self._turn]}  {self._label}")
