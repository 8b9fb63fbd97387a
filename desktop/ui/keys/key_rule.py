"""The one rule about keys: when a key may take, hold or give back, and what a scanner's text may do.

Such a key counts only when it is pressed anew, 0.3 s after what it does stood on the page and 0.3 s after any
other key, by the events' own time stamps. A run of signs as fast as a scanner types is a text and no keys.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.ui.keys.alt_letters import pressed_at_place
from desktop.ui.keys.key_events import ENTER, ends_line, is_typing, named
from desktop.ui.keys.key_places import typed_text

if TYPE_CHECKING:
    from collections.abc import Callable

QUIET_SECONDS = 0.3
SCAN_GAP_SECONDS = 0.06
SCAN_LENGTH = 4
# Stamps tell the gap; a sign may reach the window somewhat later than it was struck.
SCAN_WAIT_MS = 90
# Stamps are whole milliseconds, and sums of them are not exact.
GRAIN = 0.0005
# A window may be busy for a moment, never for this long: then the stamps come from another clock.
BEHIND_SECONDS_MAX = 60.0
AHEAD_SECONDS_MAX = 1.0
# X11 and Windows count milliseconds in 32 bits.
STAMPS_WRAP = 2**32

PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
# Comes to the widget before a shortcut takes the key, and alone if one does.
AHEAD = QEvent.Type.ShortcutOverride
MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
MODIFIERS = (
    *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta),
    *(Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock),
)


@dataclass(frozen=True, slots=True)
class Press:
    """One press of a key: when it was struck, how long no other key was before it, and whether anew."""

    struck: float
    quiet: float
    is_anew: bool


class KeyRule(QObject):
    """Sees each key event before any widget does. There is one for the application: `key_rule()`.

    `hurried` says that a key came too early and did nothing; False once a key comes in calm again. `scanned`
    carries a text that came as fast as from a scanner while no text field had the focus. `clock` tells
    seconds as the system stamps its events; `reads_scans` is off for tools that type.
    """

    hurried = Signal(bool)
    scanned = Signal(str)

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.clock: Callable[[], float] = time.monotonic
        self.reads_scans = True
        self._offset: float | None = None
        # Whatever is done while a key event is delivered is done by that key.
        self._over = QTimer(self, singleShot=True, interval=0)
        self._over.timeout.connect(self._delivered)
        self._waiting = QTimer(self, singleShot=True)
        self._waiting.timeout.connect(self._run_waited)
        self.forget()
        application.focusWindowChanged.connect(self._watch_window)
        application.focusChanged.connect(self._watch_widget)
        self._watch_window(application.focusWindow())
        self._watch_widget(None, application.focusWidget())

    def forget(self) -> None:
        """Start as if no key had ever been struck."""
        self._press: Press | None = None
        self._last_at = float("-inf")
        self._down: dict[int, Press] = {}
        self._passed: tuple[QEvent.Type, int, int] | None = None
        self._ahead: tuple[tuple[int, int, bool], Press] | None = None
        self._said = False
        self._run, self._run_at = "", float("-inf")
        self._held: list[tuple[QKeyEvent, Press]] = []
        self._is_replaying = self._is_settling = False
        self._eaten: set[int] = set()
        self._waiting.stop()

    # -- what a page asks

    def permits(self, since: float) -> bool:
        """Whether what is being done now may be done, if it stood on the page `since` then.

        True for a click and for a press by a screen reader: they are not slowed.
        """
        press = self._press
        if press is None:
            return True
        least = QUIET_SECONDS - GRAIN
        if press.is_anew and press.quiet >= least and press.struck - since >= least:
            return True
        if not self._said:
            self._said = True
            self.hurried.emit(True)
        return False

    def bound(self, action: Callable[[], object]) -> Callable[[], object]:
        """Return an action for later that counts as done by the key of now."""
        press = self._press

        def later() -> object:
            before, self._press = self._press, press
            try:
                return action()
            finally:
                self._press = before

        return later

    # -- what comes

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See a key at its window, or at the widget where it is sent straight there."""
        kind = event.type()
        if kind in MOUSE:
            self._press = None
        if kind not in (PRESS, RELEASE, AHEAD) or not isinstance(event, QKeyEvent) or self._is_replaying:
            return False
        if kind == AHEAD:
            self._see_ahead(event)
            return False
        seen = kind, event.key(), event.timestamp()
        if not isinstance(watched, QWindow) and self._passed == seen:
            self._passed = None
            return False
        is_kept = self._see(event) or pressed_at_place(event)
        self._passed = seen if isinstance(watched, QWindow) and not is_kept else None
        return is_kept

    def _watch_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _watch_widget(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None and isValid(before):
            before.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)

    def _see(self, event: QKeyEvent) -> bool:
        if event.key() in MODIFIERS:
            return False
        ahead, self._ahead = self._ahead, None
        if ahead is not None and event.type() == PRESS and ahead[0] == named(event):
            press = ahead[1]
        else:
            press = self._note(event, self._struck(event))
        if self.reads_scans and self._keeps(event, press):
            return True
        self._press = press
        self._over.start()
        return False

    def _see_ahead(self, event: QKeyEvent) -> None:
        # Where a press is sent to the window by hand, this follows it instead of coming ahead.
        is_seen = self._passed == (PRESS, event.key(), event.timestamp())
        if event.key() not in MODIFIERS and not is_seen:
            self._press = self._note(event, self._struck(event))
            self._ahead = named(event), self._press
            self._over.start()

    def _struck(self, event: QKeyEvent) -> float:
        """Return when the key was struck, by `clock`; an event without a stamp was struck when it came."""
        now, stamp = self.clock(), event.timestamp()
        if not stamp:
            return now
        half = STAMPS_WRAP / 2
        behind = ((now * 1000 - stamp + half) % STAMPS_WRAP - half) / 1000
        if -AHEAD_SECONDS_MAX < behind < BEHIND_SECONDS_MAX:
            return now - max(behind, 0.0)
        # A server on another machine has a clock of its own: what came fastest tells how far it is off.
        offset = now - stamp / 1000
        if self._offset is None or offset < self._offset or offset > self._offset + BEHIND_SECONDS_MAX:
            self._offset = offset
        return stamp / 1000 + self._offset

    def _note(self, event: QKeyEvent, struck: float) -> Press:
        key = event.key()
        quiet = struck - self._last_at
        if event.type() != RELEASE:
            press = Press(struck, quiet, not event.isAutoRepeat())
            self._last_at = max(self._last_at, struck)
            if press.is_anew:
                self._down[key] = press
                if self._said and quiet >= QUIET_SECONDS - GRAIN:
                    self._said = False
                    self.hurried.emit(False)
            return press
        # X11 flags some repeats only: a key held down is a row of releases and presses without a pause.
        if key in ENTER:
            self._last_at = max(self._last_at, struck)
        return self._down.get(key, Press(struck, 0.0, is_anew=False))

    def _delivered(self) -> None:
        self._press = self._ahead = None

    # -- scans

    def _keeps(self, event: QKeyEvent, press: Press) -> bool:
        """Keep back what may be a part of a scan, and a scan's own Enter; the rest goes its way."""
        if event.type() == RELEASE:
            return self._keeps_release(event, press)
        text, struck = typed_text(event), press.struck
        follows = struck - self._run_at <= SCAN_GAP_SECONDS + GRAIN
        if text:
            if event.isAutoRepeat():
                return bool(self._held)
            if not follows:
                self._end_run()
            self._run, self._run_at = self._run + text, struck
            if not self._held and is_typing(event):
                return False
            self._held.append((event.clone(), press))
            self._is_settling = False
            self._waiting.start(SCAN_WAIT_MS)
            return True
        if follows and len(self._run) >= SCAN_LENGTH and ends_line(event):
            self._run_at = struck
            self._eaten.add(event.key())
            self._finish()
            return True
        self._end_run()
        return False

    def _keeps_release(self, event: QKeyEvent, press: Press) -> bool:
        key = event.key()
        if key in self._eaten:
            self._eaten.discard(key)
            return True
        is_held = any(held.key() == key for held, _press in self._held)
        if is_held:
            self._held.append((event.clone(), press))
        return is_held

    def _run_waited(self) -> None:
        # What queued behind a slow moment of the window has its turn before the run is over.
        if self._is_settling:
            self._finish()
        else:
            self._is_settling = True
            self._waiting.start(0)

    def _end_run(self) -> None:
        self._finish()
        self._run = ""

    def _finish(self) -> None:
        """The run is over: a scan is offered, a letter of a hand goes where it was going."""
        held, self._held = self._held, []
        self._waiting.stop()
        self._is_settling = False
        if not held:
            return
        if len(self._run) >= SCAN_LENGTH:
            self.scanned.emit("".join(event.text() for event, _press in held if event.type() == PRESS))
            return
        self._is_replaying = True
        try:
            for event, press in held:
                target = QApplication.focusWidget() or QApplication.activeWindow()
                if target is not None:
                    self._press = press
                    QApplication.sendEvent(target, event)
        finally:
            self._is_replaying = False
            self._press = None


_rules: list[KeyRule] = []


def key_rule() -> KeyRule:
    """Return the application's rule, made when it is asked for first."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise RuntimeError("the key rule belongs to an application with windows")
    _rules[:] = [rule for rule in _rules if isValid(rule)]
    if not _rules:
        _rules.append(KeyRule(application))
    return _rules[0]
