"""A hand, or a scanner, on the keyboard: stamped key events, sent to the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop.ui.keys.key_places import EVDEV
from desktop.ui.keys.key_rule import PRESS, RELEASE, KeyRule

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

TURNS = 4
HELD_SECONDS = 0.02
# What an InScript keyboard types on the keys that the tests strike.
ON_KEYS = "ौैाीूबहगदजोे्िुपरकतंमनवलस"
HINDI = dict(zip("QWERTYUIOPASDFGHJKLXCVBNM", ON_KEYS, strict=True))
PLACES = {sign: (code, 0) for code, sign in EVDEV.items()}


@dataclass
class Hand:
    """`now` is the machine's time in seconds. What is struck while the window is busy comes after it."""

    window: QWidget
    rule: KeyRule
    now: float = 5_000.0
    layout: dict[str, str] = field(default_factory=dict)
    _queue: list[QKeyEvent] | None = None
    _spent: float = 0.0
    look: Callable[[], None] = lambda: None
    struck: float = float("-inf")
    struck_before: float = float("-inf")
    strikes: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rule.forget()
        self.rule.clock = lambda: self.now
        self.rule.reads_scans = True
        self.turn()
        self.rest()

    def rest(self, seconds: float = 1.0) -> None:
        """Do nothing for a while; what waits for the end of a run of signs has its time."""
        self.now += seconds
        self._spent = 0.0
        while self.rule._waiting.isActive():
            self.rule._waiting.stop()
            self.rule._waiting.timeout.emit()
        self.turn()

    def strike(self, key: Qt.Key | str, *, pause: float = 0.5, repeat: bool = False) -> None:
        """Press and release one key, `pause` seconds after the press of the one before."""
        self.now += max(pause - self._spent, 0.0)
        self._send(PRESS, key, repeat)
        self._spent = min(HELD_SECONDS, pause / 4)
        self.now += self._spent
        self._send(RELEASE, key, repeat)
        self.turn()

    def strike_with_alt(self, key: str, *, pause: float = 0.5) -> None:
        """Press and release a key while Alt is down."""
        self.now += max(pause - self._spent, 0.0)
        self._spent = 0.0
        for kind in (PRESS, RELEASE):
            plain = self._event(kind, key, repeat=False)
            code, virtual = plain.nativeScanCode(), plain.nativeVirtualKey()
            alt = Qt.KeyboardModifier.AltModifier
            event = QKeyEvent(kind, plain.key(), alt, code, virtual, 0, plain.text(), False)
            event.setTimestamp(round(self.now * 1000))
            self._deliver(event)
        self.turn()

    def type(self, text: str, *, pause: float = 0.2) -> None:
        """Type signs, each `pause` seconds after the one before."""
        for sign in text:
            self.strike(sign, pause=pause)
            if pause > 0.06:
                self._let_run_end()

    def scan(self, text: str, line_end: tuple[Qt.Key, ...], *, pause: float) -> None:
        """Let a scanner type a text and its line end."""
        for key in (*text, *line_end):
            self.strike(key, pause=pause)

    def busy(self) -> None:
        """From now on the window delivers nothing, until `free`."""
        self._queue = []

    def free(self, seconds: float) -> None:
        """The window has been busy until `seconds` from now and takes what queued behind that."""
        self.now += seconds
        queue, self._queue = self._queue or [], None
        for event in queue:
            self._deliver(event)
        self.turn()

    def turn(self) -> None:
        """Let the application work."""
        for _ in range(TURNS):
            QApplication.processEvents()
        self.look()

    def _let_run_end(self) -> None:
        if self._queue is None:
            self.rest(0.0)

    def _send(self, kind: QEvent.Type, key: Qt.Key | str, repeat: bool) -> None:
        event = self._event(kind, key, repeat)
        event.setTimestamp(round(self.now * 1000))
        if self._queue is None:
            self._deliver(event)
        else:
            self._queue.append(event)

    def _event(self, kind: QEvent.Type, key: Qt.Key | str, repeat: bool) -> QKeyEvent:
        none = Qt.KeyboardModifier.NoModifier
        if isinstance(key, Qt.Key):
            return QKeyEvent(kind, key, none, 0, 0, 0, "", repeat)
        sign = self.layout.get(key.upper(), key)
        code, virtual = PLACES.get(key.upper(), (0, 0))
        return QKeyEvent(kind, ord(sign.upper()), none, code, virtual, 0, sign, repeat)

    def _deliver(self, event: QKeyEvent) -> None:
        handle = self.window.window().windowHandle()
        assert handle is not None
        if event.type() == PRESS:
            self.struck_before, self.struck = self.struck, event.timestamp() / 1000
            self.strikes.append(self.struck)
        QApplication.sendEvent(handle, event)
        self.look()
