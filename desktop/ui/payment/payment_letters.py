"""The payment's letters: one alone is a key, several in a row are a text that was meant for elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.services.domain.tenders import BY_HAND, TENDERS
from desktop.ui.payment.tender_block import METHOD_KEYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.payment.payment_form import Method
    from desktop.ui.payment.payment_page import PaymentPage

# Letters that follow one another faster than this are one text.
RUN_SECONDS = 0.4
# What can't be taken back waits until it is sure that no text follows.
WAITING = ("S", "P")


@dataclass(frozen=True, slots=True)
class _Entered:
    method: Method
    use_wallet: bool
    entries: dict[QLineEdit, str]


class PaymentLetters(QObject):
    """Makes the letters keys of the page. None of them moves money; `stop` ends an open payment.

    `typed` carries a text that was no key; what its first letter had chosen is as it was before then.
    """

    typed = Signal(str)

    def __init__(self, page: PaymentPage, stop: Callable[[], object], steady: Callable[[], float]) -> None:
        super().__init__(page)
        self._page = page
        self._steady = steady
        self._run = ""
        self._at = 0.0
        self._before: _Entered | None = None
        self._acts: dict[str, Callable[[], object]] = {
            "W": self._toggle_wallet,
            "S": stop,
            "P": page.instrument.open_phone,
        }
        for method, letter in METHOD_KEYS.items():
            self._acts[letter] = partial(self._choose, method)
        for letter, act in self._acts.items():
            page.add_key(letter, act)
        self._waiting = QTimer(self, singleShot=True, interval=round(RUN_SECONDS * 1000))
        self._waiting.timeout.connect(self._act)
        page.installEventFilter(self)
        page.primary.installEventFilter(self)
        for tender in BY_HAND:
            form, key = TENDERS[tender].reference, METHOD_KEYS[tender]
            # No amount begins with a letter.
            if TENDERS[tender].has_change:
                page.tenders.received.textEdited.connect(partial(self._in_field, key, 0))
            elif form is not None:
                edited = page.tenders.references[tender].textEdited
                edited.connect(partial(self._in_field, key, form.first_letters))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        is_press = event.type() == QEvent.Type.KeyPress
        if watched is self._page.primary:
            # A space out of a text must not press the button that takes money: Enter and F9 do.
            return event.key() == Qt.Key.Key_Space and (not is_press or self._take(event))
        return is_press and self._take(event)

    def _take(self, event: QKeyEvent) -> bool:
        shifted = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        text = event.text()
        is_text = bool(text) and text.isprintable() and not event.modifiers() & ~shifted
        if not is_text or isinstance(QApplication.focusWidget(), QLineEdit):
            return False
        event.accept()
        if event.isAutoRepeat() or not self._page.title.text():
            return True
        now = self._steady()
        self._run = self._run + text if self._run and now - self._at <= RUN_SECONDS else text
        self._at = now
        if self._is_key(self._run.upper()):
            self._press()
        elif self._run.strip():
            self._give_up()
        else:
            self._run = ""
        return True

    def _press(self) -> None:
        page = self._page
        tenders = page.tenders
        self._before = _Entered(tenders.method, page.money.use_wallet.isChecked(), tenders.entries())
        if self._run.upper() in WAITING:
            self._waiting.start()
        else:
            self._act()

    def _act(self) -> None:
        self._acts[self._run.upper()]()

    def _in_field(self, letter: str, first_letters: int, entry: str) -> None:
        """Tell an entry from the rest of a text whose first letter was taken for a key."""
        if self._run.upper() != letter:
            return
        now = self._steady()
        if now - self._at > RUN_SECONDS or not entry.isalpha():
            self._run = ""
            return
        self._at = now
        if len(entry) > first_letters:
            self._run += entry
            self._give_up()

    def _give_up(self) -> None:
        text, before = self._run, self._before
        self._run, self._before = "", None
        self._waiting.stop()
        if before is not None:
            page = self._page
            page.instrument.stop_first.hide()
            page.money.use_wallet.setChecked(before.use_wallet)
            page.tenders.restore(before.method, before.entries)
            page.setFocus()
        self.typed.emit(text)

    def _is_key(self, letter: str) -> bool:
        """Whether a letter does something now."""
        page = self._page
        if self._is_asking:
            is_phone = letter == "P" and not page.instrument.phone_button.isHidden()
            return letter in ("W", "S", *METHOD_KEYS.values()) or is_phone
        if letter == "W":
            return not page.money.isHidden() and not page.money.use_wallet.isHidden()
        method = next((method for method, key in METHOD_KEYS.items() if key == letter), None)
        is_choosing = not page.gateway.isHidden() and not page.tenders.isHidden()
        return method is not None and is_choosing and not page.tenders.buttons[method].isHidden()

    @property
    def _is_asking(self) -> bool:
        return not self._page.gateway.isHidden() and not self._page.instrument.isHidden()

    def _choose(self, method: Method) -> None:
        if self._is_asking:
            self._page.instrument.say_stop_first()
        else:
            self._page.tenders.choose(method)

    def _toggle_wallet(self) -> None:
        if self._is_asking:
            self._page.instrument.say_stop_first()
        elif not self._page.money.use_wallet.isHidden():
            self._page.money.use_wallet.toggle()
